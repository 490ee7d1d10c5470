// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "routing/announced_prefix.h"

#include <algorithm>

namespace catchment {
namespace {

/// Marks the networks that refuse a kind of routes.
void refuse(AnnouncedPrefix &announced, const Topology &topology, NetworkId network, std::uint8_t routes) {
    announced.refuses.resize(topology.network_count(), 0);
    announced.refuses[network.index()] |= routes;
}

void validate(AnnouncedPrefix &announced, const Topology &topology, const Scenario &scenario) {
    const Security &security = scenario.security;
    const RoaTable roas(security.roas_or_default(topology.op()));
    const auto invalid = [&](Asn origin) {
        return roas.validate(announced.prefix, origin) == RoaTable::Validity::Invalid;
    };
    for (const Asn asn : security.origin_validation) {
        const NetworkId validator = topology.world().network_by_asn.at(asn);
        if (invalid(topology.op().asn)) {
            refuse(announced, topology, validator, AnnouncedPrefix::routes_to_regions);
        }
        if (announced.hijacker && invalid(announced.hijacker->path.back())) {
            refuse(announced, topology, validator, AnnouncedPrefix::routes_to_hijacker);
        }
    }
}

} // namespace

std::vector<AnnouncedPrefix> announced_prefixes(const Topology &topology, const Scenario &scenario) {
    const Prefix own = topology.op().prefix;
    std::vector<AnnouncedPrefix> out(1);
    out.front().prefix = own;
    out.front().regions = topology.announcements(scenario);
    if (const auto &hijack = scenario.security.hijack) {
        const NetworkId network = topology.world().network_by_asn.at(hijack->asn);
        if (!topology.failed(network)) {
            if (hijack->prefix_length > own.length) { // the part of the operator's prefix that begins where it does
                out.emplace_back();
                out.back().prefix = {own.address, hijack->prefix_length};
                out.back().regions.resize(out.front().regions.size());
            }
            AnnouncedPrefix &announced = out.back();
            announced.hijacker = Hijacker{network, hijack->path};
            for (const Asn asn : hijack->path) {
                const auto forged = topology.world().network_by_asn.find(asn);
                if (asn != hijack->asn && forged != topology.world().network_by_asn.end()) {
                    refuse(announced, topology, forged->second, AnnouncedPrefix::routes_to_hijacker);
                }
            }
        }
    }
    for (AnnouncedPrefix &announced : out) {
        validate(announced, topology, scenario);
    }
    return out;
}

} // namespace catchment
