// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data/data_panel.h"

#include "app/data/data_chart.h"
#include "app/data/data_form.h"
#include "app/edits/edge_edits.h"
#include "app/widgets/table_style.h"
#include "app/workspace.h"
#include "maps/city_times.h"
#include "qml/models/data_tables.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace catchment::app {
namespace {

using Table = qml::DataTableModel::Table;

constexpr int room_for_both = 1000; ///< chart and table, pixels
constexpr int by_time = -1;         ///< charts among the views; the others are tables
constexpr int by_city = -2;

} // namespace

DataPanel::DataPanel(Workspace &workspace, QWidget *parent)
    : QWidget(parent), workspace_(workspace), form_(new DataForm(workspace.document, this)), view_(new QComboBox(this)),
      on_map_(new QPushButton(tr("Ma&p"), this)), chart_(new DataChart(workspace, this)),
      model_(new qml::DataTableModel(this)), table_(new QTableView(this)), state_(new QLabel(this)) {
    setProperty("role", QStringLiteral("card"));
    setAttribute(Qt::WA_StyledBackground);
    state_->setObjectName(QStringLiteral("dataState"));
    state_->setTextFormat(Qt::PlainText);
    state_->setWordWrap(true);
    state_->setProperty("role", QStringLiteral("muted"));
    makeTable();
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 4, 4, 4);
    layout->setSpacing(10);
    layout->addWidget(makeQuestion());
    layout->addWidget(state_, 1);
    layout->addWidget(chart_, 4);
    layout->addWidget(table_, 5);

    connect(form_, &DataForm::writeShareMoved, chart_, &DataChart::setWriteShare);
    connect(view_, &QComboBox::activated, this, &DataPanel::look);
    connect(&workspace.results, &Results::changed, this, &DataPanel::outdate);
    connect(&workspace.results, &Results::worldChanged, this, [this] {
        job_.cancel();
        take({});
        outdated_ = true;
    });
    connect(&job_, &Job::busyChanged, this, [this](bool busy) { // what is shown is of an older question
        chart_->setEnabled(!busy);
        table_->setEnabled(!busy);
    });
    connect(&job_, &Job::failed, this, [this](const QString &text) {
        take({});
        state_->setText(text);
    });
    take({});
}

QWidget *DataPanel::makeQuestion() {
    view_->setObjectName(QStringLiteral("dataView"));
    view_->setAccessibleName(tr("What is shown"));
    view_->addItem(tr("Users by time"), by_time);
    view_->addItem(tr("City by city"), by_city);
    view_->addItem(tr("Slowest cities"), static_cast<int>(Table::Cities));
    view_->addItem(tr("From the edges"), static_cast<int>(Table::Edges));
    view_->addItem(tr("If one fails"), static_cast<int>(Table::Failures));
    view_->addItem(tr("Replicas, cuts"), static_cast<int>(Table::Replicas));
    view_->addItem(tr("Best primary"), static_cast<int>(Table::Places));
    on_map_->setObjectName(QStringLiteral("dataOnMap"));
    on_map_->setCheckable(true);
    on_map_->setToolTip(tr("Colours the map by how long each city's writes take, in place of regions"));
    connect(on_map_, &QPushButton::toggled, this, &DataPanel::colourMap);
    auto *question = new QWidget(this);
    auto *layout = new QVBoxLayout(question);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(form_);
    auto *row = new QHBoxLayout;
    row->setSpacing(6);
    row->addWidget(view_, 1);
    row->addWidget(on_map_);
    layout->addLayout(row);
    layout->addStretch(1);
    question->setFixedWidth(240);
    return question;
}

void DataPanel::makeTable() {
    table_->setObjectName(QStringLiteral("dataTable"));
    table_->setAccessibleName(tr("What the placement of the data means"));
    table_->setModel(model_);
    connect(table_, &QTableView::clicked, this, [this](const QModelIndex &row) { choose(row, false); });
    connect(table_, &QTableView::activated, this, [this](const QModelIndex &row) { choose(row, true); });
}

