// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "study/distribution.h"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace catchment {

double RttHistogram::total(std::size_t bin) const {
    return bin < users.size() ? std::accumulate(users[bin].begin(), users[bin].end(), 0.0) : 0;
}

RttHistogram rtt_histogram(const Catchments &catchments, double bin_ms) {
    std::vector<std::size_t> place(catchments.op().regions.size(), 0); // of each region within a bin
    for (std::size_t i = 0; i < catchments.regions.size(); ++i)
        place[catchments.regions[i].region.index()] = i;
    RttHistogram out;
    out.bin_ms = bin_ms;
    for (const NetworkOutcome &o : catchments.outcomes) {
        if (!o.region || o.users <= 0)
            continue;
        const auto bin = static_cast<std::size_t>(std::max(0.0, o.rtt_ms) / bin_ms);
        if (bin >= out.users.size())
            out.users.resize(bin + 1, std::vector<double>(catchments.regions.size(), 0));
        out.users[bin][place[o.region->index()]] += o.users;
    }
    return out;
}

} // namespace catchment
