// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "study/catchments.h"

#include <optional>

namespace catchment {

/// What a city's users find behind the edge, or those of one of its networks; times there and back in ms, means over
/// the users who are served, who can read, who can write.
struct BehindTheEdge {
    std::optional<RegionId> instance;   ///< that serves most of them (ties: lowest code); none: none is served
    std::optional<double> proxy_rtt_ms; ///< from the edge to the instance; none: none is served
    std::optional<double> read_ms;      ///< from the user on; none: nobody can, or the scenario says nothing of data
    std::optional<double> write_ms;     ///< likewise
};

BehindTheEdge behind_the_edge_of(const Catchments &catchments, CityId city, std::optional<NetworkId> network);

} // namespace catchment
