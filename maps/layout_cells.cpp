// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/layout_parts.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <optional>
#include <utility>

namespace catchment::maps::layout {
namespace {

constexpr int shades = 5;
constexpr std::uint32_t captured = 0xfffffffe; ///< in place of a region

constexpr std::uint32_t first_time = 0xffffff00; ///< likewise: steps of time

/// What a cell is painted as: the region of its city, and how dominant that is, in steps; or its time.
struct Paint {
    std::optional<RegionId> region;  ///< none: captured, or a time
    int shade = 0;                   ///< 0 … shades - 1
    std::optional<std::size_t> time; ///< step
    friend auto operator<=>(const Paint &, const Paint &) = default;
};

std::optional<Paint> paint_of(const Scene &scene, std::optional<CityId> city) {
    if (!city)
        return {};
    const CityOutcome &outcome = scene.content.catchments->cities[city->index()];
    const auto shade = [](double share) { // half of a city is no dominance at all
        return static_cast<int>(std::lround(std::clamp((share - 0.5) * 2, 0.0, 1.0) * (shades - 1)));
    };
    if (!scene.stands_out(*city))
        return {};
    if (scene.content.times) {
        const auto time = scene.time_of(*city);
        return time ? std::optional(Paint{{}, 0, time}) : std::nullopt;
    }
    if (outcome.captured)
        return Paint{{}, shade(outcome.captured_share), {}};
    if (!outcome.region)
        return {};
    return Paint{outcome.region, shade(outcome.region_share), {}};
}

constexpr double detail_pixels = 0.35; // points of an outline that lie closer are left out

/// Joins sides of cells into lines as long as they go: the sides that are left of a set of cells, when those that two
/// of them share, which run both ways, have cancelled out, make its outline.
class SideJoiner {
public:
    static constexpr std::uint32_t none = 0xffffffff;

    explicit SideJoiner(const std::vector<QPointF> &page) : page_(page), first_at_(page.size(), none) {}

    void add(std::uint32_t from, std::uint32_t to) {
        sides_.push_back({to, first_at_[from], from});
        first_at_[from] = static_cast<std::uint32_t>(sides_.size() - 1);
    }

    /// Of sides that make whole outlines.
    QPainterPath outlines() {
        QPainterPath result;
        result.setFillRule(Qt::WindingFill);
        for (const Side &side : sides_)
            while (first_at_[side.from] != none) {
                append_line(result, side.from);
                result.closeSubpath();
            }
        sides_.clear();
        return result;
    }

    /// Of any sides.
    QPainterPath lines() {
        // A line that is begun in its middle falls into two, so that those with a beginning come first.
        std::vector<std::int32_t> beginnings(page_.size(), 0);
        for (const Side &side : sides_) {
            ++beginnings[side.from];
            --beginnings[side.to];
        }
        QPainterPath result;
        for (const bool whole : {true, false})
            for (const Side &side : sides_)
                while (first_at_[side.from] != none && (!whole || beginnings[side.from] > 0)) {
                    --beginnings[side.from];
                    append_line(result, side.from);
                }
        sides_.clear();
        return result;
    }

private:
    struct Side {
        std::uint32_t to;
        std::uint32_t next_at; ///< another side that begins at the same point
        std::uint32_t from;
    };

    /// Walks from point to point until there is no way on; where outlines touch, any way gives the same area.
    void append_line(QPainterPath &path, std::uint32_t start) {
        QPointF last = page_[start];
        path.moveTo(last);
        std::uint32_t at = start;
        while (first_at_[at] != none) {
            const Side &side = sides_[first_at_[at]];
            first_at_[at] = side.next_at;
            at = side.to;
            if ((page_[at] - last).manhattanLength() >= detail_pixels) {
                last = page_[at];
                path.lineTo(last);
            }
        }
        if (last != page_[at])
            path.lineTo(page_[at]);
    }

