// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "rib/as_graph.h"

#include "world/provider_cycle.h"

#include <algorithm>
#include <numeric>
#include <string>
#include <tuple>
#include <unordered_map>

namespace catchment {
namespace {

using Node = AsGraph::Node;
using Ends = std::pair<Node, Node>;

std::string circle_words(const std::vector<Asn> &networks) {
    std::string out = "networks provide for each other in a circle: ";
    for (const Asn asn : networks) {
        out += "AS" + std::to_string(asn.value) + " > ";
    }
    return out + "AS" + std::to_string(networks.front().value);
}

/// How many providers are above each network on the longest way up, and how many it has itself and its customers.
struct Heights {
    std::vector<Node> level;
    std::vector<Node> providers;
    std::vector<Node> customers;
    bool circular = false;
};

Heights measure(std::span<const Ends> transit, std::size_t nodes) {
    Heights out{std::vector<Node>(nodes), std::vector<Node>(nodes), std::vector<Node>(nodes), false};
    for (const auto &[provider, customer] : transit) {
        ++out.providers[customer];
        ++out.customers[provider];
    }
    std::vector<std::uint32_t> begin(nodes + 1);
    std::inclusive_scan(out.customers.begin(), out.customers.end(), begin.begin() + 1);
    std::vector<Node> below(transit.size());
    std::vector<std::uint32_t> at(begin.begin(), begin.end() - 1);
    for (const auto &[provider, customer] : transit) {
        below[at[provider]++] = customer;
    }
    // Kahn's order: a network is ready when all of its providers are done.
    std::vector<Node> missing = out.providers;
    std::vector<Node> ready;
    ready.reserve(nodes);
    for (Node n = 0; n < nodes; ++n) {
        if (missing[n] == 0) {
            ready.push_back(n);
        }
    }
    for (std::size_t i = 0; i < ready.size(); ++i) {
        const Node n = ready[i];
        for (std::uint32_t e = begin[n]; e < begin[n + 1]; ++e) {
            out.level[below[e]] = std::max(out.level[below[e]], out.level[n] + 1);
            if (--missing[below[e]] == 0) {
                ready.push_back(below[e]);
            }
        }
    }
    out.circular = ready.size() < nodes;
    return out;
}

/// The rows of all pairs, in the order of the pairs.
void fill(std::span<const Ends> pairs, std::size_t nodes, std::vector<std::uint32_t> &begin, std::vector<Node> &to) {
    begin.assign(nodes + 1, 0);
    for (const Ends &pair : pairs) {
        ++begin[pair.first + 1];
    }
    std::partial_sum(begin.begin(), begin.end(), begin.begin());
    to.resize(pairs.size());
    std::vector<std::uint32_t> at(begin.begin(), begin.end() - 1);
    for (const auto &[from, neighbour] : pairs) {
        to[at[from]++] = neighbour;
    }
}

/// Every entry the other way round; the rows come out in the order in which `order` names the networks.
void transpose(const std::vector<std::uint32_t> &begin, const std::vector<Node> &to, std::span<const Node> order,
               std::vector<std::uint32_t> &new_begin, std::vector<Node> &new_to) {
    new_begin.assign(begin.size(), 0);
    for (const Node n : to) {
        ++new_begin[n + 1];
    }
    std::partial_sum(new_begin.begin(), new_begin.end(), new_begin.begin());
    new_to.resize(to.size());
    std::vector<std::uint32_t> at(new_begin.begin(), new_begin.end() - 1);
    for (const Node n : order) {
        for (std::uint32_t e = begin[n]; e < begin[n + 1]; ++e) {
            new_to[at[to[e]]++] = n;
        }
    }
}

} // namespace

AsProviderCycle::AsProviderCycle(std::vector<Asn> in_networks, std::vector<std::size_t> in_links)
    : std::runtime_error(circle_words(in_networks)), networks(std::move(in_networks)), links(std::move(in_links)) {}

AsGraph::AsGraph(std::span<const AsLink> links) {
    std::unordered_map<Asn, Node> found;
    found.reserve(links.size() / 4);
    const auto node = [&](Asn asn) {
        const auto [at, is_new] = found.emplace(asn, static_cast<Node>(asn_.size()));
        if (is_new) {
            asn_.push_back(asn.value);
        }
        return at->second;
    };
    std::vector<Ends> ends;
    ends.reserve(links.size());
    for (const AsLink &link : links) {
        const Node a = !ends.empty() && asn_[ends.back().first] == link.a.value ? ends.back().first : node(link.a);
        ends.emplace_back(a, node(link.b));
    }
    number(links, ends);
}

/// Gives the networks their ids, and makes the rows. `ends` are the links between networks in order of appearance.
void AsGraph::number(std::span<const AsLink> links, std::span<const Ends> ends) {
    const std::size_t nodes = asn_.size();
    std::vector<Ends> transit;
    std::vector<Ends> peerings;
    for (std::size_t i = 0; i < links.size(); ++i) {
        (links[i].transit ? transit : peerings).push_back(ends[i]);
    }
    const Heights heights = measure(transit, nodes);
    if (heights.circular) {
        std::vector<std::pair<Asn, Asn>> pairs;
        std::vector<std::size_t> places;
        for (std::size_t i = 0; i < links.size(); ++i) {
            if (links[i].transit) {
                pairs.emplace_back(links[i].a, links[i].b);
                places.push_back(i);
            }
        }
        std::vector<Asn> networks;
        std::vector<std::size_t> guilty;
        const std::vector<std::size_t> circle = find_provider_cycle(pairs).value_or(std::vector<std::size_t>());
        for (const std::size_t i : circle) {
            networks.push_back(pairs[i].first);
            guilty.push_back(places[i]);
        }
        throw AsProviderCycle(std::move(networks), std::move(guilty));
    }

    std::vector<Node> order(nodes);
    std::iota(order.begin(), order.end(), Node{0});
    const auto rank = [&](Node n) {
        const bool has_customers = heights.customers[n] > 0;
        return std::tuple(!has_customers, has_customers ? heights.level[n] : 0, heights.providers[n], asn_[n]);
    };
    std::ranges::sort(order, {}, rank);
    transit_count_ =
        static_cast<Node>(nodes - static_cast<std::size_t>(std::ranges::count(heights.customers, Node{0})));
    std::vector<Node> id(nodes);
    std::vector<std::uint32_t> asns(nodes);
    for (Node n = 0; n < nodes; ++n) {
        id[order[n]] = n;
        asns[n] = asn_[order[n]];
    }
    asn_ = std::move(asns);
    by_asn_.resize(nodes);
    std::iota(by_asn_.begin(), by_asn_.end(), Node{0});
    std::ranges::sort(by_asn_, {}, [this](Node n) { return asn_[n]; });

    std::vector<std::uint32_t> begin;
    std::vector<Node> to;
    for (auto &[provider, customer] : transit) {
        provider = id[provider];
        customer = id[customer];
    }
    fill(transit, nodes, begin, to);
    transpose(begin, to, by_asn_, providers_.begin_, providers_.to_);
    transpose(providers_.begin_, providers_.to_, by_asn_, customers_.begin_, customers_.to_);
    const std::size_t once = peerings.size();
    for (std::size_t i = 0; i < once; ++i) {
        peerings[i] = {id[peerings[i].first], id[peerings[i].second]};
        peerings.emplace_back(peerings[i].second, peerings[i].first);
    }
    fill(peerings, nodes, begin, to);
    transpose(begin, to, by_asn_, peers_.begin_, peers_.to_);
}

std::optional<AsGraph::Node> AsGraph::find(Asn asn) const {
    const auto at = std::ranges::lower_bound(by_asn_, asn.value, {}, [this](Node n) { return asn_[n]; });
    return at != by_asn_.end() && asn_[*at] == asn.value ? std::optional(*at) : std::nullopt;
}

} // namespace catchment
