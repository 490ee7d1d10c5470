// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "routing/solution.h"
#include "study/latency.h"

#include <optional>
#include <vector>

namespace catchment {

/// The operator's own network between its regions: over the fibre that is left, whoever laid it, the way of least RTT,
/// for which such a network is engineered. Other networks' routers go by kilometres alone (see FibreMap), and may need
/// longer for a shorter way.
///
/// RTTs are a metric: as long there as back, and never longer straight on than by way of a third region. Does not know
/// capacity; every pair has all the fibre for itself.
class Backbone {
public:
    explicit Backbone(const Topology &topology, const LatencyModel &latency = {});
    Backbone(const Operator &op, const FibreMap &fibre, const LatencyModel &latency = {});

    /// There and back between two regions, by the LatencyModel without its access part, which a journey pays once: 0
    /// within a region (and between two in one city); none where no fibre joins them.
    std::optional<double> rtt_ms(RegionId a, RegionId b) const;

    /// Kilometres of that way, one way; 0 where no fibre joins them.
    double km(RegionId a, RegionId b) const { return km_[a.index() * regions_ + b.index()]; }

    /// That way from `a` to `b`, leg by leg; empty within a city, and where no fibre joins them.
    std::vector<FibreLeg> way(RegionId a, RegionId b) const;

    std::size_t regions() const { return regions_; }

private:
    std::size_t regions_;
    std::vector<CityId> city_; ///< per region
    FibreMap fibre_;           ///< weighed by RTT
    std::vector<double> rtt_;  ///< region × region; negative: none
    std::vector<double> km_;   ///< region × region
};

/// What it would be with no cable cut.
Backbone whole_backbone(const Solution &solution);

} // namespace catchment
