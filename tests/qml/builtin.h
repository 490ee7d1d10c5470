// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "io/world_reader.h"
#include "routing/solver.h"
#include "study/catchments.h"

#include <memory>
#include <string>
#include <vector>

/// The built-in world, read once, and what comes out on it.
namespace catchment::testing {

inline std::shared_ptr<const World> builtinWorld() {
    static const auto world = read_world(CATCHMENT_RESOURCES "/world");
    return world;
}

inline std::shared_ptr<const Catchments> solved(const Scenario &scenario) {
    static Solver solver(builtinWorld());
    return catchments(solver.solve(scenario));
}

inline std::shared_ptr<const Catchments> deployed(std::vector<std::string> regions) {
    Scenario scenario;
    scenario.regions = std::move(regions);
    return solved(scenario);
}

} // namespace catchment::testing
