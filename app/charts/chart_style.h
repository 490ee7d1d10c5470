// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/theme.h"

#include <qcustomplot.h>

/// How every chart of the window looks: the theme's colours, the map's fonts, few lines.
namespace catchment::app {

/// Ticks of people in billions or millions, whichever suits the range.
class UsersTicker : public QCPAxisTicker {
public:
    void setLargest(double users) { billions_ = users >= 1e9; }

protected:
    QString getTickLabel(double tick, const QLocale &locale, QChar format, int precision) override;

private:
    bool billions_ = true;
};

/// Ground and margins of the plot, its axes as axisStyle() has them.
void plotStyle(QCustomPlot &plot, const maps::Theme &theme);

/// `names`: the axis has the names of things rather than figures.
void axisStyle(QCPAxis &axis, const maps::Theme &theme, bool names);

/// A line of words in the plot, where `position` of the answer is put.
QCPItemText *plotText(QCustomPlot &plot, const maps::Theme &theme, const QString &text);

} // namespace catchment::app
