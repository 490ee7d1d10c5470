// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/drawn.h"
#include "engine/random_security.h"
#include "study/comparison.h"
#include "study/next_region.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <tuple>

using namespace catchment;
using naive::Dice;
using naive::Drawn;

/// What one more region would bring, against deploying it.
class TestNextRegion : public QObject {
    Q_OBJECT

private slots:
    void whatItSaysHappens();
    void theOneThatIsNearestToMostUsers();
    void nothingIsDeployedYet();
    void stops();
};

namespace {

bool same(double a, double b) { return std::abs(a - b) <= 1e-6 * std::max({1.0, std::abs(a), std::abs(b)}); }

//   a (10 users) --1000-- b (30) --1000-- c (60)     1 everywhere; r1 in a, r2 in b, r3 in c
Drawn line() {
    Drawn d;
    d.city("a", 0, 10).city("b", 1000, 30).city("c", 2000, 60).fibre({"a", "b", "c"});
    d.network(1, {"a", "b", "c"}).access("a", 1).access("b", 1).access("c", 1);
    d.region("r1", "a").region("r2", "b").region("r3", "c");
    return d.session("r1", 1).session("r2", 1).session("r3", 1);
}

std::vector<RegionId> all_regions(const World &world) {
    std::vector<RegionId> out;
    for (std::size_t r = 0; r < world.own_operator.regions.size(); ++r) {
        out.emplace_back(r);
    }
    return out;
}

} // namespace

void TestNextRegion::whatItSaysHappens() {
    std::size_t found = 0;
    for (std::uint64_t seed = 500'000; seed < 500'150; ++seed) {
        Dice dice(seed);
        const naive::Recipe recipe = naive::random_recipe(dice);
        const auto world = naive::build(recipe);
        Scenario scenario = naive::random_scenario(recipe, dice);
        if (dice.chance(30)) {
            naive::add_random_security(recipe, scenario, dice);
        }
        const auto objective = static_cast<Objective>(dice.below(3));
        const auto result = next_regions(world, scenario, all_regions(*world), objective);
        Solver solver(world);
        const auto now = catchments(solver.solve(scenario));
        QVERIFY(result->now.mean_rtt_ms == now->summary.mean_rtt_ms);
        QCOMPARE(result->ranked.size(), world->own_operator.regions.size() - scenario.regions.size());
        std::vector<std::tuple<double, double, std::string>> order;
        for (const NextRegion &next : result->ranked) {
            const std::string &code = world->own_operator.regions[next.region.index()].code;
            Scenario more = scenario;
            more.regions.push_back(code);
            const auto after = catchments(solver.solve(more));
            QVERIFY(next.after.mean_rtt_ms == after->summary.mean_rtt_ms);
            QVERIFY(next.after.p95_rtt_ms == after->summary.p95_rtt_ms);
            QVERIFY(next.after.unreached_users == after->summary.unreached_users);
            double moved = 0, reached = 0;
            for (const Mover &mover : compare(*now, *after).movers) {
                moved += mover.from == mover.to ? 0 : mover.users;
                reached += mover.from ? 0 : (mover.to ? mover.users : 0);
            }
            QVERIFY(same(next.moved_users, moved) && same(next.newly_reached_users, reached));
            order.emplace_back(next.after.unreached_users, value_of(objective, next.after), code);
            found += moved > 0;
        }
        QVERIFY(std::ranges::is_sorted(order));
    }
    QVERIFY(found > 50);
}

void TestNextRegion::theOneThatIsNearestToMostUsers() {
    const auto world = line().world();
    Scenario scenario;
    scenario.regions = {"r1"};
    const auto result = next_regions(world, scenario, all_regions(*world), Objective::MeanRtt);
    QCOMPARE(result->ranked.size(), 2u);
    QVERIFY(result->ranked[0].region == RegionId(2) && result->ranked[1].region == RegionId(1));
    QCOMPARE(result->ranked[0].moved_users, 60.0); // b is as far from both: r1 by the lower city id
    QCOMPARE(result->ranked[1].moved_users, 90.0);
    const double two = LatencyModel().rtt_ms(2000, 2, 0) - LatencyModel().rtt_ms(0, 0, 0);
    QVERIFY(std::abs(result->ranked[0].gained_ms - two * 0.6) < 1e-2);
}

void TestNextRegion::nothingIsDeployedYet() {
    const auto world = line().world();
    const auto result = next_regions(world, {}, all_regions(*world), Objective::MeanRtt);
    QCOMPARE(result->now.unreached_users, 100.0);
    QVERIFY(result->ranked[0].region == RegionId(2));
    QCOMPARE(result->ranked[0].newly_reached_users, 100.0);
    QCOMPARE(result->ranked[0].gained_ms, 0.0); // there is nothing to compare it with
}

void TestNextRegion::stops() {
    const auto world = line().world();
    std::stop_source stop;
    const auto stopping = [&](std::size_t, std::size_t) { stop.request_stop(); };
    QVERIFY(!next_regions(world, {}, all_regions(*world), Objective::MeanRtt, stop.get_token(), stopping));
}

QTEST_APPLESS_MAIN(TestNextRegion)
#include "tst_next_region.moc"
