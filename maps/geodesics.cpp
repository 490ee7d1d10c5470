// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/geodesics.h"

namespace catchment::maps {

const Geodesics::Pieces &Geodesics::between(CityId a, CityId b, const Projection &projection) {
    const std::lock_guard lock(mutex_);
    const auto [entry, is_new] = known_.try_emplace(std::uint64_t{a.value} << 32 | b.value);
    if (is_new) {
        entry->second = plane_lines(projection, great_circle(world_->city(a).place, world_->city(b).place));
    }
    return entry->second;
}

} // namespace catchment::maps
