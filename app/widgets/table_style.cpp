// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/table_style.h"

#include <QHeaderView>
#include <QTableView>

#include <algorithm>

namespace catchment::app {

void styleTable(QTableView &table, int stretched_column) {
    table.verticalHeader()->hide();
    table.verticalHeader()->setDefaultSectionSize(24);
    table.verticalHeader()->setMinimumSectionSize(20);
    table.horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table.horizontalHeader()->setResizeContentsPrecision(50); // rows; the others look like them
    table.horizontalHeader()->setSectionResizeMode(stretched_column, QHeaderView::Stretch);
    table.horizontalHeader()->setHighlightSections(false);
    table.setShowGrid(false);
    table.setAlternatingRowColors(true);
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setSelectionMode(QAbstractItemView::SingleSelection);
    table.setTabKeyNavigation(false);
}

void fitTable(QTableView &table, int stretched_column) {
    const QAbstractItemView &view = table;
    QHeaderView &header = *table.horizontalHeader();
    const auto needs = [&](int column) {
        return std::max(header.sectionSizeHint(column), view.sizeHintForColumn(column) + 1); // 1: the grid's line
    };
    int sum = 0;
    for (int column = 0; column < header.count(); ++column) {
        sum += header.isSectionHidden(column) ? 0 : needs(column);
    }
    if (header.count() > stretched_column) {
        header.setSectionResizeMode(stretched_column, sum <= table.viewport()->width() ? QHeaderView::Stretch
                                                                                       : QHeaderView::ResizeToContents);
    }
}

} // namespace catchment::app
