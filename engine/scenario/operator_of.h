// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario/scenario.h"
#include "scenario/scenario_error.h"

#include <memory>

namespace catchment {

/// An operator of one's own, laid over the world. The router of a region stands in the city of the world that is
/// nearest to the region by great circle (ties: lowest id); distances to users are taken from the region's own place.
/// Throws ScenarioError where its AS number is a network's of the world, a code or a session stands twice, a
/// neighbour or an exchange is unknown, or a neighbour has two relationships.
Operator make_operator(const OwnOperator &own, const World &world);

/// Who announces in a scenario: its own operator, else that of the world. Throws as make_operator does.
std::shared_ptr<const Operator> operator_of(const Scenario &scenario, const std::shared_ptr<const World> &world);

/// Can what follows from the two be compared: have their operators the same regions, on one world?
bool have_same_regions(const Scenario &a, const Scenario &b);

} // namespace catchment
