// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "routing/convergence.h"

#include <vector>

namespace catchment {

/// The minimum route advertisement interval at each session end, between `least_factor` of the whole interval and all
/// of it (RFC 4271 §10). It depends on the seed and on what the session is called, so that a session keeps its
/// interval when others are added or the world's rows change their order. Each of the two routers of a session has its
/// own: with the same one, two of them that disagree could change their minds in step for ever.
std::vector<Moment> session_intervals(const Topology &topology, const SimulatorParameters &parameters);

} // namespace catchment
