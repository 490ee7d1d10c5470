// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "world/geo.h"

#include <QPainterPath>
#include <QPointF>

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
/// flip anything.
namespace catchment::maps {

enum class ProjectionKind { EqualEarth, Robinson, Mercator };

/// `equal-earth`, `robinson`, `mercator`.
std::string_view projection_word(ProjectionKind kind);
std::optional<ProjectionKind> projection_from_word(std::string_view word);
std::span<const ProjectionKind> all_projections();

/// One projection of the whole sphere around a central meridian. Not thread-safe: it owns a PROJ context, so make
/// one per thread. Does not know the page.
class Projection {
public:
    explicit Projection(ProjectionKind kind, double central_meridian = 0);
    ~Projection();
    Projection(Projection &&) noexcept;
    Projection &operator=(Projection &&) noexcept;

    ProjectionKind kind() const;
    double central_meridian() const;

    /// Where a place lies in the plane. Latitudes beyond the projection's limit (Mercator: ±85°) are taken to it.
    QPointF forward(GeoPoint place) const;
    std::vector<QPointF> forward(std::span<const GeoPoint> places) const;

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

/// Cuts a line of places where it crosses the meridian opposite to `central_meridian`, so that no piece jumps from
/// one side of the map to the other. Both pieces end on the cut.
std::vector<std::vector<GeoPoint>> split_at_cut(std::span<const GeoPoint> line, double central_meridian = 0);

/// `longitude` relative to `central_meridian`, in [-180, 180]; both ends stay where they are.
double relative_longitude(double longitude, double central_meridian);

} // namespace catchment::maps
