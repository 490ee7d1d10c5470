// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "world/world.h"

#include <string>
#include <vector>

namespace catchment::naive {

/// RTT in ms, without the access part, from one city to each over the fibre, by the README's figures: every segment is
/// 16 % longer than it is and costs 150 km more. Relaxes all segments until none makes anything quicker; infinite where
/// no fibre leads. Cities that are on no segment are not reached. `cut`: names of segments that are out.
std::vector<double> quickest_from(const World &world, CityId from, const std::vector<std::string> &cut = {});

} // namespace catchment::naive
