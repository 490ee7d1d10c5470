// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "study/catchments.h"
#include "study/journey.h"

#include <memory>
#include <optional>
#include <vector>

/// Users on their way: which fibre they run over to which region.
namespace catchment::maps {

/// The users of one city that reach one region, or the hijacker, all drawn along the way of the largest network among
/// them.
struct Flow {
    CityId city;
    std::optional<RegionId> region; ///< none: the hijacker
    double users = 0;
    double rtt_ms = 0;         ///< mean, weighted
    std::uint32_t outcome = 0; ///< of that network: index into Catchments::outcomes
};

/// Users of one region on a stretch of fibre, both directions together.
struct FlowLoad {
    CityId from; ///< below `to`
    CityId to;
    std::optional<RegionId> region; ///< none: the hijacker
    double users = 0;
};

struct FlowMap {
    std::vector<Flow> flows;     ///< by city, then region
    std::vector<FlowLoad> loads; ///< by stretch, then region
};

std::shared_ptr<const FlowMap> flow_map(const Catchments &catchments);

/// The way of a flow, from the city to the region; empty where both are in one place.
std::vector<FibreLeg> flow_legs(const Catchments &catchments, const Flow &flow);

} // namespace catchment::maps
