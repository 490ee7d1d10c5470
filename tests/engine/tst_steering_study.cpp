// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/drawn.h"
#include "engine/random_world.h"
#include "io/steering_results.h"
#include "routing/solver.h"
#include "study/steering_study.h"

#include <QTest>

#include <nlohmann/json.hpp>

#include <cmath>

using namespace catchment;
using naive::Dice;
using naive::Drawn;

/// What each way of steering gets wrong.
class TestSteeringStudy : public QObject {
    Q_OBJECT

private slots:
    void whoSendsWhomFar();
    void aLongWay();
    void aRegionFails();
    void aLinkFails();
    void withoutTheSimulator();
    void againstTheCatchments();
    void asFiles();
};

namespace {

//   a (60) --1000-- b (30) --1000-- c (10)    1 everywhere; r1 in a, r2 in c; Open answers in c; 1 takes r2's shorter
//                                             path; 2 is its provider, too
Drawn line() {
    Drawn d;
    d.city("a", 0, 60).city("b", 1000, 30).city("c", 2000, 10).fibre({"a", "b", "c"});
    d.network(1, {"a", "b", "c"}).network(2, {"a"}).transit(2, 1, {"a"});
    d.access("a", 1).access("b", 1).access("c", 1);
    d.region("r1", "a").region("r2", "c").session("r1", 2).session("r2", 1).resolver("c", "Open", 1);
    return d;
}

Event fail(const std::string &region) { return {Event::Kind::Fail, Event::What::Region, region, {}, {}}; }

/// Of each city.
std::string code_of(const SteeringSide &side) {
    std::string out;
    for (const CityOutcome &city : side.result->cities) {
        out += (out.empty() ? "" : " ") + (city.region ? side.result->op().regions[city.region->index()].code : "none");
    }
    return out;
}

bool same(double a, double b) { return std::abs(a - b) <= 1e-9 * (1 + std::abs(a)); }

} // namespace

void TestSteeringStudy::whoSendsWhomFar() {
    const Drawn d = line();
    Scenario scenario = d.scenario();
    const auto own = *steering_study(d.world(), scenario);
    // Anycast: all go to r2. That is 2000 km farther from a, and as far from b.
    QCOMPARE(own.anycast.total.by_policy.users, 60.0);
    QVERIFY(std::abs(own.anycast.total.by_policy.mean_km() - 2000) < 1);
    QCOMPARE(own.anycast.total.by_resolver.users, 0.0);
    QCOMPARE(own.dns.total.by_policy.users, 0.0);
    QCOMPARE(own.dns.total.by_resolver.users, 0.0);
    QCOMPARE(own.dns.result->cities[0].region, RegionId(0));
    QVERIFY(!own.event);
    QCOMPARE(own.dns.total.stuck, 0.0);

    scenario.dns.resolver = ResolverKind::Mixed;
    scenario.dns.public_share = 0.25;
    const auto mixed = *steering_study(d.world(), scenario);
    QVERIFY(same(mixed.dns.total.by_resolver.users, 15));
    QVERIFY(std::abs(mixed.dns.total.by_resolver.mean_km() - 2000) < 1);
    QVERIFY(mixed.dns.total.by_resolver.mean_ms() > 20);
    QVERIFY(worst_cities(mixed) == std::vector{CityId(0)});

    scenario.dns.client_subnet = true;
    QCOMPARE(steering_study(d.world(), scenario)->dns.total.by_resolver.users, 0.0);
}

/// From a to r1, which is in a, by way of a neighbour that is met in c.
void TestSteeringStudy::aLongWay() {
    Drawn d;
    d.city("a", 0, 60).city("b", 1000).city("c", 2000, 10).fibre({"a", "b", "c"});
    d.network(1, {"a", "c"}).network(2, {"a", "c"}).transit(2, 1, {"c"}).access("a", 1).access("c", 1);
    d.region("r1", "a").session("r1", 2);
    const auto study = *steering_study(d.world(), d.scenario());
    for (const SteeringSide *side : {&study.anycast, &study.dns}) {
        QCOMPARE(side->total.long_way.users, 60.0);
        QCOMPARE(side->total.by_policy.users + side->total.by_resolver.users, 0.0);
        QVERIFY(side->total.long_way.mean_ms() >= SteeringErrors::long_ms);
    }
}

