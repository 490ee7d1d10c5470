// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data/designs_panel.h"

#include "app/widgets/table_style.h"
#include "app/workspace.h"
#include "maps/fonts.h"
#include "qml/models/design_tables.h"
#include "qml/models/numbers.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace catchment::app {
namespace {

enum class View { Journeys, Failures, Cities };

constexpr int room_for_both = 1100; ///< the figures and what is chosen, pixels

/// What to know of the two designs before any table.
QString verdict(const EdgeStudy &study) {
    const JourneySummary &few = study.deployed.journeys;
    const JourneySummary &every = study.everywhere.journeys;
    QStringList words{DesignsPanel::tr("With every edge announcing, the mean journey takes %1; with deployed regions "
                                       "only, %2.")
                          .arg(qml::msText(every.mean_rtt_ms), qml::msText(few.mean_rtt_ms))};
    const auto worst = std::ranges::max_element(study.deployed.failures, {}, &RegionFailure::broken_users);
    if (worst != study.deployed.failures.end()) {
        const auto i = static_cast<std::size_t>(worst - study.deployed.failures.begin());
        words << DesignsPanel::tr("When %1 fails, connections of %2 users break, or of %3.")
                     .arg(QString::fromStdString(study.deployed.catchments->op().regions[worst->region.index()].code),
                          qml::usersText(study.everywhere.failures[i].broken_users),
                          qml::usersText(worst->broken_users));
    }
    return words.join(QLatin1Char(' '));
}

} // namespace

DesignsPanel::DesignsPanel(Workspace &workspace, QWidget *parent)
    : QWidget(parent), workspace_(workspace), sentence_(new QLabel(this)), view_(new QComboBox(this)),
      figures_(new qml::TextTableModel(this)), details_(new qml::TextTableModel(this)),
      sorted_(new QSortFilterProxyModel(this)) {
    setProperty("role", QStringLiteral("card"));
    setAttribute(Qt::WA_StyledBackground);
    sentence_->setObjectName(QStringLiteral("designsSentence"));
    sentence_->setTextFormat(Qt::PlainText);
    sentence_->setWordWrap(true);
    sentence_->setFont(maps::font(12));
    view_->setObjectName(QStringLiteral("designsView"));
    view_->setAccessibleName(tr("What is shown"));
    view_->addItem(tr("Whole journeys"), static_cast<int>(View::Journeys));
    view_->addItem(tr("When something fails"), static_cast<int>(View::Failures));
    view_->addItem(tr("City by city"), static_cast<int>(View::Cities));
    view_->setCurrentIndex(view_->findData(static_cast<int>(View::Failures)));
    sorted_->setSourceModel(details_);
    sorted_->setSortRole(static_cast<int>(qml::TextTableModel::Role::Sort));
    sorted_->setSortLocaleAware(true);
    figure_table_ = makeTable(figures_, QStringLiteral("designFigures"), tr("Whole journeys under both designs"));
    detail_table_ = makeTable(sorted_, QStringLiteral("designDetails"), tr("Both designs beside each other"));
    connect(detail_table_, &QTableView::clicked, this, &DesignsPanel::choose);
    connect(detail_table_, &QTableView::activated, this, &DesignsPanel::choose);

    auto *head = new QHBoxLayout;
    head->setSpacing(12);
    head->addWidget(view_);
    head->addWidget(sentence_, 1);
    auto *tables = new QHBoxLayout;
    tables->setSpacing(12);
    tables->addWidget(figure_table_, 2);
    tables->addWidget(detail_table_, 3);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 6, 8, 2);
    layout->setSpacing(4);
    layout->addLayout(head);
    layout->addLayout(tables, 1);
    layout->addStretch(0);

    connect(view_, &QComboBox::activated, this, &DesignsPanel::look);
    connect(&workspace.results, &Results::changed, this, &DesignsPanel::follow);
    connect(&workspace.results, &Results::worldChanged, this, [this] {
        job_.cancel();
        take(nullptr, {});
    });
    const auto dim = [this](bool busy) { // what is shown is of an older question
        figure_table_->setEnabled(!busy);
        detail_table_->setEnabled(!busy);
    };
    connect(&job_, &Job::busyChanged, this, dim);
    connect(&job_, &Job::failed, this, [this](const QString &text) { take(nullptr, text); });
    take(nullptr, {});
}

