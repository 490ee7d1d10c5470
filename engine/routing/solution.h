// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "routing/topology.h"
#include "scenario/scenario.h"

#include <memory>
#include <optional>
#include <vector>

namespace catchment {

/// How a network came by a route, in the order of local preference (RFC 4271 §9.1.1; Gao–Rexford policy).
enum class LearnedFrom : std::uint8_t { None, Provider, Peer, Customer, Own };

/// One step of a packet's way from router to router.
struct Hop {
    RouterId router;      ///< that decides
    RouterId exit;        ///< of the same network, that hands the packet over (may be `router`)
    RouterId next;        ///< of the neighbour network, that takes it
    SessionEndId session; ///< the exit's end of the session between `exit` and `next`
};

/// The routes of every router towards the operator's prefix: immutable, shared between threads.
///
/// RouterIds are those of the topology: first the world's routers, then one per region of the operator.
class Solution {
public:
    /// The state of one network part; a router's route is one of the part's best (see routing.md).
    struct PartRoute {
        LearnedFrom learned_from = LearnedFrom::None;
        std::uint16_t length = 0; ///< AS path length, prepends counted, without the network itself
    };
    static constexpr std::uint32_t no_session = 0xffffffff;
    static constexpr std::uint16_t no_region = 0xffff;

    std::shared_ptr<const Topology> topology;
    std::shared_ptr<const Scenario> scenario;
    std::vector<Announcement> announcements; ///< per region of the operator
    std::vector<PartRoute> parts;            ///< per part
    std::vector<std::uint32_t> chosen;       ///< per router: its session end, own exit's side, or no_session
    std::vector<std::uint16_t> region_of;    ///< per router: region index reached, or no_region
    std::vector<std::uint8_t> no_export;     ///< per router: its route carries NO_EXPORT

    const World &world() const { return topology->world(); }

    /// The region that packets entering at `router` reach; none where it has no route.
    std::optional<RegionId> region(RouterId router) const;

    /// The hops from `router` to the region's router, empty for a router without a route and for an announcer.
    std::vector<Hop> hops(RouterId router) const;

    /// The AS path as the router's network would show it: itself first, prepends included, the origin last.
    /// Empty where there is no route.
    std::vector<Asn> as_path(RouterId router) const;

    /// Does the path of `router`'s route, its own network included, contain `network`?
    bool passes(RouterId router, NetworkId network) const;

    /// What the operator announces on a session; `operator_end` is the operator's end of it.
    const Announcement::OnSession &on_session(SessionEndId operator_end) const;

    /// Does `region` announce: is it deployed and not failed?
    bool announces(RegionId region) const { return announcements[region.index()].active; }
};

} // namespace catchment
