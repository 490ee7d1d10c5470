// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "study/catchments.h"

#include <vector>

namespace catchment {

/// Reached users by round-trip time and region.
struct RttHistogram {
    double bin_ms = 10;
    /// People: by bin from 0 ms on, up to the slowest; within a bin by region, in the order of Catchments::regions.
    std::vector<std::vector<double>> users;

    /// All regions' users of a bin.
    double total(std::size_t bin) const;
};

/// Bins of `bin_ms`, the lower end counting in.
RttHistogram rtt_histogram(const Catchments &catchments, double bin_ms);

} // namespace catchment
