// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studies/next_region_panel.h"

#include "app/widgets/dot_delegate.h"
#include "app/widgets/table_style.h"
#include "app/workspace.h"
#include "qml/models/next_region_model.h"
#include "qml/models/numbers.h"

#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>

#include <utility>

namespace catchment::app {

NextRegionPanel::NextRegionPanel(Workspace &workspace, QWidget *parent)
    : QWidget(parent), workspace_(workspace), model_(new qml::NextRegionModel(this)), sentence_(new QLabel(this)),
      table_(new QTableView(this)) {
    setProperty("role", QStringLiteral("card"));
    setAttribute(Qt::WA_StyledBackground);
    sentence_->setObjectName(QStringLiteral("nextRegionSentence"));
    sentence_->setTextFormat(Qt::PlainText);
    sentence_->setWordWrap(true);
    sentence_->setProperty("role", QStringLiteral("muted"));
    makeTable();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 4, 12, 4);
    layout->setSpacing(4);
    layout->addWidget(sentence_);
    layout->addWidget(table_, 1);

    const auto colours = [this] {
        model_->setColours([this](const QString &code) { return workspace_.appearance.regionColour(code); });
    };
    colours();
    connect(&workspace.appearance, &Appearance::changed, this, colours);
    const auto outdate = [this] {
        outdated_ = true;
        if (isVisible()) {
            compute();
        }
    };
    connect(&workspace.results, &Results::changed, this, outdate);
    connect(&workspace.results, &Results::worldChanged, this, [this] {
        job_.cancel();
        model_->clear();
        outdated_ = true;
    });
    connect(&job_, &Job::failed, sentence_, &QLabel::setText);
}

void NextRegionPanel::makeTable() {
    table_->setObjectName(QStringLiteral("nextRegionTable"));
    table_->setAccessibleName(tr("What one more region would bring"));
    table_->setModel(model_);
    styleTable(*table_, qml::NextRegionModel::Name);
    table_->setItemDelegateForColumn(qml::NextRegionModel::Name,
                                     new DotDelegate(static_cast<int>(qml::NextRegionModel::Role::Colour), table_));
    connect(table_, &QTableView::activated, this, &NextRegionPanel::deploy);
}

void NextRegionPanel::showEvent(QShowEvent *event) {
    QWidget::showEvent(event);
    if (outdated_) {
        compute();
    }
}

void NextRegionPanel::compute() {
    const auto &results = workspace_.results;
    if (!results.catchments()) {
        return;
    }
    outdated_ = false;
    const auto world = results.world();
    const auto op = workspace_.op();
    const Scenario scenario = *results.catchments()->solution->scenario;
    if (model_->rowCount() == 0) {
        sentence_->setText(tr("Trying every region that can be deployed …"));
    }
    job_.start<NextRegions>(
        [world, scenario, op](const std::stop_token &stop, const Progress &progress) {
            return next_regions(world, scenario, deployable_regions(*op), Objective::MeanRtt, stop, progress);
        },
        [this, op](NextRegions regions) {
            const Summary &now = regions.now;
            sentence_->setText(
                regions.ranked.empty() ? tr("Every region that can be deployed is deployed.")
                : now.users > now.unreached_users
                    ? tr("One more region, best first; mean RTT now: %1. Double click or Enter deploys it.")
                          .arg(qml::msText(now.mean_rtt_ms))
                    : tr("The first region, best first. Double click or Enter deploys it."));
            table_->setVisible(!regions.ranked.empty());
            model_->setRegions(op, std::move(regions));
        });
}

void NextRegionPanel::deploy(const QModelIndex &row) {
    const QString code = row.data(static_cast<int>(qml::NextRegionModel::Role::Code)).toString();
    workspace_.document.apply(deployRegion(workspace_.document.scenario(), code.toStdString(), true));
}

} // namespace catchment::app
