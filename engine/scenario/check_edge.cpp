// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/check_edge.h"

#include "world/spelling.h"

#include <set>

namespace catchment {
namespace {

void deployed(const Scenario &scenario, const std::string &code, const std::string &what) {
    if (!scenario.deploys(code)) {
        throw ScenarioError(code, what + " '" + code + "', which is not deployed",
                            scenario.regions.empty() ? "a deployed region; none is"
                                                     : "a deployed region such as " +
                                                           joined_with_or(closest_words(code, scenario.regions, 3)));
    }
}

void check_instances(const Scenario &scenario) {
    std::set<std::string> seen;
    for (const Instances &instances : scenario.edge.instances) {
        deployed(scenario, instances.region, "instances in");
        if (!seen.insert(instances.region).second) {
            throw ScenarioError(instances.region, "instances in '" + instances.region + "' are given twice",
                                "each region once");
        }
        if (instances.failed < 0 || instances.failed > instances.count) {
            throw ScenarioError(std::to_string(instances.failed),
                                "more instances have failed in '" + instances.region + "' than there are",
                                "at most " + std::to_string(instances.count));
        }
    }
}

void check_data(const Scenario &scenario) {
    const DataPlacement &data = *scenario.data;
    std::set<std::string> seen;
    if (!data.primary.empty()) {
        deployed(scenario, data.primary, "the primary is in");
        seen.insert(data.primary);
    }
    for (const std::string &code : data.replicas) {
        deployed(scenario, code, "a replica is in");
        if (!seen.insert(code).second) {
            throw ScenarioError(code, "'" + code + "' holds the data twice",
                                "each region once, as the primary or as a replica");
        }
    }
}

} // namespace

void check_edge(const Scenario &scenario) {
    check_instances(scenario);
    if (scenario.data) {
        check_data(scenario);
    }
}

} // namespace catchment
