// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "study/change.h"
#include "study/parallel.h"

#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

/// What would bring a city to a region? Single changes to a scenario, tried out one by one.
namespace catchment {

struct ChangeQuestion {
    Scenario scenario;
    CityId city;
    std::optional<NetworkId> network; ///< of the city's access networks; none: the majority of its reached users counts
    RegionId wanted;
};

/// A change that brings the users in question to the wanted region.
struct SingleChange {
    Change change;
    Scenario scenario;      ///< after it
    double moved_users = 0; ///< all others that reach another region with it than now, or none
    double mean_rtt_ms = 0; ///< of all users that reach one, after it
};

struct SingleChanges {
    bool there_already = false;       ///< nothing needs to be changed
    std::size_t tried = 0;            ///< changes
    std::vector<SingleChange> ranked; ///< fewest moved users first, then in the order of Change::Kind
};

/// The changes that may help, whether they do or not: where the wanted region is not deployed, its deployment;
/// otherwise deployment of any other deployable region, 1 to 5 prepends at the region that wins now, withholding it or
/// NO_EXPORT on each of its sessions, withholding it altogether, a new session of the wanted region with each network
/// on the users' way (as a provider and as a peer; where the operator has a relationship with it, that) or at an
/// exchange in the region's city (as a peer), and dropping each of the scenario's own tunings, key by key and whole.
///
/// Returns those that work; none where the city has no such users. Nothing where `stop` was requested. Throws
/// ScenarioError.
std::optional<SingleChanges> single_changes(const std::shared_ptr<const World> &world, const ChangeQuestion &question,
                                            const std::stop_token &stop = {}, const Progress &progress = {});

} // namespace catchment
