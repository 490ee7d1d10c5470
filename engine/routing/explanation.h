// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "routing/decision.h"
#include "routing/solution.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

/// Why packets go where they go: at each router on the way, every route that was on offer and the step of the
/// decision process (RFC 4271 §9.1) at which it lost.
namespace catchment {

/// One route on offer at a router.
struct CandidateRoute {
    SessionEndId session; ///< the own network's end of the session over which it was learned
    LearnedFrom learned_from = LearnedFrom::None;
    std::vector<Asn> path;          ///< neighbour first, origin last
    std::optional<RegionId> region; ///< to which it leads; none: to the hijacker
    Prefix prefix;                  ///< which it is a route to
    std::uint32_t med = 0;
    bool external = false;       ///< learned over this router's own session
    std::uint32_t cost = 0;      ///< interior cost to the exit and over to the neighbour, metres
    std::optional<Step> lost_at; ///< none for the winner
    std::optional<ExchangeId> exchange;
    bool invalid = false; ///< lost at step 0 by origin validation (RFC 6811), not by the own AS in its path
    bool tied = false;    ///< one of those that tie at this router, the winner among them (see Ties)
};

/// One router's decision.
struct Decision {
    RouterId router;
    NetworkId network;
    CityId city;
    std::vector<CandidateRoute> candidates; ///< the winner first, then by how long they stayed in the race
    Step decided_at = Step::OnlyOne;        ///< the step that removed the last rival; OnlyOne without rivals

    std::size_t tied() const; ///< how many candidates tie; 1 where nothing ties with the winner
};

/// Every candidate at `router` for the solution's prefix, also those dropped at step 0.
Decision explain_router(const Solution &solution, RouterId router);

/// The decisions that packets meet: at `router` and at each further network on their way, each for the longest prefix
/// that the router has a route to. Routes to a longer one that it dropped at step 0 stand behind its candidates.
std::vector<Decision> explain_way(const Solution &solution, RouterId router);

} // namespace catchment
