// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "world/world.h"

#include <optional>
#include <span>

namespace catchment {

struct Majority {
    std::optional<RegionId> region;
    double share = 0; ///< of the city's users
};

/// The region that most of a city's reached users reach (ties: lowest code). `shares`: per region of the operator,
/// the part of the city's users that reaches it; `among`: the regions to look at.
Majority majority(const Operator &op, std::span<const RegionId> among, std::span<const double> shares);

} // namespace catchment
