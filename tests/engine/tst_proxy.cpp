// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/quickest_fibre.h"
#include "engine/random_world.h"
#include "io/results.h"
#include "io/world_reader.h"
#include "routing/solver.h"
#include "study/journey.h"
#include "study/proxy.h"
#include "world/spelling.h"

#include <QTest>

#include <nlohmann/json.hpp>

#include <cmath>
#include <sstream>

using namespace catchment;
using Json = nlohmann::ordered_json;
using naive::Dice;

/// Behind the edge: instances, limits and the proxy's choice; over the built-in world, and on random ones.
class TestProxy : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { world_ = read_world(CATCHMENT_RESOURCES "/world"); }
    void chicagoByAnEdgeToAmsterdam();
    void failedInstanceChangesNoRoute();
    void failedEdgeChangesRoutes();
    void everyEdgeUnderDns();
    void dnsOnRandomWorlds();
    void limits();
    void allFull();
    void dayTurns();
    void requestsAreKept();
    void deployedEdgesServeThemselves();

private:
    Scenario everywhere(std::vector<std::string> regions) const {
        Scenario out;
        out.regions = std::move(regions);
        out.announce = Announce::Everywhere;
        return out;
    }
    std::shared_ptr<const Catchments> solve(const Scenario &scenario) const {
        return catchments(Solver(world_).solve(scenario));
    }
    RegionId region(const std::string &code) const { return *find_region(world_->own_operator, code); }
    const std::string &code(RegionId id) const { return world_->own_operator.regions[id.index()].code; }

    std::shared_ptr<const World> world_;
};

void TestProxy::chicagoByAnEdgeToAmsterdam() {
    const auto c = solve(everywhere({"ams"}));
    const CityId chicago = world_->city_by_id.at("chicago-us");
    const RegionId edge = *c->cities[chicago.index()].region;
    QCOMPARE(world_->city(world_->own_operator.regions[edge.index()].city).country, "US");
    const Json json = Json::parse(solve_json(*c));
    const auto city = std::ranges::find(json["cities"], Json("chicago-us"), [](const Json &j) { return j["id"]; });
    QVERIFY((*city)["region"] == Json(code(edge)));
    QVERIFY((*city)["instance"] == Json("ams"));
    const Json told = Json::parse(explain_json(*c, *journey(*c, chicago)));
    QVERIFY(told["proxy"]["edge"] == told["region"]);
    QVERIFY(told["app"]["instance"] == Json("ams"));
    const double sum = told["rttMs"].get<double>() + told["proxy"]["rttMs"].get<double>();
    QVERIFY(std::abs(told["app"]["journeyRttMs"].get<double>() - sum) < 1e-9);
    // The second stage by the quickest fibre.
    const CityId from = world_->own_operator.regions[edge.index()].city;
    const CityId to = world_->own_operator.regions[region("ams").index()].city;
    const double expected = naive::quickest_from(*world_, from)[to.index()];
    QVERIFY(std::abs(proxied(*c).at(edge).rtt_ms() - expected) < 1e-9);
    QVERIFY(std::abs(told["proxy"]["rttMs"].get<double>() - expected) <= 0.05 + 1e-9);
    const std::string text = explain_text(*c, *journey(*c, chicago));
    QVERIFY(text.find("3  Proxy") != std::string::npos && text.find("4  App") != std::string::npos);
    std::ostringstream whole;
    whole << "→ " << code(edge) << " (" << world_->own_operator.regions[edge.index()].name << ") → ams (Amsterdam)   "
          << told["app"]["journeyRttMs"] << " ms\n";
    QVERIFY(text.substr(0, text.find('\n') + 1).ends_with(whole.str()));
    // Edge-only regions announce, former ones do not.
    QVERIFY(c->solution->announces(region("dxb")));
    QVERIFY(!c->solution->announces(region("hkg")));
}

