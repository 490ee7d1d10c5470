// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/theme.h"

#include <array>
#include <cstddef>
#include <vector>

namespace catchment::maps {

/// A time for each city of the world, by which a map can be coloured in place of regions.
struct CityTimes {
    std::vector<double> ms; ///< per city; negative: none, painted as land
};

/// Times are told apart in steps that people feel; the last has no end.
constexpr std::array<double, 6> time_bounds{25, 50, 100, 150, 200, 300}; ///< ms
constexpr std::size_t time_steps = time_bounds.size() + 1;

/// Which step a time is in, 0 the fastest.
std::size_t time_step(double ms);

/// One hue from pale to deep, so that it reads without colours, too.
QColor time_colour(const Theme &theme, std::size_t step);

} // namespace catchment::maps
