// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "study/pair_rtt.h"

#include <algorithm>
#include <cmath>

namespace catchment {
namespace {

/// Tier-1 networks that make a city a meeting place; fitted together with the constants of LatencyModel.
constexpr int tier1_at_a_meeting_place = 11;

} // namespace

PairRtt::PairRtt(std::shared_ptr<const World> world, const LatencyModel &latency)
    : world_(std::move(world)), latency_(latency),
      fibre_(world_, {}, nullptr, static_cast<std::uint32_t>(std::lround(latency.stretch_km * 1000))) {
    std::vector<int> tier1(world_->cities.size(), 0);
    for (const Router &router : world_->routers) {
        tier1[router.city.index()] += world_->network(router.network).kind == NetworkKind::Tier1 ? 1 : 0;
    }
    for (std::size_t c = 0; c < tier1.size(); ++c) {
        if (tier1[c] >= tier1_at_a_meeting_place) {
            meeting_places_.emplace_back(c);
        }
    }
}

const City &PairRtt::nearest_city(GeoPoint place) const {
    return *std::ranges::min_element(world_->cities, {},
                                     [place](const City &city) { return great_circle_km(place, city.place); });
}

std::optional<double> PairRtt::rtt_ms(GeoPoint a, GeoPoint b) const {
    const double straight = fibre_.km_between(a, b);
    double cost = straight;
    if (nearest_city(a).country != nearest_city(b).country) {
        cost = 2 * straight;
        const auto [from, from_km] = fibre_.nearest_place(a);
        const auto [to, to_km] = fibre_.nearest_place(b);
        for (const CityId meeting : meeting_places_) {
            const double metres = static_cast<double>(fibre_.metres(from, meeting)) + fibre_.metres(meeting, to);
            cost = std::min(cost, from_km + metres / 1000 + to_km);
        }
    }
    return std::isfinite(cost) ? std::optional(latency_.rtt_ms(cost, 0, 0)) : std::nullopt;
}

} // namespace catchment
