// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

class QWidget;

namespace catchment::app {

/// Makes Tab go through these parts of a window one after the other, and within each as before.
void setTabOrderOf(const QList<QWidget *> &parts);

/// What Tab reaches in a part of a window, in its order.
QList<QWidget *> tabStops(const QWidget &part);

} // namespace catchment::app
