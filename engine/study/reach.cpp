// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "study/reach.h"

namespace catchment {
namespace {

/// Stretches of fibre inside the network of `router` and over to the neighbour.
std::uint32_t stretches(const Topology &topology, RouterId router, SessionEndId session) {
    const FibreMap &fibre = topology.fibre();
    const SessionEnd &end = topology.end(session);
    const CityId exit = topology.city_of(RouterId(end.router));
    const CityId meeting = topology.meeting_of(session);
    return fibre.stretches(topology.city_of(router), exit) + fibre.stretches(exit, meeting) +
           fibre.stretches(meeting, topology.city_of(RouterId(end.neighbour)));
}

} // namespace

void Reaches::start(const Solution &solution) {
    if (measured_ != solution.topology) {
        measured_ = solution.topology;
        measure_entries(*measured_);
    }
    rest_.assign(measured_->router_count(), {});
}

std::span<const Reach> Reaches::follow(const Solution &solution, std::span<const DnsAnswer> answers) {
    const World &world = solution.world();
    start(solution);
    reaches_.assign(answers.size(), {});
    std::vector<std::vector<std::size_t>> told(solution.by_region.size()); // answers by their region
    for (std::size_t i = 0; i < answers.size(); ++i) {
        const std::uint32_t access = answers[i].access;
        if (answers[i].region) {
            told[answers[i].region->index()].push_back(i);
        } else if (enters(solution, world.access[access], entries_[access])) {
            reaches_[i].router = world.access[access].entry;
        }
    }
    for (std::size_t r = 0; r < told.size(); ++r) {
        if (told[r].empty()) {
            continue;
        }
        const Solution &routes = *solution.by_region[r];
        start(routes);
        for (const std::size_t i : told[r]) {
            reaches_[i] = follow(routes, world.access[answers[i].access], entries_[answers[i].access]);
        }
    }
    return reaches_;
}

std::span<const Reach> Reaches::follow(const Solution &solution) {
    const World &world = solution.world();
    start(solution);
    reaches_.resize(world.access.size());
    for (std::size_t i = 0; i < reaches_.size(); ++i) {
        reaches_[i] = follow(solution, world.access[i], entries_[i]);
    }
    return reaches_;
}

void Reaches::measure_entries(const Topology &topology) {
    const FibreMap &fibre = topology.fibre();
    entries_.clear();
    for (const AccessShare &share : topology.world().access) {
        const CityId there = topology.city_of(share.entry);
        entries_.push_back({fibre.metres(share.city, there), fibre.stretches(share.city, there)});
    }
}

bool Reaches::enters(const Solution &solution, const AccessShare &share, const Entry &entry) {
    return !solution.topology->failed(share.network) && entry.metres != FibreMap::unreachable;
}

Reach Reaches::follow(const Solution &solution, const AccessShare &share, const Entry &entry) {
    Reach out;
    if (!enters(solution, share, entry)) {
        return out;
    }
    out.router = share.entry;
    const Rest &rest = from(solution, share.entry);
    out.captured = rest.region == Solution::to_hijacker;
    if (!out.captured && rest.region != Solution::no_region) {
        out.region = RegionId(rest.region);
        out.rtt_ms = latency_.rtt_ms(static_cast<double>(entry.metres + rest.metres) / 1000,
                                     entry.stretches + rest.stretches, rest.handovers);
    }
    return out;
}

/// Adds up the way from a router; each stretch of the network is added up once per solution.
const Reaches::Rest &Reaches::from(const Solution &solution, RouterId start) {
    const Topology &topology = *solution.topology;
    trail_.clear();
    RouterId at = start;
    while (rest_[at.index()].handovers < 0) {
        const Solution &routes = solution.at(at);
        const std::uint32_t session = routes.chosen[at.index()];
        if (session == Solution::no_session) {
            rest_[at.index()] = {0, 0, 0, routes.region_of[at.index()]};
            break;
        }
        trail_.push_back(at);
        at = RouterId(topology.end(SessionEndId(session)).neighbour);
    }
    for (; !trail_.empty(); trail_.pop_back()) {
        const RouterId router = trail_.back();
        const SessionEndId session(solution.at(router).chosen[router.index()]);
        const SessionEnd &end = topology.end(session);
        const Rest &next = rest_[end.neighbour];
        const std::uint32_t inside = topology.interior(topology.part_of(router), topology.position_of(router),
                                                       topology.position_of(RouterId(end.router)));
        rest_[router.index()] = {next.metres + inside + end.way, next.stretches + stretches(topology, router, session),
                                 next.handovers + 1, next.region};
    }
    return rest_[start.index()];
}

} // namespace catchment
