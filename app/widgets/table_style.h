// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QTableView;

namespace catchment::app {

/// A table below the map: rows are chosen whole, figures are never cut, one column takes the room that is left.
void styleTable(QTableView &table, int stretched_column);

} // namespace catchment::app
