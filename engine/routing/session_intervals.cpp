// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "routing/session_intervals.h"

#include <cmath>
#include <string>
#include <string_view>

namespace catchment {
namespace {

/// A number from 0 to 1, drawn for these words.
double drawn(std::uint64_t seed, std::string_view words) {
    std::uint64_t hash = 0xcbf29ce484222325; // FNV-1a
    for (const char c : words) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
    }
    hash += seed * 0x9e3779b97f4a7c15; // the finaliser of SplitMix64
    hash = (hash ^ (hash >> 30)) * 0xbf58476d1ce4e5b9;
    hash = (hash ^ (hash >> 27)) * 0x94d049bb133111eb;
    hash ^= hash >> 31;
    return static_cast<double>(hash >> 11) * 0x1p-53;
}

std::string session_words(const Topology &topology, SessionEndId id) {
    const SessionEnd &end = topology.end(id);
    const auto exchange = topology.exchange_of(id);
    std::string out;
    for (const std::uint32_t router : {end.router, end.neighbour}) {
        out += std::to_string(topology.asn_of(RouterId(router)).value) + ' ' +
               topology.world().city(topology.city_of(RouterId(router))).id + ' ';
    }
    out += topology.world().city(topology.meeting_of(id)).id;
    return exchange ? out + ' ' + topology.world().exchange(*exchange).id : out;
}

} // namespace

std::vector<Moment> session_intervals(const Topology &topology, const SimulatorParameters &parameters) {
    std::vector<Moment> out(topology.all_ends().size());
    const auto whole = static_cast<double>(parameters.mrai.count());
    for (std::uint32_t e = 0; e < out.size(); ++e) {
        const double u = drawn(parameters.seed, session_words(topology, SessionEndId(e)));
        const double factor = parameters.least_factor + (1 - parameters.least_factor) * u;
        out[e] = Moment(std::llround(whole * factor));
    }
    return out;
}

} // namespace catchment
