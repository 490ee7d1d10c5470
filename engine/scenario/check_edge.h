// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario/scenario.h"
#include "scenario/scenario_error.h"

namespace catchment {

/// Throws ScenarioError where a region of the edge or the data is unknown to the operator or stands twice, or more
/// instances have failed than there are.
void check_edge(const Scenario &scenario, const Operator &op);

/// Throws ScenarioError where instances or data are said to be in a region that the app is not deployed to. That is an
/// error of a file; while somebody deploys and undeploys, instances there do not count, and the data there is down.
void check_deployed(const Scenario &scenario);

} // namespace catchment
