// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "import/placement.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <utility>

namespace catchment {

Placement::Placement(const AsGraph &graph, const std::vector<City> &cities)
    : graph_(graph), cities_(cities), rank_(cities.size()), cities_of_(graph.size()) {
    std::vector<std::uint32_t> order(cities.size());
    std::iota(order.begin(), order.end(), 0u);
    std::ranges::sort(order, {}, [&](std::uint32_t c) -> const std::string & { return cities[c].id; });
    for (std::uint32_t rank = 0; rank < order.size(); ++rank) {
        rank_[order[rank]] = rank;
    }
    for (std::size_t c = 0; c < cities.size(); ++c) {
        CityId &largest = largest_of_.emplace(cities[c].country, c).first->second;
        largest = larger(CityId(c), largest) ? CityId(c) : largest;
    }
}

void Placement::add(Node network, CityId city) {
    std::vector<CityId> &cities = cities_of_[network];
    const auto rank = [this](CityId c) { return rank_[c.index()]; };
    const auto at = std::ranges::lower_bound(cities, rank(city), {}, rank);
    if (at == cities.end() || *at != city) {
        cities.insert(at, city);
    }
}

/// More users, or as many and the lower id.
bool Placement::larger(CityId a, CityId b) const {
    const City &x = cities_[a.index()];
    const City &y = cities_[b.index()];
    return x.users != y.users ? x.users > y.users : x.id < y.id;
}

bool Placement::guess_by_country(Node network, const std::string &country) {
    const auto largest = largest_of_.find(country);
    if (placed(network) || largest == largest_of_.end()) {
        return false;
    }
    add(network, largest->second);
    return true;
}

/// The place that has most of the networks, each counting one over the number of its places.
CityId Placement::shared_place(const std::vector<Node> &networks) const {
    std::map<CityId, double> weight;
    for (const Node n : networks) {
        const std::vector<CityId> &cities = cities_of(n);
        for (const CityId city : cities) {
            weight[city] += 1.0 / static_cast<double>(cities.size());
        }
    }
    return std::ranges::max_element(weight,
                                    [this](const auto &a, const auto &b) {
                                        return a.second != b.second ? a.second < b.second : larger(b.first, a.first);
                                    })
        ->first;
}

/// Gives places to networks without one, ring by ring: first to those next to a network that has one.
template <class Neighbours>
std::size_t Placement::spread(const Neighbours &neighbours_of) {
    std::size_t guessed = 0;
    for (;;) {
        std::vector<std::pair<Node, CityId>> ring; // found first, given then, so that no order matters
        std::vector<Node> near;
        for (Node n = 0; n < graph_.size(); ++n) {
            if (placed(n)) {
                continue;
            }
            near.clear();
            neighbours_of(n, [&](Node neighbour) {
                if (placed(neighbour)) {
                    near.push_back(neighbour);
                }
            });
            if (!near.empty()) {
                ring.emplace_back(n, shared_place(near));
            }
        }
        if (ring.empty()) {
            return guessed;
        }
        for (const auto &[network, city] : ring) {
            add(network, city);
        }
        guessed += ring.size();
    }
}

Placement::Guesses Placement::guess_the_rest() {
    Guesses out;
    out.by_provider =
        spread([this](Node n, const auto &visit) { std::ranges::for_each(graph_.providers()[n], visit); });
    out.by_neighbour = spread([this](Node n, const auto &visit) {
        for (const AsGraph::Rows *rows : {&graph_.providers(), &graph_.peers(), &graph_.customers()}) {
            std::ranges::for_each((*rows)[n], visit);
        }
    });
    CityId largest;
    for (const auto &[country, city] : largest_of_) {
        largest = larger(city, largest) ? city : largest;
    }
    for (Node n = 0; n < graph_.size(); ++n) {
        if (!placed(n)) {
            add(n, largest);
            ++out.largest_city;
        }
    }
    return out;
}

} // namespace catchment
