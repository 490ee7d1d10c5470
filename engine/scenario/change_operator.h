// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario/scenario.h"

namespace catchment {

/// The scenario with another operator: `own`, or the world's where that is none. What names a region, a session or an
/// AS number that the new operator does not have is dropped or goes over to it, so that what was a sound scenario
/// stays one. Throws ScenarioError where `own` does not fit the world, as make_operator does.
Scenario change_operator(Scenario scenario, std::optional<OwnOperator> own, const World &world);

} // namespace catchment
