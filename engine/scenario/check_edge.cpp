// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/check_edge.h"

#include "world/spelling.h"

#include <algorithm>
#include <set>

namespace catchment {
namespace {

void known(const Operator &op, const std::string &code) {
    if (std::ranges::find(op.regions, code, &Region::code) == op.regions.end()) {
        throw ScenarioError(code, "unknown region '" + code + "'",
                            op.regions.empty()
                                ? "none, since the operator has none"
                                : "a region code such as " + joined_with_or(closest_regions(op, code, 3)));
    }
}

/// Where the data is, the primary first.
std::vector<std::string> places(const Scenario &scenario) {
    std::vector<std::string> out;
    if (scenario.data) {
        out = scenario.data->replicas;
        if (!scenario.data->primary.empty()) {
            out.insert(out.begin(), scenario.data->primary);
        }
    }
    return out;
}

void deployed(const Scenario &scenario, const std::string &code, const std::string &what) {
    if (!scenario.deploys(code)) {
        throw ScenarioError(code, what + " '" + code + "', which is not deployed",
                            scenario.regions.empty() ? "a deployed region; none is"
                                                     : "a deployed region such as " +
                                                           joined_with_or(closest_words(code, scenario.regions, 3)));
    }
}

} // namespace

void check_edge(const Scenario &scenario, const Operator &op) {
    std::set<std::string> seen;
    for (const Instances &instances : scenario.edge.instances) {
        known(op, instances.region);
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
    seen.clear();
    for (const std::string &code : places(scenario)) {
        known(op, code);
        if (!seen.insert(code).second) {
            throw ScenarioError(code, "'" + code + "' holds the data twice",
                                "each region once, as the primary or as a replica");
        }
    }
}

void check_deployed(const Scenario &scenario) {
    for (const Instances &instances : scenario.edge.instances) {
        deployed(scenario, instances.region, "instances in");
    }
    if (const auto &data = scenario.data) {
        if (!data->primary.empty()) {
            deployed(scenario, data->primary, "the primary is in");
        }
        for (const std::string &code : data->replicas) {
            deployed(scenario, code, "a replica is in");
        }
    }
}

} // namespace catchment
