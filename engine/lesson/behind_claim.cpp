// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/behind_claim.h"

#include "study/backbone.h"
#include "study/data_plan.h"
#include "study/data_study.h"
#include "study/proxy.h"

namespace catchment {
namespace {

/// A mean over users.
class Mean {
public:
    void add(double users, double value) {
        users_ += users;
        sum_ += users * value;
    }
    std::optional<double> value() const { return users_ > 0 ? std::optional(sum_ / users_) : std::nullopt; }

private:
    double users_ = 0, sum_ = 0;
};

std::optional<RegionId> most(const std::vector<double> &users, const Operator &op) {
    std::optional<RegionId> out;
    for (std::size_t r = 0; r < users.size(); ++r) {
        const double best = out ? users[out->index()] : 0;
        const bool lower = out && op.regions[r].code < op.regions[out->index()].code;
        if (users[r] > best || (out && users[r] == best && lower)) {
            out = RegionId(r);
        }
    }
    return out;
}

} // namespace

BehindTheEdge behind_the_edge_of(const Catchments &c, CityId city, std::optional<NetworkId> network) {
    const Scenario &scenario = *c.solution->scenario;
    const Proxied behind = proxied(c);
    const Backbone backbone(*c.solution->topology);
    const Backbone whole = whole_backbone(*c.solution);
    std::optional<DataPlan> plan;
    if (scenario.data) {
        plan.emplace(scenario, c.op(), backbone, whole);
    }
    std::vector<double> served(c.op().regions.size(), 0);
    Mean proxy, read, write, stale;
    for (const NetworkOutcome &o : c.outcomes_of(city)) {
        if (!o.region || (network && o.network != *network)) {
            continue;
        }
        for (const Served &part : behind.at(*o.region).parts) {
            served[part.instance.index()] += o.users * part.share;
            proxy.add(o.users * part.share, part.rtt_ms);
        }
        const DataAccess access = plan ? plan->at(*o.region) : DataAccess{};
        if (access.read_ms) {
            read.add(o.users, o.rtt_ms + *access.read_ms);
        }
        if (access.write_ms) {
            write.add(o.users, o.rtt_ms + *access.write_ms);
        }
        if (access.stale_ms) {
            stale.add(o.users, *access.stale_ms);
        }
    }
    return {most(served, c.op()), proxy.value(), read.value(), write.value(), stale.value()};
}

std::optional<double> mean_write_ms_with_primary(const Catchments &c, RegionId region) {
    const auto &data = c.solution->scenario->data;
    if (!data || (data->consistency != Consistency::Primary && data->consistency != Consistency::PrimaryOnly)) {
        return std::nullopt;
    }
    for (const PrimaryPlace &place : best_primary(c, WriteObjective::Mean)) {
        if (place.region == region) {
            return place.mean_ms;
        }
    }
    return std::nullopt;
}

} // namespace catchment
