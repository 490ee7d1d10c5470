// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/picture_file.h"

#include <QByteArray>
#include <QString>

class QCustomPlot;

namespace catchment::app {

/// A chart as it is on screen, in its size there: PNG at three times its pixels, SVG and PDF with text as text. The
/// same bytes for the same chart. `date`: as in PictureOptions.
QByteArray chart_file(QCustomPlot &plot, maps::PictureFormat format, const QString &name, const QString &date = {});

/// Asks where, and writes the chart in the format of the file's ending.
void saveChartAs(QCustomPlot &plot, const QString &name);

/// Puts the chart on the clipboard, as picture and as SVG.
void copyChart(QCustomPlot &plot, const QString &name);

/// Gives the chart a context menu: save, copy. `name` also becomes the name of the file that is offered.
void offerChartExport(QCustomPlot *plot, const QString &name);

} // namespace catchment::app
