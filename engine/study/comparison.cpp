// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "study/comparison.h"

#include <algorithm>
#include <span>

namespace catchment {
namespace {

using Outcomes = std::span<const NetworkOutcome>;

/// The outcomes at the front that are of one access network.
Outcomes of_one_network(Outcomes outcomes) {
    const auto other =
        std::ranges::find_if(outcomes, [&](const NetworkOutcome &o) { return o.network != outcomes.front().network; });
    return outcomes.first(static_cast<std::size_t>(other - outcomes.begin()));
}

/// Calls `pair(was, is, part)` for users of one access network; `part` is that of the users of `was`. Where both are
/// split alike, by whom they ask, each meets its like; else they are laid side by side in the order of their rows.
template <class Pair>
void pair_in_network(Outcomes before, Outcomes after, Pair pair) {
    if (std::ranges::equal(before, after, {}, &NetworkOutcome::share, &NetworkOutcome::share)) {
        for (std::size_t i = 0; i < before.size(); ++i) {
            pair(before[i], after[i], 1);
        }
        return;
    }
    constexpr double nothing = 1e-12; // what sums leave of a share
    std::size_t i = 0, k = 0;
    for (double was = before[0].share, is = after[0].share;;) {
        const double both = std::min(was, is);
        if (both > nothing) {
            pair(before[i], after[k], both / before[i].share);
        }
        was -= both;
        is -= both;
        if (was <= nothing) {
            if (++i == before.size()) {
                return;
            }
            was = before[i].share;
        }
        if (is <= nothing) {
            if (++k == after.size()) {
                return;
            }
            is = after[k].share;
        }
    }
}

/// The same for a city's outcomes, whose networks are the same, in the same order.
template <class Pair>
void for_each_pair(Outcomes before, Outcomes after, Pair pair) {
    while (!before.empty() && !after.empty()) {
        const Outcomes was = of_one_network(before), is = of_one_network(after);
        pair_in_network(was, is, pair);
        before = before.subspan(was.size());
        after = after.subspan(is.size());
    }
}

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
