// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/geodesics.h"

namespace catchment::maps {

const Geodesics::Pieces &Geodesics::between(CityId a, CityId b, const Projection &projection) {
    const std::lock_guard lock(mutex_);
    const auto [entry, is_new] = known_.try_emplace(std::uint64_t{a.value} << 32 | b.value);
    if (is_new) {
        const auto line = great_circle(world_->city(a).place, world_->city(b).place);
        for (const auto &piece : split_at_cut(line, projection.central_meridian()))
            entry->second.push_back(projection.forward(piece));
    }
    return entry->second;
}

} // namespace catchment::maps
