// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/projection.h"
#include "world/world.h"

#include <QPointF>

#include <cstdint>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <vector>

namespace catchment::maps {

/// Great circles between the cities of one world, in the plane of one projection: projected when they are first asked
/// for, and kept, since every picture asks for the same few thousand. Can be asked from several threads.
class Geodesics {
public:
    /// A line, in as many pieces as the map's cut makes of it; at least two points each.
    using Pieces = std::vector<std::vector<QPointF>>;

    explicit Geodesics(std::shared_ptr<const World> world) : world_(std::move(world)) {}

    const World &world() const { return *world_; }

    /// From `a` to `b`, where a < b. `projection` is the same in all calls. The answer stays as long as this object.
    const Pieces &between(CityId a, CityId b, const Projection &projection);

private:
    std::shared_ptr<const World> world_;
    std::mutex mutex_;
    std::unordered_map<std::uint64_t, Pieces> known_; ///< by both ids
};

} // namespace catchment::maps
