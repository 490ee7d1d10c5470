// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/fixpoint.h"
#include "routing/solution.h"

#include <string>

/// Routes in words, free of any index, so that two of them can be compared and a failure reads well.
namespace catchment::naive {

/// `1299 in ams`.
std::string router_words(const Fixpoint &fixpoint, const World &world, std::size_t router);

/// `lhr by 10 20 64500 as customer | exit a next b over x`, for each: region reached, AS path, class, next hop.
std::string route_words(const Fixpoint &fixpoint, const World &world, std::size_t router);
std::string route_words(const Solution &solution, std::size_t router);

std::string path_words(const std::vector<Asn> &path);

} // namespace catchment::naive
