// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/particles.h"
#include "world/geo.h"

#include <QRgb>

#include <vector>

namespace catchment::maps {

/// A message on its way from one router to another, or a mark on a place.
struct Spark {
    /// They differ by form, not only by colour: a filled lozenge with a tail, a hollow one, a cross.
    enum class Form { Announcement, Withdrawal, Lost };
    GeoPoint from, to;
    double part = 0; ///< of the way, 0 … 1
    Form form = Form::Announcement;
    QRgb colour = 0; ///< opaque
};

/// A place on the great circle from `from` to `to`; where that is not unique, on one of them.
GeoPoint on_the_way(GeoPoint from, GeoPoint to, double part);

/// Where the sparks are now, appended to `quads`; what the globe hides is left out.
void append_sparks(const std::vector<Spark> &sparks, const Projection &projection, const MapView &view,
                   const Theme &theme, std::vector<Quad> &quads);

} // namespace catchment::maps
