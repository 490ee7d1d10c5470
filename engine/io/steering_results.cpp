// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "io/steering_results.h"

#include "io/deployment_words.h"
#include "io/dns_io.h"
#include "io/result_json.h"
#include "io/rounding.h"
#include "io/text_table.h"

#include <algorithm>
#include <span>

namespace catchment {
namespace {

constexpr std::size_t most_cities = 10; ///< told

std::string code(const Catchments &c, std::optional<RegionId> region) {
    return region ? c.op().regions[region->index()].code : "none";
}

std::string resolvers_in_words(const Dns &dns) {
    std::string out = dns.resolver == ResolverKind::Network  ? "each access network's own"
                      : dns.resolver == ResolverKind::Public ? "public ones"
                                                             : "public ones for " + fixed(100 * dns.public_share, 0) +
                                                                   " % of the users, else each access network's own";
    out += dns.client_subnet ? "; they pass on where the user is" : "; they do not pass on where the user is";
    return out + "; answers are kept for " + std::to_string(dns.ttl) + " s";
}

std::string seconds(double value) { return fixed(value, 3) + " s"; }

class Teller {
public:
    explicit Teller(const SteeringStudy &study) : study_(study) {}

    std::string tell() {
        const Scenario &scenario = *study_.dns.result->solution->scenario;
        out_ = "Regions     " + deployment_in_words(scenario, "none") + '\n';
        out_ += study_.event ? "Event       " + to_string(*study_.event) + '\n' : "";
        out_ += "Resolvers   " + resolvers_in_words(scenario.dns) + "\n\n";
        totals();
        cities();
        return std::move(out_);
    }

private:
    void totals() {
        TextTable table({"", "anycast", "DNS"});
        const SteeringErrors &a = study_.anycast.total;
        const SteeringErrors &d = study_.dns.total;
        const auto misled = [&](const std::string &what, const Misled &by_anycast, const Misled &by_dns) {
            table.add({what, grouped(by_anycast.users), grouped(by_dns.users)});
            const auto mean = [&](const std::string &name, double left, double right, int decimals,
                                  const std::string &unit) {
                const auto cell = [&](const Misled &m, double value) {
                    return m.users == 0 ? std::string()
                                        : (decimals == 0 ? grouped(value) : fixed(value, decimals)) + unit;
                };
                table.add({name, cell(by_anycast, left), cell(by_dns, right)});
            };
            if (by_anycast.users > 0 || by_dns.users > 0) {
                mean("  farther than the nearest", by_anycast.mean_km(), by_dns.mean_km(), 0, " km");
                mean("  RTT beyond the direct way", by_anycast.mean_ms(), by_dns.mean_ms(), 1, " ms");
            }
        };
        misled("Users sent far because of the resolver", a.by_resolver, d.by_resolver);
        misled("Users sent far because of policy", a.by_policy, d.by_policy);
        misled("Users near enough, by a long way", a.long_way, d.long_way);
        table.add({"Users without a region", grouped(a.unreached), grouped(d.unreached)});
        if (study_.event) {
            stuck(table);
        }
        const Summary &x = study_.anycast.result->summary;
        const Summary &y = study_.dns.result->summary;
        const auto rtt = [&](const std::string &name, double left, double right) {
            table.add({name, fixed(left, 1) + " ms", fixed(right, 1) + " ms"});
        };
        rtt("RTT, mean", x.mean_rtt_ms, y.mean_rtt_ms);
        rtt("RTT, median", x.median_rtt_ms, y.median_rtt_ms);
        rtt("RTT, 95th percentile", x.p95_rtt_ms, y.p95_rtt_ms);
        out_ += table.text();
    }

    void stuck(TextTable &table) const {
        const auto row = [&](const std::string &name, auto words) {
            const auto cell = [&](const SteeringSide &side) {
                return side.timed ? words(side) : std::string("not known");
            };
            table.add({name, cell(study_.anycast), cell(study_.dns)});
        };
        row("Users cut off until the event was dealt with",
            [](const SteeringSide &s) { return grouped(s.total.stuck); });
        row("  for how long, mean", [](const SteeringSide &s) { return seconds(s.total.mean_stuck_seconds()); });
        row("  at most", [](const SteeringSide &s) { return seconds(s.longest_seconds); });
    }