/// The routing tables of the whole world, before and after, and all that is printed but what is behind the edges.
void TestProxy::failedInstanceChangesNoRoute() {
    Scenario scenario = everywhere({"ewr", "ams"});
    const auto before = solve(scenario);
    scenario.edge.instances = {{"ewr", 1, 1}};
    const auto after = solve(scenario);
    QCOMPARE(after->solution->chosen, before->solution->chosen);
    QCOMPARE(after->solution->region_of, before->solution->region_of);
    for (std::size_t r = 0; r < before->solution->topology->router_count(); ++r) {
        QVERIFY(after->solution->as_path(RouterId(r)) == before->solution->as_path(RouterId(r)));
    }
    const auto routes_printed = [](const Catchments &c) {
        Json out = Json::parse(solve_json(c));
        out.erase("edge");
        for (const char *key : {"failedUsers", "journeyMeanRttMs", "journeyMedianRttMs", "journeyP95RttMs",
                                "meanProxyRttMs", "meanBackboneKm"}) {
            out["summary"].erase(key);
        }
        const auto strip = [](Json &rows) {
            for (Json &row : rows) {
                row.erase("instance");
                row.erase("proxyRttMs");
            }
        };
        strip(out["regions"]);
        strip(out["cities"]);
        for (Json &city : out["cities"]) {
            strip(city["networks"]);
        }
        return out;
    };
    QVERIFY(routes_printed(*after) == routes_printed(*before));
    QVERIFY(solve_json(*after) != solve_json(*before));

    const Proxied was = proxied(*before);
    QCOMPARE(was.at(region("ewr")).instance(), std::optional(region("ewr")));
    QVERIFY(before->region(region("ewr"))->users > 0);
    const Proxied now = proxied(*after);
    for (std::size_t e = 0; e < now.edges.size(); ++e) {
        if (after->solution->announces(RegionId(e))) {
            QCOMPARE(now.edges[e].parts.size(), 1u);
            QCOMPARE(now.edges[e].instance(), std::optional(region("ams")));
        }
    }
}

void TestProxy::failedEdgeChangesRoutes() {
    Scenario scenario = everywhere({"ewr", "ams"});
    const auto before = solve(scenario);
    QVERIFY(before->region(region("ewr"))->users > 0);
    scenario.faults.regions = {"ewr"};
    const auto after = solve(scenario);
    QVERIFY(!after->region(region("ewr")));
    const Proxied now = proxied(*after);
    for (const InstanceLoad &load : now.instances) {
        QCOMPARE(load.healthy, load.region == region("ewr") ? 0 : 1);
    }
    QCOMPARE(now.failed_requests, 0.0);
}

/// Each edge has a prefix of its own: the name server answers with the edge nearest to the resolver, deployed or not,
/// packets go there as if that edge alone announced, and the proxy goes on from there.
void TestProxy::everyEdgeUnderDns() {
    Scenario scenario = everywhere({"ams"});
    scenario.steering = Steering::Dns;
    const auto c = solve(scenario);
    const Operator &op = c->op();
    Solver solver(world_);
    std::vector<std::shared_ptr<const Solution>> alone(op.regions.size());
    int elsewhere = 0;
    QCOMPARE(c->outcomes.size(), world_->access.size()); // all ask their networks' own resolvers
    for (std::size_t i = 0; i < c->outcomes.size(); ++i) {
        const NetworkOutcome &o = c->outcomes[i];
        const CityId resolver = world_->router(world_->access[i].entry).city;
        std::optional<RegionId> nearest;
        for (std::size_t r = 0; r < op.regions.size(); ++r) {
            const auto km = [&](std::size_t to) { return c->solution->topology->km(resolver, RegionId(to)); };
            if (op.regions[r].status != RegionStatus::Former && (!nearest || km(r) < km(nearest->index()))) {
                nearest = RegionId(r);
            }
        }
        auto &one = alone[nearest->index()];
        if (!one) {
            Scenario only;
            only.regions = {op.regions[nearest->index()].code};
            one = solver.solve(only);
        }
        QCOMPARE(o.region, o.router ? one->region(*o.router) : std::nullopt);
        elsewhere += o.region && *o.region != region("ams") ? 1 : 0;
    }
    QVERIFY(elsewhere > 0);
    const Proxied behind = proxied(*c);
    for (const RegionOutcome &edge : c->regions) {
        QCOMPARE(behind.at(edge.region).instance(), std::optional(region("ams")));
    }
    QCOMPARE(behind.failed_requests, 0.0);
    const Json told = Json::parse(explain_json(*c, *journey(*c, world_->city_by_id.at("chicago-us"))));
    QVERIFY(told["lookup"]["answered"] == told["region"]);
    QVERIFY(told["proxy"]["edge"] == told["region"]);
    QVERIFY(told["app"]["instance"] == Json("ams"));
}

