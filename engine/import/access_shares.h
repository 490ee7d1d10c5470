// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "world/world_tables.h"

#include <vector>

namespace catchment {

/// A network that users could be given to.
struct AccessCandidate {
    Asn asn;
    std::string country;
    std::size_t links = 0;
    bool access = false; ///< is it of the kind that serves users?
};

/// Whose users the cities of a world are, when not all networks of its own table exist any more.
struct AccessShares {
    std::vector<WorldTables::AccessRow> rows; ///< by city, then descending share
    std::size_t kept = 0;                     ///< cities whose networks are all there
    std::size_t scaled = 0;                   ///< cities where some are: their shares are scaled up to 1
    std::size_t by_country = 0; ///< cities that take the shares of their country's other cities, weighted by users
    std::size_t by_links = 0;   ///< cities given to their country's access network with most links
    std::size_t by_nearest = 0; ///< cities that take the shares of the nearest city that has some
};

/// For every city with users. `candidates`: the networks that exist, in ascending order of AS numbers, at least one.
AccessShares access_shares(const World &base, const std::vector<AccessCandidate> &candidates);

} // namespace catchment
