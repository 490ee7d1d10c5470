// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/edits/edit.h"

#include <vector>

/// An operator of one's own in the place of the world's. What else the scenario says goes over to it as far as it has
/// the same regions, sessions and numbers (change_operator). All throw ScenarioError where the operator would not fit
/// the world: its number is taken, a code or session stands twice, a neighbour has two relationships.
namespace catchment::app {

/// Begins with the deployed regions and their sessions, under a number and a prefix kept for documentation (RFC 5398,
/// RFC 5737).
Edit layOwnNetwork(const Scenario &scenario, const World &world);
/// Back to the operator of the world. Where none of its regions is deployed then, the story's are.
Edit worldOperator(const Scenario &scenario, const World &world);

/// These need an operator of one's own in the scenario.
Edit setOperator(const Scenario &scenario, Asn asn, const std::string &name, const Prefix &prefix, const World &world);
/// Adds a region and deploys it.
Edit placeRegion(const Scenario &scenario, OwnOperator::RegionRow region, const World &world);
Edit removeOwnRegion(const Scenario &scenario, const std::string &code, const World &world);
Edit addOwnSession(const Scenario &scenario, const std::string &region, const OwnOperator::SessionRow &session,
                   const World &world);
Edit removeOwnSession(const Scenario &scenario, const std::string &region, const OwnOperator::SessionRow &session,
                      const World &world);

/// A region as it would be placed in a city: under the code that the world's operator has for it, else one made from
/// its name, and with transit from the two best connected carriers that are there, or else nearest. `own`: whose codes
/// are taken and whose relationships stand; may be none yet.
OwnOperator::RegionRow suggestRegion(const OwnOperator *own, const World &world, CityId city);

/// The same by a place: in the city nearest to it.
OwnOperator::RegionRow suggestRegion(const OwnOperator *own, const World &world, GeoPoint place);

} // namespace catchment::app
