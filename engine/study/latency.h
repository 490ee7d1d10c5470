// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace catchment {

/// Round-trip time from fibre length. Light in fibre runs at two thirds of c; the small costs are fitted to
/// measured city pairs (resources/world/README.md has the error).
struct LatencyModel {
    double km_per_ms = 299.792458 * 2 / 3; ///< one way
    double access_ms = 1.0;                ///< there and back, once per journey
    double hop_ms = 0.1;                   ///< there and back, per handover between networks

    /// Between two places with nothing but fibre between them.
    double path_rtt_ms(double km) const { return rtt_ms(km, 0); }

    double rtt_ms(double km, int handovers) const { return 2 * km / km_per_ms + access_ms + hop_ms * handovers; }
};

} // namespace catchment
