// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/origin_validation.h"

#include <algorithm>

namespace catchment {

RoaTable::RoaTable(std::span<const Roa> roas) : roas_(roas.begin(), roas.end()) {
    std::ranges::sort(roas_, {}, &Roa::prefix);
}

RoaTable::Validity RoaTable::validate(const Prefix &prefix, Asn origin) const {
    Validity validity = Validity::NotFound;
    for (std::uint8_t length = 0; length <= prefix.length; ++length) {
        const std::uint32_t mask = length == 0 ? 0 : ~std::uint32_t{0} << (32 - length);
        const Prefix covering{prefix.address & mask, length};
        for (auto roa = std::ranges::lower_bound(roas_, covering, {}, &Roa::prefix);
             roa != roas_.end() && roa->prefix == covering; ++roa) {
            validity = Validity::Invalid; // covered, unless it matches; AS 0 matches nothing (RFC 6483 §4)
            if (roa->origin == origin && origin.value != 0 && prefix.length <= roa->max_length) {
                return Validity::Valid;
            }
        }
    }
    return validity;
}

} // namespace catchment
