// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studies/playbook_panel.h"

#include "app/charts/playbook_chart.h"
#include "app/workspace.h"
#include "maps/fonts.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace catchment::app {
namespace {

using Figure = PlaybookChart::Figure;

/// A scenario without what no route depends on.
Scenario routed(Scenario scenario) {
    scenario.title.clear();
    scenario.notes.clear();
    scenario.view = {};
    return scenario;
}

} // namespace

PlaybookPanel::PlaybookPanel(Workspace &workspace, QWidget *parent)
    : QWidget(parent), workspace_(workspace), figure_(new QComboBox(this)), state_(new QLabel(this)),
      progress_(new QProgressBar(this)), button_(new QPushButton(this)),
      chart_(new PlaybookChart(workspace.appearance, this)) {
    setProperty("role", QStringLiteral("card"));
    setAttribute(Qt::WA_StyledBackground);
    auto *label = new QLabel(tr("&Show"), this);
    label->setBuddy(figure_);
    figure_->setObjectName(QStringLiteral("playbookFigure"));
    figure_->setAccessibleName(tr("What the cells show"));
    figure_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    state_->setObjectName(QStringLiteral("playbookState"));
    state_->setTextFormat(Qt::PlainText);
    button_->setObjectName(QStringLiteral("playbookButton"));
    progress_->setAccessibleName(tr("Progress of the playbook"));
    progress_->setMaximumWidth(120);
    progress_->setTextVisible(false);
    chart_->setObjectName(QStringLiteral("playbookChart"));

    auto *top = new QHBoxLayout;
    top->setContentsMargins(12, 0, 12, 0);
    top->setSpacing(8);
    top->addWidget(label);
    top->addWidget(figure_);
    top->addWidget(state_, 1);
    top->addWidget(progress_);
    top->addWidget(button_);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 4, 0, 4);
    layout->setSpacing(2);
    layout->addLayout(top);
    layout->addWidget(chart_, 1);

    connect(figure_, &QComboBox::activated, this, &PlaybookPanel::chooseFigure);
    connect(button_, &QPushButton::clicked, this, [this] { job_.busy() ? job_.cancel() : compute(); });
    connect(chart_, &PlaybookChart::settingChosen, this, [this](const QString &region, const PlaybookSetting &setting) {
        workspace_.document.apply(playbookEdit(workspace_.document.scenario(), region.toStdString(), setting));
    });
    connect(&job_, &Job::busyChanged, this, &PlaybookPanel::showState);
    connect(&job_, &Job::progressed, progress_, [this](int done, int total) {
        progress_->setRange(0, total);
        progress_->setValue(done);
    });
    connect(&job_, &Job::failed, this, [this](const QString &text) {
        failure_ = text;
        showState();
    });
    connect(&workspace.document, &ScenarioDocument::scenarioChanged, this, &PlaybookPanel::showState);
    connect(&workspace.results, &Results::worldChanged, this, [this] {
        job_.cancel();
        playbook_.reset();
        chart_->show(nullptr, nullptr);
        showState();
    });
    connect(&workspace.results, &Results::changed, this, [this] {
        if (isVisible() && !playbook_ && !job_.busy()) {
            compute();
        }
    });
    connect(&workspace.appearance, &Appearance::changed, chart_, &PlaybookChart::restyle);
    fillFigures();
    showState();
}

void PlaybookPanel::showEvent(QShowEvent *event) {
    QWidget::showEvent(event);
    if (!playbook_ && !job_.busy()) {
        compute();
    }
}

void PlaybookPanel::compute() {
    const auto world = workspace_.results.world();
    if (!world) {
        return;
    }
    failure_.clear();
    progress_->setRange(0, 0);
    const Scenario scenario = workspace_.document.scenario();
    job_.start<Playbook>(
        [world, scenario](const std::stop_token &stop, const Progress &progress) {
            return catchment::playbook(world, scenario, stop, progress);
        },
        [this, scenario, op = workspace_.op()](Playbook result) { take(scenario, op, std::move(result)); });
}

void PlaybookPanel::take(Scenario scenario, std::shared_ptr<const Operator> op, Playbook playbook) {
    op_ = std::move(op);
    of_ = std::move(scenario);
    playbook_ = std::make_shared<const Playbook>(std::move(playbook));
    fillFigures();
    chart_->show(op_, playbook_);
    showState();
}

void PlaybookPanel::fillFigures() {
    const QVariant chosen = figure_->currentData();
    figure_->clear();
    figure_->addItem(tr("users of the region that is tuned"), QStringLiteral("own"));
    if (playbook_) {
        for (const RegionId region : playbook_->regions) {
            const QString code = QString::fromStdString(op_->regions[region.index()].code);
            figure_->addItem(tr("users of %1").arg(code), code);
        }
    }
    figure_->insertSeparator(figure_->count());
    figure_->addItem(tr("mean RTT"), QStringLiteral("/rtt"));
    figure_->addItem(tr("users without a region"), QStringLiteral("/unreached"));
    figure_->setCurrentIndex(chosen.isValid() ? std::max(0, figure_->findData(chosen)) : 0);
    chooseFigure();
}

void PlaybookPanel::chooseFigure() {
    const QString chosen = figure_->currentData().toString();
    Figure figure;
    if (chosen == QLatin1String("/rtt")) {
        figure.kind = Figure::Kind::MeanRtt;
    } else if (chosen == QLatin1String("/unreached")) {
        figure.kind = Figure::Kind::Unreached;
    } else if (const auto region = op_ ? find_region(*op_, chosen.toStdString()) : std::nullopt) {
        figure = {Figure::Kind::RegionShare, *region};
    }
    chart_->setFigure(figure);
}

bool PlaybookPanel::stale() const { return playbook_ && !(routed(of_) == routed(workspace_.document.scenario())); }

void PlaybookPanel::showState() {
    const bool busy = job_.busy();
    progress_->setVisible(busy);
    button_->setText(busy ? tr("Cancel") : playbook_ ? tr("Compute again") : tr("Compute"));
    button_->setEnabled(busy || !playbook_ || stale());
    state_->setProperty("role", !failure_.isEmpty() || (stale() && !busy) ? QStringLiteral("warning")
                                                                          : QStringLiteral("muted"));
    style()->unpolish(state_);
    style()->polish(state_);
    state_->setText(!failure_.isEmpty()                       ? failure_
                    : busy                                    ? tr("Computing …")
                    : stale()                                 ? tr("The scenario has changed since.")
                    : playbook_ && playbook_->regions.empty() ? tr("Nothing is deployed.")
                    : playbook_                               ? tr("Click a cell to do it.")
                                                              : QString());
    chart_->setScenario(workspace_.document.scenario());
    chart_->setStale(stale());
}

} // namespace catchment::app
