// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "study/steering_study.h"

#include "routing/simulator.h"
#include "routing/solver.h"
#include "scenario/scenario_error.h"
#include "study/stage_summary.h"

#include <algorithm>
#include <chrono>
#include <tuple>
#include <utility>

namespace catchment {
namespace {

/// The RTT of the direct fibre way from a city to a region; none where there is no fibre.
std::optional<double> direct_ms(const Catchments &c, CityId city, RegionId region) {
    const FibreMap &fibre = c.solution->topology->fibre();
    const CityId there = c.op().regions[region.index()].city;
    const std::uint32_t metres = fibre.metres(city, there);
    if (metres == FibreMap::unreachable) {
        return std::nullopt;
    }
    return LatencyModel().rtt_ms(metres / 1000.0, fibre.stretches(city, there), 1);
}

/// What a city's users suffer once all is quiet.
SteeringErrors errors_of(const Catchments &c, const CityOutcome &city) {
    SteeringErrors out;
    const auto direct = city.nearest ? direct_ms(c, city.city, *city.nearest) : std::nullopt;
    for (const NetworkOutcome &o : c.outcomes_of(city.city)) {
        if (!o.region) {
            out.unreached += o.users;
            continue;
        }
        const double km = c.solution->topology->km(city.city, *o.region) - city.nearest_km;
        const double ms = direct ? std::max(0.0, o.rtt_ms - *direct) : 0;
        Misled *const kind = km >= SteeringErrors::far_km    ? (o.answered ? &out.by_resolver : &out.by_policy)
                             : ms >= SteeringErrors::long_ms ? &out.long_way
                                                             : nullptr;
        if (kind) {
            *kind += {o.users, std::max(0.0, km) * o.users, ms * o.users};
        }
    }
    return out;
}

SteeringSide side_of(std::shared_ptr<const Catchments> result) {
    SteeringSide out;
    for (const CityOutcome &city : result->cities) {
        out.cities.push_back(errors_of(*result, city));
    }
    out.result = std::move(result);
    return out;
}

/// Who waits for BGP.
void add_convergence(SteeringSide &side, const std::shared_ptr<const World> &world, const Scenario &before,
                     const Event &event, const std::stop_token &stop) {
    const TimedEvent timed{event, {}};
    std::shared_ptr<const Convergence> played;
    try {
        played = Simulator(world).run(before, {&timed, 1}, stop);
    } catch (const ScenarioError &) { // a hijack, which it does not play
    }
    if (!played || played->unsettled) {
        side.timed = false;
        return;
    }
    const StageSummary summary = stage_summaries(played).front();
    for (std::size_t c = 0; c < side.cities.size(); ++c) {
        side.cities[c].stuck = summary.interrupted[c];
        side.cities[c].stuck_seconds = summary.seconds_without[c];
    }
    side.longest_seconds = std::chrono::duration<double>(summary.longest_without).count();
}

/// Who follows an old answer.
void add_old_answers(SteeringSide &side, const Catchments &before) {
    const Catchments &after = *side.result;
    const double ttl = after.solution->scenario->dns.ttl;
    for (std::size_t c = 0; c < side.cities.size(); ++c) {
        const auto was = before.outcomes_of(CityId(c));
        const auto is = after.outcomes_of(CityId(c));
        for (std::size_t i = 0; i < was.size(); ++i) {
            if (was[i].region && is[i].region && !after.solution->announces(*was[i].region)) {
                side.cities[c].stuck += was[i].users;
                side.cities[c].stuck_seconds += was[i].users * ttl / 2;
                side.longest_seconds = ttl;
            }
        }
    }
}

void sum_up(SteeringSide &side) {
    for (const SteeringErrors &city : side.cities) {
        side.total += city;
    }
}

} // namespace

Misled &Misled::operator+=(const Misled &other) {
    users += other.users;
    extra_km += other.extra_km;
    extra_ms += other.extra_ms;
    return *this;
}

SteeringErrors &SteeringErrors::operator+=(const SteeringErrors &other) {
    by_resolver += other.by_resolver;
    by_policy += other.by_policy;
    long_way += other.long_way;
    unreached += other.unreached;
    stuck += other.stuck;
    stuck_seconds += other.stuck_seconds;
    return *this;
}

std::optional<SteeringStudy> steering_study(const std::shared_ptr<const World> &world, const Scenario &scenario,
                                            const std::optional<Event> &event, const std::stop_token &stop,
                                            const Progress &progress) {
    const std::size_t steps = event ? 4 : 2;
    std::size_t done = 0;
    const auto stopped = [&] {
        ++done;
        if (progress) {
            progress(done, steps);
        }
        return stop.stop_requested();
    };
    SteeringStudy out;
    out.event = event;
    Solver solver(world);
    for (const Steering steering : {Steering::Anycast, Steering::Dns}) {
        Scenario before = scenario;
        before.steering = steering;
        const bool by_dns = steering == Steering::Dns;
        SteeringSide &side = by_dns ? out.dns : out.anycast;
        const auto solution = solver.solve(event ? apply(*event, before) : before, stop);
        if (!solution) {
            return std::nullopt;
        }
        side = side_of(catchments(solution));
        if (stopped()) {
            return std::nullopt;
        }
        if (event && by_dns) {
            const auto was = solver.solve(before, stop);
            if (!was) {
                return std::nullopt;
            }
            add_old_answers(side, *catchments(was));
        } else if (event) {
            add_convergence(side, world, before, *event, stop);
        }
        if (event && stopped()) {
            return std::nullopt;
        }
        sum_up(side);
    }
    return out;
}

std::vector<CityId> worst_cities(const SteeringStudy &study) {
    const auto weight = [&](CityId city) {
        const SteeringErrors &anycast = study.anycast.cities[city.index()];
        const SteeringErrors &dns = study.dns.cities[city.index()];
        const double wasted = anycast.wasted() + dns.wasted();
        const double stuck = anycast.stuck_seconds + dns.stuck_seconds;
        return study.event ? std::pair(stuck, wasted) : std::pair(wasted, stuck);
    };
    const World &world = study.anycast.result->world();
    std::vector<CityId> out;
    for (std::size_t c = 0; c < world.cities.size(); ++c) {
        if (weight(CityId(c)) > std::pair(0.0, 0.0)) {
            out.emplace_back(c);
        }
    }
    std::ranges::sort(out, {}, [&](CityId city) {
        const auto [first, second] = weight(city);
        return std::tuple(-first, -second, world.city_rank[city.index()]);
    });
    return out;
}

} // namespace catchment
