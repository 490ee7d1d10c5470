// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/map_view.h"

#include <algorithm>
#include <vector>

namespace catchment::maps {
namespace {

// South of it nobody is online but penguins.
constexpr double southernmost = -58;
constexpr double northernmost = 84;

/// The part of the plane that a rectangle of degrees covers.
QRectF plane_bounds(const Projection &projection, const std::array<double, 4> &extent) {
    const auto [west, south, east, north] = extent;
    std::vector<GeoPoint> edge;
    constexpr int steps = 32;
    const double width = east > west ? east - west : east - west + 360;
    for (int i = 0; i <= steps; ++i) {
        const double lon = relative_longitude(west + width * i / steps, 0);
        const double lat = south + (north - south) * i / steps;
        edge.insert(edge.end(), {{south, lon}, {north, lon}, {lat, west}, {lat, east}});
    }
    QRectF box;
    for (const QPointF &point : projection.forward(edge)) {
        if (box.isNull())
            box = QRectF(point, QSizeF(1e-6, 1e-6));
        box.setLeft(std::min(box.left(), point.x()));
        box.setRight(std::max(box.right(), point.x()));
        box.setTop(std::min(box.top(), point.y()));
        box.setBottom(std::max(box.bottom(), point.y()));
    }
    return box;
}

} // namespace

QRectF MapView::visible_plane() const { return {to_plane({0, 0}), to_plane({size.width(), size.height()})}; }

MapView MapView::zoomed(double factor, QPointF page) const {
    MapView result = *this;
    const QPointF fixed = to_plane(page);
    result.scale = scale * factor;
    result.centre = fixed + (centre - fixed) / factor;
    return result;
}

MapView MapView::panned(QPointF by_pixels) const {
    MapView result = *this;
    result.centre -= by_pixels / scale;
    return result;
}

QRectF world_bounds(const Projection &projection) {
    if (projection.is_globe())
        return {-earth_radius_km, -earth_radius_km, 2 * earth_radius_km, 2 * earth_radius_km};
    const double meridian = projection.central_meridian();
    const double top = projection.kind() == ProjectionKind::Mercator ? 78 : northernmost;
    return plane_bounds(projection, {meridian - 180, southernmost, meridian + 180, top});
}

MapView fit_view(const Projection &projection, QSizeF size, std::optional<std::array<double, 4>> extent,
                 double margin) {
    const QRectF box = extent ? plane_bounds(projection, *extent) : world_bounds(projection);
    MapView view;
    view.projection = projection.kind();
    view.central_meridian = projection.central_meridian();
    view.central_latitude = projection.central_latitude();
    view.size = size;
    view.centre = box.center();
    view.scale = std::min(std::max(1.0, size.width() - 2 * margin) / box.width(),
                          std::max(1.0, size.height() - 2 * margin) / box.height());
    return view;
}

} // namespace catchment::maps
