// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "io/edge_compare.h"

#include "io/rounding.h"
#include "io/text_table.h"
#include "study/edge_study.h"

#include <algorithm>

namespace catchment {
namespace {

constexpr std::size_t most_flows = 10; ///< told in text

/// Of what is printed, so that before and after add up.
double difference(double before, double after) {
    return rounded_ms(rounded_ms(after) - rounded_ms(before)) + 0.0; // no -0.0
}

std::string signed_ms(double ms) { return (ms > 0 ? "+" : "") + fixed(ms, 1) + " ms"; }

} // namespace

Json edge_change_json(const Catchments &before, const Catchments &after) {
    const EdgeComparison both = compare_edges(before, after);
    const JourneySummary &was = both.before.journeys;
    const JourneySummary &is = both.after.journeys;
    Json out = {{"edgeUsers", rounded_whole(both.change.edge_users)},
                {"instanceUsers", rounded_whole(both.change.instance_users)},
                {"brokenUsers", rounded_whole(both.change.broken_users)},
                {"failedUsersBefore", rounded_whole(was.failed_users)},
                {"failedUsersAfter", rounded_whole(is.failed_users)},
                {"journeyMeanRttMs", difference(was.mean_rtt_ms, is.mean_rtt_ms)},
                {"journeyMedianRttMs", difference(was.median_rtt_ms, is.median_rtt_ms)},
                {"journeyP95RttMs", difference(was.p95_rtt_ms, is.p95_rtt_ms)},
                {"flows", Json::array()}};
    const auto code = [&](std::optional<RegionId> r) {
        return r ? Json(after.op().regions[r->index()].code) : Json(nullptr);
    };
    for (const InstanceFlow &flow : both.change.flows) {
        out["flows"].push_back(
            {{"from", code(flow.from)}, {"to", code(flow.to)}, {"users", rounded_whole(flow.users)}});
    }
    return out;
}

std::string edge_change_text(const Catchments &before, const Catchments &after) {
    const EdgeComparison both = compare_edges(before, after);
    const EdgeChange &change = both.change;
    std::string out = "\nBehind the edge\n" + grouped(change.edge_users) + " users arrive at another edge, " +
                      grouped(change.instance_users) + " are served by another instance; the connections of " +
                      grouped(change.broken_users) + " break.\n";
    if (both.before.journeys.failed_users > 0 || both.after.journeys.failed_users > 0) {
        out += "Requests of " + grouped(both.before.journeys.failed_users) + " users failed before, of " +
               grouped(both.after.journeys.failed_users) + " after.\n";
    }
    TextTable journeys({"Whole journey", "before", "after", "change"});
    const auto row = [&journeys](const std::string &name, double was, double is) {
        journeys.add({name, fixed(was, 1) + " ms", fixed(is, 1) + " ms", signed_ms(difference(was, is))});
    };
    row("RTT, mean", both.before.journeys.mean_rtt_ms, both.after.journeys.mean_rtt_ms);
    row("RTT, median", both.before.journeys.median_rtt_ms, both.after.journeys.median_rtt_ms);
    row("RTT, 95th percentile", both.before.journeys.p95_rtt_ms, both.after.journeys.p95_rtt_ms);
    out += '\n' + journeys.text();
    TextTable flows({"Instances, from and to", "users"});
    const auto code = [&](std::optional<RegionId> r) { return r ? after.op().regions[r->index()].code : "none"; };
    for (std::size_t i = 0; i < std::min(most_flows, change.flows.size()); ++i) {
        const InstanceFlow &flow = change.flows[i];
        flows.add({code(flow.from) + " to " + code(flow.to), grouped(flow.users)});
    }
    return out + (flows.empty() ? "" : '\n' + flows.text());
}

} // namespace catchment
