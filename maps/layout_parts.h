// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/atlas.h"
#include "maps/clip.h"
#include "maps/label_placer.h"
#include "maps/map_layout.h"

#include <QPolygonF>

#include <cmath>
#include <optional>
#include <span>
#include <vector>

/// The parts of layout_map(), one file each.
namespace catchment::maps::layout {

/// What every part needs.
struct Scene {
    const Atlas &atlas;
    const Projection &projection;
    const MapContent &content;
    const MapView &view;
    const Theme &theme;
    const MapOptions &options;
    const std::shared_ptr<Geodesics> geodesics; ///< none without results
    QRectF page;                                ///< that the map keeps to
    double closeness;                           ///< how much closer than the whole world on this page, at least 1

    bool shows(Layer layer) const { return options.layers.contains(layer); }
    const World &world() const { return content.catchments->world(); }
    double stroke(double width) const { return width * options.stroke_scale; }
    double text(double size) const { return size * options.text_scale; }
    /// None on the far side of a globe.
    std::optional<QPointF> page_of(GeoPoint place) const {
        const QPointF plane = projection.forward(place);
        return projection.hides(plane) ? std::nullopt : std::optional(view.to_page(plane));
    }
    /// Where a globe turns away from the eye, so that names would crowd.
    bool at_the_edge(GeoPoint place) const {
        const QPointF plane = projection.forward(place);
        return projection.is_globe() && std::hypot(plane.x(), plane.y()) > 0.96 * earth_radius_km;
    }
    /// The step of the city's time, where the map is coloured by times and it has one.
    std::optional<std::size_t> time_of(CityId city) const;
    /// Is a city among those that the emphasis brings out?
    bool stands_out(CityId city) const;
    QColor region_colour(RegionId region) const;
    /// For lines and dots: of a region, or of what is captured where there is none.
    QColor solid_colour(const std::optional<RegionId> &region) const;
    /// A line of places on the page, cut where the map is.
    std::vector<QPolygonF> lines_of(std::span<const GeoPoint> places) const;
    /// The great circle between two cities.
    std::vector<QPolygonF> lines_between(CityId a, CityId b) const;
};

/// Sea, graticule, land.
void add_ground(const Scene &scene, DisplayList &list);
/// Coasts and borders, above the cells.
void add_borders(const Scene &scene, DisplayList &list);
void add_cells(const Scene &scene, DisplayList &list);
void add_fibre(const Scene &scene, DisplayList &list);
/// A square for each city where networks have routers, by how many.
void add_presence(const Scene &scene, DisplayList &list);
void add_exchanges(const Scene &scene, LabelPlacer &placer, DisplayList &list, DisplayList &labels);
void add_flows(const Scene &scene, DisplayList &list);
/// The selected way; its labels go through the placer first.
void add_path(const Scene &scene, LabelPlacer &placer, DisplayList &list, DisplayList &labels);
/// Under DNS: whom the selected city's user asks, and whom that one asks, before the packets leave.
void add_lookup(const Scene &scene, LabelPlacer &placer, DisplayList &list, DisplayList &labels);
/// Where every edge announces: on from the edges to the instances, and of the selected way from its own.
void add_proxy(const Scene &scene, LabelPlacer &placer, DisplayList &list, DisplayList &labels);
/// Cities, markers, regions and their labels.
void add_places(const Scene &scene, LabelPlacer &placer, DisplayList &list, DisplayList &labels);

/// Names a stretch of fibre for HitTest: `frankfurt-de|prague-cz`.
QString fibre_id(const World &world, CityId a, CityId b);

/// A label whose base line fits `box`, as LabelPlacer gave it.
Text text_in(const QRectF &box, const QString &words, double size, FontWeight weight, const Theme &theme);
/// The size of a label's box: the width of the words, the height of capitals and descenders.
QSizeF text_size(const QString &words, double size, FontWeight weight);

} // namespace catchment::maps::layout
