// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studies/steering_panel.h"

#include "app/edits/edit.h"
#include "app/studies/dns_form.h"
#include "app/widgets/table_style.h"
#include "app/workspace.h"
#include "qml/models/steering_models.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace catchment::app {
namespace {

constexpr int room_for_both = 1000; ///< tables, pixels

} // namespace

SteeringPanel::SteeringPanel(Workspace &workspace, QWidget *parent)
    : QWidget(parent), workspace_(workspace), dns_(new DnsForm(workspace.document, this)), event_(new QComboBox(this)),
      table_(new QComboBox(this)), both_(new QPushButton(tr("Side by s&ide"), this)),
      totals_(new qml::SteeringTotalsModel(this)), cities_(new qml::SteeringCityModel(this)),
      totals_table_(new QTableView(this)), city_table_(new QTableView(this)), state_(new QLabel(this)) {
    setProperty("role", QStringLiteral("card"));
    setAttribute(Qt::WA_StyledBackground);
    makeTables();
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 4, 4, 4);
    layout->setSpacing(10);
    layout->addWidget(makeQuestion());
    layout->addWidget(state_, 1);
    layout->addWidget(totals_table_, 4);
    layout->addWidget(city_table_, 5);

    connect(both_, &QPushButton::clicked, this, &SteeringPanel::showBoth);
    connect(event_, &QComboBox::activated, this, &SteeringPanel::outdate);
    connect(table_, &QComboBox::activated, this, &SteeringPanel::arrange);
    connect(&workspace.document, &ScenarioDocument::scenarioChanged, this, &SteeringPanel::listEvents);
    connect(&workspace.results, &Results::changed, this, &SteeringPanel::outdate);
    connect(&workspace.results, &Results::worldChanged, this, [this] {
        job_.cancel();
        totals_->setStudy(nullptr);
        cities_->setStudy(nullptr);
        outdated_ = true;
    });
    connect(&job_, &Job::busyChanged, this, [this](bool busy) { // what is shown is of an older question
        totals_table_->setEnabled(!busy);
        city_table_->setEnabled(!busy);
    });
    connect(&job_, &Job::failed, this, [this](const QString &text) {
        state_->setText(text);
        totals_->setStudy(nullptr);
        cities_->setStudy(nullptr);
        arrange();
    });
    listEvents();
}

QWidget *SteeringPanel::makeQuestion() {
    event_->setObjectName(QStringLiteral("steeringEvent"));
    event_->setToolTip(tr("What happens: the figures are those after it"));
    table_->setObjectName(QStringLiteral("steeringTable"));
    table_->setAccessibleName(tr("Which table"));
    table_->addItem(tr("All users"));
    table_->addItem(tr("Worst cities"));
    both_->setObjectName(QStringLiteral("steeringBoth"));
    both_->setToolTip(tr("The map under anycast on the left, under DNS on the right, after the event"));
    dns_->form()->addRow(tr("Even&t"), event_);
    auto *question = new QWidget(this);
    auto *layout = new QVBoxLayout(question);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(dns_);
    auto *row = new QHBoxLayout;
    row->addWidget(table_, 1);
    row->addWidget(both_, 1);
    layout->addLayout(row);
    layout->addStretch(1);
    question->setFixedWidth(248);
    return question;
}

void SteeringPanel::makeTables() {
    state_->setObjectName(QStringLiteral("steeringState"));
    state_->setTextFormat(Qt::PlainText);
    state_->setWordWrap(true);
    state_->setProperty("role", QStringLiteral("muted"));
    state_->setText(tr("Solving both …"));
    totals_table_->setObjectName(QStringLiteral("steeringTotals"));
    totals_table_->setAccessibleName(tr("What anycast and DNS get wrong"));
    totals_table_->setModel(totals_);
    styleTable(*totals_table_, qml::SteeringTotalsModel::Name);
    city_table_->setObjectName(QStringLiteral("steeringCities"));
    city_table_->setAccessibleName(tr("The cities that fare worst"));
    city_table_->setModel(cities_);
    styleTable(*city_table_, qml::SteeringCityModel::Name);
    const auto select = [this](const QModelIndex &row) {
        const QString city = row.data(static_cast<int>(qml::SteeringCityModel::Role::City)).toString();
        if (!city.isEmpty()) {
            workspace_.selection.setCity(city);
        }
    };
    connect(city_table_, &QTableView::clicked, this, select);
    connect(city_table_, &QTableView::activated, this, select);
    arrange();
}