    /// `ams +120.0 ms`: where most go, and what those who are misled lose.
    static std::string fares(const SteeringSide &side, CityId city) {
        const CityOutcome &outcome = side.result->cities[city.index()];
        const SteeringErrors &errors = side.cities[city.index()];
        Misled all = errors.by_resolver;
        all += errors.by_policy;
        all += errors.long_way;
        return code(*side.result, outcome.region) + (all.users > 0 ? " +" + fixed(all.mean_ms(), 1) + " ms" : "");
    }

    void cities() {
        const std::vector<CityId> worst = worst_cities(study_);
        if (worst.empty()) {
            return;
        }
        TextTable table({"City", "users", "nearest", "anycast", "DNS", "cut off by DNS"});
        const Catchments &c = *study_.anycast.result;
        for (const CityId id : std::span(worst).first(std::min(most_cities, worst.size()))) {
            const City &city = c.world().city(id);
            table.add({city.name + ", " + city.country, grouped(static_cast<double>(city.users)),
                       code(c, c.cities[id.index()].nearest), fares(study_.anycast, id), fares(study_.dns, id),
                       study_.dns.cities[id.index()].stuck > 0 ? grouped(study_.dns.cities[id.index()].stuck) : ""});
        }
        out_ += '\n' + table.text();
        if (worst.size() > most_cities) {
            out_ += "and " + grouped(static_cast<double>(worst.size() - most_cities)) + " more\n";
        }
    }

    const SteeringStudy &study_;
    std::string out_;
};

Json misled_json(const Misled &misled) {
    return {{"users", rounded_whole(misled.users)},
            {"meanExtraKm", rounded_whole(misled.mean_km())},
            {"meanExtraMs", rounded_ms(misled.mean_ms())}};
}

/// What is said alike of all users and of a city's.
void add_errors(Json &out, const SteeringSide &side, const SteeringErrors &errors) {
    out["byResolver"] = misled_json(errors.by_resolver);
    out["byPolicy"] = misled_json(errors.by_policy);
    out["longWay"] = misled_json(errors.long_way);
    out["unreachedUsers"] = rounded_whole(errors.unreached);
    out["stuckUsers"] = side.timed ? Json(rounded_whole(errors.stuck)) : Json(nullptr);
    out["meanStuckSeconds"] = side.timed ? Json(errors.mean_stuck_seconds()) : Json(nullptr);
}

Json side_json(const SteeringSide &side) {
    Json out = {{"summary", summary_json(*side.result)}};
    add_errors(out, side, side.total);
    out["longestStuckSeconds"] = side.timed ? Json(side.longest_seconds) : Json(nullptr);
    return out;
}

Json city_json(const SteeringSide &side, CityId city) {
    const auto region = side.result->cities[city.index()].region;
    Json out = {{"region", region ? Json(code(*side.result, region)) : Json(nullptr)}};
    add_errors(out, side, side.cities[city.index()]);
    return out;
}

} // namespace

std::string steering_text(const SteeringStudy &study) { return Teller(study).tell(); }

std::string steering_json(const SteeringStudy &study) {
    const Catchments &c = *study.anycast.result;
    const Scenario &scenario = *c.solution->scenario;
    Json json;
    json["world"] = world_json(c);
    json["regions"] = scenario.regions;
    if (scenario.announce == Announce::Everywhere) {
        json["announce"] = "everywhere";
    }
    json["event"] = study.event ? Json(to_string(*study.event)) : Json(nullptr);
    json["resolvers"] = Json::parse(write_dns(scenario.dns));
    json["anycast"] = side_json(study.anycast);
    json["dns"] = side_json(study.dns);
    json["cities"] = Json::array();
    for (const CityId id : worst_cities(study)) {
        const City &city = c.world().city(id);
        const auto nearest = c.cities[id.index()].nearest;
        json["cities"].push_back({{"id", city.id},
                                  {"city", city.name},
                                  {"country", city.country},
                                  {"users", city.users},
                                  {"nearestRegion", nearest ? Json(code(c, nearest)) : Json(nullptr)},
                                  {"anycast", city_json(study.anycast, id)},
                                  {"dns", city_json(study.dns, id)}});
    }
    return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace catchment
