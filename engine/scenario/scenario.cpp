// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/scenario.h"

#include <algorithm>
#include <type_traits>

namespace catchment {

bool Scenario::deploys(const std::string &code) const { return std::ranges::find(regions, code) != regions.end(); }

bool Scenario::announces(const Region &region) const {
    const bool always = announce == Announce::Everywhere && region.status != RegionStatus::Former;
    return (always || deploys(region.code)) && std::ranges::find(faults.regions, region.code) == faults.regions.end();
}

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
    // A region's defaults say nothing; those of a session do where they override what its region says.
    const auto whole = [this](const Tuning &session) {
        const auto found =
            std::ranges::find_if(tuning, [&](const Tuning &t) { return t.region == session.region && !t.neighbour; });
        return found == tuning.end() ? Tuning{} : *found;
    };
    const auto drop = [](auto &key, const auto &of_region) {
        if (key && *key == std::remove_reference_t<decltype(*key)>{} && !of_region) {
            key.reset();
        }
    };
    for (const bool of_session : {false, true}) {
        for (Tuning &t : tuning) {
            if (t.neighbour.has_value() == of_session) {
                const Tuning over = of_session ? whole(t) : Tuning{};
                drop(t.withhold, over.withhold);
                drop(t.prepend, over.prepend);
                drop(t.no_export, over.no_export);
                drop(t.med, over.med);
            }
        }
    }
    std::erase_if(tuning, [](const Tuning &t) { return !t.withhold && !t.prepend && !t.no_export && !t.med; });
}

Scenario story() {
    Scenario scenario;
    scenario.title = "Two regions";
    scenario.regions = {"ewr", "ams"};
    return scenario;
}

} // namespace catchment
