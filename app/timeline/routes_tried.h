// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "routing/convergence.h"
#include "study/catchments.h"

#include <utility>
#include <vector>

namespace catchment::app {

/// A route that a router held, and from when.
struct RouteTried {
    Moment since; ///< that of the beginning is negative
    PathId path;  ///< none: no route
    int ways = 1; ///< how many routes with this path it held in a row, over other sessions or from other routers
    friend bool operator==(const RouteTried &, const RouteTried &) = default;
};

/// The routes that a router holds one after another, from the beginning to the end: path exploration. Those in a row
/// with the same AS path are one.
std::vector<RouteTried> routes_tried(const Convergence &convergence, RouterId router);

/// The router that held most routes (ties: lowest id), and how many, with the first and the last.
std::pair<RouterId, int> most_tried(const Convergence &convergence);

/// Where the packets of a city's users enter their networks, the largest network first; of one network only, where
/// it is given (0: all). Nothing where the city has no such users.
std::vector<RouterId> routers_of(const Catchments &catchments, const std::string &city, std::uint32_t asn);

} // namespace catchment::app
