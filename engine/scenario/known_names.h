// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario/scenario_error.h"
#include "world/world.h"

#include <optional>
#include <string>

/// Names of a scenario looked up in the world. All throw ScenarioError, with the closest names, where it has no such
/// thing.
namespace catchment {

NetworkId known_network(const World &world, Asn asn);

ExchangeId known_exchange(const World &world, const std::string &id);

/// None for the empty id: a private meeting.
std::optional<ExchangeId> known_meeting(const World &world, const std::string &via);

} // namespace catchment