QTableView *DesignsPanel::makeTable(QAbstractItemModel *model, const QString &name, const QString &accessible) {
    auto *table = new QTableView(this);
    table->setObjectName(name);
    table->setAccessibleName(accessible);
    table->setModel(model);
    return table;
}

void DesignsPanel::showEvent(QShowEvent *event) {
    QWidget::showEvent(event);
    follow();
}

void DesignsPanel::resizeEvent(QResizeEvent *event) {
    QWidget::resizeEvent(event);
    arrange();
}

/// The figures beside what is chosen where there is room for both.
void DesignsPanel::arrange() {
    const bool both = width() >= room_for_both;
    const bool figures = view_->currentData() == static_cast<int>(View::Journeys);
    figure_table_->setVisible(study_ && (figures || both));
    detail_table_->setVisible(study_ && (!figures || both));
    // Once the layout has given them their sizes.
    QMetaObject::invokeMethod(
        this,
        [this] {
            fitTable(*figure_table_, 0);
            fitTable(*detail_table_, 0);
        },
        Qt::QueuedConnection);
}

void DesignsPanel::look() {
    const bool cities = view_->currentData() == static_cast<int>(View::Cities);
    detail_table_->setSortingEnabled(false);
    sorted_->sort(-1);
    figures_->setTable(study_ ? qml::designFigures(*study_) : qml::TextTable());
    details_->setTable(!study_ ? qml::TextTable() : cities ? qml::designCities(*study_) : qml::designFailures(*study_));
    if (study_) {
        styleTable(*figure_table_, 0);
        styleTable(*detail_table_, 0);
    }
    detail_table_->setToolTip(cities ? QString()
                                     : tr("Users whom BGP leads to another edge, whom another instance serves, and "
                                          "whose connections break: either of the two"));
    if (cities) {
        detail_table_->horizontalHeader()->setSortIndicator(-1, Qt::DescendingOrder); // most users first, as it is made
        detail_table_->setSortingEnabled(true);
    }
    arrange();
}

void DesignsPanel::take(std::shared_ptr<const EdgeStudy> study, const QString &words) {
    study_ = std::move(study);
    if (!study_) {
        of_.reset();
    }
    sentence_->setText(study_ ? verdict(*study_) : words);
    look();
}

void DesignsPanel::choose(const QModelIndex &row) {
    const QString city = row.data(static_cast<int>(qml::TextTableModel::Role::City)).toString();
    const QString code = row.data(static_cast<int>(qml::TextTableModel::Role::Code)).toString();
    if (!city.isEmpty()) {
        workspace_.selection.setCity(city);
    } else if (!code.isEmpty()) {
        workspace_.selection.setRegion(code);
    }
}

void DesignsPanel::follow() {
    const auto &now = workspace_.results.catchments();
    if (!isVisible() || !now || now == of_) {
        return;
    }
    const Scenario scenario = *now->solution->scenario;
    if (scenario.regions.empty()) {
        job_.cancel();
        take(nullptr, tr("The app is deployed nowhere, so there is nothing to compare: tick a region."));
        return;
    }
    of_ = now;
    if (!study_) {
        sentence_->setText(tr("Solving both designs, and each with failures …"));
    }
    job_.start<std::shared_ptr<const EdgeStudy>>(
        [world = workspace_.results.world(),
         scenario](const std::stop_token &stop, const Progress &) -> std::optional<std::shared_ptr<const EdgeStudy>> {
            auto study = edge_study(world, scenario, stop);
            return study ? std::optional(std::make_shared<const EdgeStudy>(std::move(*study))) : std::nullopt;
        },
        [this](std::shared_ptr<const EdgeStudy> study) { take(std::move(study), {}); });
}

} // namespace catchment::app