/// What is led to an edge under DNS is what a scenario of that edge alone leads there, with all faults and tunings.
void TestProxy::dnsOnRandomWorlds() {
    int edges = 0;
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        Dice dice(seed);
        naive::Recipe recipe = naive::random_recipe(dice);
        Scenario scenario = naive::random_scenario(recipe, dice);
        naive::add_random_dns(recipe, scenario, dice);
        scenario.announce = Announce::Everywhere;
        scenario.steering = Steering::Dns;
        Solver solver(naive::build(recipe));
        const auto whole = solver.solve(scenario);
        for (std::size_t r = 0; r < whole->by_region.size(); ++r) {
            QCOMPARE(whole->by_region[r] != nullptr, whole->announces(RegionId(r)));
            if (!whole->by_region[r]) {
                continue;
            }
            const std::string &code = whole->topology->op().regions[r].code;
            edges += scenario.deploys(code) ? 0 : 1;
            Scenario only = scenario;
            only.announce = Announce::Deployed;
            only.steering = Steering::Anycast;
            only.regions = {code};
            const auto alone = solver.solve(only);
            QCOMPARE(whole->by_region[r]->chosen, alone->chosen);
            QCOMPARE(whole->by_region[r]->region_of, alone->region_of);
        }
    }
    QVERIFY(edges > 0);
}

/// Soft limits send requests on only where overflow is on; hard ones always.
void TestProxy::limits() {
    Scenario scenario = everywhere({"ewr", "ams"});
    const Proxied free = proxied(*solve(scenario));
    const double at_ewr = free.instances[1].requests;
    QCOMPARE(free.instances[1].region, region("ewr"));
    QVERIFY(at_ewr > 100 && free.instances[0].requests > 100);

    scenario.edge.soft_limit = std::llround(at_ewr) / 2;
    scenario.edge.overflow = false;
    QCOMPARE(proxied(*solve(scenario)).instances[1].requests, at_ewr);

    scenario.edge.overflow = true;
    scenario.edge.instances = {{"ams", 100, 0}};
    const Proxied over = proxied(*solve(scenario));
    QVERIFY(std::abs(over.instances[1].requests - static_cast<double>(*scenario.edge.soft_limit)) < 1e-6);
    QVERIFY(std::abs(over.instances[0].requests + over.instances[1].requests - free.requests) < 1e-6);
    QCOMPARE(over.failed_requests, 0.0);
    // The nearest edge is served first: New York's own requests stay.
    QCOMPARE(over.at(region("ewr")).parts.front().instance, region("ewr"));

    // Both regions full to the soft limit: each fills on, and nothing fails.
    scenario.edge.instances.clear();
    scenario.edge.soft_limit = 1;
    const Proxied full = proxied(*solve(scenario));
    QCOMPARE(full.failed_requests, 0.0);
    QVERIFY(std::abs(full.instances[0].requests + full.instances[1].requests - free.requests) < 1e-6);
}

void TestProxy::allFull() {
    Scenario scenario = everywhere({"ewr", "ams"});
    scenario.edge.hard_limit = 10;
    scenario.edge.instances = {{"ams", 3, 1}};
    const auto c = solve(scenario);
    const Proxied now = proxied(*c);
    QVERIFY(std::abs(now.requests - now.failed_requests - 30) < 1e-6);
    const Json json = Json::parse(solve_json(*c));
    const double failed = json["summary"]["failedUsers"].get<double>();
    QVERIFY(failed > 0.9 * json["summary"]["users"].get<double>());
    QVERIFY(json["edge"]["instances"][0]["hardLimit"] == Json(20));
    QVERIFY(json["summary"]["unreachedUsers"] == Json(std::llround(c->summary.unreached_users)));

    scenario.edge.instances = {{"ams", 1, 1}, {"ewr", 1, 1}};
    const Json none = Json::parse(solve_json(*solve(scenario)));
    QVERIFY(none["cities"][0]["instance"] == Json(nullptr));
    QVERIFY(none["cities"][0]["failedShare"] == Json(1.0));

    // Why, in words: too many, none healthy, none there.
    const auto told = [this](const Scenario &s) {
        const auto solved = solve(s);
        return explain_text(*solved, *journey(*solved, world_->city_by_id.at("sydney-au")));
    };
    const auto says = [](const std::string &text, const char *words) { return text.find(words) != std::string::npos; };
    QVERIFY(says(told(scenario), "requests fail\n") && says(told(scenario), "No instance is healthy: "));
    QVERIFY(says(told(everywhere({})), "Nothing is deployed, so there is no instance: "));
    scenario.edge.instances.clear();
    QVERIFY(says(told(scenario), "are at their hard limit"));
}

