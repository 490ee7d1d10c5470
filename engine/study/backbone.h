// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "routing/topology.h"
#include "study/latency.h"

#include <optional>
#include <vector>

namespace catchment {

/// The operator's own network between its regions: the shortest fibre that is left, whoever laid it. Holds every pair.
class Backbone {
public:
    explicit Backbone(const Topology &topology, const LatencyModel &latency = {});

    /// There and back between two regions, by the LatencyModel without its access part, which a journey pays once: 0
    /// within a region (and between two in one city); none where no fibre joins them.
    std::optional<double> rtt_ms(RegionId a, RegionId b) const;

    /// Kilometres of fibre, one way; 0 where none joins them.
    double km(RegionId a, RegionId b) const { return km_[a.index() * regions_ + b.index()]; }

    std::size_t regions() const { return regions_; }

private:
    std::size_t regions_;
    std::vector<double> rtt_; ///< negative: none
    std::vector<double> km_;
};

} // namespace catchment
