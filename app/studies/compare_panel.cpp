// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studies/compare_panel.h"

#include "app/widgets/elided_label.h"
#include "app/workspace.h"
#include "maps/fonts.h"
#include "qml/models/mover_model.h"
#include "qml/models/moves_model.h"
#include "qml/models/numbers.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

namespace catchment::app {
namespace {

QSortFilterProxyModel *sortable(QAbstractItemModel *model, int role, QObject *parent) {
    auto *sorted = new QSortFilterProxyModel(parent);
    sorted->setSourceModel(model);
    sorted->setSortRole(role);
    sorted->setSortLocaleAware(true);
    return sorted;
}

} // namespace

ComparePanel::ComparePanel(Workspace &workspace, QWidget *parent)
    : QWidget(parent), workspace_(workspace), regions_(new qml::RegionMovesModel(this)),
      moves_(new qml::MovesModel(this)), title_(new ElidedLabel(this)), figures_(new QLabel(this)),
      group_(new QComboBox(this)) {
    setProperty("role", QStringLiteral("card"));
    setAttribute(Qt::WA_StyledBackground);
    title_->setFont(maps::font(13, maps::FontWeight::SemiBold));
    title_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    figures_->setObjectName(QStringLiteral("compareFigures"));
    figures_->setTextFormat(Qt::PlainText);
    figures_->setProperty("role", QStringLiteral("muted"));
    figures_->setWordWrap(true);
    group_->setObjectName(QStringLiteral("compareGroup"));
    group_->setAccessibleName(tr("Movers taken together"));
    group_->addItems({tr("by city"), tr("by country"), tr("by access network")});
    region_table_ = makeTable(sortable(regions_, static_cast<int>(qml::RegionMovesModel::Role::Sort), this),
                              tr("What regions gained and lost"), QStringLiteral("regionMovesTable"));
    move_table_ = makeTable(sortable(moves_, static_cast<int>(qml::MovesModel::Role::Sort), this), tr("Who moved"),
                            QStringLiteral("movesTable"));
    region_table_->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    move_table_->sortByColumn(qml::MovesModel::Users, Qt::DescendingOrder);

    auto *left = new QVBoxLayout;
    left->setSpacing(4);
    left->addWidget(title_);
    left->addWidget(figures_);
    left->addWidget(region_table_, 1);
    auto *right = new QVBoxLayout;
    right->setSpacing(4);
    right->addWidget(group_, 0, Qt::AlignLeft);
    right->addWidget(move_table_, 1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 4, 12, 4);
    layout->setSpacing(16);
    layout->addLayout(left, 11);
    layout->addLayout(right, 9);

    connect(group_, &QComboBox::currentIndexChanged, this, &ComparePanel::showMoves);
    connect(&workspace.results, &Results::changed, this, &ComparePanel::show);
    connect(move_table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) {
                const QString city = current.data(static_cast<int>(qml::MovesModel::Role::City)).toString();
                if (!city.isEmpty()) {
                    workspace_.selection.setCity(city);
                }
            });
    show();
}

QTableView *ComparePanel::makeTable(QSortFilterProxyModel *sorted, const QString &name, const QString &object) {
    auto *table = new QTableView(this);
    table->setObjectName(object);
    table->setAccessibleName(name);
    table->setModel(sorted);
    table->setSortingEnabled(true);
    table->sortByColumn(-1, Qt::AscendingOrder);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(22);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    table->horizontalHeader()->setHighlightSections(false);
    table->setShowGrid(false);
    table->setAlternatingRowColors(true);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setTabKeyNavigation(false);
    return table;
}

QString ComparePanel::figures() const {
    const Results &results = workspace_.results;
    const auto change = [](double before, double after) {
        return tr("%1 → %2").arg(qml::msText(before), qml::msText(after));
    };
    const auto &edges = results.edges();
    if (!edges) {
        const Summary &was = results.before()->summary;
        const Summary &is = results.catchments()->summary;
        return tr("%1 RTT: mean %2, median %3, 95 % within %4.")
            .arg(qml::comparisonSentence(results.comparison()), change(was.mean_rtt_ms, is.mean_rtt_ms),
                 change(was.median_rtt_ms, is.median_rtt_ms), change(was.p95_rtt_ms, is.p95_rtt_ms));
    }
    const JourneySummary &was = edges->before.journeys;
    const JourneySummary &is = edges->after.journeys;
    return tr("%1 Whole journeys: mean %2, median %3, 95 % within %4.")
        .arg(qml::edgeSentence(results.comparison(), edges->change, results.catchments()->op()),
             change(was.mean_rtt_ms, is.mean_rtt_ms), change(was.median_rtt_ms, is.median_rtt_ms),
             change(was.p95_rtt_ms, is.p95_rtt_ms));
}

void ComparePanel::show() {
    const Results &results = workspace_.results;
    const bool compares = results.catchments() && results.before();
    region_table_->setVisible(compares);
    move_table_->setVisible(compares);
    group_->setVisible(compares);
    if (!compares) {
        title_->setText(tr("Nothing to compare yet"));
        figures_->setText(tr("Change something, or pin this state as A (Ctrl+D) and change as much as you like."));
        regions_->clear();
        moves_->clear();
        return;
    }
    title_->setText(workspace_.pin.scenario()
                        ? tr("Now against A: %1").arg(workspace_.pin.title())
                        : tr("Now against before: %1").arg(workspace_.document.undoStack().undoText()));
    figures_->setText(figures());
    regions_->setMoves(moves_by_region(results.comparison(), *results.before(), *results.catchments()),
                       results.catchments()->op());
    showMoves();
}

void ComparePanel::showMoves() {
    const Results &results = workspace_.results;
    if (results.catchments() && results.before()) {
        moves_->setComparison(results.comparison(), results.catchments()->world(),
                              static_cast<qml::MovesModel::Group>(group_->currentIndex()));
        move_table_->setColumnHidden(qml::MovesModel::Lost, results.comparison().newly_unreached_users < 0.5);
    }
}

} // namespace catchment::app
