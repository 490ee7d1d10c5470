// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/random_world.h"
#include "scenario/event.h"

#include <vector>

namespace catchment::naive {

/// Up to `most` events of every kind, at times close to each other and far apart. Sessions that the scenario adds may
/// fail as well.
std::vector<TimedEvent> random_events(const Recipe &recipe, const Scenario &scenario, Dice &dice, std::size_t most);

} // namespace catchment::naive
