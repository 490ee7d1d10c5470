// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "world/ids.h"

#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace catchment {

/// A circle of provider → customer links, as indices into `transit` (pairs of provider and customer) in the order
/// of the circle; a shortest one through the first network of the first strongly connected component that has one.
/// None where the links have no cycle.
std::optional<std::vector<std::size_t>> find_provider_cycle(std::span<const std::pair<Asn, Asn>> transit);

} // namespace catchment
