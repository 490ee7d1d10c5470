// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/quickest_fibre.h"

#include <algorithm>
#include <limits>

namespace catchment::naive {

std::vector<double> quickest_from(const World &world, CityId from, const std::vector<std::string> &cut) {
    std::vector<double> out(world.cities.size(), std::numeric_limits<double>::infinity());
    out[from.index()] = 0;
    for (bool quicker = true; quicker;) {
        quicker = false;
        for (const FibreSegment &s : world.fibre) {
            if (std::ranges::find(cut, s.name) != cut.end()) {
                continue;
            }
            const double ms = 2 * (s.metres / 1000.0 + 150) * 1.16 / (299.792458 * 2 / 3);
            double &a = out[s.from.index()];
            double &b = out[s.to.index()];
            for (const auto &[here, there] : {std::pair(a, &b), std::pair(b, &a)}) {
                if (here + ms < *there) {
                    *there = here + ms;
                    quicker = true;
                }
            }
        }
    }
    return out;
}

} // namespace catchment::naive
