// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/city_table.h"

#include "app/widgets/dot_delegate.h"
#include "app/workspace.h"
#include "io/files.h"
#include "io/results.h"
#include "qml/models/city_table_model.h"
#include "qml/models/numbers.h"
#include "qml/models/search_index.h"

#include <QAction>
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QScopedValueRollback>
#include <QTableView>
#include <QToolButton>

#include <algorithm>
#include <exception>

namespace catchment::app {
namespace {

using qml::CityTableModel;
using Role = CityTableModel::Role;

} // namespace

void CityFilter::setWords(const QString &words) {
    words_ = QString::fromStdString(qml::searchKey(words.toStdString())).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    invalidateRowsFilter();
}

bool CityFilter::filterAcceptsRow(int row, const QModelIndex &parent) const {
    if (words_.isEmpty()) {
        return true;
    }
    const QString text = sourceModel()->index(row, 0, parent).data(static_cast<int>(Role::Search)).toString();
    return std::ranges::all_of(words_, [&](const QString &word) { return text.contains(word); });
}

bool CityFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const {
    const QVariant a = left.data(static_cast<int>(Role::Sort));
    const QVariant b = right.data(static_cast<int>(Role::Sort));
    const auto nothing = [](const QVariant &value) { return !value.isValid() || value.toString().isEmpty(); };
    if (nothing(a) || nothing(b)) {
        return nothing(b) && !nothing(a) ? sortOrder() == Qt::AscendingOrder
                                         : nothing(a) && !nothing(b) && sortOrder() == Qt::DescendingOrder;
    }
    return a.typeId() == QMetaType::Double ? a.toDouble() < b.toDouble() : a.toString() < b.toString();
}

CityTable::CityTable(Workspace &workspace, QWidget *parent)
    : QWidget(parent), workspace_(workspace), model_(new CityTableModel(this)), filter_(new CityFilter(this)),
      search_(new QLineEdit(this)), count_(new QLabel(this)), copy_(new QToolButton(this)),
      export_(new QToolButton(this)), view_(new QTableView(this)) {
    setProperty("role", QStringLiteral("card"));
    setAttribute(Qt::WA_StyledBackground);
    search_->setObjectName(QStringLiteral("cityFilter"));
    search_->setPlaceholderText(tr("Filter: city, country or region"));
    search_->setAccessibleName(tr("Filter the table"));
    search_->setClearButtonEnabled(true);
    count_->setProperty("role", QStringLiteral("muted"));
    makeButtons();
    makeView();
    auto *row = new QHBoxLayout;
    row->setContentsMargins(10, 0, 10, 0);
    row->addWidget(search_, 1);
    row->addWidget(count_, 1);
    row->addWidget(copy_);
    row->addWidget(export_);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 6, 0, 4);
    layout->setSpacing(4);
    layout->addLayout(row);
    layout->addWidget(view_, 1);
    follow();
}

void CityTable::makeButtons() {
    auto *copy = new QAction(tr("Copy"), this);
    copy->setObjectName(QStringLiteral("copyCities"));
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    copy->setToolTip(tr("Copy the selected rows, or all, for a spreadsheet"));
    connect(copy, &QAction::triggered, this, [this] { QGuiApplication::clipboard()->setText(tsv()); });
    view_->addAction(copy);
    copy_->setDefaultAction(copy);
    auto *save = new QAction(tr("Export …"), this);
    save->setToolTip(tr("Write the cities that are listed to a CSV file"));
    connect(save, &QAction::triggered, this, &CityTable::ask);
    export_->setDefaultAction(save);
    for (QToolButton *button : {copy_, export_}) {
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
        button->setFocusPolicy(Qt::TabFocus);
    }
}

void CityTable::makeView() {
    filter_->setSourceModel(model_);
    filter_->setDynamicSortFilter(true);
    view_->setObjectName(QStringLiteral("cityTable"));
    view_->setAccessibleName(tr("All cities"));
    view_->setModel(filter_);
    auto *dots = new DotDelegate(static_cast<int>(Role::Colour), view_);
    view_->setItemDelegateForColumn(CityTableModel::RegionColumn, dots);
    view_->setItemDelegateForColumn(CityTableModel::Nearest, dots);
    view_->setSortingEnabled(true);
    view_->sortByColumn(CityTableModel::Users, Qt::DescendingOrder);
    view_->setSelectionBehavior(QAbstractItemView::SelectRows);
    view_->setAlternatingRowColors(true);
    view_->setShowGrid(false);
    view_->setWordWrap(false);
    view_->setTabKeyNavigation(false);
    view_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view_->verticalHeader()->hide();
    view_->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    view_->verticalHeader()->setDefaultSectionSize(view_->fontMetrics().height() + 8);
    view_->horizontalHeader()->setHighlightSections(false);
    view_->horizontalHeader()->setStretchLastSection(true);
    const QString longest[] = {QStringLiteral("San Francisco"),
                               {},
                               qml::usersText(8.88e9),
                               tr("unreached") + QStringLiteral("  "),
                               qml::msText(888),
                               qml::shareText(0.88),
                               qml::kmText(18888),
                               QStringLiteral("●  ams"),
                               {}};
    constexpr int padding = 30; // with the sort indicator
    for (int column = 0; column < CityTableModel::Why; ++column) {
        const QString head = model_->headerData(column, Qt::Horizontal).toString();
        view_->setColumnWidth(column, padding + std::max(view_->fontMetrics().horizontalAdvance(longest[column]),
                                                         view_->fontMetrics().horizontalAdvance(head)));
    }
    connect(view_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &current) {
        const QString id = current.data(static_cast<int>(Role::Id)).toString();
        if (!id.isEmpty() && !quiet_) {
            workspace_.selection.setCity(id);
        }
    });
}

