// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/layout_parts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <map>
#include <optional>
#include <utility>

namespace catchment::maps::layout {
namespace {

constexpr int shades = 5;
constexpr std::uint32_t captured = 0xfffffffe; ///< in place of a region

/// What a cell is painted as: the region of its city, and how dominant that is, in steps.
struct Paint {
    std::optional<RegionId> region; ///< none: captured
    int shade = 0;                  ///< 0 … shades - 1
    friend auto operator<=>(const Paint &, const Paint &) = default;
};

std::optional<Paint> paint_of(const Catchments &catchments, std::optional<CityId> city) {
    if (!city)
        return {};
    const CityOutcome &outcome = catchments.cities[city->index()];
    const auto shade = [](double share) { // half of a city is no dominance at all
        return static_cast<int>(std::lround(std::clamp((share - 0.5) * 2, 0.0, 1.0) * (shades - 1)));
    };
    if (outcome.captured)
        return Paint{{}, shade(outcome.captured_share)};
    if (!outcome.region)
        return {};
    return Paint{outcome.region, shade(outcome.region_share)};
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

} // namespace

void add_cells(const Scene &scene, DisplayList &list) {
    if (!scene.shows(Layer::Cells))
        return;
    const Catchments &catchments = *scene.content.catchments;
    const CellGrid &grid = scene.atlas.cells();
    const auto cities = scene.atlas.cell_cities(catchments.solution->topology->shared_world());
    const Corners corners = corners_on_page(scene);
    const std::vector<QPointF> &page = corners.page;
    const auto hidden = [&](std::uint32_t corner) { return !corners.hidden.empty() && corners.hidden[corner]; };
    // A cell goes as soon as its first corner does: at the edge it is a sliver.
    const double reach = 3 * CellGrid::edge_km * scene.view.scale + 40;
    const QRectF near = scene.page.adjusted(-reach, -reach, reach, reach);

    std::vector<std::optional<Paint>> paints(grid.cells.size());
    std::map<Paint, std::vector<std::uint32_t>> by_paint;
    for (std::uint32_t i = 0; i < grid.cells.size(); ++i) {
        const std::uint32_t first = grid.corners[grid.ring_begin[grid.cells[i].first_ring]];
        if (hidden(first) || !near.contains(page[first]))
            continue;
        paints[i] = paint_of(catchments, (*cities)[i]);
        if (paints[i])
            by_paint[*paints[i]].push_back(i);
    }

    Group &filled = list.group(Layer::Cells);
    SideJoiner outline(page);
    SideJoiner meeting(page);
    std::vector<std::int8_t> net(grid.side_count, 0);
    // Of each side: the region on the one hand and on the other.
    std::vector<std::array<std::uint32_t, 2>> regions(grid.side_count, {SideJoiner::none, SideJoiner::none});
    for (const auto &[paint, members] : by_paint) {
        const auto each_side = [&](const auto &visit) {
            for (const std::uint32_t cell : members)
                for (std::uint32_t ring = grid.cells[cell].first_ring; ring < grid.cells[cell].last_ring; ++ring)
                    for (std::uint32_t i = grid.ring_begin[ring]; i < grid.ring_begin[ring + 1]; ++i)
                        visit(i, i + 1 < grid.ring_begin[ring + 1] ? i + 1 : grid.ring_begin[ring]);
        };
        each_side([&](std::uint32_t i, std::uint32_t) {
            net[grid.sides[i].number] =
                static_cast<std::int8_t>(net[grid.sides[i].number] + (grid.sides[i].reversed ? -1 : 1));
        });
        each_side([&](std::uint32_t i, std::uint32_t next) {
            const CellSide side = grid.sides[i];
            std::int8_t &left = net[side.number];
            if (left != 0 && (left < 0) == side.reversed) {
                left = static_cast<std::int8_t>(left + (side.reversed ? 1 : -1));
                outline.add(grid.corners[i], grid.corners[next]);
                regions[side.number][side.reversed ? 1 : 0] = paint.region ? paint.region->value : captured;
                const auto [one, other] = regions[side.number];
                // In the direction in which the lower region runs, so that sides continue each other.
                if (one != SideJoiner::none && other != SideJoiner::none && one != other &&
                    !(hidden(grid.corners[i]) && hidden(grid.corners[next]))) {
                    const bool backwards = (other < one) != side.reversed;
                    meeting.add(grid.corners[backwards ? next : i], grid.corners[backwards ? i : next]);
                }
            }
        });
        const QString code = paint.region ? QString::fromStdString(catchments.op().regions[paint.region->index()].code)
                                          : QStringLiteral("captured");
        const QColor colour = paint.region ? scene.region_colour(*paint.region) : scene.theme.captured;
        const double strength = static_cast<double>(paint.shade) / (shades - 1);
        filled.items.push_back({code, Fill{outline.outlines(), scene.theme.cell(colour, strength)}});
    }
    const double grown = std::min(2.0, std::sqrt(scene.closeness));
    list.group(Layer::CatchmentBorders)
        .items.push_back({QStringLiteral("catchment-borders"),
                          Stroke{meeting.lines(), scene.theme.catchment_border, scene.stroke(1.3 * grown), {}}});
}

} // namespace catchment::maps::layout
