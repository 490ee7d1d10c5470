// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/scenario.h"

#include <algorithm>

namespace catchment {

bool Scenario::deploys(const std::string &code) const { return std::ranges::find(regions, code) != regions.end(); }

std::vector<Roa> Security::roas_or_default(const Operator &op) const {
    return roas.value_or(std::vector<Roa>{{op.prefix, op.asn, op.prefix.length}});
}

Tuning &Scenario::tuning_for(const std::string &region, std::optional<Asn> neighbour) {
    const auto found =
        std::ranges::find_if(tuning, [&](const Tuning &t) { return t.region == region && t.neighbour == neighbour; });
    if (found != tuning.end()) {
        return *found;
    }
    Tuning &added = tuning.emplace_back();
    added.region = region;
    added.neighbour = neighbour;
    return added;
}

void Scenario::tidy() {
    std::erase_if(tuning, [](const Tuning &t) {
        // What a session says may override its region, so only a region's own defaults say nothing.
        const bool is_default = t.withhold.value_or(false) == false && t.prepend.value_or(0) == 0 &&
                                t.no_export.value_or(false) == false && t.med.value_or(0) == 0;
        const bool empty = !t.withhold && !t.prepend && !t.no_export && !t.med;
        return t.neighbour ? empty : is_default;
    });
}

Scenario story() {
    Scenario scenario;
    scenario.title = "Two regions";
    scenario.regions = {"ewr", "ams"};
    return scenario;
}

} // namespace catchment
