// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "routing/decision.h"
#include "routing/solution.h"
#include "routing/ties.h"
#include "study/dns_answers.h"
#include "study/latency.h"
#include "study/user_totals.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

/// Who reaches which region, how fast, and who does not reach the nearest.
namespace catchment {

/// What the users of one access network in one city reach; under Steering::Dns those of them that ask one resolver.
struct NetworkOutcome {
    NetworkId network;
    double share = 0;                   ///< of the city's users
    double users = 0;                   ///< people, not rounded
    std::optional<RouterId> router;     ///< where their packets enter the network
    std::optional<RegionId> region;     ///< none: unreached
    bool captured = false;              ///< their packets reach the hijacker
    double rtt_ms = 0;                  ///< where a region is reached
    double certainty = 0;               ///< probability of `region` by lot at every tie (see Ties); 0 where unreached
    std::optional<ResolverId> resolver; ///< public one that they ask; none: their network's own
    std::optional<RegionId> answered;   ///< whose address they are given; none under anycast, and where none announces

    bool contested() const { return region && certainty < Ties::contested_below; }
};

/// Why a city is not at its nearest region (routing.md, "Not the nearest").
struct Reason {
    std::optional<Step> step;           ///< at which the route towards the nearest region lost; none: never offered
    bool by_resolver = false;           ///< under Steering::Dns: no route lost, the answer was another region already
    NetworkId network;                  ///< that decided, or whose users asked
    CityId at;                          ///< likewise; or where the resolver stands
    std::optional<ExchangeId> exchange; ///< over which the winner was learned
    std::optional<ResolverId> resolver; ///< by_resolver: the public one; none: the network's own
};

struct CityOutcome {
    CityId city;
    std::uint32_t first = 0, last = 0; ///< its outcomes: Catchments::outcomes[first, last)
    std::optional<RegionId> region;    ///< of the majority of its reached users (ties: lowest code)
    double rtt_ms = 0;                 ///< mean of its reached networks, weighted
    double certainty = 0;              ///< likewise; 0 where unreached
    double region_share = 0;           ///< of its reached users that reach `region`
    double captured_share = 0;         ///< of all its users
    bool captured = false;             ///< the hijacker has at least as many of its users as any region
    double region_km = 0;              ///< great circle to `region`
    std::optional<RegionId> nearest;   ///< announcing region nearest by great circle
    double nearest_km = 0;
    bool not_nearest = false; ///< at least 100 km farther than the nearest
    double wasted_ms = 0;     ///< RTT beyond that of the direct fibre way to the nearest, where not_nearest

    bool contested() const { return region && certainty < Ties::contested_below; }
};

struct RegionOutcome {
    RegionId region;
    double users = 0;
    double share = 0; ///< of the reached users
    double median_rtt_ms = 0;
    double p95_rtt_ms = 0;
};

/// What follows from a solution for the world's users; immutable.
struct Catchments {
    explicit Catchments(std::shared_ptr<const Solution> of);

    std::shared_ptr<const Solution> solution;
    Ties ties;                                       ///< of the solution
    std::vector<std::optional<Ties>> ties_by_region; ///< of Solution::by_region
    std::vector<NetworkOutcome> outcomes; ///< by city, as in World::access; under Steering::Dns as in `dns_answers`
    std::vector<CityOutcome> cities;      ///< per city of the world
    std::vector<RegionOutcome> regions;   ///< announcing regions, in the order of the operator's table
    Summary summary;

    std::span<const NetworkOutcome> outcomes_of(CityId city) const;
    /// The routes that packets of these users take: to the prefix of the region whose address they were given.
    const Solution &routes(const NetworkOutcome &outcome) const {
        return outcome.answered ? *solution->by_region[outcome.answered->index()] : *solution;
    }
    const Ties &ties_of(const NetworkOutcome &outcome) const {
        return outcome.answered ? *ties_by_region[outcome.answered->index()] : ties;
    }
    const World &world() const { return solution->world(); }
    const Operator &op() const { return solution->topology->op(); }
    /// Who hijacks; nothing where nobody does.
    const Hijacker *hijacker() const;
    /// The outcome of a region; nothing where it does not announce.
    const RegionOutcome *region(RegionId id) const;
};

/// Catchments of every city and access network.
std::shared_ptr<const Catchments> catchments(std::shared_ptr<const Solution> solution,
                                             const LatencyModel &latency = {});

/// Why `city` is not at its nearest region; none where it is, or is unreached. Follows the largest of the city's
/// networks that reach its `region`. Under Steering::Dns it is the resolver: packets go where the answer says.
std::optional<Reason> reason(const Catchments &catchments, CityId city);

} // namespace catchment
