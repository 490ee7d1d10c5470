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
    Known{ProjectionKind::Globe, "globe", nullptr, 90},
};
constexpr std::array kinds{ProjectionKind::EqualEarth, ProjectionKind::Robinson, ProjectionKind::Mercator,
                           ProjectionKind::Globe};

// Of the globe's radius: what lies closer to the edge counts as behind it.
constexpr double edge_share = 1 - 1e-9;

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

UnitVector unit_vector(GeoPoint place) {
    const double lat = place.lat * degree, lon = place.lon * degree;
    return {std::cos(lat) * std::cos(lon), std::cos(lat) * std::sin(lon), std::sin(lat)};
}

struct Projection::State {
    ProjectionKind kind;
    double central_meridian;
    double central_latitude;
    std::array<UnitVector, 3> axes; ///< of the globe's plane: east, south, and towards the eye
    std::unique_ptr<PJ_CONTEXT, ContextDeleter> context;
    std::unique_ptr<PJ, TransformationDeleter> transformation;
};

Projection::Projection(ProjectionKind kind, double central_meridian, double central_latitude)
    : state_(std::make_unique<State>()) {
    state_->kind = kind;
    state_->central_meridian = central_meridian;
    state_->central_latitude = is_globe() ? central_latitude : 0;
    if (is_globe()) {
        const double lat = central_latitude * degree, lon = central_meridian * degree;
        state_->axes = {UnitVector{-std::sin(lon), std::cos(lon), 0},
                        UnitVector{std::sin(lat) * std::cos(lon), std::sin(lat) * std::sin(lon), -std::cos(lat)},
                        unit_vector({central_latitude, central_meridian})};
        return;
    }
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
double Projection::central_latitude() const { return state_->central_latitude; }
double Projection::latitude_limit() const { return entry(state_->kind).latitude_limit; }

QPointF Projection::forward(GeoPoint place) const { return forward(std::span(&place, 1)).front(); }

std::vector<QPointF> Projection::forward(std::span<const UnitVector> places) const {
    const auto along = [](const UnitVector &axis, const UnitVector &v) {
        return axis[0] * v[0] + axis[1] * v[1] + axis[2] * v[2];
    };
    std::vector<QPointF> plane(places.size());
    for (std::size_t i = 0; i < places.size(); ++i) {
        QPointF point(along(state_->axes[0], places[i]), along(state_->axes[1], places[i]));
        if (along(state_->axes[2], places[i]) <= 0) {
            const double length = std::hypot(point.x(), point.y());
            point = length > 0 ? point / length : QPointF(1, 0); // the antipode has no side
        }
        plane[i] = point * earth_radius_km;
    }
    return plane;
}

bool Projection::hides(QPointF plane) const {
    return is_globe() && std::hypot(plane.x(), plane.y()) >= earth_radius_km * edge_share;
}

std::vector<QPointF> Projection::forward(std::span<const GeoPoint> places) const {
    if (is_globe()) {
        std::vector<UnitVector> units(places.size());
        std::ranges::transform(places, units.begin(), unit_vector);
        return forward(units);
    }
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
    if (is_globe()) {
        std::ranges::transform(plane, places.begin(),
                               [this](QPointF point) { return inverse(point).value_or(GeoPoint{}); });
        return places;
    }
    for (std::size_t i = 0; i < plane.size(); ++i)
        places[i] = {-plane[i].y(), plane[i].x()};
    if (places.empty())
        return places;
    proj_trans_generic(state_->transformation.get(), PJ_INV, &places.front().lon, sizeof(GeoPoint), places.size(),
                       &places.front().lat, sizeof(GeoPoint), places.size(), nullptr, 0, 0, nullptr, 0, 0);
    for (std::size_t i = 0; i < places.size(); ++i) {
        GeoPoint &place = places[i];
        if (!std::isfinite(place.lon)) { // by rounding beyond the very edge
            const PJ_COORD inside = proj_trans(state_->transformation.get(), PJ_INV,
                                               proj_coord(plane[i].x() * edge_share, -plane[i].y() * edge_share, 0, 0));
            place = {inside.lp.phi, inside.lp.lam};
        }
        place.lat /= degree;
        // Rounding must not push a point of the sheet's edge to the other side.
        place.lon = std::clamp(place.lon / degree, -180.0, 180.0);
        if (std::abs(place.lon) > 179.999 && place.lon * plane[i].x() < 0)
            place.lon = -place.lon;
        if (state_->central_meridian != 0)
            place.lon = relative_longitude(place.lon + state_->central_meridian, 0);
    }
    return places;
}

std::optional<GeoPoint> Projection::inverse(QPointF plane) const {
    if (is_globe()) {
        const double x = plane.x() / earth_radius_km, y = plane.y() / earth_radius_km;
        const double square = x * x + y * y;
        if (square > 1)
            return {};
        const double depth = std::sqrt(1 - square);
        UnitVector v;
        for (std::size_t i = 0; i < 3; ++i)
            v[i] = x * state_->axes[0][i] + y * state_->axes[1][i] + depth * state_->axes[2][i];
        return GeoPoint{std::atan2(v[2], std::hypot(v[0], v[1])) / degree, std::atan2(v[1], v[0]) / degree};
    }
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
    if (is_globe()) {
        QPolygonF circle;
        for (int i = 0; i < 720; ++i)
            circle.append(QPointF(std::cos(i * degree / 2), std::sin(i * degree / 2)) * earth_radius_km);
        QPainterPath path;
        path.addPolygon(circle);
        path.closeSubpath();
        return path;
    }
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

namespace {

/// Where the globe's edge cuts the way from a place that is seen to one that is not: their hidden part is walked in
/// halves, since the way is short.
QPointF at_the_edge(const Projection &globe, GeoPoint seen, GeoPoint hidden) {
    UnitVector a = unit_vector(seen), b = unit_vector(hidden);
    QPointF point;
    for (int i = 0; i < 24; ++i) {
        UnitVector middle;
        double square = 0;
        for (std::size_t k = 0; k < 3; ++k) {
            middle[k] = a[k] + b[k];
            square += middle[k] * middle[k];
        }
        for (double &component : middle)
            component /= std::sqrt(square);
        point = globe.forward(std::span(&middle, 1)).front();
        (globe.hides(point) ? b : a) = middle;
    }
    return point;
}

std::vector<std::vector<QPointF>> globe_lines(const Projection &globe, std::span<const GeoPoint> line) {
    std::vector<std::vector<QPointF>> pieces;
    const std::vector<QPointF> points = globe.forward(line);
    bool open = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const bool seen = !globe.hides(points[i]);
        if (seen && !open) {
            pieces.emplace_back();
            if (i > 0)
                pieces.back().push_back(at_the_edge(globe, line[i], line[i - 1]));
        }
        if (seen)
            pieces.back().push_back(points[i]);
        else if (open)
            pieces.back().push_back(at_the_edge(globe, line[i - 1], line[i]));
        open = seen;
    }
    std::erase_if(pieces, [](const auto &piece) { return piece.size() < 2; });
    return pieces;
}

} // namespace

std::vector<std::vector<QPointF>> plane_lines(const Projection &projection, std::span<const GeoPoint> line) {
    if (projection.is_globe())
        return globe_lines(projection, line);
    std::vector<std::vector<QPointF>> pieces;
    for (const auto &piece : split_at_cut(line, projection.central_meridian()))
        if (piece.size() >= 2)
            pieces.push_back(projection.forward(piece));
    return pieces;
}

} // namespace catchment::maps
