// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "study/backbone.h"

namespace catchment {

Backbone::Backbone(const Topology &topology, const LatencyModel &latency)
    : regions_(topology.op().regions.size()), rtt_(regions_ * regions_, 0), km_(regions_ * regions_, 0) {
    const FibreMap &fibre = topology.fibre();
    for (std::size_t a = 0; a < regions_; ++a) {
        for (std::size_t b = 0; b < regions_; ++b) {
            const CityId from = topology.op().regions[a].city;
            const CityId to = topology.op().regions[b].city;
            if (from == to) {
                continue;
            }
            const std::uint32_t metres = fibre.metres(from, to);
            double &rtt = rtt_[a * regions_ + b];
            if (metres == FibreMap::unreachable) {
                rtt = -1;
                continue;
            }
            km_[a * regions_ + b] = metres / 1000.0;
            rtt = latency.rtt_ms(metres / 1000.0, fibre.stretches(from, to), 0) - latency.access_ms;
        }
    }
}

std::optional<double> Backbone::rtt_ms(RegionId a, RegionId b) const {
    const double rtt = rtt_[a.index() * regions_ + b.index()];
    return rtt < 0 ? std::nullopt : std::optional(rtt);
}

} // namespace catchment
