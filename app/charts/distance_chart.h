// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "world/ids.h"

#include <QPointF>
#include <QWidget>

#include <optional>

class QCustomPlot;

namespace catchment::app {

struct Workspace;

/// Every city as a dot: how far its region is against how long its packets travel, and the line that light in fibre
/// along the great circle would keep. What is far above the line goes a long way round. A click selects the city.
class DistanceChart : public QWidget {
    Q_OBJECT

public:
    explicit DistanceChart(Workspace &workspace, QWidget *parent = nullptr);

    QCustomPlot &plot() { return *plot_; }

    /// The city whose dot is nearest to a place in the plot and within reach of it.
    std::optional<CityId> cityAt(QPointF position) const;

private:
    void draw();
    void drawCities();
    void drawLimit();
    void drawSelected();

    Workspace &workspace_;
    QCustomPlot *plot_;
};

} // namespace catchment::app
