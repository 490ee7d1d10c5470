// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "study/comparison.h"

namespace catchment {

Comparison compare(const Catchments &before, const Catchments &after) {
    Comparison out;
    double gained = 0;
    double moved_and_reached = 0;
    for (std::size_t i = 0; i < before.cities.size(); ++i) {
        const CityId city(i);
        const auto old_outcomes = before.outcomes_of(city);
        const auto new_outcomes = after.outcomes_of(city);
        for (std::size_t k = 0; k < old_outcomes.size(); ++k) {
            const NetworkOutcome &was = old_outcomes[k];
            const NetworkOutcome &is = new_outcomes[k];
            if ((was.region == is.region && was.captured == is.captured) || was.users == 0) {
                continue;
            }
            Mover mover{city,         was.network, was.users,  was.region, is.region,
                        was.captured, is.captured, was.rtt_ms, is.rtt_ms,  0};
            if (was.region && is.region) {
                mover.gained_ms = was.rtt_ms - is.rtt_ms;
                gained += mover.gained_ms * was.users;
                moved_and_reached += was.users;
            } else if (was.region) {
                out.newly_unreached_users += was.users;
            } else if (is.region) {
                out.newly_reached_users += was.users;
            }
            out.newly_captured_users += is.captured && !was.captured ? was.users : 0;
            out.moved_users += was.users;
            out.movers.push_back(mover);
        }
    }
    out.gained_ms = moved_and_reached > 0 ? gained / moved_and_reached : 0;
    out.mean_rtt_change_ms = after.summary.mean_rtt_ms - before.summary.mean_rtt_ms;
    return out;
}

} // namespace catchment
