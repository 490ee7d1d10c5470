// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "io/result_json.h"

#include "io/rounding.h"

namespace catchment {

Json world_json(const Catchments &c) {
    return {{"name", c.world().name},
            {"networks", c.solution->topology->network_count()},
            {"routers", c.solution->topology->router_count()},
            {"cities", c.world().cities.size()}};
}

Json summary_json(const Catchments &c) {
    const Summary &s = c.summary;
    Json out = {{"users", rounded_whole(s.users)},
                {"unreachedUsers", rounded_whole(s.unreached_users)},
                {"meanRttMs", rounded_ms(s.mean_rtt_ms)},
                {"medianRttMs", rounded_ms(s.median_rtt_ms)},
                {"p95RttMs", rounded_ms(s.p95_rtt_ms)},
                {"notNearestShare", rounded_share(s.not_nearest_share)},
                {"contestedShare", rounded_share(s.contested_share)}};
    if (c.hijacker()) {
        out["capturedUsers"] = rounded_whole(s.captured_users);
    }
    return out;
}

} // namespace catchment
