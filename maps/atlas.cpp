// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/atlas.h"

#include <QFile>

#include <stdexcept>

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

Atlas::Atlas() : geography_(embedded(QStringLiteral(":/catchment/map/land.bin"))) {}

const CellGrid &Atlas::cells() const {
    std::call_once(cells_made_, [this] {
        cells_ = std::make_unique<CellGrid>(geography_, land_points(Projection(ProjectionKind::EqualEarth)));
    });
    return *cells_;
}

const std::vector<QPointF> &Atlas::land_points(const Projection &projection) const {
    const std::lock_guard lock(mutex_);
    auto &points = land_points_[projection.kind()];
    if (!points)
        points = std::make_unique<const Points>(projection.forward(geography_.points));
    return *points;
}

const std::vector<QPointF> &Atlas::cell_points(const Projection &projection) const {
    const CellGrid &grid = cells();
    if (projection.kind() == ProjectionKind::EqualEarth)
        return grid.points;
    const std::lock_guard lock(mutex_);
    auto &points = cell_points_[projection.kind()];
    if (!points) {
        const std::vector<GeoPoint> places = Projection(ProjectionKind::EqualEarth).inverse(grid.points);
        points = std::make_unique<const Points>(projection.forward(places));
    }
    return *points;
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
    std::erase_if(geodesics_, [&](const auto &known) { return &known.second->world() != world.get(); });
    auto &lines = geodesics_[{projection.kind(), projection.central_meridian()}];
    if (!lines)
        lines = std::make_shared<Geodesics>(world);
    return lines;
}

} // namespace catchment::maps
