// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "routing/convergence.h"

#include <memory>
#include <optional>
#include <vector>

/// What an event does to users and to networks until all is quiet again, or the next event happens.
namespace catchment {

/// A router that went from AS path to AS path.
struct Exploration {
    RouterId router;                ///< of its network's the one with most steps (ties: lowest id)
    std::vector<std::size_t> steps; ///< the changes of it that brought another path or none, in Convergence::changes
    std::size_t paths = 0;          ///< how many different paths it took up in them
};

/// A city counts by its region: the one of the majority of its reached users (ties: lowest code).
struct StageSummary {
    std::size_t cities_changed = 0;      ///< were at some moment in another region than before the event, or in none
    std::size_t cities_moved = 0;        ///< are in another region at the end than before the event
    std::size_t cities_lost = 0;         ///< are in none at the end, and were in one before
    double users_moved = 0;              ///< people that reach another region at the end than before
    double users_lost = 0;               ///< people that reach none at the end, and reached one before
    double users_interrupted = 0;        ///< people that reached one before and at the end, but at some moment none
    Moment longest_interruption{0};      ///< of them
    std::vector<double> interrupted;     ///< per city: how many of them live there
    std::vector<double> seconds_without; ///< likewise: person-seconds that they had none
    Moment longest_without{0};           ///< that any of them had none, however often they lost it
    std::optional<CityId> longest_in;    ///< where they live
    std::size_t routers = 0;             ///< that changed their route
    std::size_t networks = 0;            ///< that have such a router
    Moment half_of_changes{0};           ///< when half of the route changes had happened; the event's time without any
    std::vector<Exploration> explored; ///< one per network with a router of at least two steps: most paths first, then
                                       ///< most steps, then lowest AS number
};

/// For each stage of a convergence.
std::vector<StageSummary> stage_summaries(const std::shared_ptr<const Convergence> &convergence);

} // namespace catchment
