// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data/data_form.h"

#include "app/edits/edge_edits.h"
#include "app/files/scenario_document.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QSignalBlocker>
#include <QSlider>
#include <QSpinBox>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace catchment::app {
namespace {

int per_cent(double share) { return static_cast<int>(std::lround(100 * share)); }

/// All deployed regions, the first of them as the primary.
DataPlacement everywhereDeployed(const Scenario &scenario) {
    DataPlacement out;
    out.primary = scenario.regions.front();
    out.replicas.assign(scenario.regions.begin() + 1, scenario.regions.end());
    return out;
}

} // namespace

DataForm::DataForm(ScenarioDocument &document, QWidget *parent)
    : QWidget(parent), document_(document), model_(new QComboBox(this)), primary_(new QComboBox(this)),
      replicas_(new QToolButton(this)), menu_(new QMenu(this)), write_quorum_(new QSpinBox(this)),
      read_quorum_(new QSpinBox(this)), write_share_(new QSlider(Qt::Horizontal, this)), share_text_(new QLabel(this)) {
    model_->setObjectName(QStringLiteral("dataModel"));
    model_->setToolTip(tr("What is promised about the data"));
    model_->addItem(tr("no data"), -1);
    model_->addItem(tr("primary, read replicas"), static_cast<int>(Consistency::Primary));
    model_->addItem(tr("all at the primary"), static_cast<int>(Consistency::PrimaryOnly));
    model_->addItem(tr("quorums"), static_cast<int>(Consistency::Quorum));
    model_->addItem(tr("local first"), static_cast<int>(Consistency::Local));
    primary_->setObjectName(QStringLiteral("dataPrimary"));
    primary_->setToolTip(tr("The region that takes the writes"));
    replicas_->setObjectName(QStringLiteral("dataReplicas"));
    replicas_->setPopupMode(QToolButton::InstantPopup);
    replicas_->setMenu(menu_);
    replicas_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    replicas_->setToolTip(tr("The regions that hold the data besides"));
    for (QSpinBox *box : {write_quorum_, read_quorum_}) {
        box->setKeyboardTracking(false); // one edit for one number
        box->setMinimum(1);
        connect(box, &QSpinBox::valueChanged, this, &DataForm::edit);
    }
    write_quorum_->setObjectName(QStringLiteral("writeQuorum"));
    write_quorum_->setAccessibleName(tr("Replicas that confirm a write"));
    write_quorum_->setToolTip(write_quorum_->accessibleName());
    write_quorum_->setPrefix(tr("W "));
    read_quorum_->setObjectName(QStringLiteral("readQuorum"));
    read_quorum_->setAccessibleName(tr("Replicas that answer a read"));
    read_quorum_->setToolTip(read_quorum_->accessibleName());
    read_quorum_->setPrefix(tr("R "));
    write_share_->setObjectName(QStringLiteral("writeShare"));
    write_share_->setRange(0, 100);
    write_share_->setPageStep(10);
    write_share_->setTracking(false); // an edit when it is let go, not one per pixel
    share_text_->setMinimumWidth(share_text_->fontMetrics().horizontalAdvance(tr("%1 %").arg(100)));
    connect(model_, &QComboBox::activated, this, &DataForm::chooseModel);
    connect(primary_, &QComboBox::activated, this, [this] {
        document_.apply(movePrimary(document_.scenario(), primary_->currentData().toString().toStdString()));
    });
    connect(write_share_, &QSlider::valueChanged, this, &DataForm::edit);
    connect(write_share_, &QSlider::sliderMoved, this, [this](int percent) {
        setShareText(percent);
        emit writeShareMoved(percent / 100.0);
    });
    connect(&document, &ScenarioDocument::scenarioChanged, this, &DataForm::showScenario);

    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setVerticalSpacing(4);
    form->addRow(tr("&Model"), model_);
    form->addRow(tr("&Primary"), primary_);
    form->addRow(tr("Rep&licas"), replicas_);
    auto *quorums = new QHBoxLayout;
    quorums->addWidget(write_quorum_);
    quorums->addWidget(read_quorum_);
    form->addRow(tr("&Quorums"), quorums);
    auto *share = new QHBoxLayout;
    share->addWidget(write_share_, 1);
    share->addWidget(share_text_);
    form->addRow(tr("&Writes"), share);
    const auto buddy = [form](QLayout *row, QWidget *of) {
        if (auto *label = qobject_cast<QLabel *>(form->labelForField(row))) {
            label->setBuddy(of);
        }
    };
    buddy(quorums, write_quorum_);
    buddy(share, write_share_);
    showScenario();
}

