// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "study/catchments.h"

#include <algorithm>
#include <span>

/// Which users of one solution are which of another over the same world, where the two may be split differently, by
/// whom users ask under Steering::Dns.
namespace catchment {

/// The outcomes at the front that are of one access network.
inline std::span<const NetworkOutcome> of_one_network(std::span<const NetworkOutcome> outcomes) {
    const auto other =
        std::ranges::find_if(outcomes, [&](const NetworkOutcome &o) { return o.network != outcomes.front().network; });
    return outcomes.first(static_cast<std::size_t>(other - outcomes.begin()));
}

/// Calls `pair(was, is, part)` for users of one access network; `part` is that of the users of `was`. Where both are
/// split alike, by whom they ask, each meets its like; else they are laid side by side in the order of their rows.
template <class Pair>
void pair_in_network(std::span<const NetworkOutcome> before, std::span<const NetworkOutcome> after, Pair pair) {
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
void for_each_pair(std::span<const NetworkOutcome> before, std::span<const NetworkOutcome> after, Pair pair) {
    while (!before.empty() && !after.empty()) {
        const auto was = of_one_network(before), is = of_one_network(after);
        pair_in_network(was, is, pair);
        before = before.subspan(was.size());
        after = after.subspan(is.size());
    }
}

} // namespace catchment
