// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rib/as_graph.h"
#include "scenario/origin_validation.h"
#include "world/world.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

/// What is announced on a bare relationship file: in the words of the input, and resolved against a graph.
namespace catchment {

/// What a network announces to one of its neighbours, where that differs from what it announces to all.
struct RibTuning {
    Asn neighbour;
    std::uint16_t prepend = 0; ///< further copies of the announcer in front
    bool no_export = false;    ///< the well-known community (RFC 1997)
    std::uint32_t med = 0;     ///< no effect where each neighbour offers one route; kept for completeness
};

struct RibAnnouncement {
    Prefix prefix;
    Asn asn;
    std::vector<Asn> path;              ///< the announcer first; more than itself: forged
    std::optional<std::vector<Asn>> to; ///< none: all neighbours
    std::vector<RibTuning> tuning;      ///< ascending neighbour, each once
};

/// The local preference that a network gives one neighbour's routes in place of customer 300, peer 200, provider 100.
struct RibPreference {
    Asn network;
    Asn neighbour;
    std::uint32_t value = 0;
};

struct RibAnnouncements {
    std::vector<RibAnnouncement> announcements;
    std::vector<Roa> roas;
    std::vector<Asn> origin_validation; ///< networks that drop what is invalid
    std::vector<RibPreference> prefer;
};

/// A neighbour to which an announcer does not announce as to the others.
struct RibSession {
    AsGraph::Node neighbour = 0;
    bool announced = true;
    bool no_export = false;
    std::uint16_t prepend = 0;
    friend bool operator==(const RibSession &, const RibSession &) = default;
};

/// One of the networks that announce a prefix, resolved against a graph.
struct RibAnnouncer {
    AsGraph::Node node = 0;
    std::vector<Asn> path;             ///< as announced, without prepends; ends with the origin
    bool to_all = true;                ///< to neighbours that `sessions` does not name
    std::vector<RibSession> sessions;  ///< ascending neighbour
    std::vector<AsGraph::Node> forged; ///< other networks in the path, ascending: they reject it
    bool invalid = false;              ///< by origin validation

    /// What it announces to a neighbour.
    RibSession to(AsGraph::Node neighbour) const;
};

/// A prefix and everyone who announces it, in ascending order of AS numbers.
struct RibPrefix {
    Prefix prefix;
    std::vector<RibAnnouncer> announcers;
};

/// All prefixes, by address, then length. Everything that the announcements name is in the graph, but for forged
/// paths.
std::vector<RibPrefix> resolve(const RibAnnouncements &announcements, const AsGraph &graph);

/// The ids of those networks that are in the graph, ascending.
std::vector<AsGraph::Node> resolve(std::span<const Asn> networks, const AsGraph &graph);

} // namespace catchment
