// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "routing/explanation.h"
#include "study/catchments.h"

#include <vector>

/// One user's way to the app: lookup, every decision, and the fibre it runs over.
namespace catchment {

/// A stretch of fibre of a journey and the network that carries it.
struct JourneyLeg {
    FibreLeg fibre;
    NetworkId network; ///< the one that pays for the stretch: up to and including the handover
};

struct Journey {
    CityId city;
    NetworkOutcome outcome;
    std::vector<Decision> decisions; ///< one per network on the way, without the operator
    std::vector<Hop> hops;           ///< one per decision
    std::vector<JourneyLeg> legs;    ///< from the user's city to the region's, or to where the hijacker takes over
    std::vector<Asn> path;           ///< the user's network first, origin last
    double km = 0;                   ///< of fibre, one way
};

/// The journey of the users of one access network; of the city's largest one where none is given.
/// None where the city has no users of that network. Under Steering::Dns `resolver` says which of that network's
/// outcomes: whom its users ask; the first where it has no such one.
std::optional<Journey> journey(const Catchments &catchments, CityId city, std::optional<NetworkId> network = {},
                               std::size_t resolver = 0);

/// The fibre from a router over one of its network's sessions and on along the neighbour's route, for drawing routes
/// that were not taken as well.
std::vector<JourneyLeg> route_legs(const Solution &solution, RouterId router, SessionEndId session);

/// The fibre from a user of `outcome` to its region or to the hijacker, for drawing flows; empty where neither is
/// reached.
std::vector<JourneyLeg> journey_legs(const Solution &solution, CityId city, const NetworkOutcome &outcome);

} // namespace catchment