/// The tables, as far as there is room and something in them.
void SteeringPanel::arrange() {
    const bool solved = totals_->rowCount() > 0;
    const bool all = width() >= room_for_both;
    table_->setVisible(!all);
    state_->setVisible(!solved);
    totals_table_->setVisible(solved && (all || table_->currentIndex() == 0));
    city_table_->setVisible(solved && (all || table_->currentIndex() == 1));
    const bool happens = event().has_value();
    city_table_->setColumnHidden(qml::SteeringCityModel::Users, !all);
    city_table_->setColumnHidden(qml::SteeringCityModel::Nearest, !all && happens);
    city_table_->setColumnHidden(qml::SteeringCityModel::StuckByDns, !happens);
}

void SteeringPanel::resizeEvent(QResizeEvent *event) {
    QWidget::resizeEvent(event);
    arrange();
}

/// Nothing, or any region fails; also one that has failed, so that what that did can be looked at.
void SteeringPanel::listEvents() {
    const Scenario &scenario = workspace_.document.scenario();
    const QSignalBlocker quiet(event_);
    const QVariant chosen = event_->currentData();
    event_->clear();
    event_->addItem(tr("none"), QString());
    for (const std::string &code : scenario.regions) {
        const QString region = QString::fromStdString(code);
        event_->addItem(tr("%1 fails").arg(region), region);
    }
    event_->setCurrentIndex(std::max(0, event_->findData(chosen)));
}

std::optional<Event> SteeringPanel::event() const {
    const std::string region = event_->currentData().toString().toStdString();
    return region.empty() ? std::nullopt : std::optional(Event{Event::Kind::Fail, Event::What::Region, region, {}, {}});
}

void SteeringPanel::outdate() {
    outdated_ = true;
    if (isVisible()) {
        compute();
    }
}

void SteeringPanel::showEvent(QShowEvent *event) {
    QWidget::showEvent(event);
    if (outdated_) {
        compute();
    }
}

void SteeringPanel::compute() {
    const auto &results = workspace_.results;
    if (!results.catchments()) {
        return;
    }
    outdated_ = false;
    const auto world = results.world();
    Scenario scenario = *results.catchments()->solution->scenario;
    const std::optional<Event> happens = event();
    if (happens) { // it has not happened yet
        Event undone = *happens;
        undone.kind = Event::Kind::Repair;
        scenario = apply(undone, std::move(scenario));
    }
    arrange();
    using Study = std::shared_ptr<const SteeringStudy>;
    job_.start<Study>(
        [world, scenario, happens](const std::stop_token &stop, const Progress &progress) -> std::optional<Study> {
            auto study = steering_study(world, scenario, happens, stop, progress);
            return study ? std::optional(std::make_shared<const SteeringStudy>(std::move(*study))) : std::nullopt;
        },
        [this](const Study &study) {
            totals_->setStudy(study);
            cities_->setStudy(study);
            arrange();
        });
}

void SteeringPanel::showBoth() {
    Scenario anycast = workspace_.document.scenario();
    if (const auto happens = event()) {
        anycast = apply(*happens, std::move(anycast));
    }
    Scenario dns = anycast;
    anycast.steering = Steering::Anycast;
    dns.steering = Steering::Dns;
    workspace_.pin.set(std::move(anycast));
    workspace_.document.apply({tr("Anycast beside DNS"), std::move(dns)});
    emit sideBySideWanted();
}

} // namespace catchment::app
