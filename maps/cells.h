// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/geography.h"
#include "world/world.h"

#include <QPointF>

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

/// The land in hexagonal cells of equal area, and which city each of them stands for.
namespace catchment::maps {

/// Land of one country inside one hexagon: the rings [first_ring, last_ring) of its grid.
struct Cell {
    std::uint32_t country = 0; ///< index into Geography::countries
    std::uint32_t first_ring = 0, last_ring = 0;
    QPointF centre; ///< of the hexagon, in the plane
};

/// A straight stretch between two points. Cells that touch have the same one, in opposite directions.
struct CellSide {
    std::uint32_t number = 0;
    bool reversed = false; ///< runs from its higher point to its lower one
};

/// The cells of the whole land but Antarctica, in the plane of Equal Earth around Greenwich (projection.h). Cells that
/// touch share their points, so that any set of cells has an outline. Made once, immutable.
struct CellGrid {
    static constexpr double edge_km = 65; ///< of a hexagon: 10,976 km²

    /// `plane`: the points of `geography` in the plane of Equal Earth.
    CellGrid(const Geography &geography, const std::vector<QPointF> &plane);

    std::vector<QPointF> points;
    std::vector<std::uint32_t> corners;    ///< of all rings: indices into `points`
    std::vector<CellSide> sides;           ///< from each corner to the next of its ring
    std::vector<std::uint32_t> ring_begin; ///< ring r: corners[ring_begin[r], ring_begin[r + 1])
    std::vector<Cell> cells;
    std::uint32_t side_count = 0; ///< different ones

    /// The cell that holds a point of the plane.
    std::optional<std::uint32_t> at(QPointF plane) const;

    std::size_t ring_count() const { return ring_begin.size() - 1; }

private:
    bool holds(const Cell &cell, QPointF plane) const;

    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> by_hexagon_; ///< cells, one a country
};

/// For each cell the city of its own country that is nearest to its centre, within 300 km; none where there is none.
/// `centres`: of the cells, geographic.
std::vector<std::optional<CityId>> cities_of_cells(const CellGrid &grid, const Geography &geography,
                                                   const std::vector<GeoPoint> &centres, const World &world);

} // namespace catchment::maps