    const std::vector<QPointF> &page_;
    std::vector<std::uint32_t> first_at_; ///< of each point: the last side added that begins there
    std::vector<Side> sides_;
};

/// The corners of all cells on the page, and which of them a globe hides.
struct Corners {
    std::vector<QPointF> page;
    std::vector<char> hidden; ///< empty: none
};

Corners corners_on_page(const Scene &scene) {
    Corners result;
    const auto points = scene.atlas.cell_points(scene.projection);
    result.page.reserve(points->size());
    for (const QPointF &point : *points)
        result.page.push_back(scene.view.to_page(point));
    if (scene.projection.is_globe())
        for (const QPointF &point : *points)
            result.hidden.push_back(scene.projection.hides(point));
    return result;
}

/// The cells that are seen, and the shapes that sets of them make.
class CellShapes {
public:
    explicit CellShapes(const Scene &scene)
        : grid_(scene.atlas.cells()), corners_(corners_on_page(scene)), net_(grid_.side_count, 0) {
        const double reach = 3 * CellGrid::edge_km * scene.view.scale + 40;
        const QRectF near = scene.page.adjusted(-reach, -reach, reach, reach);
        for (std::uint32_t i = 0; i < grid_.cells.size(); ++i) {
            // At the edge of a globe a cell goes as soon as its first corner does: it is a sliver there.
            const std::uint32_t first = grid_.corners[grid_.ring_begin[grid_.cells[i].first_ring]];
            if (!hidden(first) && near.contains(corners_.page[first]))
                seen_.push_back(i);
        }
    }

    const std::vector<std::uint32_t> &seen() const { return seen_; }

    /// Around a set of cells.
    QPainterPath outline(const std::vector<std::uint32_t> &members) {
        SideJoiner joiner(corners_.page);
        for (const std::uint32_t cell : members)
            each_side(cell, [&](std::uint32_t i, std::uint32_t) {
                std::int8_t &net = net_[grid_.sides[i].number];
                net = static_cast<std::int8_t>(net + (grid_.sides[i].reversed ? -1 : 1));
            });
        for (const std::uint32_t cell : members)
            each_side(cell, [&](std::uint32_t i, std::uint32_t next) {
                const CellSide side = grid_.sides[i];
                std::int8_t &left = net_[side.number];
                if (left != 0 && (left < 0) == side.reversed) {
                    left = static_cast<std::int8_t>(left + (side.reversed ? 1 : -1));
                    joiner.add(grid_.corners[i], grid_.corners[next]);
                }
            });
        return joiner.outlines();
    }

    /// The lines where cells of different labels meet. `label`: of a cell; SideJoiner::none has no border.
    template <class Label>
    QPainterPath meeting(const Label &label) const {
        SideJoiner joiner(corners_.page);
        std::vector<std::uint32_t> other(grid_.side_count, SideJoiner::none);
        for (const std::uint32_t cell : seen_) {
            const std::uint32_t own = label(cell);
            if (own == SideJoiner::none)
                continue;
            each_side(cell, [&](std::uint32_t i, std::uint32_t next) {
                std::uint32_t &there = other[grid_.sides[i].number];
                if (there == SideJoiner::none) {
                    there = own;
                } else if (there != own && !(hidden(grid_.corners[i]) && hidden(grid_.corners[next]))) {
                    // In the direction in which the lower label's cell runs, so that sides continue each other.
                    const bool backwards = there < own;
                    joiner.add(grid_.corners[backwards ? next : i], grid_.corners[backwards ? i : next]);
                }
            });
        }
        return joiner.lines();
    }

private:
    bool hidden(std::uint32_t corner) const { return !corners_.hidden.empty() && corners_.hidden[corner]; }

    /// Calls `visit` with the index of each corner and of the one after it.
    template <class Visit>
    void each_side(std::uint32_t cell, const Visit &visit) const {
        for (std::uint32_t ring = grid_.cells[cell].first_ring; ring < grid_.cells[cell].last_ring; ++ring)
            for (std::uint32_t i = grid_.ring_begin[ring]; i < grid_.ring_begin[ring + 1]; ++i)
                visit(i, i + 1 < grid_.ring_begin[ring + 1] ? i + 1 : grid_.ring_begin[ring]);
    }

