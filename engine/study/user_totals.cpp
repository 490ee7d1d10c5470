// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "study/user_totals.h"

#include <algorithm>

namespace catchment {

double percentile(std::span<const RttSample> samples, double share) {
    double total = 0;
    for (const RttSample &s : samples) {
        total += s.users;
    }
    double covered = 0;
    for (const RttSample &s : samples) {
        covered += s.users;
        if (covered >= share * total * (1 - 1e-12)) {
            return s.ms;
        }
    }
    return samples.empty() ? 0 : samples.back().ms;
}

void UserTotals::start() {
    summary_ = {};
    time_ = 0;
    samples_.clear();
}

void UserTotals::add(const Reach &reach, double users) {
    summary_.users += users;
    if (!reach.region) {
        summary_.unreached_users += users;
        summary_.captured_users += reach.captured ? users : 0;
        return;
    }
    samples_.push_back({reach.rtt_ms, users, *reach.region});
    time_ += reach.rtt_ms * users;
}

Summary UserTotals::finish(bool percentiles) {
    const double reached = summary_.users - summary_.unreached_users;
    summary_.mean_rtt_ms = reached > 0 ? time_ / reached : 0;
    if (percentiles) {
        std::ranges::sort(samples_, {}, &RttSample::ms);
        summary_.median_rtt_ms = percentile(samples_, 0.5);
        summary_.p95_rtt_ms = percentile(samples_, 0.95);
    }
    return summary_;
}

} // namespace catchment
