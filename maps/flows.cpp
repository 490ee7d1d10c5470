// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/flows.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace catchment::maps {

std::shared_ptr<const FlowMap> flow_map(const Catchments &catchments) {
    auto result = std::make_shared<FlowMap>();
    std::map<std::tuple<CityId, CityId, RegionId>, double> loads;
    for (const CityOutcome &city : catchments.cities) {
        struct Part {
            double users = 0, rtt = 0;
            const NetworkOutcome *largest = nullptr;
        };
        std::map<RegionId, Part> parts;
        for (std::uint32_t i = city.first; i < city.last; ++i) {
            const NetworkOutcome &outcome = catchments.outcomes[i];
            if (!outcome.region || outcome.users <= 0)
                continue;
            Part &part = parts[*outcome.region];
            part.users += outcome.users;
            part.rtt += outcome.users * outcome.rtt_ms;
            if (!part.largest || outcome.users > part.largest->users)
                part.largest = &outcome;
        }
        for (const auto &[region, part] : parts) {
            Flow flow{city.city, region, part.users, part.rtt / part.users, {}};
            for (const JourneyLeg &leg : journey_legs(*catchments.solution, city.city, *part.largest)) {
                flow.legs.push_back(leg.fibre);
                const auto [low, high] = std::minmax(leg.fibre.from, leg.fibre.to);
                loads[{low, high, region}] += part.users;
            }
            result->flows.push_back(std::move(flow));
        }
    }
    for (const auto &[key, users] : loads)
        result->loads.push_back({std::get<0>(key), std::get<1>(key), std::get<2>(key), users});
    return result;
}

} // namespace catchment::maps
