// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/quickest_fibre.h"
#include "engine/random_world.h"
#include "io/design_results.h"
#include "io/results.h"
#include "io/world_reader.h"
#include "routing/solver.h"
#include "study/edge_study.h"
#include "world/spelling.h"

#include <QTest>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <map>

using namespace catchment;
using Json = nlohmann::ordered_json;
using naive::Dice;

/// What each of two designs costs and saves: recomputed for the built-in world from two runs of `solve`, and by
/// properties on random worlds.
class TestEdgeStudy : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void journeysFromWhatIsPrinted();
    void failuresFromTwoSolutions();
    void instancesFailBehindTheirEdge();
    void stops();
    void backboneByHand();
    void citiesAddUp();
    void halfAnInstanceMovesHalfTheUsers();
    void nothingDeployed();
    void randomChanges();

private:
    std::shared_ptr<const Catchments> solve(const Scenario &scenario) const {
        return catchments(Solver(world_).solve(scenario));
    }
    RegionId region(const std::string &code) const { return *find_region(world_->own_operator, code); }
    CityId city_of(RegionId r) const { return world_->own_operator.regions[r.index()].city; }

    std::shared_ptr<const World> world_;
    Scenario story_; ///< ewr and ams
    EdgeStudy study_;
};

namespace {

bool near(double a, double b, double relative = 1e-9) { return std::abs(a - b) <= relative * (1 + std::abs(a)); }

/// Users by edge and instance, each access network of each city by itself. No limits: an edge has one instance.
std::vector<std::pair<std::optional<RegionId>, std::optional<RegionId>>> served(const Catchments &c) {
    const Proxied behind = proxied(c);
    std::vector<std::pair<std::optional<RegionId>, std::optional<RegionId>>> out;
    for (const NetworkOutcome &o : c.outcomes) {
        out.emplace_back(o.region, o.region ? behind.at(*o.region).instance() : std::nullopt);
    }
    return out;
}

} // namespace

void TestEdgeStudy::initTestCase() {
    world_ = read_world(CATCHMENT_RESOURCES "/world");
    story_ = story();
    study_ = *edge_study(world_, story_);
}

/// Means over the users, from the RTTs and shares of networks that `solve` prints.
void TestEdgeStudy::journeysFromWhatIsPrinted() {
    for (const Design *design : {&study_.deployed, &study_.everywhere}) {
        Scenario s = story_;
        s.announce = design->announce;
        const Json solved = Json::parse(solve_json(*solve(s)));
        double users = 0, time = 0, behind = 0;
        for (const Json &city : solved["cities"]) {
            for (const Json &network : city["networks"]) {
                if (!network["region"].is_null()) {
                    const double people = city["users"].get<double>() * network["share"].get<double>();
                    const double proxy = network.contains("proxyRttMs") ? network["proxyRttMs"].get<double>() : 0;
                    users += people;
                    time += people * (network["rttMs"].get<double>() + proxy);
                    behind += people * proxy;
                }
            }
        }
        QVERIFY(std::abs(design->journeys.mean_rtt_ms - time / users) < 0.1);
        QVERIFY(std::abs(design->journeys.mean_proxy_rtt_ms - behind / users) < 0.1);
        QVERIFY(design->journeys.median_rtt_ms < design->journeys.p95_rtt_ms);
        QCOMPARE(design->journeys.failed_users, 0.0);
    }
    QCOMPARE(study_.deployed.announce, Announce::Deployed);
    QCOMPARE(study_.everywhere.announce, Announce::Everywhere);
    QCOMPARE(study_.deployed.journeys.mean_proxy_rtt_ms, 0.0);
    QVERIFY(study_.everywhere.journeys.mean_proxy_rtt_ms > 0);
}