/// A city or a region is selected; a place for the primary is taken when it is activated.
void DataPanel::choose(const QModelIndex &row, bool activated) {
    const QString city = row.data(static_cast<int>(qml::DataTableModel::Role::City)).toString();
    const QString code = row.data(static_cast<int>(qml::DataTableModel::Role::Code)).toString();
    if (!city.isEmpty()) {
        workspace_.selection.setCity(city);
    } else if (activated && view_->currentData() == static_cast<int>(Table::Places)) {
        workspace_.document.apply(movePrimary(workspace_.document.scenario(), code.toStdString()));
    } else if (!code.isEmpty()) {
        workspace_.selection.setRegion(code);
    }
}

/// Chart and table where there is room for both; else the one that is asked for.
void DataPanel::arrange() {
    const int chosen = view_->currentData().toInt();
    const bool chart = chosen < 0;
    const bool both = width() >= room_for_both;
    const bool any = answer_.study != nullptr;
    state_->setVisible(!any);
    chart_->setVisible(any && (chart || both));
    table_->setVisible(any && (!chart || both));
    // Once the layout has given it its size.
    QMetaObject::invokeMethod(
        this, [this] { fitTable(*table_, 0); }, Qt::QueuedConnection);
}

void DataPanel::look() {
    const int chosen = view_->currentData().toInt();
    chart_->setKind(chosen == by_city ? DataChart::Kind::Cities : DataChart::Kind::Distribution);
    const Table table = chosen == by_time ? Table::Edges : chosen == by_city ? Table::Cities : Table(chosen);
    model_->show(table, answer_.study, answer_.places);
    if (model_->columnCount() > 0) {
        styleTable(*table_, 0);
    }
    table_->setToolTip(table == Table::Places ? tr("Double click or Enter puts the primary there") : QString());
    arrange();
}

void DataPanel::resizeEvent(QResizeEvent *event) {
    QWidget::resizeEvent(event);
    arrange();
}

void DataPanel::outdate() {
    outdated_ = true;
    if (isVisible() || on_map_->isChecked()) {
        compute();
    }
}

void DataPanel::showEvent(QShowEvent *event) {
    QWidget::showEvent(event);
    if (outdated_) {
        compute();
    }
}

void DataPanel::take(Answer answer) {
    answer_ = std::move(answer);
    chart_->show(answer_.study);
    state_->setText(tr("Choose what is promised about the app's data: how long reads and writes take is told here, and "
                       "what failures leave."));
    look();
    on_map_->setEnabled(answer_.study != nullptr);
    if (!answer_.study) {
        on_map_->setChecked(false);
    }
    colourMap();
}

void DataPanel::colourMap() {
    std::shared_ptr<maps::CityTimes> times;
    if (on_map_->isChecked() && answer_.study) {
        times = std::make_shared<maps::CityTimes>();
        for (const CityData &city : answer_.study->cities) {
            times->ms.push_back(city.figures.writers > 0 ? city.figures.write_ms : -1);
        }
    }
    emit mapTimesWanted(times, tr("Writes take"));
}

void DataPanel::compute() {
    const auto &results = workspace_.results;
    if (!results.catchments()) {
        return;
    }
    outdated_ = false;
    const auto world = results.world();
    const Scenario scenario = *results.catchments()->solution->scenario;
    if (!scenario.data) {
        job_.cancel();
        take({});
        return;
    }
    job_.start<Answer>(
        [world, scenario](const std::stop_token &stop, const Progress &progress) -> std::optional<Answer> {
            auto study = data_study(world, scenario, stop, progress);
            if (!study) {
                return std::nullopt;
            }
            Answer out;
            const Consistency model = scenario.data->consistency;
            if (model == Consistency::Primary || model == Consistency::PrimaryOnly) {
                out.places = best_primary(*study->catchments, WriteObjective::Mean);
            }
            out.study = std::make_shared<const DataStudy>(std::move(*study));
            return out;
        },
        [this](Answer answer) { take(std::move(answer)); });
}

} // namespace catchment::app
