// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data/edge_panel.h"

#include "app/data/instance_model.h"
#include "app/edits/edge_edits.h"
#include "app/widgets/icons.h"
#include "app/widgets/table_style.h"
#include "app/workspace.h"
#include "qml/models/numbers.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>
#include <QSpinBox>
#include <QStyle>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace catchment::app {
namespace {

constexpr int steps_a_day = 48;
constexpr int most_requests = 1'000'000'000;
constexpr int tick_ms = 250; ///< half an hour

std::optional<std::int64_t> limit(const QSpinBox &box) {
    return box.value() > 0 ? std::optional<std::int64_t>(box.value()) : std::nullopt;
}

} // namespace

EdgePanel::EdgePanel(Workspace &workspace, QWidget *parent)
    : QWidget(parent), workspace_(workspace), model_(new InstanceModel(this)),
      everywhere_(new QCheckBox(tr("Every edge &announces"), this)), table_(new QTableView(this)),
      soft_(new QSpinBox(this)), hard_(new QSpinBox(this)),
      overflow_(new QCheckBox(tr("past it on to the &next region"), this)),
      at_one_hour_(new QCheckBox(tr("at one &hour (UTC)"), this)), hour_(new QSlider(Qt::Horizontal, this)),
      hour_text_(new QLabel(this)), play_(new QToolButton(this)), sum_(new QLabel(this)) {
    setProperty("role", QStringLiteral("card"));
    setAttribute(Qt::WA_StyledBackground);
    everywhere_->setObjectName(QStringLiteral("announceEverywhere"));
    everywhere_->setToolTip(tr("BGP leads users to the edge of any region, deployed or not; the operator's proxy "
                               "carries their requests on to an instance. Otherwise only deployed regions announce."));
    sum_->setObjectName(QStringLiteral("edgeSum"));
    sum_->setTextFormat(Qt::PlainText);
    sum_->setWordWrap(true);
    makeTable();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 8, 10, 8);
    layout->setSpacing(6);
    layout->addWidget(everywhere_);
    layout->addWidget(table_, 1);
    layout->addLayout(makeForm());
    layout->addWidget(makeHour());
    layout->addWidget(sum_);
    clock_.setInterval(tick_ms);
    connect(&clock_, &QTimer::timeout, this, &EdgePanel::tick);

    connect(everywhere_, &QCheckBox::clicked, this, [this](bool on) {
        workspace_.document.apply(
            announceFrom(workspace_.document.scenario(), on ? Announce::Everywhere : Announce::Deployed));
    });
    connect(model_, &InstanceModel::wanted, this, [this](const Instances &instances) {
        workspace_.document.apply(setInstances(workspace_.document.scenario(), instances));
    });
    connect(&workspace.document, &ScenarioDocument::scenarioChanged, this, &EdgePanel::showScenario);
    connect(&workspace.results, &Results::changed, this, &EdgePanel::showLoad);
    connect(&workspace.results, &Results::worldChanged, this, [this] { model_->setProxied(nullptr, nullptr); });
    connect(&workspace.appearance, &Appearance::changed, this, &EdgePanel::showPlay);
    showPlay();
    showScenario();
}

void EdgePanel::makeTable() {
    table_->setObjectName(QStringLiteral("instanceTable"));
    table_->setAccessibleName(tr("Instances of the deployed regions"));
    table_->setModel(model_);
    styleTable(*table_, InstanceModel::Load);
    table_->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                            QAbstractItemView::AnyKeyPressed);
    table_->setSelectionBehavior(QAbstractItemView::SelectItems);
    table_->setMinimumHeight(80);
    table_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