void TestEdgeStudy::failuresFromTwoSolutions() {
    for (const Design *design : {&study_.deployed, &study_.everywhere}) {
        Scenario s = story_;
        s.announce = design->announce;
        const auto before = solve(s);
        const auto was = served(*before);
        QCOMPARE(design->failures.size(), 2u);
        for (const RegionFailure &failure : design->failures) {
            Scenario without = s;
            without.faults.regions = {world_->own_operator.regions[failure.region.index()].code};
            const auto is = served(*solve(without));
            QCOMPARE(is.size(), was.size());
            double edge = 0, instance = 0, broken = 0, unserved = 0;
            for (std::size_t i = 0; i < was.size(); ++i) {
                const double users = before->outcomes[i].users;
                edge += was[i].first != is[i].first ? users : 0;
                instance += was[i].second != is[i].second ? users : 0;
                broken += was[i] != is[i] ? users : 0;
                unserved += is[i].second ? 0 : users;
            }
            QVERIFY(broken > 0);
            QVERIFY(near(failure.edge_users, edge));
            QVERIFY(near(failure.instance_users, instance));
            QVERIFY(near(failure.broken_users, broken));
            QVERIFY(near(failure.unserved_users, unserved));
        }
    }
    // Where every edge announces, a region's failure leads fewer users to another edge: those of its own edge alone.
    for (std::size_t i = 0; i < 2; ++i) {
        QVERIFY(study_.everywhere.failures[i].edge_users < study_.deployed.failures[i].edge_users);
    }
}

/// No edge changes, each user of the instances goes on to the other region's, and fewer connections break than where
/// the region fails as a whole.
void TestEdgeStudy::instancesFailBehindTheirEdge() {
    QVERIFY(study_.deployed.instance_failures.empty());
    const Design &design = study_.everywhere;
    QCOMPARE(design.instance_failures.size(), 2u);
    for (std::size_t i = 0; i < 2; ++i) {
        const RegionFailure &failure = design.instance_failures[i];
        QCOMPARE(failure.region, design.failures[i].region);
        double of_the_instance = 0;
        const auto was = served(*design.catchments);
        for (std::size_t k = 0; k < was.size(); ++k) {
            of_the_instance += was[k].second == failure.region ? design.catchments->outcomes[k].users : 0;
        }
        QVERIFY(of_the_instance > 0);
        QCOMPARE(failure.edge_users, 0.0);
        QVERIFY(near(failure.instance_users, of_the_instance));
        QVERIFY(near(failure.broken_users, of_the_instance));
        QVERIFY(failure.broken_users <= design.failures[i].broken_users);
        QVERIFY(near(failure.unserved_users, design.catchments->summary.unreached_users));
    }
}

void TestEdgeStudy::stops() {
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(!edge_study(world_, story_, stop.get_token()));
}

/// Users × kilometres: of each edge's users along the quicker way, which is the one to the nearer of two instances.
void TestEdgeStudy::backboneByHand() {
    QCOMPARE(study_.deployed.journeys.user_km, 0.0);
    const Catchments &c = *study_.everywhere.catchments;
    const Backbone backbone(*c.solution->topology);
    const std::vector<double> ewr = naive::quickest_from(*world_, city_of(region("ewr")));
    const std::vector<double> ams = naive::quickest_from(*world_, city_of(region("ams")));
    double expected = 0;
    for (const RegionOutcome &edge : c.regions) {
        const std::size_t at = city_of(edge.region).index();
        double km = 0;
        for (const FibreLeg &leg : backbone.way(edge.region, region(ewr[at] < ams[at] ? "ewr" : "ams"))) {
            km += world_->fibre[leg.segment->index()].metres / 1000.0;
        }
        expected += edge.users * km;
    }
    QVERIFY(near(study_.everywhere.journeys.user_km, expected));
}

/// A city's journey is what `solve` prints of its two stages; both designs stand beside each other in the JSON.
void TestEdgeStudy::citiesAddUp() {
    const Json designs = Json::parse(designs_json(study_));
    Scenario s = story_;
    const Json deployed = Json::parse(solve_json(*solve(s)));
    s.announce = Announce::Everywhere;
    const Json everywhere = Json::parse(solve_json(*solve(s)));
    QCOMPARE(designs["cities"].size(), world_->cities.size());
    for (std::size_t i = 0; i < world_->cities.size(); ++i) {
        const Json &city = designs["cities"][i];
        QVERIFY(city["id"] == everywhere["cities"][i]["id"]);
        const double two =
            everywhere["cities"][i]["rttMs"].get<double>() + everywhere["cities"][i]["proxyRttMs"].get<double>();
        QVERIFY(std::abs(city["everywhereMs"].get<double>() - two) < 0.11); // of printed figures
        QVERIFY(city["deployedMs"] == deployed["cities"][i]["rttMs"]);
    }
    const std::string text = designs_text(study_);
    QVERIFY(text.find("everywhere") != std::string::npos);
    QVERIFY(text == designs_text(*edge_study(world_, story_)));
}

