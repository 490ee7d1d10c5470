// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/fixpoint.h"
#include "engine/words.h"
#include "io/world_reader.h"
#include "routing/solver.h"
#include "study/catchments.h"
#include "study/journey.h"

#include <QTest>

#include <cmath>
#include <set>

using namespace catchment;

/// The built-in world: it loads, it is as large as it should be, and the story on it comes out right.
class TestBuiltinWorld : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void isLargeEnough();
    void theStory();
    void someCitiesAreNotAtTheirNearest();
    void everyNetworkReachesSomething();
    void everyUserReachesSomething();
    void everyRegionCanAnnounce();
    void aliases();
    void agreesWithTheFixpoint();

private:
    std::shared_ptr<const World> world_;
    std::shared_ptr<const Catchments> story_;
};

void TestBuiltinWorld::initTestCase() {
    world_ = read_world(CATCHMENT_RESOURCES "/world");
    story_ = catchments(Solver(world_).solve(story()));
}

void TestBuiltinWorld::isLargeEnough() {
    QVERIFY(world_->cities.size() >= 400);
    QVERIFY(world_->networks.size() >= 120);
    QVERIFY(world_->exchanges.size() >= 35);
    QVERIFY(world_->fibre.size() >= 200);
    QVERIFY(!world_->sources.empty());
    std::set<std::string> countries;
    for (const Network &network : world_->networks) {
        if (network.kind == NetworkKind::Access) {
            countries.insert(network.country);
        }
    }
    QVERIFY(countries.size() >= 40);
    const auto deployable = std::ranges::count(world_->own_operator.regions, RegionStatus::Deployable, &Region::status);
    QCOMPARE(deployable, 18);
    QVERIFY(FibreMap(world_).connected());
}

void TestBuiltinWorld::theStory() {
    for (const auto &[city, code] : {std::pair("Chicago", "ewr"), std::pair("New York", "ewr"),
                                     std::pair("Berlin", "ams"), std::pair("Paris", "ams")}) {
        const auto id = find_city(*world_, city);
        QVERIFY2(id, city);
        const auto &region = story_->cities[id->index()].region;
        QVERIFY2(region && world_->own_operator.regions[region->index()].code == code, city);
    }
    double shares = 0;
    for (const RegionOutcome &region : story_->regions) {
        QVERIFY(region.share > 0.05); // both carry their part of the world
        shares += region.share;
    }
    QVERIFY(std::abs(shares - 1) < 1e-9);
}

void TestBuiltinWorld::someCitiesAreNotAtTheirNearest() {
    std::size_t cities = 0;
    std::size_t over_exchanges = 0;
    std::set<Step> steps;
    for (const CityOutcome &city : story_->cities) {
        if (const auto why = reason(*story_, city.city); why && why->step) {
            ++cities;
            over_exchanges += why->exchange.has_value();
            steps.insert(*why->step);
        }
    }
    QVERIFY(cities >= 3);
    QVERIFY(over_exchanges >= 1);
    QVERIFY(steps.size() >= 2);
}

void TestBuiltinWorld::everyNetworkReachesSomething() {
    const Solution &solution = *story_->solution;
    for (std::size_t r = 0; r < world_->routers.size(); ++r) {
        const std::string name = std::to_string(world_->network(world_->routers[r].network).asn.value) + " in " +
                                 world_->city(world_->routers[r].city).id;
        QVERIFY2(solution.region(RouterId(r)), name.c_str());
    }
}

void TestBuiltinWorld::everyUserReachesSomething() {
    QCOMPARE(story_->summary.unreached_users, 0.0);
    QVERIFY(story_->summary.users > 3e9);
    for (const CityOutcome &city : story_->cities) {
        QVERIFY2(city.region, world_->city(city.city).id.c_str());
        QVERIFY(city.rtt_ms > 0 && city.rtt_ms < 600);
    }
}

void TestBuiltinWorld::everyRegionCanAnnounce() {
    Solver solver(world_);
    for (const Region &region : world_->own_operator.regions) {
        Scenario scenario;
        scenario.regions = {region.code};
        const auto alone = solver.solve(scenario);
        std::size_t reached = 0;
        for (std::size_t r = 0; r < world_->routers.size(); ++r) {
            reached += alone->region(RouterId(r)).has_value();
        }
        QVERIFY2(reached == world_->routers.size(), region.code.c_str());
    }
}

void TestBuiltinWorld::aliases() {
    const auto usa_east = find_region(world_->own_operator, "usa-east");
    QVERIFY(usa_east);
    QCOMPARE(world_->own_operator.regions[usa_east->index()].code, "ewr");
}

void TestBuiltinWorld::agreesWithTheFixpoint() {
    const naive::Fixpoint expected(world_, story());
    QVERIFY(expected.settled());
    for (std::size_t r = 0; r < expected.router_count(); ++r) {
        const std::string ours = naive::route_words(expected, *world_, r);
        const std::string theirs = naive::route_words(*story_->solution, r);
        QVERIFY2(ours == theirs,
                 (naive::router_words(expected, *world_, r) + "\nby the rules: " + ours + "\nsolver:       " + theirs)
                     .c_str());
    }
}

QTEST_APPLESS_MAIN(TestBuiltinWorld)
#include "tst_builtin_world.moc"