void DataForm::setShareText(int percent) { share_text_->setText(tr("%1 %").arg(percent)); }

void DataForm::showScenario() {
    const Scenario &scenario = document_.scenario();
    const DataPlacement placement = scenario.data.value_or(DataPlacement{});
    const bool any = scenario.data.has_value();
    const QSignalBlocker quiet[] = {QSignalBlocker(model_), QSignalBlocker(primary_), QSignalBlocker(write_quorum_),
                                    QSignalBlocker(read_quorum_), QSignalBlocker(write_share_)};
    model_->setEnabled(any || !scenario.regions.empty());
    model_->setCurrentIndex(model_->findData(any ? static_cast<int>(placement.consistency) : -1));
    primary_->clear();
    for (const std::string &code : scenario.regions) {
        primary_->addItem(QString::fromStdString(code), QString::fromStdString(code));
    }
    primary_->setCurrentIndex(primary_->findData(QString::fromStdString(placement.primary)));
    primary_->setEnabled(any);
    showReplicas(placement);
    const int all = static_cast<int>(placement.replicas.size()) + (placement.primary.empty() ? 0 : 1);
    const bool quorums = any && placement.consistency == Consistency::Quorum;
    const int writes = placement.write_quorum.value_or(all / 2 + 1);
    for (QSpinBox *box : {write_quorum_, read_quorum_}) {
        box->setMaximum(std::max(1, all));
        box->setEnabled(quorums);
    }
    write_quorum_->setValue(writes);
    read_quorum_->setValue(placement.read_quorum.value_or(all - writes + 1));
    write_share_->setEnabled(any);
    write_share_->setValue(per_cent(placement.write_share));
    setShareText(write_share_->value());
}

void DataForm::showReplicas(const DataPlacement &placement) {
    menu_->clear();
    const Scenario &scenario = document_.scenario();
    QStringList names;
    for (const std::string &code : scenario.regions) {
        if (code == placement.primary) {
            continue;
        }
        const QString name = QString::fromStdString(code);
        const bool holds = std::ranges::find(placement.replicas, code) != placement.replicas.end();
        QAction *action = menu_->addAction(name);
        action->setCheckable(true);
        action->setChecked(holds);
        connect(action, &QAction::triggered, this, [this, code](bool on) { toggleReplica(code, on); });
        if (holds) {
            names << name;
        }
    }
    constexpr int named = 3;
    const auto more = names.size() - named;
    const QString listed = names.mid(0, named).join(tr(", "));
    replicas_->setText(names.isEmpty() ? tr("none") : more > 0 ? tr("%1 and %2 more").arg(listed).arg(more) : listed);
    replicas_->setEnabled(scenario.data.has_value() && !menu_->isEmpty());
}

void DataForm::chooseModel() {
    const Scenario &scenario = document_.scenario();
    const int chosen = model_->currentData().toInt();
    std::optional<DataPlacement> placement;
    if (chosen >= 0) {
        placement = scenario.data ? *scenario.data : everywhereDeployed(scenario);
        placement->consistency = static_cast<Consistency>(chosen);
    }
    document_.apply(setData(scenario, std::move(placement)));
}

void DataForm::toggleReplica(const std::string &code, bool on) {
    DataPlacement placement = *document_.scenario().data;
    std::erase(placement.replicas, code);
    if (on) {
        placement.replicas.push_back(code);
    }
    document_.apply(setData(document_.scenario(), std::move(placement)));
}

void DataForm::edit() {
    const Scenario &scenario = document_.scenario();
    if (!scenario.data) {
        return;
    }
    DataPlacement placement = *scenario.data;
    // What a file says more exactly, or leaves to the defaults, stays unless it is changed here.
    if (write_share_->value() != per_cent(placement.write_share)) {
        placement.write_share = write_share_->value() / 100.0;
    }
    if (placement.consistency == Consistency::Quorum) {
        const int all = static_cast<int>(placement.replicas.size()) + (placement.primary.empty() ? 0 : 1);
        const int writes = placement.write_quorum.value_or(all / 2 + 1);
        if (read_quorum_->value() != placement.read_quorum.value_or(all - writes + 1)) {
            placement.read_quorum = read_quorum_->value();
        }
        if (write_quorum_->value() != writes) {
            placement.write_quorum = write_quorum_->value();
        }
    }
    document_.apply(setData(scenario, std::move(placement)));
}

} // namespace catchment::app
