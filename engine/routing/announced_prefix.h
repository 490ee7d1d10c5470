// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "routing/topology.h"
#include "scenario/scenario.h"

#include <cstdint>
#include <optional>
#include <vector>

/// A prefix and everyone who announces it. Each prefix is routed by itself.
namespace catchment {

/// A network of the world that announces a prefix at all of its routers. It keeps its own route, whatever else it
/// hears, and passes it on to all neighbours.
struct Hijacker {
    NetworkId network;
    std::vector<Asn> path; ///< as announced: the hijacker first, then what it has forged; the last one is the origin
};

struct AnnouncedPrefix {
    Prefix prefix;
    std::vector<Announcement> regions; ///< per region of the operator
    std::optional<Hijacker> hijacker;
    std::vector<std::uint8_t> refuses; ///< per network: routes_to_regions, routes_to_hijacker or both; empty: none does

    static constexpr std::uint8_t routes_to_regions = 1;
    static constexpr std::uint8_t routes_to_hijacker = 2;
};

/// What is announced in a scenario: the operator's prefix and, where somebody announces a more specific one, that
/// behind it. A network refuses what origin validation finds invalid (RFC 6811), where it validates, and a path with
/// itself in it (RFC 4271 §9.1.2), which somebody may have forged. A failed network announces nothing.
std::vector<AnnouncedPrefix> announced_prefixes(const Topology &topology, const Scenario &scenario);

} // namespace catchment
