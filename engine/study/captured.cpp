// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "study/captured.h"

#include <algorithm>
#include <tuple>

namespace catchment {

std::vector<RegionLoss> losses(const Catchments &without, const Catchments &with) {
    std::vector<RegionLoss> all(without.op().regions.size());
    for (std::size_t r = 0; r < all.size(); ++r) {
        all[r].region = RegionId(r);
    }
    for (std::size_t i = 0; i < without.outcomes.size(); ++i) {
        if (const auto region = without.outcomes[i].region) {
            all[region->index()].had += without.outcomes[i].users;
            all[region->index()].lost += with.outcomes[i].captured ? with.outcomes[i].users : 0;
        }
    }
    std::erase_if(all, [](const RegionLoss &loss) { return loss.had == 0; });
    std::ranges::sort(all, {}, [&](const RegionLoss &loss) {
        return std::tuple(-loss.lost, without.op().regions[loss.region.index()].code);
    });
    return all;
}

} // namespace catchment
