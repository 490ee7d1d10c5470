// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "study/comparison.h"

#include <optional>
#include <string>
#include <vector>

/// The movers of a comparison taken together: by where they live, by who serves them, by where they go.
///
/// Every list stands in the order of moved users, most first; those with as many in the order of ids (cities), codes
/// (countries, regions) or AS numbers. What has no movers is in none of them.
namespace catchment {

/// Some movers.
struct Moves {
    double users = 0;
    double newly_unreached_users = 0; ///< the captured among them
    double newly_reached_users = 0;
    double reached_users = 0; ///< before and after
    double gained_ms = 0;     ///< mean RTT won per user of these; 0 where there are none
};

struct CityMoves {
    CityId city;
    Moves moves;
};

struct CountryMoves {
    std::string country;
    Moves moves;
};

struct NetworkMoves {
    NetworkId network;
    Moves moves;
};

/// Movers that go from one place to another.
struct Flow {
    std::optional<RegionId> from; ///< none: was unreached, or captured
    std::optional<RegionId> to;   ///< none: is unreached, or captured
    bool from_hijacker = false;
    bool to_hijacker = false;
    Moves moves;
};

std::vector<CityMoves> moves_by_city(const Comparison &comparison, const World &world);
std::vector<CountryMoves> moves_by_country(const Comparison &comparison, const World &world);
std::vector<NetworkMoves> moves_by_network(const Comparison &comparison);
std::vector<Flow> flows(const Comparison &comparison, const Operator &op);

/// A region that announces before or after.
struct RegionMoves {
    RegionId region;
    double users_before = 0;
    double users_after = 0;
    double gained_users = 0; ///< came from elsewhere
    double lost_users = 0;   ///< went elsewhere
};

/// In the order of the operator's table.
std::vector<RegionMoves> moves_by_region(const Comparison &comparison, const Catchments &before,
                                         const Catchments &after);

} // namespace catchment
