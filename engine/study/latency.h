// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace catchment {

/// Round-trip time from fibre length: there and back at the speed of light in fibre, two thirds of c, over the
/// fibre of the path, somewhat longer than the map knows, plus small costs. The constants are fitted to measured
/// city pairs (resources/world/README.md has the fit and its error).
struct LatencyModel {
    /// The fitted constants.
    LatencyModel();

    double km_per_ms; ///< one way
    double detour;    ///< how much farther traffic runs than the shortest fibre
    double access_ms; ///< there and back, once per journey
    double hop_ms;    ///< there and back, per handover between networks

    double rtt_ms(double km, int handovers) const {
        return 2 * km * detour / km_per_ms + access_ms + hop_ms * handovers;
    }

    /// Between two places with nothing but fibre between them.
    double path_rtt_ms(double km) const { return rtt_ms(km, 0); }
};

} // namespace catchment
