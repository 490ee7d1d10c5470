// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "study/sweep.h"

namespace catchment {

/// What one more region would bring.
struct NextRegion {
    RegionId region;
    Summary after;
    double gained_ms = 0;           ///< mean RTT now, less that with it; 0 where nobody is reached on either side
    double moved_users = 0;         ///< reach another region with it than now
    double newly_reached_users = 0; ///< those of them that reach none now
};

struct NextRegions {
    Summary now;
    std::vector<NextRegion> ranked; ///< best first, as deployments are ranked (see Sweep)
};

/// Adds each of the candidates to the scenario's deployment, one at a time; those deployed already are left out. Shares
/// in the summaries are 0. Nothing where `stop` was requested. Throws ScenarioError.
std::optional<NextRegions> next_regions(const std::shared_ptr<const World> &world, const Scenario &scenario,
                                        const std::vector<RegionId> &candidates, Objective objective,
                                        const std::stop_token &stop = {}, const Progress &progress = {});

} // namespace catchment
