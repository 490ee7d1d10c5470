// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/atlas.h"

#include "maps/clip.h"

#include <QFile>

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace catchment::maps {
namespace {

QByteArray embedded(const QString &name) {
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        throw std::runtime_error("not embedded in the program: " + name.toStdString());
    return file.readAll();
}

} // namespace

const Atlas &Atlas::shared() {
    static const Atlas atlas;
    return atlas;
}

struct Atlas::Sphere {
    std::vector<UnitVector> units;
    std::map<std::pair<ProjectionKind, double>, std::shared_ptr<const Points>> planes; ///< by kind and meridian
};

Atlas::Atlas()
    : geography_(embedded(QStringLiteral(":/catchment/map/land.bin"))), land_(std::make_unique<Sphere>()),
      cell_corners_(std::make_unique<Sphere>()) {}

Atlas::~Atlas() = default;

const CellGrid &Atlas::cells() const {
    std::call_once(cells_made_, [this] {
        cells_ = std::make_unique<CellGrid>(geography_, *land_points(Projection(ProjectionKind::EqualEarth)));
    });
    return *cells_;
}

std::shared_ptr<const Atlas::Points> Atlas::pictured(Sphere &sphere, const Projection &projection,
                                                     const std::vector<GeoPoint> &places) const {
    if (projection.is_globe()) {
        if (sphere.units.empty()) {
            sphere.units.resize(places.size());
            std::ranges::transform(places, sphere.units.begin(), unit_vector);
        }
        return std::make_shared<const Points>(projection.forward(sphere.units));
    }
    auto &points = sphere.planes[{projection.kind(), projection.central_meridian()}];
    if (!points)
        points = std::make_shared<const Points>(projection.forward(places));
    return points;
}

std::shared_ptr<const Atlas::Points> Atlas::land_points(const Projection &projection) const {
    const std::lock_guard lock(mutex_);
    return pictured(*land_, projection, geography_.points);
}

std::shared_ptr<const Atlas::Points> Atlas::cell_points(const Projection &projection) const {
    const CellGrid &grid = cells();
    const std::lock_guard lock(mutex_);
    if (projection.kind() == ProjectionKind::EqualEarth && projection.central_meridian() == 0)
        return {std::shared_ptr<const CellGrid>(), &grid.points}; // it was made there; the atlas stays
    if (cell_places_.empty())
        cell_places_ = Projection(ProjectionKind::EqualEarth).inverse(grid.points);
    return pictured(*cell_corners_, projection, cell_places_);
}

bool Atlas::land_is_clockwise() const {
    static const bool clockwise = [this] {
        const auto points = land_points(Projection(ProjectionKind::EqualEarth));
        double area = 0;
        for (const LandPolygon &polygon : geography_.polygons) {
            std::vector<QPointF> ring;
            for (const std::uint32_t point : geography_.ring_points(polygon.rings.front()))
                ring.push_back((*points)[point]);
            area += doubled_area(ring);
        }
        return area > 0;
    }();
    return clockwise;
}

std::shared_ptr<const std::vector<std::optional<CityId>>>
Atlas::cell_cities(const std::shared_ptr<const World> &world) const {
    const CellGrid &grid = cells();
    const std::lock_guard lock(mutex_);
    if (!cell_cities_ || known_world_.lock() != world) {
        std::vector<QPointF> centres;
        centres.reserve(grid.cells.size());
        for (const Cell &cell : grid.cells)
            centres.push_back(cell.centre);
        const std::vector<GeoPoint> places = Projection(ProjectionKind::EqualEarth).inverse(centres);
        cell_cities_ = std::make_shared<const std::vector<std::optional<CityId>>>(
            cities_of_cells(grid, geography_, places, *world));
        known_world_ = world;
    }
    return cell_cities_;
}

std::shared_ptr<Geodesics> Atlas::geodesics(const std::shared_ptr<const World> &world,
                                            const Projection &projection) const {
    const std::lock_guard lock(mutex_);
    // A globe that turned does not come back to the same place.
    std::erase_if(geodesics_, [&](const auto &known) {
        return &known.second->world() != world.get() ||
               (std::get<0>(known.first) == ProjectionKind::Globe && known.second.use_count() == 1);
    });
    auto &lines = geodesics_[{projection.kind(), projection.central_meridian(), projection.central_latitude()}];
    if (!lines)
        lines = std::make_shared<Geodesics>(world);
    return lines;
}

} // namespace catchment::maps
