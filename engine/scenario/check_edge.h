// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario/scenario.h"
#include "scenario/scenario_error.h"

namespace catchment {

/// Throws ScenarioError where instances or data are said to be in a region that the app is not deployed to, or a region
/// stands twice, or a number does not go with another. Region codes themselves are check_names' concern: a deployed
/// region is known.
void check_edge(const Scenario &scenario);

} // namespace catchment