void CityTable::follow() {
    const auto colours = [this] {
        model_->setColours([this](const QString &code) { return workspace_.appearance.regionColour(code); });
    };
    colours();
    connect(&workspace_.appearance, &Appearance::changed, this, colours);
    connect(&workspace_.results, &Results::changed, this, &CityTable::showResults);
    connect(&workspace_.selection, &qml::Selection::cityChanged, this, &CityTable::showSelected);
    connect(search_, &QLineEdit::textChanged, this, &CityTable::setFilter);
}

void CityTable::setFilter(const QString &words) {
    {
        const QScopedValueRollback quiet(quiet_, true);
        filter_->setWords(words);
    }
    showCount();
    showSelected();
}

void CityTable::begin() {
    view_->setFocus(Qt::ShortcutFocusReason);
    showSelected();
}

void CityTable::showEvent(QShowEvent *event) {
    QWidget::showEvent(event);
    showResults();
}

/// Only where it is seen: an edit is answered sooner without thousands of rows that nobody looks at.
void CityTable::showResults() {
    if (!isVisible()) {
        return;
    }
    {
        const QScopedValueRollback quiet(quiet_, true);
        model_->setCatchments(workspace_.results.catchments());
    }
    showCount();
    showSelected();
}

void CityTable::showSelected() {
    const int row = model_->rowOf(workspace_.selection.city());
    const QModelIndex index = filter_->mapFromSource(model_->index(row, 0));
    if (!index.isValid()) {
        view_->clearSelection();
        return;
    }
    if (index.row() != view_->currentIndex().row() || !view_->selectionModel()->hasSelection()) {
        view_->setCurrentIndex(index);
        view_->scrollTo(index, QAbstractItemView::PositionAtCenter);
    }
}

void CityTable::showCount() {
    const QLocale locale;
    count_->setText(
        filter_->rowCount() == model_->rowCount()
            ? tr("%1 cities").arg(locale.toString(model_->rowCount()))
            : tr("%1 of %2 cities").arg(locale.toString(filter_->rowCount()), locale.toString(model_->rowCount())));
}

QString CityTable::tsv() const {
    QStringList lines;
    const auto line = [](const auto &cell) {
        QStringList cells;
        for (int column = 0; column < CityTableModel::ColumnCount; ++column) {
            cells << cell(column).toString().simplified();
        }
        return cells.join(QLatin1Char('\t'));
    };
    lines << line([this](int column) { return model_->headerData(column, Qt::Horizontal); });
    QList<int> rows;
    for (const QModelIndex &index : view_->selectionModel()->selectedRows()) {
        rows << index.row();
    }
    if (rows.isEmpty()) {
        for (int row = 0; row < filter_->rowCount(); ++row) {
            rows << row;
        }
    }
    std::ranges::sort(rows);
    for (const int row : rows) {
        lines << line([&](int column) { return filter_->index(row, column).data(static_cast<int>(Role::Plain)); });
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

std::string CityTable::csv() const {
    const auto &catchments = workspace_.results.catchments();
    if (!catchments || filter_->rowCount() == model_->rowCount()) {
        return catchments ? solve_csv(*catchments) : std::string();
    }
    std::vector<CityId> cities;
    for (int row = 0; row < model_->rowCount(); ++row) { // in their order, however the table is sorted
        if (filter_->mapFromSource(model_->index(row, 0)).isValid()) {
            cities.push_back(model_->cityAt(row));
        }
    }
    return solve_csv(*catchments, cities);
}

bool CityTable::save(const QString &file) {
    try {
        write_file(file.toStdString(), csv());
    } catch (const std::exception &error) {
        emit failed(QString::fromUtf8(error.what()));
        return false;
    }
    return true;
}

void CityTable::ask() {
    const QString file = QFileDialog::getSaveFileName(this, tr("Export the table"), QStringLiteral("cities.csv"),
                                                      tr("Tables (*.csv);;All files (*)"));
    if (!file.isEmpty()) {
        save(file);
    }
}

} // namespace catchment::app
