// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "io/design_results.h"

#include "io/result_json.h"
#include "io/rounding.h"
#include "io/text_table.h"

#include <algorithm>
#include <array>
#include <utility>

namespace catchment {
namespace {

constexpr std::size_t most_cities = 10; ///< told in text

std::string word(const Design &design) { return design.announce == Announce::Everywhere ? "everywhere" : "deployed"; }

bool anybody(const Design &design) {
    const Summary &sum = design.catchments->summary;
    return sum.users - sum.unreached_users - design.journeys.failed_users > 0;
}

Json ms_or_null(bool any, double ms) { return any ? Json(rounded_ms(ms)) : Json(nullptr); }

Json failures_json(const Design &design, const std::vector<RegionFailure> &failures) {
    Json out = Json::array();
    for (const RegionFailure &f : failures) {
        out.push_back({{"region", design.catchments->op().regions[f.region.index()].code},
                       {"edgeUsers", rounded_whole(f.edge_users)},
                       {"instanceUsers", rounded_whole(f.instance_users)},
                       {"brokenUsers", rounded_whole(f.broken_users)},
                       {"unservedUsers", rounded_whole(f.unserved_users)}});
    }
    return out;
}

Json design_json(const Design &design) {
    const JourneySummary &sum = design.journeys;
    const bool any = anybody(design);
    Json out = {{"announce", word(design)},
                {"unreachedUsers", rounded_whole(design.catchments->summary.unreached_users)},
                {"failedUsers", rounded_whole(sum.failed_users)},
                {"meanRttMs", ms_or_null(any, sum.mean_rtt_ms)},
                {"medianRttMs", ms_or_null(any, sum.median_rtt_ms)},
                {"p95RttMs", ms_or_null(any, sum.p95_rtt_ms)},
                {"meanProxyRttMs", ms_or_null(any, sum.mean_proxy_rtt_ms)},
                {"backboneUserKm", rounded_whole(sum.user_km)},
                {"failures", failures_json(design, design.failures)},
                {"instanceFailures", failures_json(design, design.instance_failures)}};
    return out;
}

std::optional<double> journey_ms(const Design &design, CityId city) {
    return city_journey_ms(*design.catchments, design.behind, city);
}

void failures(std::string &out, const EdgeStudy &study) {
    const std::string title = "If it fails";
    TextTable table({title, "announce", "other edge", "other instance", "connections break", "unserved"});
    const auto add = [&](const Design &design, const RegionFailure &f, const std::string &what) {
        table.add({what, word(design), grouped(f.edge_users), grouped(f.instance_users), grouped(f.broken_users),
                   f.unserved_users > 0 ? grouped(f.unserved_users) : ""});
    };
    const auto region = [&](const RegionFailure &f) -> const Region & {
        return study.deployed.catchments->op().regions[f.region.index()];
    };
    for (const Design *design : {&study.deployed, &study.everywhere}) {
        for (const RegionFailure &f : design->failures) {
            add(*design, f, region(f).code + ' ' + region(f).name);
        }
        for (const RegionFailure &f : design->instance_failures) {
            add(*design, f, region(f).code + "'s instances");
        }
    }
    out += table.empty() ? "" : '\n' + table.text();
}

void cities(std::string &out, const EdgeStudy &study) {
    const World &world = study.deployed.catchments->world();
    std::vector<CityId> largest;
    for (std::size_t i = 0; i < world.cities.size(); ++i) {
        largest.emplace_back(i);
    }
    std::ranges::stable_sort(largest, std::ranges::greater(), [&](CityId c) { return world.city(c).users; });
    TextTable table({"Largest cities", "deployed", "everywhere"});
    const auto ms = [](std::optional<double> time) { return time ? fixed(*time, 1) + " ms" : "none"; };
    for (std::size_t i = 0; i < std::min(most_cities, largest.size()); ++i) {
        const City &city = world.city(largest[i]);
        table.add({city.name + ", " + city.country, ms(journey_ms(study.deployed, largest[i])),
                   ms(journey_ms(study.everywhere, largest[i]))});
    }
    out += table.empty() ? "" : '\n' + table.text();
}

} // namespace

std::string designs_text(const EdgeStudy &study) {
    TextTable table({"Whole journeys", "deployed", "everywhere"});
    const std::array designs{&study.deployed, &study.everywhere};
    const auto row = [&](const std::string &name, auto figure) {
        table.add({name, figure(*designs[0]), figure(*designs[1])});
    };
    const auto ms = [&](const std::string &name, double JourneySummary::*value) {
        row(name, [value](const Design &d) { return anybody(d) ? fixed(d.journeys.*value, 1) + " ms" : "none"; });
    };
    ms("RTT, mean", &JourneySummary::mean_rtt_ms);
    ms("RTT, median", &JourneySummary::median_rtt_ms);
    ms("RTT, 95th percentile", &JourneySummary::p95_rtt_ms);
    ms("of it behind the edge, mean", &JourneySummary::mean_proxy_rtt_ms);
    row("Backbone, million users × km", [](const Design &d) { return grouped(d.journeys.user_km / 1e6); });
    row("Users without a region", [](const Design &d) { return grouped(d.catchments->summary.unreached_users); });
    row("Users whose requests fail", [](const Design &d) { return grouped(d.journeys.failed_users); });
    std::string out = "The same app, with only its regions announcing, and with every edge.\n\n" + table.text();
    failures(out, study);
    cities(out, study);
    return out;
}

std::string designs_json(const EdgeStudy &study) {
    const Catchments &c = *study.deployed.catchments;
    Json out;
    out["world"] = world_json(c);
    out["designs"] = {design_json(study.deployed), design_json(study.everywhere)};
    out["cities"] = Json::array();
    for (const CityOutcome &outcome : c.cities) {
        const City &city = c.world().city(outcome.city);
        const auto deployed = journey_ms(study.deployed, outcome.city);
        const auto everywhere = journey_ms(study.everywhere, outcome.city);
        out["cities"].push_back({{"id", city.id},
                                 {"city", city.name},
                                 {"country", city.country},
                                 {"users", city.users},
                                 {"deployedMs", ms_or_null(deployed.has_value(), deployed.value_or(0))},
                                 {"everywhereMs", ms_or_null(everywhere.has_value(), everywhere.value_or(0))}});
    }
    return out.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace catchment
