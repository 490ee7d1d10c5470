// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "study/reach.h"

#include <span>
#include <vector>

namespace catchment {

struct Summary {
    double users = 0;
    double unreached_users = 0; ///< reach no region: nothing at all, or the hijacker
    double captured_users = 0;  ///< those of them that reach the hijacker
    double mean_rtt_ms = 0;
    double median_rtt_ms = 0;
    double p95_rtt_ms = 0;
    double not_nearest_share = 0; ///< of the reached users
    double contested_share = 0;   ///< of the reached users: those of access networks whose region hangs on ties
};

/// An RTT that some users have.
struct RttSample {
    double ms;
    double users;
    RegionId region;
};

/// The smallest value that covers `share` of the users; 0 where there are none. The samples are sorted.
double percentile(std::span<const RttSample> samples, double share);

/// Adds up what users reach; keeps its arrays.
class UserTotals {
public:
    void start();
    void add(const Reach &reach, double users);

    /// Users and RTTs; the rest of the summary is left 0. Sorting takes most of the time, and only percentiles need
    /// it: without them those are 0, and `samples` stand in the order in which they were added.
    Summary finish(bool percentiles);

    /// Of those that are reached, by RTT.
    std::span<const RttSample> samples() const { return samples_; }

private:
    Summary summary_;
    double time_ = 0; ///< users × ms
    std::vector<RttSample> samples_;
};

} // namespace catchment
