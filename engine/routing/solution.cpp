// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "routing/solution.h"

namespace catchment {

std::optional<RegionId> Solution::region(RouterId router) const {
    const std::uint16_t region = region_of[router.index()];
    return region == no_region ? std::nullopt : std::optional(RegionId(region));
}

const Announcement::OnSession &Solution::on_session(SessionEndId operator_end) const {
    const RouterId router(topology->end(operator_end).router);
    const std::uint32_t first = topology->ends(topology->part_of(router)).first;
    return announcements[topology->region_at(router)->index()].sessions[operator_end.index() - first];
}

std::vector<Hop> Solution::hops(RouterId router) const {
    std::vector<Hop> out;
    if (!region(router)) {
        return out;
    }
    while (!topology->region_at(router)) {
        const SessionEndId session(chosen[router.index()]);
        const SessionEnd &end = topology->end(session);
        out.push_back({router, RouterId(end.router), RouterId(end.neighbour), session});
        router = RouterId(end.neighbour);
    }
    return out;
}

std::vector<Asn> Solution::as_path(RouterId router) const {
    std::vector<Asn> path;
    if (!region(router)) {
        return path;
    }
    const std::vector<Hop> way = hops(router);
    for (const Hop &hop : way) {
        path.push_back(topology->asn_of(hop.router));
    }
    std::size_t copies = 1;
    if (!way.empty()) {
        copies += on_session(SessionEndId(topology->end(way.back().session).other)).prepend;
    }
    path.insert(path.end(), copies, topology->op().asn);
    return path;
}

bool Solution::passes(RouterId router, NetworkId network) const {
    while (topology->network_of(router) != network) {
        const std::uint32_t session = chosen[router.index()];
        if (session == no_session) {
            return false;
        }
        router = RouterId(topology->end(SessionEndId(session)).neighbour);
    }
    return true;
}

} // namespace catchment
