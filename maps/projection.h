// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "world/geo.h"

#include <QPainterPath>
#include <QPointF>

#include <array>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

/// From the sphere to the plane and back, through PROJ.
///
/// Coordinate spaces of the map, and the one place where each becomes the next:
///
/// | space      | type     | unit, axes                                   | to the next one                        |
/// |------------|----------|----------------------------------------------|----------------------------------------|
/// | geographic | GeoPoint | degrees, north and east positive             | Projection::forward                    |
/// | plane      | QPointF  | km on the sphere of mean radius, y **south** | MapView::to_page                       |
/// | page       | QPointF  | pixels from the top left corner, y down      | QPainter (device pixels), scene graph  |
///
/// The plane's origin is where the central meridian meets the equator. Its y runs south so that no later step has to
/// flip anything. The plane of the globe is the one through its centre that faces the eye.
namespace catchment::maps {

enum class ProjectionKind { EqualEarth, Robinson, Mercator, Globe };

/// `equal-earth`, `robinson`, `mercator`, `globe` (orthographic: the sphere from far away).
std::string_view projection_word(ProjectionKind kind);
std::optional<ProjectionKind> projection_from_word(std::string_view word);
std::span<const ProjectionKind> all_projections();

/// A place on the unit sphere: x to 0° E on the equator, y to 90° E, z to the north pole.
using UnitVector = std::array<double, 3>;
UnitVector unit_vector(GeoPoint place);

/// One projection of the whole sphere around a central meridian, or the globe as seen from above a place. Not
/// thread-safe: it owns a PROJ context, so make one per thread. Does not know the page.
///
/// The flat ones are PROJ's. The globe turns with every frame, so that it is computed here, from unit vectors by a
/// matrix; PROJ's `ortho` is what its test holds it against. Places behind the globe are taken to its edge.
class Projection {
public:
    explicit Projection(ProjectionKind kind, double central_meridian = 0, double central_latitude = 0);
    ~Projection();
    Projection(Projection &&) noexcept;
    Projection &operator=(Projection &&) noexcept;

    ProjectionKind kind() const;
    bool is_globe() const { return kind() == ProjectionKind::Globe; }
    double central_meridian() const;
    double central_latitude() const; ///< 0 but for the globe

    /// Where a place lies in the plane. Latitudes beyond the projection's limit (Mercator: ±85°) are taken to it.
    QPointF forward(GeoPoint place) const;
    std::vector<QPointF> forward(std::span<const GeoPoint> places) const;
    /// Of the globe alone.
    std::vector<QPointF> forward(std::span<const UnitVector> places) const;

    /// Does a point that `forward` gave lie on the globe's far side, or on its very edge?
    bool hides(QPointF plane) const;

    /// The place at a point of the plane; none outside the map's outline.
    std::optional<GeoPoint> inverse(QPointF plane) const;
    std::vector<GeoPoint> inverse(std::span<const QPointF> plane) const; ///< of points known to lie inside

    /// The edge of the whole world in the plane, closed.
    QPainterPath outline() const;

    /// The northernmost latitude that is shown, degrees.
    double latitude_limit() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// Points along the great circle from `a` to `b`, both included, at most `step_km` apart.
std::vector<GeoPoint> great_circle(GeoPoint a, GeoPoint b, double step_km = 100);

/// A line of places in the plane, in as many pieces as the map's cut, or the globe's edge, makes of it; each of at
/// least two points.
std::vector<std::vector<QPointF>> plane_lines(const Projection &projection, std::span<const GeoPoint> line);

/// Cuts a line of places where it crosses the meridian opposite to `central_meridian`, so that no piece jumps from
/// one side of the map to the other. Both pieces end on the cut.
std::vector<std::vector<GeoPoint>> split_at_cut(std::span<const GeoPoint> line, double central_meridian = 0);

/// `longitude` relative to `central_meridian`, in [-180, 180]; both ends stay where they are.
double relative_longitude(double longitude, double central_meridian);

} // namespace catchment::maps
