// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "study/comparison.h"

#include "study/outcome_pairs.h"

namespace catchment {
namespace {

class Adder {
public:
    void add(CityId city, const NetworkOutcome &was, const NetworkOutcome &is, double users) {
        if ((was.region == is.region && was.captured == is.captured) || users == 0) {
            return;
        }
        Mover mover{city,         was.network, users,      was.region, is.region,
                    was.captured, is.captured, was.rtt_ms, is.rtt_ms,  0};
        if (was.region && is.region) {
            mover.gained_ms = was.rtt_ms - is.rtt_ms;
            gained_ += mover.gained_ms * users;
            moved_and_reached_ += users;
        } else if (was.region) {
            out_.newly_unreached_users += users;
        } else if (is.region) {
            out_.newly_reached_users += users;
        }
        out_.newly_captured_users += is.captured && !was.captured ? users : 0;
        out_.moved_users += users;
        out_.movers.push_back(mover);
    }

    Comparison finish(const Catchments &before, const Catchments &after) && {
        out_.gained_ms = moved_and_reached_ > 0 ? gained_ / moved_and_reached_ : 0;
        out_.mean_rtt_change_ms = after.summary.mean_rtt_ms - before.summary.mean_rtt_ms;
        return std::move(out_);
    }

private:
    Comparison out_;
    double gained_ = 0;
    double moved_and_reached_ = 0;
};

} // namespace

Comparison compare(const Catchments &before, const Catchments &after) {
    Adder adder;
    for (std::size_t i = 0; i < before.cities.size(); ++i) {
        const CityId city(i);
        for_each_pair(before.outcomes_of(city), after.outcomes_of(city),
                      [&](const NetworkOutcome &was, const NetworkOutcome &is, double part) {
                          adder.add(city, was, is, was.users * part);
                      });
    }
    return std::move(adder).finish(before, after);
}

} // namespace catchment
