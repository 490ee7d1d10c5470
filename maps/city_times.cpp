// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/city_times.h"

#include <algorithm>

namespace catchment::maps {

std::size_t time_step(double ms) {
    return static_cast<std::size_t>(std::ranges::upper_bound(time_bounds, ms) - time_bounds.begin());
}

QColor time_colour(const Theme &theme, std::size_t step) {
    // From nearly the ground to beyond the accent, towards the text.
    const double t = static_cast<double>(step) / (time_steps - 1);
    constexpr double accent_at = 0.6;
    return t <= accent_at ? mix(theme.panel, theme.accent, 0.15 + 0.85 * t / accent_at)
                          : mix(theme.accent, theme.text, 0.75 * (t - accent_at) / (1 - accent_at));
}

} // namespace catchment::maps
