// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/display_list.h"

#include <QPointF>
#include <QPolygonF>

#include <optional>
#include <vector>

/// What lies under a point of the page, taken from the display list that was drawn: exact by construction.
namespace catchment::maps {

struct Target {
    enum class Kind { Region, City, Exchange, Fibre, Cell };
    Kind kind = Kind::City;
    /// Region code, city id, exchange id, the ids of a stretch's two cities with `|` between, or of a cell's city.
    QString id;
    friend bool operator==(const Target &, const Target &) = default;
};

class HitTest {
public:
    HitTest() = default;
    explicit HitTest(const DisplayList &list);

    /// What is drawn below.
    void add(const HitTest &below);

    /// Regions before cities, cities before labels and exchanges, all of them before fibre; within `reach` pixels of
    /// a dot. Cells are not in a display list one by one: CellGrid::at() knows them.
    std::optional<Target> at(QPointF page, double reach = 5) const;

    /// Is any part of a region's badge within the area?
    bool covers_region(const QRectF &page) const;

private:
    struct Box {
        QRectF area;
        QString id;
    };
    struct Dot {
        QPointF centre;
        double radius = 0;
        QString id;
    };
    struct Line {
        std::vector<QPolygonF> pieces;
        QRectF area;
        double half_width = 0;
        QString id;
    };
    const Line *line_at(QPointF page, double reach) const;

    std::vector<Box> regions_;
    std::vector<Dot> cities_;
    std::vector<Box> labels_;
    std::vector<Box> exchanges_;
    std::vector<Line> fibre_; ///< the selected way's first
};

} // namespace catchment::maps
