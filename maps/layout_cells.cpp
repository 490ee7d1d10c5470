// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/layout_parts.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <utility>

namespace catchment::maps::layout {
namespace {

constexpr int shades = 5;

/// What a cell is painted as: the region of its city, and how dominant that is, in steps.
struct Paint {
    RegionId region;
    int shade = 0; ///< 0 … shades - 1
    friend auto operator<=>(const Paint &, const Paint &) = default;
};

std::optional<Paint> paint_of(const Catchments &catchments, std::optional<CityId> city) {
    if (!city)
        return {};
    const CityOutcome &outcome = catchments.cities[city->index()];
    if (!outcome.region)
        return {};
    // Half of a city is no dominance at all.
    const double dominance = std::clamp((outcome.region_share - 0.5) * 2, 0.0, 1.0);
    return Paint{*outcome.region, static_cast<int>(std::lround(dominance * (shades - 1)))};
}

class CellPaths {
public:
    CellPaths(const Scene &scene)
        : scene_(scene), grid_(scene.atlas.cells()), plane_(scene.atlas.cell_points(scene.projection)),
          near_(scene.page.adjusted(-40, -40, 40, 40)) {}

    void append(QPainterPath &path, const Cell &cell) const {
        for (std::uint32_t ring = cell.first_ring; ring < cell.last_ring; ++ring) {
            const std::uint32_t first = grid_.ring_begin[ring], last = grid_.ring_begin[ring + 1];
            path.moveTo(scene_.view.to_page(plane_[first]));
            for (std::uint32_t i = first + 1; i < last; ++i)
                path.lineTo(scene_.view.to_page(plane_[i]));
            path.closeSubpath();
        }
    }

    bool near(const Cell &cell) const {
        const QPointF corner = scene_.view.to_page(plane_[grid_.ring_begin[cell.first_ring]]);
        const double reach = 3 * CellGrid::edge_km * scene_.view.scale;
        return near_.adjusted(-reach, -reach, reach, reach).contains(corner);
    }

    void append(QPainterPath &path, const CellEdge &edge) const {
        const QPointF from = scene_.view.to_page(plane_[edge.from]), to = scene_.view.to_page(plane_[edge.to]);
        if (!near_.contains(from) && !near_.contains(to))
            return;
        path.moveTo(from);
        path.lineTo(to);
    }

private:
    const Scene &scene_;
    const CellGrid &grid_;
    const std::vector<QPointF> &plane_;
    QRectF near_;
};

} // namespace

void add_cells(const Scene &scene, DisplayList &list) {
    if (!scene.shows(Layer::Cells))
        return;
    const Catchments &catchments = *scene.content.catchments;
    const CellGrid &grid = scene.atlas.cells();
    const auto cities = scene.atlas.cell_cities(catchments.solution->topology->shared_world());
    const CellPaths paths(scene);

    std::vector<std::optional<Paint>> paints(grid.cells.size());
    std::map<Paint, QPainterPath> filled;
    for (std::size_t i = 0; i < grid.cells.size(); ++i) {
        paints[i] = paint_of(catchments, (*cities)[i]);
        if (!paints[i] || !paths.near(grid.cells[i]))
            continue;
        QPainterPath &path = filled[*paints[i]];
        path.setFillRule(Qt::WindingFill);
        paths.append(path, grid.cells[i]);
    }
    Group &cells = list.group(Layer::Cells);
    for (auto &[paint, path] : filled) {
        const QString code = QString::fromStdString(catchments.op().regions[paint.region.index()].code);
        const double strength = static_cast<double>(paint.shade) / (shades - 1);
        cells.items.push_back({code, Fill{std::move(path), scene.theme.cell(scene.region_colour(paint.region), strength)}});
    }

    QPainterPath meeting;
    for (const CellEdge &edge : grid.edges) {
        const auto &a = paints[edge.a], &b = paints[edge.b];
        if (a && b && a->region != b->region)
            paths.append(meeting, edge);
    }
    const double grown = std::min(2.0, std::sqrt(scene.closeness()));
    list.group(Layer::CatchmentBorders)
        .items.push_back({QStringLiteral("catchment-borders"),
                          Stroke{meeting, scene.theme.catchment_border, scene.stroke(1.3 * grown), {}}});
}

} // namespace catchment::maps::layout
