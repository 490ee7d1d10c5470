// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/undeployed.h"

#include <algorithm>

namespace catchment {

void drop_undeployed(Scenario &scenario) {
    const auto gone = [&scenario](const std::string &code) { return !scenario.deploys(code); };
    std::erase_if(scenario.edge.instances, [&](const Instances &i) { return gone(i.region); });
    if (!scenario.data) {
        return;
    }
    DataPlacement &data = *scenario.data;
    std::erase_if(data.replicas, gone);
    if (!data.primary.empty() && gone(data.primary)) {
        data.primary.clear();
        if (!data.replicas.empty()) {
            data.primary = data.replicas.front();
            data.replicas.erase(data.replicas.begin());
        }
    }
    const int left = static_cast<int>(data.replicas.size()) + (data.primary.empty() ? 0 : 1);
    if (left == 0) {
        scenario.data.reset();
        return;
    }
    for (std::optional<int> *quorum : {&data.write_quorum, &data.read_quorum}) {
        if (*quorum) {
            *quorum = std::min(**quorum, left);
        }
    }
}

} // namespace catchment
