// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "routing/message_network.h"

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/strong_components.hpp>

#include <algorithm>
#include <limits>
#include <map>
#include <set>

namespace catchment {
namespace {

using Edges = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

constexpr std::size_t often = 3; ///< so many times a router takes up the same route before it goes round in a circle

/// The networks that change each other. Others only follow them: who is changed by whom has circles among the guilty
/// alone.
std::set<std::uint32_t> in_circles(Edges causes, std::size_t networks) {
    std::ranges::sort(causes);
    causes.erase(std::unique(causes.begin(), causes.end()), causes.end());
    const boost::compressed_sparse_row_graph<boost::directedS> graph(boost::edges_are_unsorted_multi_pass,
                                                                     causes.begin(), causes.end(), networks);
    std::vector<std::size_t> component(networks);
    boost::strong_components(graph,
                             boost::make_iterator_property_map(component.begin(), get(boost::vertex_index, graph)));
    std::vector<std::size_t> sizes(networks);
    for (const std::size_t c : component) {
        ++sizes[c];
    }
    std::set<std::uint32_t> out;
    for (std::uint32_t network = 0; network < networks; ++network) {
        if (sizes[component[network]] > 1) {
            out.insert(network);
        }
    }
    return out;
}

} // namespace

Unsettled MessageNetwork::find_unsettled(const std::stop_token &stop) {
    std::set<std::uint32_t> changed; // up to now
    for (std::uint32_t router = 0; router < routers_.size(); ++router) {
        if (routers_[router].changes > 0) {
            changed.insert(whole_->network_of(RouterId(router)).value);
        }
    }
    std::vector<Cause> causes;
    causes_ = &causes;
    log_ = nullptr;
    begin_stage(clock_);
    parameters_.most_events = 10'000 + 20 * routers_.size(); // enough to go round in any circle
    parameters_.most_changes = std::numeric_limits<std::uint32_t>::max();
    const Outcome outcome = run({}, stop);
    causes_ = nullptr;

    Unsettled out;
    std::set<std::uint32_t> networks;
    if (outcome == Outcome::Capped) { // it would have gone on
        std::map<std::tuple<std::uint32_t, std::uint32_t, PathId>, std::size_t> times;
        const auto held = [](const Cause &c) { return std::tuple(c.router, c.after.session, c.after.path); };
        for (const Cause &cause : causes) {
            ++times[held(cause)];
        }
        Edges again; // without those who only try one route after the other
        for (const Cause &cause : causes) {
            if (times[held(cause)] >= 2 * often) { // two causes of each change
                again.emplace_back(cause.from, cause.to);
            }
        }
        networks = in_circles(std::move(again), whole_->network_count());
        out.circular = !networks.empty();
    }
    for (const Cause &cause : causes) {
        if (!out.circular) {
            networks.insert(cause.to);
        }
    }
    for (const std::uint32_t network : networks.empty() ? changed : networks) {
        out.networks.push_back(whole_->asn(NetworkId(network)));
    }
    std::ranges::sort(out.networks);
    return out;
}

} // namespace catchment
