// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "study/catchments.h"

#include <optional>
#include <vector>

namespace catchment {

/// Users of one access network in one city whose region changed.
struct Mover {
    CityId city;
    NetworkId network;
    double users = 0;
    std::optional<RegionId> from; ///< none: was unreached, or captured
    std::optional<RegionId> to;   ///< none: is unreached, or captured
    bool from_hijacker = false;
    bool to_hijacker = false;
    double from_ms = 0;   ///< RTT before; 0 where `from` is none
    double to_ms = 0;     ///< RTT after; 0 where `to` is none
    double gained_ms = 0; ///< positive: faster now; 0 where either side is unreached
};

/// What changed between two solutions over the same world and operator.
struct Comparison {
    std::vector<Mover> movers; ///< by city and network
    double moved_users = 0;
    double gained_ms = 0;             ///< mean RTT won per moved user who was reached before and after
    double mean_rtt_change_ms = 0;    ///< of all users: after minus before
    double newly_unreached_users = 0; ///< the captured among them
    double newly_captured_users = 0;
    double newly_reached_users = 0;
};

Comparison compare(const Catchments &before, const Catchments &after);

} // namespace catchment
