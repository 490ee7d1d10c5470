// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "study/majority.h"

#include <cmath>

namespace catchment {

Majority majority(const Operator &op, std::span<const RegionId> among, std::span<const double> shares) {
    const auto code = [&op](RegionId r) -> const std::string & { return op.regions[r.index()].code; };
    Majority out;
    for (const RegionId r : among) {
        const double share = shares[r.index()];
        if (share == 0) {
            continue;
        }
        const bool tie = out.region && std::abs(share - out.share) <= 1e-9;
        if (tie ? code(r) < code(*out.region) : share > out.share) {
            out = {r, share};
        }
    }
    return out;
}

} // namespace catchment
