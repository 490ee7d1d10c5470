// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "world/world.h"

#include <cstdint>
#include <vector>

/// Which networks do origin validation, where only a share of them is said.
namespace catchment {

enum class ValidatorOrder {
    LargestFirst, ///< by users, then by the number of neighbours, then by AS number
    ByLot         ///< in an order drawn from a seed
};

/// A share (0…1, of the number of networks, rounded) of the world's networks, by ascending AS number. A greater share
/// contains every smaller one of the same order and seed.
std::vector<Asn> validators(const World &world, double share, ValidatorOrder order, std::uint64_t seed = 1);

} // namespace catchment
