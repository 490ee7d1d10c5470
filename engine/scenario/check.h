// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario/scenario.h"
#include "scenario/scenario_error.h"

namespace catchment {

/// Throws ScenarioError for the first name in the scenario that the world, or its operator, does not have; it names
/// the closest.
void check_names(const Scenario &scenario, const World &world);

/// The same, where the scenario's operator is at hand (operator_of).
void check_names(const Scenario &scenario, const World &world, const Operator &op);

} // namespace catchment
