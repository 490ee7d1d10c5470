// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/random_security.h"

#include <algorithm>

namespace catchment::naive {

void add_random_security(const Recipe &recipe, Scenario &scenario, Dice &dice) {
    Security &security = scenario.security;
    const Prefix prefix = operator_prefix;
    if (dice.chance(85)) {
        const Recipe::PresenceRow &at = dice.pick(recipe.presence);
        Hijack hijack{at.asn,
                      at.city,
                      static_cast<std::uint8_t>(prefix.length + (dice.chance(50) ? 0 : dice.below(3))),
                      {at.asn}};
        for (std::size_t i = dice.chance(50) ? 0 : dice.below(3); i > 0; --i) {
            hijack.path.push_back(dice.pick(recipe.networks).asn);
        }
        if (dice.chance(40)) {
            hijack.path.push_back(recipe.operator_asn);
        }
        security.hijack = hijack;
    }
    for (const Network &network : recipe.networks) {
        if (dice.chance(30)) {
            security.origin_validation.push_back(network.asn);
        }
    }
    if (dice.chance(50)) {
        security.roas.emplace();
        for (std::size_t i = dice.below(4); i > 0; --i) {
            Roa roa;
            roa.prefix.length = static_cast<std::uint8_t>(prefix.length - 2 + dice.below(4));
            const std::uint32_t elsewhere = dice.chance(15) ? 0x00010000 : 0;
            roa.prefix.address = (prefix.address ^ elsewhere) & (~std::uint32_t{0} << (32 - roa.prefix.length));
            roa.origin = dice.chance(60) ? recipe.operator_asn : dice.pick(recipe.networks).asn;
            roa.origin = dice.chance(10) ? Asn{0} : roa.origin;
            roa.max_length = static_cast<std::uint8_t>(std::max<std::size_t>(roa.prefix.length, 22 + dice.below(3)));
            security.roas->push_back(roa);
        }
    }
}

} // namespace catchment::naive
