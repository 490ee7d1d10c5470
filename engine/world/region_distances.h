// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "world/world.h"

#include <vector>

namespace catchment {

/// The great circle from every city to every region of an operator, in km. Made once per world and operator.
class RegionDistances {
public:
    RegionDistances(const World &world, const Operator &op);

    double km(CityId city, RegionId region) const { return km_[city.index() * regions_ + region.index()]; }

private:
    std::size_t regions_;
    std::vector<double> km_;
};

} // namespace catchment
