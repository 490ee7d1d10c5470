// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "study/distribution.h"

#include <QColor>
#include <QString>
#include <QWidget>

#include <vector>

class QCustomPlot;

namespace catchment::app {

struct Workspace;

/// How long the users' packets travel: users by round-trip time, in the colours of their regions, and as an outline
/// those of the state that is compared with. Lines mark median and 95th percentile.
class RttChart : public QWidget {
    Q_OBJECT

public:
    explicit RttChart(Workspace &workspace, QWidget *parent = nullptr);

    QCustomPlot &plot() { return *plot_; }

private:
    void draw();
    void drawBars(const RttHistogram &now, std::size_t bins);
    void drawOutline(const RttHistogram &before, std::size_t bins);
    void drawMark(double ms, const QString &text, double top, bool before);
    QString spoken() const;

    Workspace &workspace_;
    QCustomPlot *plot_;
};

} // namespace catchment::app
