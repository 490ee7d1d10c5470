// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace catchment {

/// Round-trip time from fibre: there and back at the speed of light in fibre, two thirds of c, over the stretches of
/// the way. Traffic runs somewhat farther than the shortest fibre, and each stretch costs as much as some kilometres
/// more, for its ends and equipment. The constants are fitted to measured city pairs (resources/world/README.md has
/// the fit and its error).
struct LatencyModel {
    double km_per_ms = 299.792458 * 2 / 3; ///< one way
    double access_ms = 1.0;                ///< there and back, once per journey
    double hop_ms = 0.1;                   ///< there and back, per handover between networks
    double detour = 1.16;                  ///< how much farther traffic runs than the shortest fibre
    double stretch_km = 150;               ///< what a stretch of fibre costs besides its length

    /// What light in fibre needs there and back along the great circle: nothing that runs in fibre is faster.
    double limit_ms(double km) const { return 2 * km / km_per_ms; }

    /// Of a way of so many kilometres and stretches of fibre.
    double rtt_ms(double km, double stretches, int handovers) const {
        return 2 * (km + stretches * stretch_km) * detour / km_per_ms + access_ms + hop_ms * handovers;
    }
};

} // namespace catchment
