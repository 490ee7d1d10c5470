// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/drawn.h"
#include "study/comparison.h"
#include "study/playbook.h"

#include <QTest>

#include <cmath>
#include <set>

using namespace catchment;
using naive::Dice;
using naive::Drawn;

/// Every setting of every region, against solving it.
class TestPlaybook : public QObject {
    Q_OBJECT

private slots:
    void cellsAreWhatHappens();
    void settingsAreSeenInTheScenario();
    void prependsMoveUsersAway();
    void nothingDeployed();
    void stopsAndReportsProgress();
};

namespace {

bool same(double a, double b) { return std::abs(a - b) <= 1e-9 * std::max({1.0, std::abs(a), std::abs(b)}); }

void check_cell(const PlaybookCell &cell, const Catchments &now, const Catchments &after) {
    QVERIFY(cell.mean_rtt_ms == after.summary.mean_rtt_ms);
    QVERIFY(cell.unreached_users == after.summary.unreached_users);
    double sum = 0;
    for (std::size_t r = 0; r < cell.shares.size(); ++r) {
        const RegionOutcome *region = after.region(RegionId(r));
        QVERIFY(same(cell.shares[r], region ? region->share : 0));
        sum += cell.shares[r];
    }
    QVERIFY(same(sum, after.summary.users > after.summary.unreached_users ? 1 : 0));
    double moved = 0;
    for (const Mover &mover : compare(now, after).movers) {
        moved += mover.from == mover.to ? 0 : mover.users;
    }
    QVERIFY(same(cell.moved_users, moved));
}

//   a (40 users) --1000-- b (60)     1 everywhere, customer of 2 and 3; r1 is with 2, r2 with 3, both in a
Drawn two_ways() {
    Drawn d;
    d.city("a", 0, 40).city("b", 1000, 60).fibre({"a", "b"});
    d.network(1, {"a", "b"}).network(2, {"a"}).network(3, {"b"}).access("a", 1).access("b", 1);
    d.transit(2, 1).transit(3, 1).region("r1", "a").region("r2", "b");
    return d.session("r1", 2).session("r2", 3);
}

} // namespace

void TestPlaybook::cellsAreWhatHappens() {
    std::size_t different = 0;
    for (std::uint64_t seed = 510'000; seed < 510'060; ++seed) {
        Dice dice(seed);
        const naive::Recipe recipe = naive::random_recipe(dice);
        const auto world = naive::build(recipe);
        const Scenario scenario = naive::random_scenario(recipe, dice);
        const auto book = playbook(world, scenario);
        QCOMPARE(book->regions.size(), scenario.regions.size());
        QCOMPARE(book->cells.size(), scenario.regions.size() * 7);
        Solver solver(world);
        const auto now = catchments(solver.solve(scenario));
        check_cell(book->now, *now, *now);
        for (std::size_t r = 0; r < book->regions.size(); ++r) {
            const std::string &code = world->own_operator.regions[book->regions[r].index()].code;
            for (std::size_t s = 0; s < 7; ++s) {
                Scenario changed = scenario;
                if (s == 6) {
                    std::erase(changed.regions, code);
                } else {
                    changed.tuning_for(code).prepend = static_cast<int>(s);
                }
                check_cell(book->cell(r, s), *now, *catchments(solver.solve(changed)));
                different += book->cell(r, s).moved_users > 0;
            }
        }
        if (QTest::currentTestFailed()) {
            return;
        }
    }
    QVERIFY(different > 100);
}

void TestPlaybook::settingsAreSeenInTheScenario() {
    for (std::uint64_t seed = 520'000; seed < 520'100; ++seed) {
        Dice dice(seed);
        const naive::Recipe recipe = naive::random_recipe(dice);
        const Scenario scenario = naive::random_scenario(recipe, dice);
        for (const std::string &region : scenario.regions) {
            for (const PlaybookSetting &setting : playbook_settings) {
                const Scenario changed = with_setting(scenario, region, setting);
                for (const PlaybookSetting &other : playbook_settings) {
                    QCOMPARE(has_setting(changed, region, other), other == setting);
                }
                // Nothing else was touched: a session's own word on prepends may say nothing any more.
                const auto others = [&](Scenario of) {
                    for (Tuning &t : of.tuning) {
                        if (t.region == region) {
                            t.prepend.reset();
                        }
                    }
                    of.tidy();
                    return of.tuning;
                };
                QVERIFY(others(changed) == others(scenario));
                QVERIFY(changed.faults == scenario.faults && changed.sessions == scenario.sessions);
                QCOMPARE(changed.regions.size(), scenario.regions.size() - (setting.prepend ? 0 : 1));
            }
        }
    }
}

void TestPlaybook::prependsMoveUsersAway() {
    const auto book = playbook(two_ways().world(), two_ways().scenario());
    QVERIFY(same(book->now.shares[0], 0.4) && same(book->now.shares[1], 0.6));
    QVERIFY(same(book->cell(0, 0).shares[0], 0.4));
    for (std::size_t prepends = 1; prepends <= 5; ++prepends) {
        QCOMPARE(book->cell(0, prepends).shares[0], 0.0);
        QCOMPARE(book->cell(0, prepends).shares[1], 1.0);
        QCOMPARE(book->cell(0, prepends).moved_users, 40.0);
        QCOMPARE(book->cell(1, prepends).shares[0], 1.0);
    }
    QCOMPARE(book->cell(0, 6).shares[1], 1.0);
}

void TestPlaybook::nothingDeployed() {
    const auto book = playbook(two_ways().world(), {});
    QVERIFY(book->regions.empty() && book->cells.empty());
    QCOMPARE(book->now.unreached_users, 100.0);
}

void TestPlaybook::stopsAndReportsProgress() {
    std::size_t last = 0;
    const auto count = [&](std::size_t done, std::size_t total) {
        QCOMPARE(done, ++last);
        QCOMPARE(total, 14u);
    };
    QVERIFY(playbook(two_ways().world(), two_ways().scenario(), {}, count).has_value());
    QCOMPARE(last, 14u);
    std::stop_source stop;
    const auto stopping = [&](std::size_t, std::size_t) { stop.request_stop(); };
    QVERIFY(!playbook(two_ways().world(), two_ways().scenario(), stop.get_token(), stopping));
}

QTEST_APPLESS_MAIN(TestPlaybook)
#include "tst_playbook.moc"
