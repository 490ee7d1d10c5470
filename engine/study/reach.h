// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "routing/solution.h"
#include "study/dns_answers.h"
#include "study/latency.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace catchment {

/// Where the packets of a city's users of one access network arrive, and how soon.
struct Reach {
    std::optional<RouterId> router; ///< where they enter the network; none: they cannot
    std::optional<RegionId> region; ///< none: unreached
    bool captured = false;          ///< they reach the hijacker
    double rtt_ms = 0;              ///< where a region is reached
};

/// Follows users' packets over one solution after another; keeps its arrays. Not thread-safe; make one per thread.
/// Does not ask how certain anything is (see Ties), nor what would be nearest: that is what Catchments adds.
class Reaches {
public:
    explicit Reaches(const LatencyModel &latency = {}) : latency_(latency) {}

    /// What each row of World::access reaches. Stands until the next call.
    std::span<const Reach> follow(const Solution &solution);

    /// What those reach that were given these answers, each over the routes to the region that it was told
    /// (Solution::by_region). Stands until the next call.
    std::span<const Reach> follow(const Solution &solution, std::span<const DnsAnswer> answers);

private:
    /// What lies between a router and the region that it reaches.
    struct Rest {
        std::uint64_t metres = 0;
        std::uint32_t stretches = 0;
        int handovers = -1; ///< not computed yet
        std::uint16_t region = Solution::no_region;
    };
    /// From a city to where its packets enter a network.
    struct Entry {
        std::uint32_t metres = 0; ///< or FibreMap::unreachable
        std::uint32_t stretches = 0;
    };

    void start(const Solution &solution);
    /// Do the users' packets get as far as a router of their network?
    static bool enters(const Solution &solution, const AccessShare &share, const Entry &entry);
    void measure_entries(const Topology &topology);
    Reach follow(const Solution &solution, const AccessShare &share, const Entry &entry);
    const Rest &from(const Solution &solution, RouterId start);

    LatencyModel latency_;
    std::shared_ptr<const Topology> measured_; ///< that the entries are of
    std::vector<Entry> entries_;               ///< per row of World::access
    std::vector<Rest> rest_;                   ///< per router
    std::vector<RouterId> trail_;
    std::vector<Reach> reaches_;
};

} // namespace catchment
