// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "routing/message_network.h"

#include <algorithm>

/// The decision process of a router over what it knows, by the pairwise steps of decision.h.
namespace catchment {

MessageNetwork::Weighed MessageNetwork::weighed(std::uint32_t router, const Known &known) const {
    const SessionEnd &end = whole_->end(SessionEndId(known.end));
    Contender c;
    c.origin = known.route.origin;
    c.length = static_cast<std::uint16_t>(paths_.length(known.route.path));
    c.external = end.router == router;
    c.med = known.route.med;
    c.neighbour = ends_[known.end].neighbour_asn.value;
    c.cost = metres(router, end.router) + ends_[known.end].way;
    c.tie = known.end;
    return {known, c, ends_[known.end].preference};
}

/// Steps 1 to 3, which are the same at every router of a part.
bool MessageNetwork::better_in_common(const Weighed &a, const Weighed &b) {
    if (a.preference != b.preference) {
        return a.preference > b.preference;
    }
    if (shorter_path(a.contender, b.contender) || shorter_path(b.contender, a.contender)) {
        return shorter_path(a.contender, b.contender);
    }
    return lower_origin(a.contender, b.contender);
}

/// All steps but MED, which is no order.
bool MessageNetwork::better(const Weighed &a, const Weighed &b) {
    if (better_in_common(a, b) || better_in_common(b, a)) {
        return better_in_common(a, b);
    }
    for (const auto step : {external_first, lower_cost}) {
        if (step(a.contender, b.contender) || step(b.contender, a.contender)) {
            return step(a.contender, b.contender);
        }
    }
    return lower_tie(a.contender, b.contender);
}

MessageNetwork::Known MessageNetwork::choose(std::uint32_t router) {
    const RouterState &state = routers_[router];
    if (const std::uint32_t announcer = announcer_of_[router]; announcer != none && announcers_[announcer].active) {
        Known own;
        own.end = own_end;
        own.route.path = announcers_[announcer].path;
        return own;
    }
    contenders_.clear();
    for (const Known &known : state.known) {
        Weighed one = weighed(router, known);
        if (contenders_.empty() || better_in_common(one, contenders_.front())) {
            contenders_.assign(1, one);
        } else if (!better_in_common(contenders_.front(), one)) {
            contenders_.push_back(one);
        }
    }
    if (contenders_.empty()) {
        return {};
    }
    const Weighed *best = nullptr;
    for (const Weighed &one : contenders_) {
        const bool beaten = state.with_med > 0 && std::ranges::any_of(contenders_, [&one](const Weighed &other) {
                                return lower_med(other.contender, one.contender);
                            });
        if (!beaten && (best == nullptr || better(one, *best))) {
            best = &one;
        }
    }
    return best->known;
}

} // namespace catchment
