// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "routing/topology.h"

#include <cstdint>
#include <vector>

namespace catchment {

constexpr std::uint32_t no_matching_end = 0xffffffff;

/// For each session end of `whole` the end of the same session in `part`, a topology of the same world in which more
/// is broken; no_matching_end where that session is down. A session is the same if it joins the same two routers at
/// the same meeting place and exchange.
std::vector<std::uint32_t> matching_ends(const Topology &whole, const Topology &part);

} // namespace catchment
