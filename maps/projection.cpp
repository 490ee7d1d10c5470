// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/projection.h"

#include <QPolygonF>
#include <proj.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <stdexcept>
#include <string>
#include <utility>

namespace catchment::maps {
namespace {

constexpr double degree = std::numbers::pi / 180;

struct Known {
    ProjectionKind kind;
    std::string_view word;
    const char *proj;
    double latitude_limit;
};

constexpr std::array known{
    Known{ProjectionKind::EqualEarth, "equal-earth", "eqearth", 90},
    Known{ProjectionKind::Robinson, "robinson", "robin", 90},
    Known{ProjectionKind::Mercator, "mercator", "merc", 85},
};
constexpr std::array kinds{ProjectionKind::EqualEarth, ProjectionKind::Robinson, ProjectionKind::Mercator};

const Known &entry(ProjectionKind kind) { return known[static_cast<std::size_t>(kind)]; }

struct ContextDeleter {
    void operator()(PJ_CONTEXT *context) const { proj_context_destroy(context); }
};
struct TransformationDeleter {
    void operator()(PJ *transformation) const { proj_destroy(transformation); }
};

} // namespace

std::string_view projection_word(ProjectionKind kind) { return entry(kind).word; }

std::optional<ProjectionKind> projection_from_word(std::string_view word) {
    for (const Known &one : known)
        if (one.word == word)
            return one.kind;
    return {};
}

std::span<const ProjectionKind> all_projections() { return kinds; }

struct Projection::State {
    ProjectionKind kind;
    double central_meridian;
    std::unique_ptr<PJ_CONTEXT, ContextDeleter> context;
    std::unique_ptr<PJ, TransformationDeleter> transformation;
};

Projection::Projection(ProjectionKind kind, double central_meridian) : state_(std::make_unique<State>()) {
    state_->kind = kind;
    state_->central_meridian = central_meridian;
    state_->context.reset(proj_context_create());
    // The radius stands in the definition, so PROJ needs no database. `over`: longitudes are ours to wrap, since PROJ
    // would move points that lie just beyond the cut to the other side of the map.
    const std::string definition =
        std::string("+proj=") + entry(kind).proj + " +lon_0=0 +over +R=" + std::to_string(earth_radius_km);
    state_->transformation.reset(proj_create(state_->context.get(), definition.c_str()));
    if (!state_->transformation)
        throw std::runtime_error("PROJ does not know " + definition);
}

Projection::~Projection() = default;
Projection::Projection(Projection &&) noexcept = default;
Projection &Projection::operator=(Projection &&) noexcept = default;

ProjectionKind Projection::kind() const { return state_->kind; }
double Projection::central_meridian() const { return state_->central_meridian; }
double Projection::latitude_limit() const { return entry(state_->kind).latitude_limit; }

QPointF Projection::forward(GeoPoint place) const { return forward(std::span(&place, 1)).front(); }

std::vector<QPointF> Projection::forward(std::span<const GeoPoint> places) const {
    const double limit = latitude_limit();
    std::vector<QPointF> plane(places.size());
    for (std::size_t i = 0; i < places.size(); ++i)
        plane[i] = {relative_longitude(places[i].lon, state_->central_meridian) * degree,
                    std::clamp(places[i].lat, -limit, limit) * degree};
    if (plane.empty())
        return plane;
    double *x = &plane.front().rx();
    double *y = &plane.front().ry();
    proj_trans_generic(state_->transformation.get(), PJ_FWD, x, sizeof(QPointF), plane.size(), y, sizeof(QPointF),
                       plane.size(), nullptr, 0, 0, nullptr, 0, 0);
    for (QPointF &point : plane)
        point.ry() = -point.y();
    return plane;
}

std::vector<GeoPoint> Projection::inverse(std::span<const QPointF> plane) const {
    std::vector<GeoPoint> places(plane.size());
    for (std::size_t i = 0; i < plane.size(); ++i)
        places[i] = {-plane[i].y(), plane[i].x()};
    if (places.empty())
        return places;
    proj_trans_generic(state_->transformation.get(), PJ_INV, &places.front().lon, sizeof(GeoPoint), places.size(),
                       &places.front().lat, sizeof(GeoPoint), places.size(), nullptr, 0, 0, nullptr, 0, 0);
    for (GeoPoint &place : places) {
        place.lat /= degree;
        place.lon = relative_longitude(place.lon / degree + state_->central_meridian, 0);
    }
    return places;
}

std::optional<GeoPoint> Projection::inverse(QPointF plane) const {
    PJ_COORD coordinate = proj_coord(plane.x(), -plane.y(), 0, 0);
    proj_errno_reset(state_->transformation.get());
    coordinate = proj_trans(state_->transformation.get(), PJ_INV, coordinate);
    const double lon = coordinate.lp.lam / degree;
    const double lat = coordinate.lp.phi / degree;
    if (!std::isfinite(lon) || !std::isfinite(lat) || std::abs(lon) > 180 || std::abs(lat) > latitude_limit())
        return {};
    return GeoPoint{lat, relative_longitude(lon + state_->central_meridian, 0)};
}

QPainterPath Projection::outline() const {
    const double limit = latitude_limit();
    std::vector<GeoPoint> edge;
    const double west = state_->central_meridian - 180;
    const double east = state_->central_meridian + 180;
    // relative_longitude keeps both ends apart where the central meridian is 0; else a hair inside does.
    const double hair = state_->central_meridian == 0 ? 0 : 1e-9;
    for (int lat = 0; lat <= 180; ++lat)
        edge.push_back({limit - lat / 180.0 * 2 * limit, east - hair});
    for (int lat = 0; lat <= 180; ++lat)
        edge.push_back({-limit + lat / 180.0 * 2 * limit, west + hair});
    QPainterPath path;
    const std::vector<QPointF> plane = forward(edge);
    path.addPolygon(QPolygonF(QList<QPointF>(plane.begin(), plane.end())));
    path.closeSubpath();
    return path;
}

double relative_longitude(double longitude, double central_meridian) {
    const double relative = longitude - central_meridian;
    if (relative >= -180 && relative <= 180)
        return relative;
    return relative - 360 * std::floor((relative + 180) / 360);
}

std::vector<GeoPoint> great_circle(GeoPoint a, GeoPoint b, double step_km) {
    const double km = great_circle_km(a, b);
    const int steps = std::max(1, static_cast<int>(std::ceil(km / step_km)));
    const double angle = km / earth_radius_km;
    std::vector<GeoPoint> line{a};
    for (int i = 1; i < steps && angle > 0; ++i) {
        // Slerp between the two unit vectors.
        const double t = static_cast<double>(i) / steps;
        const double from = std::sin((1 - t) * angle) / std::sin(angle);
        const double to = std::sin(t * angle) / std::sin(angle);
        const auto mix = [&](auto component) { return from * component(a) + to * component(b); };
        const double x = mix([](GeoPoint p) { return std::cos(p.lat * degree) * std::cos(p.lon * degree); });
        const double y = mix([](GeoPoint p) { return std::cos(p.lat * degree) * std::sin(p.lon * degree); });
        const double z = mix([](GeoPoint p) { return std::sin(p.lat * degree); });
        line.push_back({std::atan2(z, std::hypot(x, y)) / degree, std::atan2(y, x) / degree});
    }
    line.push_back(b);
    return line;
}

std::vector<std::vector<GeoPoint>> split_at_cut(std::span<const GeoPoint> line, double central_meridian) {
    std::vector<std::vector<GeoPoint>> pieces(line.empty() ? 0 : 1);
    double last = 0;
    for (const GeoPoint &place : line) {
        const double here = relative_longitude(place.lon, central_meridian);
        std::vector<GeoPoint> &piece = pieces.back();
        if (!piece.empty() && std::abs(here - last) > 180) {
            const double side = last > 0 ? 180 : -180;
            const double step = std::abs(side - last) + std::abs(-side - here);
            const double t = step > 0 ? std::abs(side - last) / step : 0;
            const double lat = piece.back().lat + t * (place.lat - piece.back().lat);
            // A hair inside, so that wrapping leaves each end on its own side.
            const double edge = side > 0 ? 180 - 1e-9 : -180 + 1e-9;
            piece.push_back({lat, relative_longitude(edge + central_meridian, 0)});
            pieces.push_back({{lat, relative_longitude(-edge + central_meridian, 0)}});
        }
        pieces.back().push_back(place);
        last = here;
    }
    return pieces;
}

} // namespace catchment::maps
