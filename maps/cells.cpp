// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/cells.h"

#include "maps/clip.h"

#include <QRectF>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <limits>
#include <map>
#include <numbers>
#include <utility>

namespace catchment::maps {
namespace {

constexpr double edge = CellGrid::edge_km;
constexpr double width = edge * std::numbers::sqrt3; // flat side to flat side
constexpr double row_step = edge * 1.5;
constexpr double radius_km = 300;
constexpr CountryCode antarctica{'A', 'Q'};

/// A hexagon with a corner on top; odd rows are half a width to the right.
struct Hex {
    int column = 0;
    int row = 0;
    friend auto operator<=>(const Hex &, const Hex &) = default;

    QPointF centre() const { return {width * (column + (row & 1) * 0.5), row_step * row}; }
};

std::uint64_t hex_key(Hex hex) {
    return std::uint64_t(static_cast<std::uint32_t>(hex.column)) << 32 | static_cast<std::uint32_t>(hex.row);
}

/// The hexagon around a point: of those near it, the one with the nearest centre.
Hex hex_at(QPointF plane) {
    const int row = static_cast<int>(std::floor(plane.y() / row_step));
    const int column = static_cast<int>(std::floor(plane.x() / width));
    Hex best;
    double least = std::numeric_limits<double>::infinity();
    for (int r = row; r <= row + 1; ++r)
        for (int c = column - 1; c <= column + 1; ++c) {
            const QPointF away = Hex{c, r}.centre() - plane;
            if (const double square = QPointF::dotProduct(away, away); square < least) {
                least = square;
                best = {c, r};
            }
        }
    return best;
}

/// Cuts the rings of one country into hexagons, halving the block of hexagons until one is left: each level clips
/// only what the one above has left over.
class Cutter {
public:
    using Pieces = std::map<Hex, std::vector<Ring>>;

    void cut(Ring ring) {
        double left = ring[0].x(), right = left, top = ring[0].y(), bottom = top;
        for (const QPointF &p : ring) {
            left = std::min(left, p.x());
            right = std::max(right, p.x());
            top = std::min(top, p.y());
            bottom = std::max(bottom, p.y());
        }
        const auto column = [](double x) { return static_cast<int>(std::floor(x / width)); };
        const auto row = [](double y) { return static_cast<int>(std::floor(y / row_step)); };
        divide(std::move(ring), column(left) - 1, column(right) + 2, row(top) - 1, row(bottom) + 2);
    }

    Pieces pieces;

private:
    /// Hexagons [first column, last column) × [first row, last row).
    void divide(Ring ring, int c0, int c1, int r0, int r1) {
        if (c0 >= c1 || r0 >= r1)
            return;
        const QRectF block(QPointF((c0 - 0.5) * width, r0 * row_step - edge),
                           QPointF(c1 * width, (r1 - 1) * row_step + edge));
        ring = clip_to_rectangle(std::move(ring), block);
        if (ring.size() < 3)
            return;
        if (c1 - c0 == 1 && r1 - r0 == 1) {
            keep({c0, r0}, std::move(ring));
        } else if (c1 - c0 >= r1 - r0) {
            const int middle = (c0 + c1) / 2;
            divide(ring, c0, middle, r0, r1);
            divide(std::move(ring), middle, c1, r0, r1);
        } else {
            const int middle = (r0 + r1) / 2;
            divide(ring, c0, c1, r0, middle);
            divide(std::move(ring), c0, c1, middle, r1);
        }
    }

    void keep(Hex hex, Ring ring) {
        static const std::array<QPointF, 6> normals = [] {
            std::array<QPointF, 6> result;
            for (int i = 0; i < 6; ++i) {
                const double angle = (-60 + 60 * i) * std::numbers::pi / 180;
                result[static_cast<std::size_t>(i)] = {std::cos(angle), std::sin(angle)};
            }
            return result;
        }();
        Ring other;
        for (const QPointF &normal : normals) {
            clip_half_plane(ring, other, normal, QPointF::dotProduct(normal, hex.centre()) + width / 2);
            std::swap(ring, other);
        }
        // Slivers below a hundredth of a km² come from rounding.
        if (ring.size() >= 3 && std::abs(doubled_area(ring)) > 0.02)
            pieces[hex].push_back(std::move(ring));
    }
};

/// Numbers by key: open addressing, since it is asked half a million times at the program's start.
class Numbers {
public:
    explicit Numbers(std::size_t most) : slots_(std::bit_ceil(most * 2), {empty, 0}) {}

