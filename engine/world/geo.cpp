// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "world/geo.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace catchment {

double great_circle_km(GeoPoint a, GeoPoint b) {
    constexpr double radians = std::numbers::pi / 180;
    const double lat = std::sin((b.lat - a.lat) * radians / 2);
    const double lon = std::sin((b.lon - a.lon) * radians / 2);
    const double h = lat * lat + std::cos(a.lat * radians) * std::cos(b.lat * radians) * lon * lon;
    return 2 * earth_radius_km * std::asin(std::min(1.0, std::sqrt(h)));
}

Direction direction(GeoPoint place) {
    constexpr double radians = std::numbers::pi / 180;
    const double lat = place.lat * radians;
    const double lon = place.lon * radians;
    return {std::cos(lat) * std::cos(lon), std::cos(lat) * std::sin(lon), std::sin(lat)};
}

} // namespace catchment
