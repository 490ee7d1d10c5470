// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QTableView;

namespace catchment::app {

/// A table below the map: rows are chosen whole, figures are never cut, one column takes the room that is left.
void styleTable(QTableView &table, int stretched_column);

/// Where the columns need more than there is, the stretched one keeps its words too and the table scrolls. To be called
/// when the table's size or model has changed.
void fitTable(QTableView &table, int stretched_column);

} // namespace catchment::app