    const CellGrid &grid_;
    Corners corners_;
    std::vector<std::int8_t> net_; ///< per side; all 0 between two calls
    std::vector<std::uint32_t> seen_;
};

void add_hatch(const Scene &scene, CellShapes &shapes, const std::vector<std::uint32_t> &cells, Layer layer,
               const QColor &colour, bool falling, DisplayList &list) {
    if (cells.empty() || !scene.shows(layer))
        return;
    list.group(layer).items.push_back(
        {{}, Hatch{shapes.outline(cells), colour, scene.stroke(5), scene.stroke(1.1), falling}});
}

} // namespace

void add_cells(const Scene &scene, DisplayList &list) {
    if (!scene.shows(Layer::Cells) && !scene.shows(Layer::Contested) && !scene.shows(Layer::Lens) &&
        !scene.shows(Layer::CatchmentBorders))
        return;
    const Catchments &catchments = *scene.content.catchments;
    const auto cities = scene.atlas.cell_cities(catchments.solution->topology->shared_world());
    CellShapes shapes(scene);
    std::vector<std::uint32_t> region(cities->size(), SideJoiner::none);
    std::vector<std::uint32_t> nearest(cities->size(), SideJoiner::none);
    std::map<Paint, std::vector<std::uint32_t>> by_paint;
    std::vector<std::uint32_t> contested, far;
    for (const std::uint32_t cell : shapes.seen()) {
        const auto paint = paint_of(scene, (*cities)[cell]);
        if (!paint)
            continue;
        const CityOutcome &outcome = catchments.cities[(*cities)[cell]->index()];
        by_paint[*paint].push_back(cell);
        region[cell] = paint->region ? paint->region->value
                       : paint->time ? first_time + static_cast<std::uint32_t>(*paint->time)
                                     : captured;
        nearest[cell] = outcome.nearest ? outcome.nearest->value : SideJoiner::none;
        if (outcome.contested() && !paint->time)
            contested.push_back(cell);
        if (paint->region && outcome.nearest && paint->region != outcome.nearest)
            far.push_back(cell);
    }
    if (scene.shows(Layer::Cells))
        for (const auto &[paint, members] : by_paint) {
            const QString code = paint.region
                                     ? QString::fromStdString(catchments.op().regions[paint.region->index()].code)
                                 : paint.time ? QStringLiteral("time-%1").arg(*paint.time)
                                              : QStringLiteral("captured");
            const QColor colour = paint.region ? scene.region_colour(*paint.region) : scene.theme.captured;
            const double strength = static_cast<double>(paint.shade) / (shades - 1);
            list.group(Layer::Cells)
                .items.push_back(
                    {code, Fill{shapes.outline(members), paint.time ? time_colour(scene.theme, *paint.time)
                                                                    : scene.theme.cell(colour, strength)}});
        }
    QColor light = scene.theme.dark ? scene.theme.page : QColor(Qt::white);
    light.setAlphaF(0.45f);
    add_hatch(scene, shapes, contested, Layer::Contested, light, false, list);
    QColor strong = scene.theme.text;
    strong.setAlphaF(0.55f);
    add_hatch(scene, shapes, far, Layer::Lens, strong, true, list);
    const double grown = std::min(2.0, std::sqrt(scene.closeness));
    if (scene.shows(Layer::Lens))
        list.group(Layer::Lens)
            .items.push_back(
                {QStringLiteral("nearest"), Stroke{shapes.meeting([&](std::uint32_t cell) { return nearest[cell]; }),
                                                   scene.theme.text,
                                                   scene.stroke(1.1 * grown),
                                                   {scene.stroke(5), scene.stroke(3)}}});
    if (scene.shows(Layer::CatchmentBorders))
        list.group(Layer::CatchmentBorders)
            .items.push_back({QStringLiteral("catchment-borders"),
                              Stroke{shapes.meeting([&](std::uint32_t cell) { return region[cell]; }),
                                     scene.theme.catchment_border,
                                     scene.stroke(1.3 * grown),
                                     {}}});
}

} // namespace catchment::maps::layout