QFormLayout *EdgePanel::makeForm() {
    soft_->setObjectName(QStringLiteral("softLimit"));
    soft_->setToolTip(tr("Concurrent requests of one instance from which on others are preferred"));
    hard_->setObjectName(QStringLiteral("hardLimit"));
    hard_->setToolTip(tr("Concurrent requests that one instance takes at most; what finds no other fails"));
    for (QSpinBox *box : {soft_, hard_}) {
        box->setRange(0, most_requests);
        box->setSingleStep(100);
        box->setSpecialValueText(tr("none"));
        box->setGroupSeparatorShown(true);
        box->setMinimumWidth(60);        // the largest number is a thousand million
        box->setKeyboardTracking(false); // one edit for one number
        connect(box, &QSpinBox::valueChanged, this, &EdgePanel::edit);
    }
    overflow_->setObjectName(QStringLiteral("overflow"));
    overflow_->setToolTip(tr("What finds instances at their soft limit goes on to the next region; otherwise it stays "
                             "until they are at the hard one"));
    connect(overflow_, &QCheckBox::clicked, this, &EdgePanel::edit);
    auto *form = new QFormLayout;
    form->setContentsMargins(0, 0, 0, 0);
    form->setVerticalSpacing(4);
    form->addRow(tr("So&ft limit"), soft_);
    form->addRow(overflow_);
    form->addRow(tr("Har&d limit"), hard_);
    return form;
}

QWidget *EdgePanel::makeHour() {
    at_one_hour_->setObjectName(QStringLiteral("atOneHour"));
    at_one_hour_->setToolTip(
        tr("How busy users are at that hour of theirs, by the sun; otherwise the mean of the day"));
    hour_->setObjectName(QStringLiteral("edgeHour"));
    hour_->setAccessibleName(tr("Hour of the day, UTC"));
    hour_->setRange(0, steps_a_day - 1);
    hour_->setPageStep(2);
    hour_->setTracking(false); // an edit when it is let go, not one per pixel
    play_->setObjectName(QStringLiteral("playDay"));
    play_->setCheckable(true);
    play_->setToolTip(tr("Play the day: loads follow the sun"));
    play_->setAccessibleName(tr("Play the day"));
    hour_text_->setMinimumWidth(hour_text_->fontMetrics().horizontalAdvance(QStringLiteral("00:00 ")));
    connect(at_one_hour_, &QCheckBox::clicked, this, &EdgePanel::edit);
    connect(hour_, &QSlider::valueChanged, this, &EdgePanel::edit);
    connect(hour_, &QSlider::sliderMoved, this, [this](int step) { showHour(step / 2.0); });
    connect(play_, &QToolButton::toggled, this, &EdgePanel::play);
    auto *out = new QWidget(this);
    auto *layout = new QVBoxLayout(out);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(at_one_hour_);
    auto *row = new QHBoxLayout;
    row->addWidget(play_);
    row->addWidget(hour_, 1);
    row->addWidget(hour_text_);
    layout->addLayout(row);
    return out;
}

void EdgePanel::showScenario() {
    const Scenario &scenario = workspace_.document.scenario();
    const Edge &edge = scenario.edge;
    const bool everywhere = scenario.announce == Announce::Everywhere;
    if (playing()) { // something else was changed: the day ends, and is no edit
        const QSignalBlocker unheard(play_);
        clock_.stop();
        play_->setChecked(false);
        showPlay();
    }
    const QSignalBlocker quiet[] = {QSignalBlocker(soft_), QSignalBlocker(hard_), QSignalBlocker(hour_)};
    everywhere_->setChecked(everywhere);
    model_->setScenario(scenario);
    soft_->setValue(static_cast<int>(edge.soft_limit.value_or(0)));
    hard_->setValue(static_cast<int>(edge.hard_limit.value_or(0)));
    overflow_->setChecked(edge.overflow);
    at_one_hour_->setChecked(edge.hour.has_value());
    for (QWidget *part : std::initializer_list<QWidget *>{table_, soft_, hard_, at_one_hour_, play_}) {
        part->setEnabled(everywhere);
    }
    overflow_->setEnabled(everywhere && edge.soft_limit);
    hour_->setEnabled(everywhere && edge.hour);
    showHour(edge.hour);
}

