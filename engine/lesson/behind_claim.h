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
    std::optional<double> stale_ms;     ///< how old what is read can be; none: as above, or as old as a cut
};

BehindTheEdge behind_the_edge_of(const Catchments &catchments, CityId city, std::optional<NetworkId> network);

/// How long writes take on average over the users who can write, were the primary in `region`, all else as it is; none
/// where it could not be there, or the scenario's data has no primary.
std::optional<double> mean_write_ms_with_primary(const Catchments &catchments, RegionId region);

} // namespace catchment
