// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/cells.h"
#include "maps/geodesics.h"
#include "maps/geography.h"
#include "maps/projection.h"

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <tuple>
#include <vector>

namespace catchment::maps {

/// All that a map needs and no scenario changes: geography, cells, and both projected. Made on first use, kept for
/// good, shared by all threads.
class Atlas {
public:
    /// The one of this process. Reads the embedded data at the first call.
    static const Atlas &shared();

    Atlas();
    ~Atlas();
    Atlas(const Atlas &) = delete;
    Atlas &operator=(const Atlas &) = delete;

    const Geography &geography() const { return geography_; }
    const CellGrid &cells() const;

    using Points = std::vector<QPointF>;

    /// The points of the geography in the plane of `projection`. Kept but for globes, which turn.
    std::shared_ptr<const Points> land_points(const Projection &projection) const;
    /// The points of the cells in the plane of `projection`. Kept but for globes.
    std::shared_ptr<const Points> cell_points(const Projection &projection) const;
    /// Do the outer rings of the geography turn clockwise on a map?
    bool land_is_clockwise() const;
    /// The city that each cell stands for. The last world that was asked for is kept.
    std::shared_ptr<const std::vector<std::optional<CityId>>>
    cell_cities(const std::shared_ptr<const World> &world) const;

    /// Great circles between cities in the plane of `projection`. Those of the last world that was asked for are kept.
    std::shared_ptr<Geodesics> geodesics(const std::shared_ptr<const World> &world, const Projection &projection) const;

private:
    struct Sphere; ///< points as unit vectors, and their pictures in flat planes
    std::shared_ptr<const Points> pictured(Sphere &sphere, const Projection &projection,
                                           const std::vector<GeoPoint> &places) const;

    Geography geography_;
    mutable std::mutex mutex_;
    mutable std::once_flag cells_made_;
    mutable std::unique_ptr<const CellGrid> cells_;
    std::unique_ptr<Sphere> land_, cell_corners_;
    mutable std::vector<GeoPoint> cell_places_;
    mutable std::weak_ptr<const World> known_world_; ///< that cell_cities_ was made for
    mutable std::shared_ptr<const std::vector<std::optional<CityId>>> cell_cities_;
    /// By kind, central meridian and latitude.
    mutable std::map<std::tuple<ProjectionKind, double, double>, std::shared_ptr<Geodesics>> geodesics_;
};

} // namespace catchment::maps
