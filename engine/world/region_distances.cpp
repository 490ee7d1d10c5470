// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "world/region_distances.h"

namespace catchment {

RegionDistances::RegionDistances(const World &world, const Operator &op) : regions_(op.regions.size()) {
    km_.reserve(world.cities.size() * regions_);
    for (const City &city : world.cities) {
        for (const Region &region : op.regions) {
            km_.push_back(great_circle_km(city.place, region.place));
        }
    }
}

} // namespace catchment
