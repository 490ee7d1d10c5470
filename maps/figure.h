// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/map_layout.h"

#include <QSize>
#include <QString>

#include <array>
#include <optional>

namespace catchment::maps {

/// A finished figure: the map with title, legend, caption and attribution.
struct FigureOptions {
    QSize size{1920, 1080}; ///< pixels
    ProjectionKind projection = ProjectionKind::EqualEarth;
    std::optional<std::array<double, 4>> extent; ///< west, south, east, north in degrees; none: the world
    GeoPoint center{20, 10};                     ///< of the globe
    QString theme = QStringLiteral("light");
    QString title;
    QString subtitle; ///< empty: one is made from the figures (users, mean RTT, share not at the nearest)
    QString caption;
    bool legend = true;
    std::optional<CityId> selected; ///< whose path is drawn
    LayerSet layers = usual_layers();
};

/// Lays out the whole figure. Needs load_fonts() first. The same input gives the same list.
DisplayList layout_figure(std::shared_ptr<const Catchments> catchments, const FigureOptions &options = {});

/// The credit that every exported map carries.
QString attribution();

} // namespace catchment::maps
