// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/region_sessions.h"

#include <algorithm>
#include <tuple>

namespace catchment::app {

std::vector<RegionSession> sessionsOf(const Scenario &scenario, const Operator &op, const World &world,
                                      const std::string &region) {
    std::vector<RegionSession> out;
    const auto at = std::ranges::find(op.regions, region, &Region::code);
    if (at == op.regions.end()) {
        return out;
    }
    for (const Session &s : op.sessions) {
        if (s.region.index() == static_cast<std::size_t>(at - op.regions.begin())) {
            out.push_back({world.network(s.neighbour).asn, s.neighbour, s.neighbour_is, s.via, false});
        }
    }
    for (const ExtraSession &s : scenario.sessions) {
        const auto network = world.network_by_asn.find(s.asn);
        const auto exchange = world.exchange_by_id.find(s.via);
        if (s.region != region || network == world.network_by_asn.end()) {
            continue;
        }
        const auto via = exchange == world.exchange_by_id.end() ? std::nullopt : std::optional(exchange->second);
        const auto same = [&](const RegionSession &own) { return own.network == network->second && own.via == via; };
        if (std::ranges::none_of(out, same)) { // what is there is not added again
            out.push_back({s.asn, network->second, s.neighbour_is, via, true});
        }
    }
    std::ranges::stable_sort(out, {}, [](const RegionSession &s) {
        return std::tuple(s.added, -static_cast<int>(s.neighbour_is), s.neighbour);
    });
    return out;
}

} // namespace catchment::app
