// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "routing/convergence.h"

#include <memory>
#include <optional>
#include <vector>

/// What an event does to users and to networks until all is quiet again, or the next event happens.
namespace catchment {

/// A router that went from route to route.
struct Exploration {
    RouterId router;                  ///< of its network's the one that changed most often (ties: lowest id)
    std::vector<std::size_t> changes; ///< of it, in Convergence::changes
    std::size_t paths = 0;            ///< how many different ones it took up in them
};

/// A city counts by its region: the one of the majority of its reached users (ties: lowest code).
struct StageSummary {
    std::size_t cities_changed = 0;    ///< were at some moment in another region than before the event, or in none
    std::size_t cities_moved = 0;      ///< are in another region at the end than before the event
    std::size_t cities_lost = 0;       ///< are in none at the end, and were in one before
    double users_moved = 0;            ///< people that reach another region at the end than before
    double users_lost = 0;             ///< people that reach none at the end, and reached one before
    double users_interrupted = 0;      ///< people that reached one before and at the end, but at some moment none
    Moment longest_interruption{0};    ///< of them
    std::optional<CityId> longest_in;  ///< where they live
    std::size_t routers = 0;           ///< that changed their route
    std::size_t networks = 0;          ///< that have such a router
    std::vector<Exploration> explored; ///< one per network with a router that changed more than once: most paths
                                       ///< first, then most changes, then lowest AS number
};

/// For each stage of a convergence.
std::vector<StageSummary> stage_summaries(const std::shared_ptr<const Convergence> &convergence);

} // namespace catchment
