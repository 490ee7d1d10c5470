// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "study/journey.h"

#include <algorithm>

namespace catchment {

std::vector<JourneyLeg> journey_legs(const Solution &solution, CityId city, const NetworkOutcome &outcome) {
    std::vector<JourneyLeg> legs;
    if ((!outcome.region && !outcome.captured) || !outcome.router) {
        return legs;
    }
    const Topology &topology = *solution.topology;
    const auto run = [&](CityId from, CityId to, NetworkId network) {
        for (const FibreLeg &leg : topology.fibre().way(from, to)) {
            legs.push_back({leg, network});
        }
    };
    run(city, topology.city_of(*outcome.router), outcome.network);
    for (const Hop &hop : solution.packet_hops(*outcome.router)) {
        const NetworkId network = topology.network_of(hop.router);
        const CityId meeting = topology.meeting_of(hop.session);
        run(topology.city_of(hop.router), topology.city_of(hop.exit), network);
        run(topology.city_of(hop.exit), meeting, network);
        run(meeting, topology.city_of(hop.next), network);
    }
    return legs;
}

std::optional<Journey> journey(const Catchments &catchments, CityId city, std::optional<NetworkId> network) {
    const auto outcomes = catchments.outcomes_of(city);
    const auto outcome = network ? std::ranges::find(outcomes, *network, &NetworkOutcome::network) : outcomes.begin();
    if (outcome == outcomes.end()) {
        return std::nullopt;
    }
    const Solution &solution = *catchments.solution;
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