/// Past a soft limit, part of an edge's requests go on; who moves then is that part.
void TestEdgeStudy::halfAnInstanceMovesHalfTheUsers() {
    Scenario s = story_;
    s.announce = Announce::Everywhere;
    const auto before = solve(s);
    const Proxied was = proxied(*before);
    const auto load = std::ranges::find(was.instances, region("ewr"), &InstanceLoad::region);
    s.edge.soft_limit = std::llround(load->requests / 2);
    s.edge.instances = {{"ams", 1000, 0}};
    const auto after = solve(s);
    const EdgeChange change = edge_change(*before, was, *after, proxied(*after));
    QCOMPARE(change.edge_users, 0.0);
    QCOMPARE(change.instance_users, change.broken_users);
    QCOMPARE(change.flows.size(), 1u);
    QCOMPARE(change.flows[0].from, std::optional(region("ewr")));
    QCOMPARE(change.flows[0].to, std::optional(region("ams")));
    // Requests are in proportion to users, at every edge alike.
    const double users = before->summary.users - before->summary.unreached_users;
    const double moved = load->requests - static_cast<double>(*s.edge.soft_limit);
    QVERIFY(near(change.instance_users, users * moved / was.requests, 1e-6));
}

void TestEdgeStudy::nothingDeployed() {
    const EdgeStudy none = *edge_study(world_, Scenario{});
    QVERIFY(none.deployed.failures.empty() && none.everywhere.failures.empty());
    QCOMPARE(none.deployed.journeys.failed_users, 0.0); // nobody reaches anything
    const Summary &sum = none.everywhere.catchments->summary;
    QVERIFY(near(none.everywhere.journeys.failed_users, sum.users - sum.unreached_users));
    QVERIFY(Json::parse(designs_json(none))["designs"][1]["meanRttMs"].is_null());
    QVERIFY(designs_text(none).find("none") != std::string::npos);
}

/// Whose edge or instance changed is whose connection breaks; nobody is counted twice, and flows are of those who move.
void TestEdgeStudy::randomChanges() {
    int moved = 0;
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        Dice dice(seed);
        naive::Recipe recipe = naive::random_recipe(dice);
        Scenario a = naive::random_scenario(recipe, dice);
        if (dice.chance(30)) {
            naive::add_random_dns(recipe, a, dice);
        }
        Scenario b = a;
        b.faults = {};
        b.regions = naive::random_scenario(recipe, dice).regions;
        a.announce = Announce::Everywhere;
        b.announce = dice.chance(50) ? Announce::Everywhere : Announce::Deployed;
        const auto world = naive::build(recipe);
        const auto before = catchments(Solver(world).solve(a));
        const auto after = catchments(Solver(world).solve(b));
        const EdgeChange change = edge_change(*before, proxied(*before), *after, proxied(*after));
        const double slack = 1e-6 * (1 + before->summary.users);
        QVERIFY(change.broken_users >= std::max(change.edge_users, change.instance_users) - slack);
        QVERIFY(change.broken_users <= change.edge_users + change.instance_users + slack);
        QVERIFY(change.broken_users <= before->summary.users + slack);
        double flows = 0;
        for (const InstanceFlow &flow : change.flows) {
            QVERIFY(flow.from != flow.to && flow.users > 0);
            flows += flow.users;
        }
        QVERIFY(near(flows, change.instance_users, 1e-6));
        QVERIFY(std::ranges::is_sorted(change.flows, std::ranges::greater(), &InstanceFlow::users));
        const EdgeChange none = edge_change(*before, proxied(*before), *before, proxied(*before));
        QVERIFY(none.broken_users == 0 && none.flows.empty());
        moved += change.instance_users > 0 ? 1 : 0;
    }
    QVERIFY(moved > 10);
}

QTEST_APPLESS_MAIN(TestEdgeStudy)
#include "tst_edge_study.moc"