    /// The number under `key`; `fresh`, from now on, where there was none.
    std::uint32_t find_or_put(std::uint64_t key, std::uint32_t fresh) {
        Slot &slot = at(key);
        if (slot.key == empty)
            slot = {key, fresh};
        return slot.number;
    }

private:
    static constexpr std::uint64_t empty = ~std::uint64_t{0};
    struct Slot {
        std::uint64_t key;
        std::uint32_t number;
    };
    Slot &at(std::uint64_t key) {
        std::uint64_t hash = key * 0x9E3779B97F4A7C15u;
        hash ^= hash >> 32;
        std::size_t i = hash & (slots_.size() - 1);
        while (slots_[i].key != empty && slots_[i].key != key)
            i = (i + 1) & (slots_.size() - 1);
        return slots_[i];
    }
    std::vector<Slot> slots_;
};

/// A point to the metre: cells that touch compute their common points each by itself.
std::uint64_t metre_key(QPointF p) {
    const auto whole = [](double km) {
        return static_cast<std::uint32_t>(static_cast<std::int32_t>(std::lround(km * 1000)));
    };
    return (std::uint64_t(whole(p.x())) << 32) | whole(p.y());
}

} // namespace

CellGrid::CellGrid(const Geography &geography, const std::vector<QPointF> &plane) : ring_begin{0} {
    std::vector<Cutter> cutters(geography.countries.size());
    for (const LandPolygon &polygon : geography.polygons) {
        if (geography.countries[polygon.country] == antarctica)
            continue;
        for (const auto &uses : polygon.rings) {
            Ring ring;
            for (const std::uint32_t point : geography.ring_points(uses))
                ring.push_back(plane[point]);
            if (ring.size() >= 3)
                cutters[polygon.country].cut(std::move(ring));
        }
    }

    std::size_t most = 0;
    for (const Cutter &cutter : cutters)
        for (const auto &[hex, rings] : cutter.pieces)
            for (const Ring &ring : rings)
                most += ring.size();
    points.reserve(most);
    corners.reserve(most);
    Numbers numbers(most);
    const auto add_ring = [&](const Ring &ring) {
        const std::size_t first = corners.size();
        for (const QPointF &point : ring) {
            const std::uint32_t number =
                numbers.find_or_put(metre_key(point), static_cast<std::uint32_t>(points.size()));
            if (number == points.size())
                points.push_back(point);
            if (corners.size() == first || corners.back() != number)
                corners.push_back(number);
        }
        while (corners.size() > first + 1 && corners.back() == corners[first])
            corners.pop_back();
        if (corners.size() < first + 3)
            corners.resize(first);
        else
            ring_begin.push_back(static_cast<std::uint32_t>(corners.size()));
    };
    for (std::uint32_t country = 0; country < cutters.size(); ++country) {
        for (const auto &[hex, rings] : cutters[country].pieces) {
            Cell cell{country, static_cast<std::uint32_t>(ring_count()), 0, hex.centre()};
            for (const Ring &ring : rings)
                add_ring(ring);
            cell.last_ring = static_cast<std::uint32_t>(ring_count());
            if (cell.last_ring > cell.first_ring) {
                by_hexagon_[hex_key(hex)].push_back(static_cast<std::uint32_t>(cells.size()));
                cells.push_back(cell);
            }
        }
    }

    Numbers known_sides(corners.size());
    sides.reserve(corners.size());
    for (std::size_t ring = 0; ring < ring_count(); ++ring)
        for (std::uint32_t i = ring_begin[ring]; i < ring_begin[ring + 1]; ++i) {
            const std::uint64_t from = corners[i];
            const std::uint64_t to = corners[i + 1 < ring_begin[ring + 1] ? i + 1 : ring_begin[ring]];
            const std::uint64_t key = std::min(from, to) << 32 | std::max(from, to);
            const std::uint32_t number = known_sides.find_or_put(key, side_count);
            side_count += number == side_count;
            sides.push_back({number, from > to});
        }
}

std::optional<std::uint32_t> CellGrid::at(QPointF plane) const {
    const auto found = by_hexagon_.find(hex_key(hex_at(plane)));
    if (found != by_hexagon_.end())
        for (const std::uint32_t cell : found->second)
            if (holds(cells[cell], plane))
                return cell;
    return {};
}

bool CellGrid::holds(const Cell &cell, QPointF plane) const {
    bool inside = false;
    for (std::uint32_t ring = cell.first_ring; ring < cell.last_ring; ++ring)
        for (std::uint32_t i = ring_begin[ring]; i < ring_begin[ring + 1]; ++i) {
            const QPointF a = points[corners[i]];
            const QPointF b = points[corners[i + 1 < ring_begin[ring + 1] ? i + 1 : ring_begin[ring]]];
            if ((a.y() > plane.y()) != (b.y() > plane.y()) &&
                plane.x() < a.x() + (b.x() - a.x()) * (plane.y() - a.y()) / (b.y() - a.y()))
                inside = !inside;
        }
    return inside;
}

std::vector<std::optional<CityId>> cities_of_cells(const CellGrid &grid, const Geography &geography,
                                                   const std::vector<GeoPoint> &centres, const World &world) {
    using Vector = std::array<double, 3>;
    const auto unit = [](GeoPoint p) -> Vector {
        constexpr double degree = std::numbers::pi / 180;
        return {std::cos(p.lat * degree) * std::cos(p.lon * degree),
                std::cos(p.lat * degree) * std::sin(p.lon * degree), std::sin(p.lat * degree)};
    };
    struct Candidate {
        CityId city;
        Vector place;
    };
    std::map<CountryCode, std::vector<Candidate>> by_country;
    for (std::size_t i = 0; i < world.cities.size(); ++i) {
        const City &city = world.cities[i];
        // A place without users has nothing to colour.
        if (city.users > 0 && city.country.size() == 2)
            by_country[{city.country[0], city.country[1]}].push_back({CityId(i), unit(city.place)});
    }

    const double within = std::cos(radius_km / earth_radius_km);
    std::vector<std::optional<CityId>> result(grid.cells.size());
    for (std::size_t i = 0; i < grid.cells.size(); ++i) {
        const auto candidates = by_country.find(geography.countries[grid.cells[i].country]);
        if (candidates == by_country.end())
            continue;
        const Vector centre = unit(centres[i]);
        double best = within;
        for (const Candidate &candidate : candidates->second) {
            const double cosine =
                centre[0] * candidate.place[0] + centre[1] * candidate.place[1] + centre[2] * candidate.place[2];
            if (cosine >= best && (cosine > best || !result[i])) {
                best = cosine;
                result[i] = candidate.city;
            }
        }
    }
    return result;
}

} // namespace catchment::maps
