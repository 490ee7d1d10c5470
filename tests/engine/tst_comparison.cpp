// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/drawn.h"
#include "engine/random_world.h"
#include "study/comparison.h"

#include <QTest>

#include <cmath>

using namespace catchment;
using naive::Dice;
using naive::Drawn;

/// Who moved between two solutions.
class TestComparison : public QObject {
    Q_OBJECT

private slots:
    void nobodyMovesWithoutAChange();
    void aNewRegion();
    void reachedAndUnreached();
    void addsUpOnRandomWorlds();
    void thereIsTheOppositeOfBack();
};

namespace {

bool same(double a, double b) { return std::abs(a - b) <= 1e-6 * std::max({1.0, std::abs(a), std::abs(b)}); }

//   a (60 users) --1000-- b (30) --1000-- c (10)     1 everywhere; r1 in a, r2 in c
Drawn line() {
    Drawn d;
    d.city("a", 0, 60).city("b", 1000, 30).city("c", 2000, 10).fibre({"a", "b", "c"});
    d.network(1, {"a", "b", "c"}).access("a", 1).access("b", 1).access("c", 1);
    d.region("r1", "a").region("r2", "c").session("r1", 1).session("r2", 1);
    return d;
}

std::shared_ptr<const Catchments> with_regions(const Drawn &d, const std::vector<std::string> &regions) {
    Scenario scenario;
    scenario.regions = regions;
    return catchments(Solver(d.world()).solve(scenario));
}

} // namespace

void TestComparison::nobodyMovesWithoutAChange() {
    const auto all = with_regions(line(), {"r1", "r2"});
    const Comparison none = compare(*all, *all);
    QVERIFY(none.movers.empty());
    QCOMPARE(none.moved_users, 0.0);
    QCOMPARE(none.gained_ms, 0.0);
    QCOMPARE(none.mean_rtt_change_ms, 0.0);
}

void TestComparison::aNewRegion() {
    const Drawn d = line();
    const auto before = with_regions(d, {"r1"});
    const auto after = with_regions(d, {"r1", "r2"});
    const Comparison c = compare(*before, *after);
    QCOMPARE(c.movers.size(), 1u); // b is as far from both: r1 by the lower city id
    QVERIFY(c.movers[0].city == CityId(2));
    QVERIFY(c.movers[0].from == RegionId(0) && c.movers[0].to == RegionId(1));
    QCOMPARE(c.movers[0].users, 10.0);
    const double won = LatencyModel().rtt_ms(2000, 2, 0) - LatencyModel().rtt_ms(0, 0, 0);
    QVERIFY(std::abs(c.movers[0].gained_ms - won) < 1e-3);
    QVERIFY(std::abs(c.gained_ms - won) < 1e-3);
    QCOMPARE(c.moved_users, 10.0);
    QVERIFY(std::abs(c.mean_rtt_change_ms + won * 0.1) < 1e-3);
}

void TestComparison::reachedAndUnreached() {
    const Drawn d = line();
    const auto some = with_regions(d, {"r1"});
    const auto none = with_regions(d, {});
    const Comparison lost = compare(*some, *none);
    QCOMPARE(lost.newly_unreached_users, 100.0);
    QCOMPARE(lost.newly_reached_users, 0.0);
    QCOMPARE(lost.moved_users, 100.0);
    QCOMPARE(lost.gained_ms, 0.0);
    QCOMPARE(lost.movers.size(), 3u);
    QVERIFY(!lost.movers[0].to && lost.movers[0].gained_ms == 0);
    QCOMPARE(compare(*none, *some).newly_reached_users, 100.0);
}

void TestComparison::addsUpOnRandomWorlds() {
    std::size_t movers = 0;
    for (std::uint64_t seed = 80'000; seed < 80'200; ++seed) {
        Dice dice(seed);
        const naive::Recipe recipe = naive::random_recipe(dice);
        Solver solver(naive::build(recipe));
        const auto before = catchments(solver.solve(naive::random_scenario(recipe, dice)));
        const auto after = catchments(solver.solve(naive::random_scenario(recipe, dice)));
        const Comparison c = compare(*before, *after);
        std::size_t next = 0;
        double moved = 0, both = 0, gained = 0, lost = 0, found = 0;
        for (std::size_t i = 0; i < before->outcomes.size(); ++i) {
            const NetworkOutcome &was = before->outcomes[i];
            const NetworkOutcome &is = after->outcomes[i];
            if (was.region == is.region || was.users == 0) {
                continue;
            }
            QVERIFY(next < c.movers.size());
            const Mover &mover = c.movers[next++];
            QVERIFY(mover.network == was.network && mover.from == was.region && mover.to == is.region);
            QVERIFY(same(mover.users, was.users));
            moved += was.users;
            lost += is.region ? 0 : was.users;
            found += was.region ? 0 : was.users;
            if (was.region && is.region) {
                both += was.users;
                gained += was.users * (was.rtt_ms - is.rtt_ms);
                QVERIFY(same(mover.gained_ms, was.rtt_ms - is.rtt_ms));
            }
        }
        QCOMPARE(next, c.movers.size());
        QVERIFY(same(c.moved_users, moved));
        QVERIFY(same(c.newly_unreached_users, lost));
        QVERIFY(same(c.newly_reached_users, found));
        QVERIFY(same(c.gained_ms, both > 0 ? gained / both : 0));
        movers += next;
    }
    QVERIFY(movers > 300);
}

void TestComparison::thereIsTheOppositeOfBack() {
    const Drawn d = line();
    const Comparison there = compare(*with_regions(d, {"r1"}), *with_regions(d, {"r2"}));
    const Comparison back = compare(*with_regions(d, {"r2"}), *with_regions(d, {"r1"}));
    QVERIFY(!there.movers.empty());
    QCOMPARE(there.moved_users, back.moved_users);
    QVERIFY(same(there.gained_ms, -back.gained_ms));
    QVERIFY(same(there.mean_rtt_change_ms, -back.mean_rtt_change_ms));
}

QTEST_APPLESS_MAIN(TestComparison)
#include "tst_comparison.moc"
