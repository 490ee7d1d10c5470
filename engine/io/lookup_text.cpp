// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "io/lookup_text.h"

namespace catchment {
namespace {

/// `Quad9's resolver in Frankfurt`.
std::string resolver_in_words(const Catchments &c, NetworkId network, std::optional<ResolverId> resolver, CityId at) {
    const World &world = c.world();
    return (resolver ? resolver_name(world, resolver) : world.network(network).name) + "'s resolver in " +
           world.city(at).name;
}

const std::string &code(const Catchments &c, RegionId region) { return c.op().regions[region.index()].code; }

} // namespace

std::string asked_in_words(const World &world, std::optional<ResolverId> resolver) {
    return resolver ? resolver_name(world, resolver) : "its own resolver";
}

std::string lookup_in_words(const Catchments &c, const Lookup &lookup) {
    const Scenario &scenario = *c.solution->scenario;
    std::string out = "   The user asks " + resolver_in_words(c, lookup.network, lookup.resolver, lookup.at) +
                      " for the name of " + scenario.app + ".";
    out += lookup.authority ? "\n   That asks the operator's name server in " + code(c, *lookup.authority) + "."
                            : "\n   It finds no way to a name server of the operator.";
    if (!lookup.answered) {
        return out + " No region announces: there is no address to answer with.\n\n";
    }
    out += " The answer is the address of " + code(c, *lookup.answered) +
           ", which of all\n   announcing regions is the nearest to the ";
    out += lookup.by_client ? "user, whose network the resolver passes on (RFC 7871)"
                            : "resolver: of the user, the name server knows nothing";
    return out + ".\n   The resolver keeps it for " + std::to_string(scenario.dns.ttl) + " s.\n\n";
}

std::string answer_in_words(const Catchments &c, const CityOutcome &city, const Reason &why) {
    return "The answer led there: " + code(c, *city.region) + " is the nearest to " +
           resolver_in_words(c, why.network, why.resolver, why.at) + ", and of the user the name server knows nothing";
}

} // namespace catchment
