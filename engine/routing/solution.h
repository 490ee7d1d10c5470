// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "routing/announced_prefix.h"
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

/// The routes of every router towards one prefix: immutable, shared between threads. That is the operator's prefix;
/// where somebody announces a more specific one, the routes to that are a solution of their own behind this one, and
/// packets follow it at every router that has one (see `at`).
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
    static constexpr std::uint16_t to_hijacker = 0xfffe;

    std::shared_ptr<const Topology> topology;
    std::shared_ptr<const Scenario> scenario;
    Prefix prefix;
    std::vector<Announcement> announcements;       ///< per region of the operator
    std::optional<Hijacker> hijacker;              ///< that announces this prefix
    std::vector<std::uint8_t> refuses;             ///< as in AnnouncedPrefix
    std::vector<PartRoute> parts;                  ///< per part
    std::vector<std::uint32_t> chosen;             ///< per router: its session end, own exit's side, or no_session
    std::vector<std::uint16_t> region_of;          ///< per router: region index, to_hijacker or no_region
    std::vector<std::uint8_t> no_export;           ///< per router: its route carries NO_EXPORT
    std::shared_ptr<const Solution> more_specific; ///< routes to a longer prefix; none where nobody announces one
    /// Under Steering::Dns, per region of the operator: the routes to the prefix that this region alone announces; none
    /// where it announces nothing. This solution is then that of the prefix which all of them announce, with the
    /// operator's name servers in it. Empty under anycast, and in the regions' own solutions.
    std::vector<std::shared_ptr<const Solution>> by_region;

    const World &world() const { return topology->world(); }

    bool has_route(RouterId router) const { return region_of[router.index()] != no_region; }

    /// The region to which the router's route leads; none where it has no route, or one to the hijacker.
    std::optional<RegionId> region(RouterId router) const;

    /// Does the router's route lead to the hijacker?
    bool hijacked(RouterId router) const { return region_of[router.index()] == to_hijacker; }

    /// The hops from `router` to the announcer's router, empty for a router without a route and for an announcer.
    std::vector<Hop> hops(RouterId router) const;

    /// The first of them.
    std::optional<Hop> next_hop(RouterId router) const;

    /// The AS path as the router's network would show it: itself first, prepends included, the origin last.
    /// Empty where there is no route.
    std::vector<Asn> as_path(RouterId router) const;

    /// The routes that packets follow at `router`: those to the longest prefix that it has a route for.
    const Solution &at(RouterId router) const {
        return more_specific && more_specific->has_route(router) ? *more_specific : *this;
    }

    /// The routes to the longest prefix of all, which is what a hijacker announces, where there is one.
    const Solution &longest() const { return more_specific ? *more_specific : *this; }

    /// The hops that packets take from `router`: at each the route to the longest prefix there.
    std::vector<Hop> packet_hops(RouterId router) const;

    /// The networks that packets pass, each as it stands in the AS paths that they follow, the origin last.
    std::vector<Asn> packet_path(RouterId router) const;

    /// Does the router's network refuse what the neighbour's route leads to: by origin validation, or because it
    /// stands in a forged path?
    bool refused(NetworkId network, RouterId neighbour) const {
        const std::uint8_t kind =
            hijacked(neighbour) ? AnnouncedPrefix::routes_to_hijacker : AnnouncedPrefix::routes_to_regions;
        return !refuses.empty() && (refuses[network.index()] & kind) != 0;
    }

    /// Does the path of `router`'s route, its own network included, contain `network`?
    bool passes(RouterId router, NetworkId network) const;

    /// What the operator announces on a session; `operator_end` is the operator's end of it.
    const Announcement::OnSession &on_session(SessionEndId operator_end) const;

    /// Does `region` announce (Scenario::announces)?
    bool announces(RegionId region) const { return announcements[region.index()].active; }
};

} // namespace catchment
