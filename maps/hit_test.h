// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/display_list.h"

#include <QPointF>

#include <optional>
#include <vector>

/// What lies under a point of the page, taken from the display list that was drawn: exact by construction.
namespace catchment::maps {

struct Target {
    enum class Kind { Region, City };
    Kind kind = Kind::City;
    QString id; ///< region code or city id
};

class HitTest {
public:
    HitTest() = default;
    explicit HitTest(const DisplayList &list);

    /// Regions before cities, cities before labels; within `reach` pixels of a dot.
    std::optional<Target> at(QPointF page, double reach = 5) const;

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
    std::vector<Box> regions_;
    std::vector<Dot> cities_;
    std::vector<Box> labels_;
};

} // namespace catchment::maps
