// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario/scenario.h"

#include <vector>

namespace catchment::app {

/// One session of a region, as a person tunes it. Sessions with one neighbour share its tuning.
struct RegionSession {
    Asn neighbour;
    NetworkId network;
    Relationship neighbour_is = Relationship::Provider;
    std::optional<ExchangeId> via;
    bool added = false; ///< by the scenario's `sessions`
    friend bool operator==(const RegionSession &, const RegionSession &) = default;
};

/// The sessions of a region: the operator's own, then what the scenario adds to them; each by relationship (providers,
/// peers, customers), then AS number. Empty where the operator has no such region.
std::vector<RegionSession> sessionsOf(const Scenario &scenario, const Operator &op, const World &world,
                                      const std::string &region);

} // namespace catchment::app
