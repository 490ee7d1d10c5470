// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rib/rib_announcements.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace catchment {

/// What is asked of a run over many prefixes.
struct RibQuestion {
    std::shared_ptr<const AsGraph> graph;
    std::vector<RibPrefix> prefixes;       ///< by address, then length
    std::vector<AsGraph::Node> validators; ///< networks that drop what is invalid
    std::vector<RibPreference> prefer;     ///< where there are any, routes are simulated, and ties left out
    std::optional<std::size_t> ties;       ///< how many tied paths to list; none: nothing on ties
    std::vector<AsGraph::Node> networks;   ///< whose routes are asked for, in ascending order of AS numbers
    unsigned threads = 0;                  ///< 0: as many as the machine has cores
    std::size_t most_lines = 2'000'000;    ///< held in memory at a time
};

/// A prefix whose routes do not settle, and the networks that keep each other changing.
struct RibOscillation {
    Prefix prefix;
    std::vector<Asn> networks;
};

/// Computes the routes of every prefix, on all cores, and writes them as JSON lines, sorted by network, then prefix;
/// a network without a route has no line. The text is the same whatever the number of threads. For a prefix whose
/// routes do not settle nothing is written; those are returned.
std::vector<RibOscillation> write_rib(const RibQuestion &question, const std::function<void(std::string_view)> &write);

} // namespace catchment
