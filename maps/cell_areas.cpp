// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/cell_areas.h"

#include "maps/clip.h"

#include <QPolygonF>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <utility>

namespace catchment::maps {
namespace {

constexpr double touching_km = 1e-4;
constexpr double least_area = 2e-6; // square degrees: a sliver

/// To five decimals, a metre or so.
double rounded(double degrees) { return std::round(degrees * 1e5) / 1e5; }

using Corners = std::vector<std::uint32_t>; ///< of a ring: indices into CellGrid::points

/// The corners of a ring, and those of its cell that lie on its sides.
Corners with_touching_corners(const CellGrid &grid, const Cell &cell, std::uint32_t ring) {
    const Corners of_cell(grid.corners.begin() + grid.ring_begin[cell.first_ring],
                          grid.corners.begin() + grid.ring_begin[cell.last_ring]);
    const Corners corners(grid.corners.begin() + grid.ring_begin[ring],
                          grid.corners.begin() + grid.ring_begin[ring + 1]);
    Corners out;
    for (std::size_t i = 0; i < corners.size(); ++i) {
        const std::uint32_t from = corners[i], to = corners[(i + 1) % corners.size()];
        out.push_back(from);
        const QPointF begin = grid.points[from], way = grid.points[to] - begin;
        const double length = std::hypot(way.x(), way.y());
        std::vector<std::pair<double, std::uint32_t>> between;
        for (const std::uint32_t other : of_cell) {
            const QPointF step = grid.points[other] - begin;
            const double along = QPointF::dotProduct(step, way) / length;
            const double beside = (step.x() * way.y() - step.y() * way.x()) / length;
            if (along > touching_km && along < length - touching_km && std::abs(beside) < touching_km)
                between.emplace_back(along, other);
        }
        std::sort(between.begin(), between.end());
        for (const auto &[along, corner] : between)
            if (out.back() != corner)
                out.push_back(corner);
    }
    return out;
}

/// The rings of a cell, such that none touches itself or another along a side. A ring that a side of its cell cut into
/// parts is one with a way there and back between them along that side (clip.h), and a hole may reach that side, too.
std::vector<Corners> simple_rings(const CellGrid &grid, const Cell &cell) {
    std::map<std::pair<std::uint32_t, std::uint32_t>, int> sides;
    for (std::uint32_t r = cell.first_ring; r < cell.last_ring; ++r) {
        const Corners ring = with_touching_corners(grid, cell, r);
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const std::uint32_t from = ring[i], to = ring[(i + 1) % ring.size()];
            if (auto back = sides.find({to, from}); back != sides.end() && back->second > 0)
                --back->second;
            else
                ++sides[{from, to}];
        }
    }
    std::multimap<std::uint32_t, std::uint32_t> next;
    for (const auto &[side, times] : sides)
        for (int i = 0; i < times; ++i)
            next.insert(side);
    std::vector<Corners> out;
    while (!next.empty()) {
        Corners walk{next.begin()->first};
        for (auto way = next.begin(); way != next.end(); way = next.find(walk.back())) {
            const std::uint32_t to = way->second;
            next.erase(way);
            const auto before = std::find(walk.begin(), walk.end(), to);
            if (before == walk.end()) {
                walk.push_back(to);
                continue;
            }
            out.emplace_back(before, walk.end());
            walk.erase(before + 1, walk.end());
        }
    }
    return out;
}

/// The ring in degrees, x east and y **south**, without points that fall together.
Ring ring_in_degrees(const CellGrid &grid, const Corners &corners, const std::vector<GeoPoint> &places) {
    Ring out;
    for (const std::uint32_t corner : corners) {
        const GeoPoint place = places[corner];
        // On the cut itself a longitude may come back from the other side.
        const double lon = std::abs(place.lon) > 179.9 ? std::copysign(place.lon, grid.points[corner].x()) : place.lon;
        const QPointF point(rounded(lon), -rounded(place.lat));
        if (out.empty() || out.back() != point)
            out.push_back(point);
    }
    while (out.size() > 1 && out.front() == out.back())
        out.pop_back();
    return out;
}

CellArea::Ring as_places(const Ring &ring, bool reversed) {
    CellArea::Ring out;
    for (const QPointF &point : ring)
        out.push_back({-point.y(), point.x()});
    if (reversed)
        std::reverse(out.begin(), out.end());
    out.push_back(out.front());
    return out;
}

} // namespace

std::vector<CellArea> cell_areas(const Atlas &atlas, const std::shared_ptr<const World> &world) {
    const CellGrid &grid = atlas.cells();
    const auto cities = atlas.cell_cities(world);
    const std::vector<GeoPoint> places = Projection(ProjectionKind::EqualEarth).inverse(grid.points);
    std::vector<CellArea> areas;
    for (std::size_t c = 0; c < grid.cells.size(); ++c) {
        if (!(*cities)[c])
            continue;
        CellArea area{*(*cities)[c], {}};
        std::vector<Ring> outer, holes;
        for (const Corners &corners : simple_rings(grid, grid.cells[c])) {
            Ring ring = ring_in_degrees(grid, corners, places);
            const double doubled = ring.size() < 3 ? 0 : doubled_area(ring);
            if (std::abs(doubled) < 2 * least_area)
                continue;
            ((doubled > 0) == atlas.land_is_clockwise() ? outer : holes).push_back(std::move(ring));
        }
        for (const Ring &ring : outer) // anticlockwise, north up
            area.polygons.push_back({as_places(ring, doubled_area(ring) > 0)});
        for (const Ring &hole : holes)
            for (std::size_t i = 0; i < outer.size(); ++i)
                if (QPolygonF(QList<QPointF>(outer[i].begin(), outer[i].end()))
                        .containsPoint(hole[0], Qt::OddEvenFill)) {
                    area.polygons[i].push_back(as_places(hole, doubled_area(hole) < 0));
                    break;
                }
        if (!area.polygons.empty())
            areas.push_back(std::move(area));
    }
    return areas;
}

} // namespace catchment::maps
