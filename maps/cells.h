// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/geography.h"
#include "world/world.h"

#include <QPointF>

#include <cstdint>
#include <optional>
#include <vector>

/// The land in hexagonal cells of equal area, and which city each of them stands for.
namespace catchment::maps {

/// Land of one country inside one hexagon. Points are in the plane of Equal Earth around Greenwich (projection.h).
struct Cell {
    std::uint32_t country = 0; ///< index into Geography::countries
    std::uint32_t first_ring = 0, last_ring = 0;
    QPointF centre; ///< of the hexagon
};

/// A stretch where two cells touch.
struct CellEdge {
    std::uint32_t a = 0, b = 0; ///< cells
    std::uint32_t from = 0, to = 0; ///< points
};

/// The cells of the whole land but Antarctica; made once, immutable.
struct CellGrid {
    static constexpr double edge_km = 65; ///< of a hexagon: 10,976 km²

    /// `plane`: the points of `geography` in the plane of Equal Earth.
    CellGrid(const Geography &geography, const std::vector<QPointF> &plane);

    std::vector<QPointF> points;
    std::vector<std::uint32_t> ring_begin; ///< ring r: points[ring_begin[r], ring_begin[r + 1])
    std::vector<Cell> cells;
    std::vector<CellEdge> edges; ///< their points stand after those of the rings

    std::size_t ring_count() const { return ring_begin.size() - 1; }
};

/// For each cell the city of its own country that is nearest to its centre, within 300 km; none where there is none.
/// `centres`: of the cells, geographic.
std::vector<std::optional<CityId>> cities_of_cells(const CellGrid &grid, const Geography &geography,
                                                   const std::vector<GeoPoint> &centres, const World &world);

} // namespace catchment::maps
