// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "study/lookup.h"

#include <algorithm>

namespace catchment {
namespace {

/// From which a public resolver sends its questions; none where the world has no such network.
std::optional<RouterId> router_of(const World &world, const Resolver &resolver) {
    const auto network = world.network_by_asn.find(resolver.asn);
    if (network == world.network_by_asn.end()) {
        return std::nullopt;
    }
    return world.nearest_router(network->second, resolver.city);
}

} // namespace

Lookup lookup(const Catchments &catchments, CityId city, const NetworkOutcome &outcome) {
    const World &world = catchments.world();
    const Solution &solution = *catchments.solution;
    const auto shares = world.access_of(city);
    const auto share = std::ranges::find(shares, outcome.network, &AccessShare::network);
    Lookup out;
    out.client = city;
    out.network = outcome.network;
    out.resolver = outcome.resolver;
    out.at = place_of(world, *share, outcome.resolver);
    out.answered = outcome.answered;
    out.by_client = !solution.by_region.empty() && solution.scenario->dns.client_subnet;
    const auto router =
        outcome.resolver ? router_of(world, world.resolvers[outcome.resolver->index()]) : std::optional(share->entry);
    if (router && !solution.topology->failed(solution.topology->network_of(*router))) {
        out.authority = solution.at(*router).region(*router);
    }
    return out;
}

std::string resolver_name(const World &world, std::optional<ResolverId> resolver) {
    return resolver ? world.resolvers[resolver->index()].operator_name : std::string();
}

std::string resolver_word(const World &world, std::optional<ResolverId> resolver) {
    return resolver ? resolver_name(world, resolver) + '@' + world.city(world.resolvers[resolver->index()].city).id
                    : "own";
}

} // namespace catchment
