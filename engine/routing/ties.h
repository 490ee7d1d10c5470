// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "routing/solution.h"

#include <cstdint>
#include <utility>
#include <vector>

namespace catchment {

/// How certain it is which region a router reaches: what tied with the routes of a solution.
///
/// At each router the candidates that survive decision step 6 are tied, counted once per (own exit city, neighbour,
/// neighbour city); of several that are alike in these, the first in the order of step 7 counts. A router's
/// distribution over the regions is the plain mean of the distributions of the senders of its tied candidates, all as
/// they stand in the solution. Continuations that a network on the way would reject, or may not export (NO_EXPORT),
/// are left out, and so is a candidate that has no other. The hijacker, where there is one, counts as one more region,
/// to which a router with a route to a longer prefix leads for certain.
class Ties {
public:
    static constexpr double contested_below = 0.999; ///< certainty

    /// `solution` is needed here only.
    explicit Ties(const Solution &solution);

    /// That packets from `router` reach `region`, were every tie on the way drawn by lot.
    double probability(RouterId router, RegionId region) const;

    /// The regions that ties may lead to and their probabilities, in the order of the operator's table; empty where
    /// there is no route.
    std::vector<std::pair<RegionId, double>> distribution(RouterId router) const;

    /// That packets from `router` reach the hijacker.
    double captured(RouterId router) const;

private:
    class Builder;
    static constexpr std::uint32_t none = 0xffffffff;

    std::size_t regions_;
    std::size_t width_;                 ///< of a row: one probability per region, and for the hijacker where one is
    std::vector<double> rows_;          ///< for each region one in which it is certain, then mixed ones
    std::vector<std::uint32_t> row_of_; ///< per router, or none
};

} // namespace catchment
