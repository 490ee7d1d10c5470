// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "routing/convergence.h"

#include <utility>
#include <vector>

namespace catchment::app {

/// How the time of a simulation is shown: which of its moments is how many seconds from the beginning of the track.
/// It begins a little before the first event.
class TimeScale {
public:
    TimeScale() = default;

    /// Second by second.
    static TimeScale even(const Convergence &convergence, double factor = 1);

    /// What happens in milliseconds is slowed down, and the long waits (for advertisement intervals) are cut short; no
    /// longer than `longest` seconds in all.
    static TimeScale busy(const Convergence &convergence);

    double length() const { return knots_.empty() ? 0 : knots_.back().second; }
    double shown(Moment moment) const;
    Moment moment(double shown) const;

    static constexpr double lead = 0.5; ///< seconds before the event
    static constexpr double longest = 40;

private:
    std::vector<std::pair<Moment, double>> knots_; ///< both strictly ascend
};

} // namespace catchment::app
