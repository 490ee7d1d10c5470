// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/known_names.h"

#include "world/spelling.h"

namespace catchment {

NetworkId known_network(const World &world, Asn asn) {
    const auto found = world.network_by_asn.find(asn);
    if (found == world.network_by_asn.end()) {
        const std::string number = std::to_string(asn.value);
        throw ScenarioError(number, "unknown network AS" + number, "a network of the world");
    }
    return found->second;
}

ExchangeId known_exchange(const World &world, const std::string &id) {
    const auto found = world.exchange_by_id.find(id);
    if (found == world.exchange_by_id.end()) {
        std::vector<std::string> ids;
        for (const Exchange &x : world.exchanges) {
            ids.push_back(x.id);
        }
        throw ScenarioError(id, "unknown exchange '" + id + "'", joined_with_or(closest_words(id, ids, 3)));
    }
    return found->second;
}

std::optional<ExchangeId> known_meeting(const World &world, const std::string &via) {
    return via.empty() ? std::nullopt : std::optional(known_exchange(world, via));
}

} // namespace catchment
