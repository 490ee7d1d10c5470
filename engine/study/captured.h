// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "study/catchments.h"

#include <vector>

namespace catchment {

/// What a hijacker takes from one region.
struct RegionLoss {
    RegionId region;
    double had = 0;  ///< users without the hijack
    double lost = 0; ///< of them, captured
};

/// Of every region that has users without the hijack, by its users lost, most first (ties: lower code). Both are of the
/// same scenario but for the hijack.
std::vector<RegionLoss> losses(const Catchments &without, const Catchments &with);

} // namespace catchment
