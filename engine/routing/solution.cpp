// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "routing/solution.h"

#include <algorithm>

namespace catchment {

std::optional<RegionId> Solution::region(RouterId router) const {
    const std::uint16_t region = region_of[router.index()];
    return region == no_region || region == to_hijacker ? std::nullopt : std::optional(RegionId(region));
}

const Announcement::OnSession &Solution::on_session(SessionEndId operator_end) const {
    const RouterId router(topology->end(operator_end).router);
    const std::uint32_t first = topology->ends(topology->part_of(router)).first;
    return announcements[topology->region_at(router)->index()].sessions[operator_end.index() - first];
}

std::vector<Hop> Solution::hops(RouterId router) const {
    std::vector<Hop> out;
    while (const auto hop = next_hop(router)) {
        out.push_back(*hop);
        router = hop->next;
    }
    return out;
}

std::optional<Hop> Solution::next_hop(RouterId router) const {
    const std::uint32_t session = chosen[router.index()];
    if (session == no_session) {
        return std::nullopt;
    }
    const SessionEnd &end = topology->end(SessionEndId(session));
    return Hop{router, RouterId(end.router), RouterId(end.neighbour), SessionEndId(session)};
}

std::vector<Hop> Solution::packet_hops(RouterId router) const {
    std::vector<Hop> out;
    while (const auto hop = at(router).next_hop(router)) {
        out.push_back(*hop);
        router = hop->next;
    }
    return out;
}

std::vector<Asn> Solution::packet_path(RouterId router) const {
    std::vector<Asn> path;
    RouterId here = router;
    while (&at(here) == this) {
        const auto hop = next_hop(here);
        if (!hop) {
            return as_path(router); // nobody on the way has a route to a longer prefix
        }
        path.push_back(topology->asn_of(here));
        here = hop->next;
    }
    const std::vector<Asn> rest = at(here).as_path(here);
    path.insert(path.end(), rest.begin(), rest.end());
    return path;
}

std::vector<Asn> Solution::as_path(RouterId router) const {
    std::vector<Asn> path;
    if (!has_route(router)) {
        return path;
    }
    const std::vector<Hop> way = hops(router);
    for (const Hop &hop : way) {
        path.push_back(topology->asn_of(hop.router));
    }
    if (hijacked(router)) {
        path.insert(path.end(), hijacker->path.begin(), hijacker->path.end());
        return path;
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
            return hijacked(router) &&
                   std::ranges::find(hijacker->path, topology->asn(network)) != hijacker->path.end();
        }
        router = RouterId(topology->end(SessionEndId(session)).neighbour);
    }
    return true;
}

} // namespace catchment
