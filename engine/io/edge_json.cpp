// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "io/edge_json.h"

#include "io/rounding.h"

#include <algorithm>

namespace catchment {
namespace {

const std::string &code(const Catchments &c, RegionId region) { return c.op().regions[region.index()].code; }

std::string name(const Catchments &c, RegionId region) {
    return code(c, region) + " (" + c.op().regions[region.index()].name + ")";
}

Json code_or_null(const Catchments &c, std::optional<RegionId> region) {
    return region ? Json(code(c, *region)) : Json(nullptr);
}

void add(Json &out, const Catchments &c, std::optional<RegionId> instance, double rtt_ms, double failed_share) {
    out["instance"] = code_or_null(c, instance);
    out["proxyRttMs"] = instance ? Json(rounded_ms(rtt_ms)) : Json(nullptr);
    if (failed_share > 0) {
        out["failedShare"] = rounded_share(failed_share);
    }
}

/// Of what is printed, so that the stages add up.
double whole_rtt_ms(const Journey &journey, const EdgeService &edge) {
    return rounded_ms(rounded_ms(journey.outcome.rtt_ms) + rounded_ms(edge.rtt_ms()));
}

Json limit(const std::optional<double> &requests) { return requests ? Json(rounded_whole(*requests)) : Json(nullptr); }

Json loads_json(const Catchments &c, const Proxied &proxied) {
    Json out = Json::array();
    for (const InstanceLoad &load : proxied.instances) {
        out.push_back({{"region", code(c, load.region)},
                       {"count", load.count},
                       {"healthy", load.healthy},
                       {"requests", rounded_whole(load.requests)},
                       {"softLimit", limit(load.soft_limit)},
                       {"hardLimit", limit(load.hard_limit)}});
    }
    return out;
}

} // namespace

std::optional<Proxied> behind_the_edge(const Catchments &c) {
    return c.solution->scenario->announce == Announce::Everywhere ? std::optional(proxied(c)) : std::nullopt;
}

void add_edge(Json &solve, const Catchments &c, const Proxied &proxied) {
    const JourneySummary sum = journey_summary(c, proxied);
    Json &summary = solve["summary"];
    const double served = c.summary.users - c.summary.unreached_users - sum.failed_users;
    summary["failedUsers"] = rounded_whole(sum.failed_users);
    summary["journeyMeanRttMs"] = rounded_ms(sum.mean_rtt_ms);
    summary["journeyMedianRttMs"] = rounded_ms(sum.median_rtt_ms);
    summary["journeyP95RttMs"] = rounded_ms(sum.p95_rtt_ms);
    summary["meanProxyRttMs"] = rounded_ms(sum.mean_proxy_rtt_ms);
    summary["meanBackboneKm"] = rounded_whole(served > 0 ? sum.user_km / served : 0);
    for (std::size_t i = 0; i < c.regions.size(); ++i) {
        const EdgeService &edge = proxied.at(c.regions[i].region);
        add(solve["regions"][i], c, edge.instance(), edge.rtt_ms(), edge.failed_share);
    }
    solve["edge"] = {{"requests", rounded_whole(proxied.requests)},
                     {"failedRequests", rounded_whole(proxied.failed_requests)},
                     {"instances", loads_json(c, proxied)}};
}

void add_service(Json &city, const Catchments &c, const Proxied &proxied, CityId id) {
    const CityService service = city_service(c, proxied, id);
    // Shares add up to 1 but for the last bits of a double.
    add(city, c, service.instance, service.rtt_ms, service.failed_share > 1e-9 ? service.failed_share : 0);
}

void add_service(Json &network, const Catchments &c, const Proxied &proxied, const NetworkOutcome &o) {
    if (o.region) {
        const EdgeService &edge = proxied.at(*o.region);
        add(network, c, edge.instance(), edge.rtt_ms(), edge.failed_share);
    } else {
        add(network, c, std::nullopt, 0, 0);
    }
}

std::string service_csv(const Catchments &c, const Proxied &proxied, const NetworkOutcome &o) {
    const auto instance = o.region ? proxied.at(*o.region).instance() : std::nullopt;
    return instance ? ',' + code(c, *instance) + ',' + fixed(proxied.at(*o.region).rtt_ms(), 1) : ",,";
}

std::string service_headline(const Catchments &c, const Proxied &proxied, const Journey &journey) {
    const EdgeService &edge = proxied.at(*journey.outcome.region);
    const auto instance = edge.instance();
    if (!instance) {
        return "   requests fail";
    }
    const std::string on = *instance == *journey.outcome.region ? "" : " → " + name(c, *instance);
    return on + "   " + fixed(whole_rtt_ms(journey, edge), 1) + " ms";
}

std::string service_text(const Catchments &c, const Proxied &proxied, const Journey &journey) {
    const RegionId at = *journey.outcome.region;
    const EdgeService &edge = proxied.at(at);
    std::string out = "\n   Routing ends here: what follows is the operator's own network.\n";
    if (edge.parts.empty()) {
        const bool healthy =
            std::ranges::any_of(proxied.instances, [](const InstanceLoad &i) { return i.healthy > 0; });
        return out + (proxied.instances.empty()
                          ? "   Nothing is deployed, so there is no instance: the request fails.\n"
                      : !healthy ? "   No instance is healthy: the request fails.\n"
                                 : "   All healthy instances that the backbone reaches are at their hard "
                                   "limit, or it reaches none: the request fails.\n");
    }
    for (const Served &part : edge.parts) {
        const std::string who = part.share < 1 ? fixed(100 * part.share, 0) + " % of the requests here go" : "It goes";
        out += "   " + who +
               (part.instance == at ? " no farther: " + code(c, at) + " has an instance itself.\n"
                                    : " on to " + name(c, part.instance) + ", " + grouped(part.km) +
                                          " km over the backbone, " + fixed(part.rtt_ms, 1) + " ms there and back.\n");
    }
    out += edge.parts.size() > 1 ? "   The nearest instances are at their limits, so the proxy goes on to the next.\n"
                                 : "   The nearest healthy instance takes it.\n";
    if (edge.failed_share > 0) {
        out += "   " + fixed(100 * edge.failed_share, 0) + " % of them fail: every instance is at its hard limit.\n";
    }
    out += "\n4  App\n   An instance in " + name(c, *edge.instance()) + " answers. The whole journey is " +
           fixed(journey.outcome.rtt_ms, 1) + " ms to the edge and " + fixed(edge.rtt_ms(), 1) +
           " ms behind it: " + fixed(whole_rtt_ms(journey, edge), 1) + " ms there and back.\n";
    return out;
}

void add_stages(Json &out, const Catchments &c, const Proxied &proxied, const Journey &journey) {
    out["proxy"] = nullptr;
    out["app"] = nullptr;
    if (!journey.outcome.region) {
        return;
    }
    const EdgeService &edge = proxied.at(*journey.outcome.region);
    Json parts = Json::array();
    double km = 0;
    double served = 0;
    for (const Served &part : edge.parts) {
        parts.push_back({{"instance", code(c, part.instance)},
                         {"share", rounded_share(part.share)},
                         {"rttMs", rounded_ms(part.rtt_ms)},
                         {"km", rounded_whole(part.km)}});
        km += part.share * part.km;
        served += part.share;
    }
    const auto instance = edge.instance();
    out["proxy"] = {{"edge", code(c, *journey.outcome.region)},
                    {"instance", code_or_null(c, instance)},
                    {"rttMs", instance ? Json(rounded_ms(edge.rtt_ms())) : Json(nullptr)},
                    {"km", instance ? Json(rounded_whole(km / served)) : Json(nullptr)},
                    {"failedShare", rounded_share(edge.failed_share)},
                    {"parts", std::move(parts)}};
    if (instance) {
        out["app"] = {{"instance", code(c, *instance)}, {"journeyRttMs", whole_rtt_ms(journey, edge)}};
    }
}

} // namespace catchment
