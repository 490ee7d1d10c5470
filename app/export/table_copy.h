// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QAbstractItemModel;
class QAbstractItemView;

namespace catchment::app {

/// What a table shows, a header line first, with tabs between: as spreadsheets take it.
QString table_text(const QAbstractItemModel &model);

/// Gives the table the action and the key (Ctrl+C) that put all of it on the clipboard.
void offerTableCopy(QAbstractItemView *view);

} // namespace catchment::app
