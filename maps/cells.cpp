// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/cells.h"

#include "maps/clip.h"

#include <QRectF>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <numbers>
#include <unordered_map>
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
    /// Corner 0 is on top; clockwise on the page.
    QPointF corner(int i) const {
        static const std::array<QPointF, 6> offsets{QPointF{0, -edge},         QPointF{width / 2, -edge / 2},
                                                    QPointF{width / 2, edge / 2}, QPointF{0, edge},
                                                    QPointF{-width / 2, edge / 2}, QPointF{-width / 2, -edge / 2}};
        return centre() + offsets[static_cast<std::size_t>((i + 6) % 6)];
    }
    /// Across the side from corner i to corner i + 1: 0 north-east, 1 east, 2 south-east.
    Hex neighbour(int side) const {
        const int odd = row & 1;
        if (side == 1)
            return {column + 1, row};
        return {column + odd, side == 0 ? row - 1 : row + 1};
    }
    std::uint64_t key() const {
        return (std::uint64_t(static_cast<std::uint32_t>(column)) << 32) | static_cast<std::uint32_t>(row);
    }
};

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

struct Interval {
    double from = 0, to = 0; ///< of the side's length, 0 … 1
};

/// The parts of the side from `p` to `q` that the rings run along. Joints that clipping left on the side run back
/// and forth, so directions are summed.
std::vector<Interval> along_side(const std::vector<QPointF> &points, const std::vector<std::uint32_t> &ring_begin,
                                 const Cell &cell, QPointF p, QPointF q) {
    constexpr double tolerance = 1e-6;
    const QPointF direction = (q - p) / edge;
    const QPointF normal(-direction.y(), direction.x());
    std::vector<std::pair<double, int>> events;
    for (std::uint32_t ring = cell.first_ring; ring < cell.last_ring; ++ring) {
        const std::uint32_t first = ring_begin[ring], last = ring_begin[ring + 1];
        QPointF before = points[last - 1];
        for (std::uint32_t i = first; i < last; ++i) {
            const QPointF here = points[i];
            if (std::abs(QPointF::dotProduct(before - p, normal)) < tolerance &&
                std::abs(QPointF::dotProduct(here - p, normal)) < tolerance) {
                const double a = QPointF::dotProduct(before - p, direction) / edge;
                const double b = QPointF::dotProduct(here - p, direction) / edge;
                events.emplace_back(std::min(a, b), a < b ? 1 : -1);
                events.emplace_back(std::max(a, b), a < b ? -1 : 1);
            }
            before = here;
        }
    }
    std::sort(events.begin(), events.end());
    std::vector<Interval> result;
    int sum = 0;
    for (std::size_t i = 0; i + 1 < events.size(); ++i) {
        sum += events[i].second;
        if (sum == 0 || events[i + 1].first - events[i].first < 1e-4)
            continue;
        if (!result.empty() && result.back().to > events[i].first - 1e-4)
            result.back().to = events[i + 1].first;
        else
            result.push_back({events[i].first, events[i + 1].first});
    }
    return result;
}

/// Of each arc the countries on its two sides, as far as polygons use it.
std::vector<std::array<std::uint32_t, 2>> sides_of_arcs(const Geography &geography) {
    constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
    std::vector<std::array<std::uint32_t, 2>> sides(geography.arcs.size(), {none, none});
    for (const LandPolygon &polygon : geography.polygons)
        for (const auto &ring : polygon.rings)
            for (const ArcUse &use : ring)
                sides[use.arc][use.reversed ? 1 : 0] = polygon.country;
    return sides;
}

Hex hex_at(QPointF p) {
    const int row = static_cast<int>(std::round(p.y() / row_step));
    Hex best;
    double least = std::numeric_limits<double>::max();
    for (int r = row - 1; r <= row + 1; ++r) {
        const Hex hex{static_cast<int>(std::round(p.x() / width - (r & 1) * 0.5)), r};
        const QPointF d = p - hex.centre();
        if (const double distance = QPointF::dotProduct(d, d); distance < least) {
            least = distance;
            best = hex;
        }
    }
    return best;
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

    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> at; // hexagon → cells
    std::vector<Hex> hexes;
    for (std::uint32_t country = 0; country < cutters.size(); ++country) {
        for (auto &[hex, rings] : cutters[country].pieces) {
            Cell cell;
            cell.country = country;
            cell.centre = hex.centre();
            cell.first_ring = static_cast<std::uint32_t>(ring_count());
            for (const Ring &ring : rings) {
                points.insert(points.end(), ring.begin(), ring.end());
                ring_begin.push_back(static_cast<std::uint32_t>(points.size()));
            }
            cell.last_ring = static_cast<std::uint32_t>(ring_count());
            at[hex.key()].push_back(static_cast<std::uint32_t>(cells.size()));
            cells.push_back(cell);
            hexes.push_back(hex);
        }
    }

    const auto cell_at = [&](Hex hex, std::uint32_t country) -> std::optional<std::uint32_t> {
        if (const auto found = at.find(hex.key()); found != at.end())
            for (const std::uint32_t cell : found->second)
                if (cells[cell].country == country)
                    return cell;
        return {};
    };
    const auto add_edge = [&](std::uint32_t a, std::uint32_t b, QPointF from, QPointF to) {
        const auto first = static_cast<std::uint32_t>(points.size());
        points.push_back(from);
        points.push_back(to);
        edges.push_back({a, b, first, first + 1});
    };

    // Sides of hexagons between cells of one country.
    for (std::uint32_t cell = 0; cell < hexes.size(); ++cell) {
        for (int side = 0; side < 3; ++side) {
            const auto other = cell_at(hexes[cell].neighbour(side), cells[cell].country);
            if (!other)
                continue;
            const QPointF p = hexes[cell].corner(side), q = hexes[cell].corner(side + 1);
            for (const Interval &part : along_side(points, ring_begin, cells[cell], p, q))
                add_edge(cell, *other, p + (q - p) * part.from, p + (q - p) * part.to);
        }
    }
    // Borders between countries, stretch by stretch.
    const auto sides = sides_of_arcs(geography);
    for (std::size_t arc = 0; arc < geography.arcs.size(); ++arc) {
        if (geography.arcs[arc].kind != ArcKind::Border || sides[arc][0] >= cutters.size() ||
            sides[arc][1] >= cutters.size())
            continue;
        for (std::uint32_t i = geography.arcs[arc].first; i + 1 < geography.arcs[arc].last; ++i) {
            const Hex hex = hex_at((plane[i] + plane[i + 1]) / 2);
            const auto a = cell_at(hex, sides[arc][0]), b = cell_at(hex, sides[arc][1]);
            if (a && b)
                add_edge(*a, *b, plane[i], plane[i + 1]);
        }
    }
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
            const double cosine = centre[0] * candidate.place[0] + centre[1] * candidate.place[1] +
                                  centre[2] * candidate.place[2];
            if (cosine >= best && (cosine > best || !result[i])) {
                best = cosine;
                result[i] = candidate.city;
            }
        }
    }
    return result;
}

} // namespace catchment::maps