std::optional<double> EdgePanel::chosenHour() const {
    if (!at_one_hour_->isChecked()) {
        return std::nullopt;
    }
    // What a file says more exactly stays, unless it is changed here.
    const auto &said = workspace_.document.scenario().edge.hour;
    return said && std::lround(*said * 2) % steps_a_day == hour_->value() ? said : hour_->value() / 2.0;
}

void EdgePanel::edit() {
    Edge edge = workspace_.document.scenario().edge;
    const bool soft_first = limit(*soft_) != edge.soft_limit;
    edge.soft_limit = limit(*soft_);
    edge.hard_limit = limit(*hard_);
    if (edge.soft_limit && edge.hard_limit && *edge.soft_limit > *edge.hard_limit) { // the one that is changed leads
        (soft_first ? edge.hard_limit : edge.soft_limit) = soft_first ? edge.soft_limit : edge.hard_limit;
    }
    edge.overflow = overflow_->isChecked();
    edge.hour = chosenHour();
    workspace_.document.apply(setEdge(workspace_.document.scenario(), edge));
}

void EdgePanel::showPlay() {
    play_->setIcon(
        themedIcon(playing() ? QStringLiteral("pause") : QStringLiteral("play"), workspace_.appearance.theme()));
}

/// The hour in words, and the loads at it.
void EdgePanel::showHour(std::optional<double> hour) {
    const QSignalBlocker quiet(hour_);
    if (hour) {
        const int minutes = static_cast<int>(std::lround(*hour * 60)) % (24 * 60);
        if (!hour_->isSliderDown()) {
            hour_->setValue(static_cast<int>(std::lround(*hour * 2)) % steps_a_day);
        }
        hour_text_->setText(QStringLiteral("%1:%2")
                                .arg(minutes / 60, 2, 10, QLatin1Char('0'))
                                .arg(minutes % 60, 2, 10, QLatin1Char('0')));
    } else {
        hour_text_->setText(tr("mean"));
    }
    showLoad();
}

void EdgePanel::showLoad() {
    const auto &catchments = workspace_.results.catchments();
    const bool everywhere = workspace_.document.scenario().announce == Announce::Everywhere;
    // Between an edit and its results there is nothing to say.
    if (!catchments || !everywhere || catchments->solution->scenario->announce != Announce::Everywhere) {
        model_->setProxied(nullptr, nullptr);
        sum_->setProperty("role", QStringLiteral("muted"));
        sum_->setText(everywhere ? QString()
                                 : tr("Only deployed regions announce, and each serves whom BGP leads there."));
    } else {
        Edge edge = workspace_.document.scenario().edge;
        if (playing() || hour_->isSliderDown()) {
            edge.hour = hour_->isSliderDown() ? hour_->sliderPosition() / 2.0 : hour_->value() / 2.0;
        }
        const auto behind = std::make_shared<const Proxied>(proxied(*catchments, edge));
        const std::shared_ptr<const Operator> op(catchments, &catchments->op());
        model_->setProxied(op, behind);
        const bool failing = behind->failed_requests > 0.5;
        sum_->setProperty("role", failing ? QStringLiteral("warning") : QStringLiteral("muted"));
        sum_->setText(failing ? tr("%1 of %2 concurrent requests fail: no instance has room.")
                                    .arg(qml::usersText(behind->failed_requests), qml::usersText(behind->requests))
                              : tr("%1 concurrent requests, all served.").arg(qml::usersText(behind->requests)));
    }
    sum_->style()->unpolish(sum_);
    sum_->style()->polish(sum_);
}

/// Stopped, the day stays at its hour: one edit for all of it.
void EdgePanel::play(bool on) {
    if (on) {
        clock_.start();
        showPlay();
        tick();
        return;
    }
    clock_.stop();
    showPlay();
    Edge edge = workspace_.document.scenario().edge;
    edge.hour = hour_->value() / 2.0;
    workspace_.document.apply(setEdge(workspace_.document.scenario(), edge));
}

void EdgePanel::tick() { showHour(((hour_->value() + 1) % steps_a_day) / 2.0); }

} // namespace catchment::app
