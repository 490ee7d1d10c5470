// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

namespace catchment {

/// A place on the sphere, in degrees: latitude -90…90 (north positive), longitude -180…180 (east positive).
struct GeoPoint {
    double lat = 0;
    double lon = 0;
    friend bool operator==(const GeoPoint &, const GeoPoint &) = default;
};

/// The mean radius of the Earth (IUGG R1), in km.
inline constexpr double earth_radius_km = 6371.0088;

/// The length of the great circle between two places, in km (haversine on the mean sphere).
double great_circle_km(GeoPoint a, GeoPoint b);

/// A place as a unit vector from the centre of the sphere.
using Direction = std::array<double, 3>;

Direction direction(GeoPoint place);

/// The square of the straight way through the unit sphere: the longer, the longer the great circle.
constexpr double squared_chord(const Direction &a, const Direction &b) {
    const double x = a[0] - b[0];
    const double y = a[1] - b[1];
    const double z = a[2] - b[2];
    return x * x + y * y + z * z;
}

} // namespace catchment
