// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/routes_tried.h"

#include <algorithm>

namespace catchment::app {

std::vector<RouteTried> routes_tried(const Convergence &convergence, RouterId router) {
    std::vector<RouteTried> out = {{Moment(-1), convergence.beliefs[router.index()].path}};
    for (const RouteChange &change : convergence.changes) {
        if (change.router != router) {
            continue;
        }
        if (change.after.path == out.back().path) {
            ++out.back().ways;
        } else {
            out.push_back({change.at, change.after.path});
        }
    }
    return out;
}

std::pair<RouterId, int> most_tried(const Convergence &convergence) {
    std::vector<int> routes(convergence.beliefs.size(), 0);
    for (std::size_t r = 0; r < routes.size(); ++r) {
        routes[r] = convergence.beliefs[r].session == Belief::no_session ? 0 : 1;
    }
    for (const RouteChange &change : convergence.changes) {
        routes[change.router.index()] += change.after.session == Belief::no_session ? 0 : 1;
    }
    const auto most = std::max_element(routes.begin(), routes.end());
    return {RouterId(static_cast<std::uint32_t>(most - routes.begin())), most == routes.end() ? 0 : *most};
}

std::vector<RouterId> routers_of(const Catchments &catchments, const std::string &city, std::uint32_t asn) {
    const World &world = catchments.world();
    const auto found = world.city_by_id.find(city);
    if (found == world.city_by_id.end()) {
        return {};
    }
    std::vector<std::pair<double, RouterId>> entered;
    for (const NetworkOutcome &outcome : catchments.outcomes_of(found->second)) {
        if (outcome.router && (asn == 0 || world.network(outcome.network).asn.value == asn)) {
            entered.emplace_back(outcome.users, *outcome.router);
        }
    }
    std::ranges::stable_sort(entered, [](const auto &a, const auto &b) { return a.first > b.first; });
    std::vector<RouterId> out;
    for (const auto &[users, router] : entered) {
        if (std::ranges::find(out, router) == out.end()) {
            out.push_back(router);
        }
    }
    return out;
}

} // namespace catchment::app
