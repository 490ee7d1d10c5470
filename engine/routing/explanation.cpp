// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "routing/explanation.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace catchment {
namespace {

/// Does the neighbour at the other end of `end` offer its route (Gao–Rexford export, NO_EXPORT, withhold)?
bool offers(const Solution &solution, const SessionEnd &end) {
    const Topology &topology = *solution.topology;
    const RouterId neighbour(end.neighbour);
    if (const auto region = topology.region_at(neighbour)) {
        return solution.announces(*region) && !solution.on_session(SessionEndId(end.other)).withhold;
    }
    const LearnedFrom theirs = solution.parts[topology.part_of(neighbour).index()].learned_from;
    if (theirs == LearnedFrom::None || solution.no_export[end.neighbour]) {
        return false;
    }
    return end.neighbour_is == Relationship::Provider || theirs >= LearnedFrom::Customer;
}

LearnedFrom learned_from(Relationship neighbour_is) {
    switch (neighbour_is) {
    case Relationship::Customer:
        return LearnedFrom::Customer;
    case Relationship::Peer:
        return LearnedFrom::Peer;
    case Relationship::Provider:
        return LearnedFrom::Provider;
    }
    return LearnedFrom::None;
}

CandidateRoute candidate(const Solution &solution, RouterId router, SessionEndId id) {
    const Topology &topology = *solution.topology;
    const SessionEnd &end = topology.end(id);
    const RouterId neighbour(end.neighbour);
    CandidateRoute out;
    out.session = id;
    out.learned_from = learned_from(end.neighbour_is);
    out.path = solution.as_path(neighbour);
    out.region = solution.region(neighbour);
    out.prefix = solution.prefix;
    out.external = end.router == router.value;
    out.cost = end.way + topology.interior(topology.part_of(router), topology.position_of(router),
                                           topology.position_of(RouterId(end.router)));
    out.exchange = topology.exchange_of(id);
    if (topology.region_at(neighbour)) {
        const Announcement::OnSession &on = solution.on_session(SessionEndId(end.other));
        out.path.insert(out.path.end(), on.prepend, topology.op().asn);
        out.med = on.med;
    }
    const NetworkId network = topology.network_of(router);
    const bool own_in_path = solution.passes(neighbour, network);
    out.invalid = !own_in_path && solution.refused(network, neighbour);
    if (own_in_path || out.invalid) {
        out.lost_at = Step::Unusable;
    }
    return out;
}

Contender contender(const Topology &topology, const CandidateRoute &route) {
    const SessionEnd &end = topology.end(route.session);
    return {route.learned_from,
            0,
            static_cast<std::uint16_t>(route.path.size()),
            route.external,
            route.med,
            topology.asn_of(RouterId(end.neighbour)).value,
            route.cost,
            route.session.value};
}

/// The winner first, then those that stayed longest; among those that fell at one step, the better first.
void rank(std::vector<CandidateRoute> &routes) {
    const auto standing = [](const CandidateRoute &r) { return r.lost_at ? static_cast<int>(*r.lost_at) : 100; };
    std::ranges::sort(routes, [&](const CandidateRoute &a, const CandidateRoute &b) {
        if (standing(a) != standing(b)) {
            return standing(a) > standing(b);
        }
        return std::tuple(-static_cast<int>(a.learned_from), a.path.size(), a.med, !a.external, a.cost, a.session) <
               std::tuple(-static_cast<int>(b.learned_from), b.path.size(), b.med, !b.external, b.cost, b.session);
    });
}

/// Those that survived step 6, counted once per (exit city, neighbour, neighbour city); they stand in the order of
/// step 7.
void mark_ties(const Topology &topology, std::vector<CandidateRoute> &routes) {
    std::set<std::tuple<CityId, NetworkId, CityId>> places;
    for (CandidateRoute &route : routes) {
        const SessionEnd &end = topology.end(route.session);
        const RouterId neighbour(end.neighbour);
        route.tied = (!route.lost_at || *route.lost_at == Step::Tie) &&
                     places
                         .emplace(topology.city_of(RouterId(end.router)), topology.network_of(neighbour),
                                  topology.city_of(neighbour))
                         .second;
    }
}

} // namespace

std::size_t Decision::tied() const {
    return static_cast<std::size_t>(std::ranges::count(candidates, true, &CandidateRoute::tied));
}

Decision explain_router(const Solution &solution, RouterId router) {
    const Topology &topology = *solution.topology;
    Decision decision;
    decision.router = router;
    decision.network = topology.network_of(router);
    decision.city = topology.city_of(router);
    const auto [first, last] = topology.ends(topology.part_of(router));
    std::vector<CandidateRoute> usable;
    for (std::uint32_t e = first; e < last; ++e) {
        if (offers(solution, topology.end(SessionEndId(e)))) {
            CandidateRoute route = candidate(solution, router, SessionEndId(e));
            (route.lost_at ? decision.candidates : usable).push_back(std::move(route));
        }
    }
    std::vector<Contender> contenders;
    for (const CandidateRoute &route : usable) {
        contenders.push_back(contender(topology, route));
    }
    const std::vector<Step> lost = decide(contenders);
    for (std::size_t i = 0; i < usable.size(); ++i) {
        if (lost[i] != Step::OnlyOne) {
            usable[i].lost_at = lost[i];
            decision.decided_at = std::max(decision.decided_at, lost[i]);
        }
        decision.candidates.push_back(std::move(usable[i]));
    }
    rank(decision.candidates);
    mark_ties(topology, decision.candidates);
    return decision;
}

std::vector<Decision> explain_way(const Solution &solution, RouterId router) {
    std::vector<Decision> out;
    for (const Hop &hop : solution.packet_hops(router)) {
        const Solution &routes = solution.at(hop.router);
        out.push_back(explain_router(routes, hop.router));
        if (solution.more_specific && &routes == &solution) {
            const Decision longer = explain_router(*solution.more_specific, hop.router);
            out.back().candidates.insert(out.back().candidates.end(), longer.candidates.begin(),
                                         longer.candidates.end());
        }
    }
    return out;
}

} // namespace catchment
