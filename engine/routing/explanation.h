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
    std::vector<Asn> path; ///< neighbour first, origin last
    RegionId region;       ///< to which it leads
    std::uint32_t med = 0;
    bool external = false;       ///< learned over this router's own session
    std::uint32_t cost = 0;      ///< interior cost to the exit and over to the neighbour, metres
    std::optional<Step> lost_at; ///< none for the winner
    std::optional<ExchangeId> exchange;
    bool tied = false; ///< one of those that tie at this router, the winner among them (see Ties)
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

/// Every candidate at `router`, also those dropped at step 0.
Decision explain_router(const Solution &solution, RouterId router);

/// The decisions at `router` and at each further network on its way.
std::vector<Decision> explain_way(const Solution &solution, RouterId router);

} // namespace catchment