void TestProxy::dayTurns() {
    double sum = 0;
    for (int i = 0; i < 240; ++i) {
        sum += RequestModel::rhythm(i / 10.0);
        QVERIFY(RequestModel::rhythm(i / 10.0) > 0.4);
    }
    QVERIFY(std::abs(sum / 240 - 1) < 1e-9);
    QCOMPARE(RequestModel::local_hour(20, {0, 90}), 2.0);
    QCOMPARE(RequestModel::local_hour(2, {0, -90}), 20.0);
    // Evening in Europe: Amsterdam's edge is busier than by the day's mean; at night it is not.
    Scenario scenario = everywhere({"ams"});
    const double mean = proxied(*solve(scenario)).at(region("ams")).requests;
    scenario.edge.hour = 19;
    QVERIFY(proxied(*solve(scenario)).at(region("ams")).requests > 1.2 * mean);
    scenario.edge.hour = 3;
    QVERIFY(proxied(*solve(scenario)).at(region("ams")).requests < 0.7 * mean);
}

/// On random worlds: what is served and what fails is what there is, nobody takes more than it may, and nothing nearer
/// has room.
void TestProxy::requestsAreKept() {
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        Dice dice(seed);
        const naive::Recipe recipe = naive::random_recipe(dice);
        Scenario scenario = naive::random_scenario(recipe, dice);
        scenario.announce = Announce::Everywhere;
        RequestModel model;
        model.audience = 1; // small worlds have few people
        scenario.edge.overflow = dice.chance(50);
        if (dice.chance(70)) {
            scenario.edge.soft_limit = 1 + static_cast<std::int64_t>(dice.below(500));
        }
        if (dice.chance(70)) {
            scenario.edge.hard_limit =
                scenario.edge.soft_limit.value_or(1) + static_cast<std::int64_t>(dice.below(500));
        }
        const auto c = catchments(Solver(naive::build(recipe)).solve(scenario));
        const Proxied p = proxied(*c, model);
        const Backbone backbone(*c->solution->topology);
        std::vector<double> taken(p.edges.size(), 0);
        for (std::size_t e = 0; e < p.edges.size(); ++e) {
            const EdgeService &edge = p.edges[e];
            if (edge.requests == 0) {
                continue;
            }
            double shares = edge.failed_share;
            for (const Served &part : edge.parts) {
                shares += part.share;
                taken[part.instance.index()] += part.share * edge.requests;
            }
            QVERIFY(std::abs(shares - 1) < 1e-9);
            for (const InstanceLoad &load : p.instances) {
                const auto rtt = backbone.rtt_ms(RegionId(e), load.region);
                const bool has_room = load.healthy > 0 && load.requests < load.hard_limit.value_or(1e300) - 1e-6;
                QVERIFY(edge.failed_share < 1e-9 || !rtt || !has_room);
                const bool soft = scenario.edge.overflow && load.soft_limit;
                const double most = soft ? *load.soft_limit : load.hard_limit.value_or(1e300);
                if (rtt && load.healthy > 0 && load.requests < most - 1e-6) {
                    QVERIFY(edge.parts.back().rtt_ms <= *rtt); // nothing went past a region with room
                }
            }
        }
        for (const InstanceLoad &load : p.instances) {
            QVERIFY(std::abs(load.requests - taken[load.region.index()]) < 1e-6 * (1 + load.requests));
            QVERIFY(load.requests <= load.hard_limit.value_or(1e300) + 1e-6);
        }
    }
}

void TestProxy::deployedEdgesServeThemselves() {
    Scenario scenario;
    scenario.regions = {"ewr", "ams", "nrt"};
    const auto c = solve(scenario);
    const Proxied p = proxied(*c);
    for (const InstanceLoad &load : p.instances) {
        QCOMPARE(p.at(load.region).instance(), std::optional(load.region));
        QCOMPARE(p.at(load.region).rtt_ms(), 0.0);
    }
    const JourneySummary sum = journey_summary(*c, p);
    QVERIFY(std::abs(sum.mean_rtt_ms - c->summary.mean_rtt_ms) < 1e-9);
    QCOMPARE(sum.p95_rtt_ms, c->summary.p95_rtt_ms);
    QVERIFY(solve_json(*c).find("instance") == std::string::npos);
}

QTEST_APPLESS_MAIN(TestProxy)
#include "tst_proxy.moc"
