// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "study/latency.h"
#include "world/fibre_map.h"

#include <optional>
#include <vector>

namespace catchment {

/// RTT between any two places, with no routes to go by: what `catchment rtt` prints and what the latency constants
/// were fitted with.
///
/// The way is the one with the least cost, kilometres and stretches together. Between two countries traffic goes by a
/// meeting place, a city in which most tier-1 networks have a router, unless that is more than twice as long as the
/// straight way: networks of two countries seldom meet elsewhere.
class PairRtt {
public:
    explicit PairRtt(std::shared_ptr<const World> world, const LatencyModel &latency = {});

    /// Milliseconds there and back; none where fibre does not join the two.
    std::optional<double> rtt_ms(GeoPoint a, GeoPoint b) const;

private:
    const City &nearest_city(GeoPoint place) const;

    std::shared_ptr<const World> world_;
    LatencyModel latency_;
    FibreMap fibre_; ///< weighted
    std::vector<CityId> meeting_places_;
};

} // namespace catchment
