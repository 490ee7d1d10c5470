// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/table_style.h"

#include <QHeaderView>
#include <QTableView>

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

} // namespace catchment::app
