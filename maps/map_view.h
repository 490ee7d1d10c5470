// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/projection.h"

#include <QPointF>
#include <QRectF>
#include <QSizeF>

#include <array>
#include <optional>

namespace catchment::maps {

/// Which part of the plane is seen on which page: the only conversion between plane and page (see projection.h).
struct MapView {
    ProjectionKind projection = ProjectionKind::EqualEarth;
    double central_meridian = 0; ///< degrees
    double central_latitude = 0; ///< degrees; of the globe
    QPointF centre;              ///< of the page, in the plane (km)
    double scale = 0.04;         ///< pixels per km of the plane
    QSizeF size{1280, 720};      ///< of the page, pixels

    QPointF to_page(QPointF plane) const {
        return (plane - centre) * scale + QPointF(size.width() / 2, size.height() / 2);
    }
    QPointF to_plane(QPointF page) const {
        return (page - QPointF(size.width() / 2, size.height() / 2)) / scale + centre;
    }
    /// The part of the plane that is seen, km.
    QRectF visible_plane() const;

    /// The view after a zoom by `factor` that keeps the plane under `page` where it is.
    MapView zoomed(double factor, QPointF page) const;
    MapView panned(QPointF by_pixels) const;

    friend bool operator==(const MapView &, const MapView &) = default;
};

/// The whole inhabited world (down to 58° S) in the plane of a projection.
QRectF world_bounds(const Projection &projection);

/// That world, or `extent` (west, south, east, north in degrees), as large as it fits
/// on a page of `size` with `margin` pixels around it.
MapView fit_view(const Projection &projection, QSizeF size, std::optional<std::array<double, 4>> extent = {},
                 double margin = 8);

} // namespace catchment::maps
