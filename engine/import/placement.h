// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rib/as_graph.h"
#include "world/world.h"

#include <map>
#include <string>
#include <vector>

namespace catchment {

/// In which cities the networks of a relationship graph have routers: first what is known of them, then a guess for
/// each network of which nothing is.
class Placement {
public:
    using Node = AsGraph::Node;

    /// Keeps references to both.
    Placement(const AsGraph &graph, const std::vector<City> &cities);

    /// A place that is known.
    void add(Node network, CityId city);

    bool placed(Node network) const { return !cities_of_[network].empty(); }

    /// Guesses the largest city of its country of registration (ISO 3166-1 alpha-2; may be empty). False where the
    /// network has a place already, or the country has no listed city.
    bool guess_by_country(Node network, const std::string &country);

    /// Guesses for each network that has no place: that of its nearest providers; where none above it has one, that of
    /// its nearest neighbours; the largest city of all where no neighbour has one. Of several places the one that most
    /// of these neighbours share, each counting the less the more places it has.
    struct Guesses {
        std::size_t by_provider = 0, by_neighbour = 0, largest_city = 0;
    };
    Guesses guess_the_rest();

    /// The cities of a network, each once, in the order of their ids' texts.
    const std::vector<CityId> &cities_of(Node network) const { return cities_of_[network]; }

private:
    template <class Neighbours>
    std::size_t spread(const Neighbours &neighbours_of);
    CityId shared_place(const std::vector<Node> &networks) const;
    bool larger(CityId a, CityId b) const;

    const AsGraph &graph_;
    const std::vector<City> &cities_;
    std::vector<std::uint32_t> rank_;            ///< of each city: its place in the order of ids
    std::map<std::string, CityId> largest_of_;   ///< per country
    std::vector<std::vector<CityId>> cities_of_; ///< per network, by rank
};

} // namespace catchment
