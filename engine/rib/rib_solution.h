// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rib/rib_announcements.h"
#include "routing/solution.h"

#include <cstdint>
#include <vector>

namespace catchment {

/// The routes of all networks to one prefix: for each, which neighbour it follows.
class RibSolution {
public:
    using Node = AsGraph::Node;

    /// A route, packed so that the lower rank is the better route by decision steps 1 and 2.
    struct Route {
        std::uint32_t rank; ///< class in the two highest bits (own, customer, peer, provider), path length below
        Node next;          ///< the neighbour that it was learned from; of an own route the index of the announcer
    };

    static constexpr std::uint32_t unreached = 0xffffffff;
    static constexpr std::uint32_t own_rank = 0;
    static constexpr std::uint32_t customer_rank = 1u << 30;
    static constexpr std::uint32_t peer_rank = 2u << 30;
    static constexpr std::uint32_t provider_rank = 3u << 30;
    static constexpr std::uint32_t length_bits = customer_rank - 1;

    const AsGraph *graph = nullptr;
    const RibPrefix *prefix = nullptr;
    std::vector<Route> routes; ///< per network

    bool reached(Node node) const { return routes[node].rank != unreached; }
    bool own(Node node) const { return routes[node].rank < customer_rank; }

    LearnedFrom learned_from(Node node) const {
        return reached(node) ? static_cast<LearnedFrom>(4 - (routes[node].rank >> 30)) : LearnedFrom::None;
    }

    /// AS path length as decision step 2 counts it: prepends included, the network itself not.
    std::uint32_t length(Node node) const { return routes[node].rank & length_bits; }

    /// Who announced the route, as an index into the prefix's announcers. The network has a route.
    std::size_t announcer(Node node) const;

    /// Appends the AS path: the network itself first, the origin last. The network has a route.
    void append_path(Node node, std::vector<Asn> &path) const;
};

} // namespace catchment
