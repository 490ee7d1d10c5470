// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "study/backbone.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace catchment {
namespace {

std::vector<CityId> cities_of(const Operator &op) {
    std::vector<CityId> out;
    for (const Region &region : op.regions) {
        out.push_back(region.city);
    }
    return out;
}

} // namespace

Backbone::Backbone(const Topology &topology, const LatencyModel &latency)
    : Backbone(topology.op(), topology.fibre(), latency) {}

Backbone::Backbone(const Operator &op, const FibreMap &fibre, const LatencyModel &latency)
    : regions_(op.regions.size()), city_(cities_of(op)),
      fibre_(fibre, city_, static_cast<std::uint32_t>(std::lround(latency.stretch_km * 1000))),
      rtt_(regions_ * regions_, 0), km_(regions_ * regions_, 0) {
    for (std::size_t a = 0; a < regions_; ++a) {
        for (std::size_t b = a + 1; b < regions_; ++b) {
            if (city_[a] == city_[b]) {
                continue;
            }
            const std::uint32_t metres = fibre_.metres(city_[a], city_[b]); // stretches weighed in
            double rtt = -1;
            double km = 0;
            if (metres != FibreMap::unreachable) {
                rtt = latency.rtt_ms(metres / 1000.0, 0, 0) - latency.access_ms;
                for (const FibreLeg &leg : fibre_.way(city_[a], city_[b])) {
                    km += leg.metres / 1000.0;
                }
            }
            rtt_[a * regions_ + b] = rtt_[b * regions_ + a] = rtt;
            km_[a * regions_ + b] = km_[b * regions_ + a] = km;
        }
    }
}

std::optional<double> Backbone::rtt_ms(RegionId a, RegionId b) const {
    const double rtt = rtt_[a.index() * regions_ + b.index()];
    return rtt < 0 ? std::nullopt : std::optional(rtt);
}

/// The same both ways, of equally quick ones as well: found from the lower region on.
std::vector<FibreLeg> Backbone::way(RegionId a, RegionId b) const {
    if (b.index() < a.index()) {
        std::vector<FibreLeg> legs = way(b, a);
        std::ranges::reverse(legs);
        for (FibreLeg &leg : legs) {
            std::swap(leg.from, leg.to);
        }
        return legs;
    }
    return fibre_.way(city_[a.index()], city_[b.index()]);
}

Backbone whole_backbone(const Solution &solution) {
    const Topology &topology = *solution.topology;
    return solution.scenario->faults.cables.empty() ? Backbone(topology)
                                                    : Backbone(topology.op(), FibreMap(topology.shared_world()));
}

} // namespace catchment