void TestSteeringStudy::aRegionFails() {
    const Drawn d = line();
    Scenario scenario = d.scenario();
    scenario.dns.ttl = 80;
    const auto study = *steering_study(d.world(), scenario, fail("r2"));
    QVERIFY(study.event == fail("r2"));
    QCOMPARE(code_of(study.dns), std::string("r1 r1 r1"));
    // Under anycast all were at r2; under DNS c alone (b is as near to r1, whose code is lower).
    QCOMPARE(study.dns.total.stuck, 10.0);
    QCOMPARE(study.dns.total.mean_stuck_seconds(), 40.0);
    QCOMPARE(study.dns.longest_seconds, 80.0);
    QVERIFY(worst_cities(study).front() == CityId(2));
    QVERIFY(study.anycast.timed && study.anycast.total.mean_stuck_seconds() < 1);
    scenario.dns.ttl = 0;
    QCOMPARE(steering_study(d.world(), scenario, fail("r2"))->dns.total.stuck_seconds, 0.0);
}

/// The region still announces: the answer stands, and nobody waits for another.
void TestSteeringStudy::aLinkFails() {
    const Drawn d = line();
    const Event event{Event::Kind::Fail, Event::What::Link, {}, Asn{1}, Asn{64500}};
    const auto study = *steering_study(d.world(), d.scenario(), event);
    QCOMPARE(study.dns.total.stuck, 0.0);
    QCOMPARE(study.dns.total.unreached, 10.0); // c is answered with r2 all the same
    QCOMPARE(study.anycast.total.unreached, 0.0);
}

void TestSteeringStudy::withoutTheSimulator() {
    const Drawn d = line();
    const auto study = *steering_study(d.world(), d.hijacked(2, "a"), fail("r2"));
    QVERIFY(!study.anycast.timed && study.dns.timed);
    QVERIFY(steering_text(study).find("not known") != std::string::npos);
    QVERIFY(nlohmann::json::parse(steering_json(study))["anycast"]["stuckUsers"].is_null());
}

void TestSteeringStudy::againstTheCatchments() {
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        Dice dice(seed);
        naive::Recipe recipe = naive::random_recipe(dice);
        Scenario scenario = naive::random_scenario(recipe, dice);
        naive::add_random_dns(recipe, scenario, dice);
        const auto world = naive::build(recipe);
        const std::string region = dice.pick(recipe.regions).code;
        const auto study = *steering_study(world, scenario, fail(region));
        for (const SteeringSide *side : {&study.anycast, &study.dns}) {
            const Catchments &c = *side->result;
            SteeringErrors sum;
            for (const SteeringErrors &city : side->cities) {
                sum += city;
            }
            QVERIFY(sum.wasted() == side->total.wasted() && sum.stuck_seconds == side->total.stuck_seconds);
            const double far = sum.by_resolver.users + sum.by_policy.users;
            const double reached = c.summary.users - c.summary.unreached_users;
            QVERIFY(same(far, c.summary.not_nearest_share * reached));
            QVERIFY(same(sum.unreached, c.summary.unreached_users));
            QVERIFY((side == &study.anycast ? sum.by_resolver : sum.by_policy).users == 0);
        }
        // Who was at the failed region, and has another one now.
        Scenario before = scenario;
        before.steering = Steering::Dns;
        const auto was = catchments(Solver(world).solve(before));
        double stuck = 0;
        for (std::size_t i = 0; i < was->outcomes.size(); ++i) {
            const auto at = was->outcomes[i].region;
            if (at && was->op().regions[at->index()].code == region && study.dns.result->outcomes[i].region) {
                stuck += was->outcomes[i].users;
            }
        }
        QVERIFY(same(study.dns.total.stuck, stuck));
        QVERIFY(same(study.dns.total.stuck_seconds, stuck * scenario.dns.ttl / 2));
    }
}

void TestSteeringStudy::asFiles() {
    const Drawn d = line();
    Scenario scenario = d.scenario();
    scenario.dns.resolver = ResolverKind::Public;
    const auto study = *steering_study(d.world(), scenario, fail("r1"));
    const auto json = nlohmann::json::parse(steering_json(study));
    QVERIFY(json["event"] == "fail region r1");
    QVERIFY(json["resolvers"]["resolver"] == "public");
    QCOMPARE(json["dns"]["longestStuckSeconds"].get<double>(), study.dns.longest_seconds);
    QCOMPARE(json["cities"].size(), worst_cities(study).size());
    QCOMPARE(json["anycast"]["byPolicy"]["users"].get<double>(), study.anycast.total.by_policy.users);
    QCOMPARE(steering_json(study), steering_json(*steering_study(d.world(), scenario, fail("r1"))));
    const std::string text = steering_text(study);
    QVERIFY(text.find("fail region r1") != std::string::npos && text.ends_with('\n'));
}

QTEST_APPLESS_MAIN(TestSteeringStudy)
#include "tst_steering_study.moc"
