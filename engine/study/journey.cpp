// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "study/journey.h"

#include <algorithm>

namespace catchment {

namespace {

void append_way(const Solution &solution, CityId from, CityId to, NetworkId network, std::vector<JourneyLeg> &legs) {
    for (const FibreLeg &leg : solution.topology->fibre().way(from, to)) {
        legs.push_back({leg, network});
    }
}

/// Through the network to its exit, and over the session to the neighbour.
void append_hop(const Solution &solution, RouterId router, SessionEndId session, std::vector<JourneyLeg> &legs) {
    const Topology &topology = *solution.topology;
    const NetworkId network = topology.network_of(router);
    const CityId exit = topology.city_of(RouterId(topology.end(session).router));
    const CityId meeting = topology.meeting_of(session);
    append_way(solution, topology.city_of(router), exit, network, legs);
    append_way(solution, exit, meeting, network, legs);
    append_way(solution, meeting, topology.city_of(RouterId(topology.end(session).neighbour)), network, legs);
}

} // namespace

std::vector<JourneyLeg> route_legs(const Solution &solution, RouterId router, SessionEndId session) {
    std::vector<JourneyLeg> legs;
    append_hop(solution, router, session, legs);
    for (const Hop &hop : solution.packet_hops(RouterId(solution.topology->end(session).neighbour))) {
        append_hop(solution, hop.router, hop.session, legs);
    }
    return legs;
}

std::vector<JourneyLeg> journey_legs(const Solution &solution, CityId city, const NetworkOutcome &outcome) {
    std::vector<JourneyLeg> legs;
    if ((!outcome.region && !outcome.captured) || !outcome.router) {
        return legs;
    }
    append_way(solution, city, solution.topology->city_of(*outcome.router), outcome.network, legs);
    for (const Hop &hop : solution.packet_hops(*outcome.router)) {
        append_hop(solution, hop.router, hop.session, legs);
    }
    return legs;
}

std::optional<Journey> journey(const Catchments &catchments, CityId city, std::optional<NetworkId> network,
                               std::size_t resolver) {
    const auto outcomes = catchments.outcomes_of(city);
    auto outcome = network ? std::ranges::find(outcomes, *network, &NetworkOutcome::network) : outcomes.begin();
    if (outcome == outcomes.end()) {
        return std::nullopt;
    }
    const auto left = static_cast<std::size_t>(outcomes.end() - outcome);
    if (resolver < left && outcome[static_cast<std::ptrdiff_t>(resolver)].network == outcome->network) {
        outcome += static_cast<std::ptrdiff_t>(resolver);
    }
    const Solution &solution = catchments.routes(*outcome);
    Journey out;
    out.city = city;
    out.outcome = *outcome;
    if (outcome->router) {
        out.decisions = explain_way(solution, *outcome->router);
        out.hops = solution.packet_hops(*outcome->router);
        out.path = solution.packet_path(*outcome->router);
    }
    out.legs = journey_legs(solution, city, *outcome);
    for (const JourneyLeg &leg : out.legs) {
        out.km += leg.fibre.metres / 1000.0;
    }
    return out;
}

} // namespace catchment
