// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "routing/solution.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

/// Steering by DNS: whom users ask, and what the authority answers.
///
/// The authority answers with the announcing region that is nearest by great circle (ties: lowest code): to the
/// resolver that asks, or, where the resolver passes on the client's subnet (RFC 7871), to the user. It knows of every
/// failure at once; who still follows an older answer is told by steering_study.
///
/// Simplified: every network runs a resolver where its users' packets enter it, which is in their city where the
/// network has a router there. Users of public resolvers are split evenly between their operators, and each is answered
/// from that operator's nearest city by great circle, though really these are anycast themselves. Either all resolvers
/// pass on the client's subnet or none does.
namespace catchment {

using ResolverId = Id<struct ResolverTag>; ///< of World::resolvers

/// Whom a part of the users in a city ask.
struct Asked {
    std::optional<ResolverId> resolver; ///< a public one; none: their access network's own
    double part = 1;                    ///< of the users of each access network
};

/// The resolvers of the users in a city: their networks' own first, then the public ones by their operators' names.
/// The parts, none of them 0, sum to 1.
std::vector<Asked> asked_in(CityId city, const World &world, const Dns &dns);

/// Where the resolver stands that users of `access` ask.
CityId place_of(const World &world, const AccessShare &access, std::optional<ResolverId> resolver);

/// What some users of an access network are told.
struct DnsAnswer {
    std::uint32_t access = 0; ///< row of World::access
    Asked asked;
    std::optional<RegionId> region; ///< none: no region announces
};

/// Under Steering::Dns every answer, by row of World::access and as in asked_in; empty under anycast, where all get the
/// same one. How many there are depends on the world and Scenario::dns alone.
std::vector<DnsAnswer> dns_answers(const Solution &solution);

/// Of `among` the region nearest to a city by great circle (ties: lowest code).
std::optional<RegionId> nearest_region(const Topology &topology, std::span<const RegionId> among, CityId city);

/// The regions that announce, in the order of the operator's table.
std::vector<RegionId> announcing_regions(const Solution &solution);

} // namespace catchment
