// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/label_placer.h"

#include <algorithm>
#include <array>

namespace catchment::maps {
namespace {

/// Where the box lies relative to the point: -1 before, 0 centred, 1 behind, in x and y.
constexpr std::array<std::array<int, 2>, 8> sides{
    {{1, 0}, {-1, 0}, {0, -1}, {0, 1}, {1, -1}, {1, 1}, {-1, -1}, {-1, 1}}};

QRectF box_beside(QPointF at, double radius, QSizeF size, const std::array<int, 2> &side) {
    // On a diagonal the disc is nearer than its bounding box.
    const double reach = side[0] != 0 && side[1] != 0 ? radius * 0.7 : radius;
    const auto start = [reach](double centre, double length, int where) {
        return where > 0 ? centre + reach : where < 0 ? centre - reach - length : centre - length / 2;
    };
    return {QPointF(start(at.x(), size.width(), side[0]), start(at.y(), size.height(), side[1])), size};
}

} // namespace

bool LabelPlacer::free(const QRectF &area) const {
    return page_.contains(area) &&
           std::none_of(taken_.begin(), taken_.end(), [&](const QRectF &other) { return other.intersects(area); });
}

std::optional<QRectF> LabelPlacer::place_around(QPointF at, double radius, QSizeF size) {
    for (const auto &side : sides) {
        const QRectF box = box_beside(at, radius, size, side);
        if (free(box)) {
            block(box);
            return box;
        }
    }
    return {};
}

std::optional<QRectF> LabelPlacer::place_near(QPointF at, double radius, QSizeF size, double reach) {
    for (double distance = radius; distance <= reach; distance += 3)
        if (const auto box = place_around(at, distance, size))
            return box;
    return {};
}

} // namespace catchment::maps
