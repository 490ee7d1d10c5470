// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario/event.h"
#include "study/catchments.h"
#include "study/parallel.h"

#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

/// Anycast against DNS: the same regions on the same sessions, and what each way of steering gets wrong.
namespace catchment {

/// Users that fare worse than need be, against the announcing region that is nearest to them by great circle.
struct Misled {
    double users = 0;
    double extra_km = 0; ///< great circle to the region reached less that to the nearest, times users
    double extra_ms = 0; ///< RTT beyond that of the direct fibre way to the nearest, times users

    double mean_km() const { return users > 0 ? extra_km / users : 0; }
    double mean_ms() const { return users > 0 ? extra_ms / users : 0; }
    Misled &operator+=(const Misled &other);
};

/// What one way of steering gets wrong. No user counts in two of the first three.
struct SteeringErrors {
    Misled by_resolver;       ///< far: the answer was nearest to the resolver. Never under anycast
    Misled by_policy;         ///< far: BGP led there. Never under DNS, where it cannot lead to another region
    Misled long_way;          ///< at a region near enough, by a way that is long: so policy has it
    double unreached = 0;     ///< users that reach no region
    double stuck = 0;         ///< users that the event cut off, and that reach a region again
    double stuck_seconds = 0; ///< how long, times users

    static constexpr double far_km = 100; ///< farther than the nearest: far (as CityOutcome::not_nearest)
    static constexpr double long_ms = 10; ///< over the direct fibre way to the nearest: long

    double mean_stuck_seconds() const { return stuck > 0 ? stuck_seconds / stuck : 0; }
    /// Users × ms that were wasted on those who are misled.
    double wasted() const { return by_resolver.extra_ms + by_policy.extra_ms + long_way.extra_ms; }
    SteeringErrors &operator+=(const SteeringErrors &other);
};

/// How one way of steering fares.
struct SteeringSide {
    std::shared_ptr<const Catchments> result; ///< after the event, where there is one
    std::vector<SteeringErrors> cities;       ///< per city of the world
    SteeringErrors total;
    double longest_seconds = 0; ///< that anybody was cut off
    bool timed = true;          ///< false: how long the event cuts users off is not known here
};

struct SteeringStudy {
    std::optional<Event> event;
    SteeringSide anycast;
    SteeringSide dns;
};

/// The scenario under both, whatever its own steering is, after the event, where one is given.
///
/// Stuck under anycast: users without a region until BGP has converged, message by message (Simulator), and `timed` is
/// false where that cannot play the scenario. Stuck under DNS: users that were at a region which no longer announces,
/// and follow the old answer for as long as their resolvers keep it. Its age is anything up to the TTL, so that is half
/// the TTL on average and all of it at most; nothing else is counted: not the time in which BGP converges on the way to
/// a region that still announces, nor resolvers and programs that keep answers for longer than they may.
///
/// Nothing where `stop` was requested. Throws ScenarioError.
std::optional<SteeringStudy> steering_study(const std::shared_ptr<const World> &world, const Scenario &scenario,
                                            const std::optional<Event> &event = {}, const std::stop_token &stop = {},
                                            const Progress &progress = {});

/// The cities that either side gets wrong: most users × ms wasted first; after an event, those with most users ×
/// seconds stuck before them.
std::vector<CityId> worst_cities(const SteeringStudy &study);

} // namespace catchment
