// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "world/provider_cycle.h"

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/strong_components.hpp>

#include <deque>
#include <unordered_map>

namespace catchment {

std::optional<std::vector<std::size_t>> find_provider_cycle(std::span<const std::pair<Asn, Asn>> transit) {
    using Graph = boost::compressed_sparse_row_graph<boost::directedS>;
    std::unordered_map<Asn, std::size_t> index;
    std::vector<std::pair<std::size_t, std::size_t>> edges;
    const auto node = [&index](Asn asn) { return index.emplace(asn, index.size()).first->second; };
    for (const auto &[provider, customer] : transit) {
        const std::size_t from = node(provider);
        edges.emplace_back(from, node(customer));
    }
    const Graph graph(boost::edges_are_unsorted_multi_pass, edges.begin(), edges.end(), index.size());
    std::vector<std::size_t> component(index.size());
    const auto components = boost::strong_components(
        graph, boost::make_iterator_property_map(component.begin(), get(boost::vertex_index, graph)));
    if (static_cast<std::size_t>(components) == index.size()) {
        return std::nullopt;
    }
    std::size_t first = edges.size();
    for (std::size_t e = 0; e < edges.size() && first == edges.size(); ++e) {
        if (component[edges[e].first] == component[edges[e].second]) {
            first = e;
        }
    }
    if (first == edges.size()) {
        return std::nullopt;
    }
    // The first link inside a component, then the shortest way from its customer back to its provider.
    std::vector<std::size_t> came_by(index.size(), edges.size());
    std::vector<std::vector<std::size_t>> out(index.size());
    for (std::size_t e = 0; e < edges.size(); ++e) {
        out[edges[e].first].push_back(e);
    }
    std::deque<std::size_t> queue{edges[first].second};
    while (!queue.empty() && queue.front() != edges[first].first) {
        const std::size_t at = queue.front();
        queue.pop_front();
        for (const std::size_t e : out[at]) {
            const std::size_t to = edges[e].second;
            if (came_by[to] == edges.size() && to != edges[first].second) {
                came_by[to] = e;
                queue.push_back(to);
            }
        }
    }
    std::vector<std::size_t> back;
    for (std::size_t at = edges[first].first; at != edges[first].second; at = edges[came_by[at]].first) {
        back.push_back(came_by[at]);
    }
    std::vector<std::size_t> cycle{first};
    cycle.insert(cycle.end(), back.rbegin(), back.rend());
    return cycle;
}

} // namespace catchment
