// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/random_events.h"
#include "engine/simulated.h"
#include "routing/playback.h"
#include "routing/solver.h"
#include "study/catchments.h"
#include "study/stage_summary.h"

#include <QTest>

#include <set>

using namespace catchment;
using naive::Drawn;
using naive::Simulated;

/// What an event does to users and networks.
class TestStageSummary : public QObject {
    Q_OBJECT

private slots:
    void usersWaitForTheNews();
    void usersWithoutAWay();
    void usersOfAFailedNetwork();
    void aCityCountsByItsMajority();
    void simultaneousEventsAreKeptApart();
    void pathsThatWereTried();
    void endsAsTheCatchmentsDo();
};

namespace {

//   1 in a, 1000 km from r1 and its provider 2 in b, which has r2; 1000 users in a, 500 in b
Drawn two_regions() {
    Drawn d;
    d.city("a", 0, 1000).city("b", 1000, 500);
    d.fibre("a", "b", 1000, "a-b");
    d.network(1, {"a"}).network(2, {"b"});
    d.transit(2, 1).access("a", 1).access("b", 2);
    d.region("r1", "b").region("r2", "a").session("r1", 1).session("r2", 2);
    return d;
}

std::vector<StageSummary> summaries(const Drawn &d, const Scenario &scenario, const std::vector<std::string> &events) {
    return stage_summaries(Simulated(d, scenario, events).convergence);
}

} // namespace

void TestStageSummary::usersWaitForTheNews() {
    const Drawn d = two_regions();
    const auto s = summaries(d, d.scenario(), {"withdraw r1", "announce r1"});
    QCOMPARE(s.size(), std::size_t{2});
    QCOMPARE(s[0].cities_changed, std::size_t{1});
    QCOMPARE(s[0].cities_moved, std::size_t{1});
    QCOMPARE(s[0].cities_lost, std::size_t{0});
    QCOMPARE(s[0].users_moved, 1000.0);
    QCOMPARE(s[0].users_interrupted, 1000.0);
    QCOMPARE(s[0].longest_interruption, Moment(6'000)); // until the withdrawal is there
    QVERIFY(s[0].longest_in == CityId(0));
    QCOMPARE(s[0].routers, std::size_t{2});
    QCOMPARE(s[0].networks, std::size_t{2});
    // Back again without interruption: the old way works until the better one is known.
    QCOMPARE(s[1].users_moved, 1000.0);
    QCOMPARE(s[1].users_interrupted, 0.0);
    QVERIFY(!s[1].longest_in);
    QCOMPARE(s[1].longest_interruption, Moment(0));
}

void TestStageSummary::usersWithoutAWay() {
    const Drawn d = two_regions();
    const auto s = summaries(d, d.scenario(), {"fail region r2", "fail region r1", "repair region r2"});
    QCOMPARE(s[0].users_lost, 0.0); // 2 goes by its customer
    QCOMPARE(s[0].users_moved, 500.0);
    QCOMPARE(s[1].users_lost, 1500.0);
    QCOMPARE(s[1].users_moved, 0.0);
    QCOMPARE(s[1].users_interrupted, 0.0);
    QCOMPARE(s[1].cities_lost, std::size_t{2});
    QCOMPARE(s[1].cities_moved, std::size_t{0});
    QCOMPARE(s[2].users_lost, 0.0); // they had none before
    QCOMPARE(s[2].users_moved, 0.0);
    QCOMPARE(s[2].cities_moved, std::size_t{2});
}

void TestStageSummary::usersOfAFailedNetwork() {
    const Drawn d = two_regions();
    const auto s = summaries(d, d.scenario(), {"fail network 1", "repair network 1"});
    QCOMPARE(s[0].users_lost, 1000.0);
    QCOMPARE(s[0].cities_lost, std::size_t{1});
    QCOMPARE(s[1].users_lost, 0.0);
}

/// 60 of 100 users in c go by 1, which loses its region; 40 by 2, which keeps it.
void TestStageSummary::aCityCountsByItsMajority() {
    Drawn d = two_regions();
    d.city("c", 500, 100).access("c", 1, 0.6).access("c", 2, 0.4).fibre("a", "c", 500, "a-c");
    Scenario scenario = d.scenario();
    const auto s = summaries(d, scenario, {"fail link 1-2", "withdraw r1"});
    QCOMPARE(s[0].cities_changed, std::size_t{0});
    QCOMPARE(s[1].users_lost, 1060.0);
    QCOMPARE(s[1].cities_moved, std::size_t{1}); // c, to that of the 40
    QCOMPARE(s[1].cities_lost, std::size_t{1});  // a
}

void TestStageSummary::simultaneousEventsAreKeptApart() {
    const Drawn d = two_regions();
    const auto s = summaries(d, d.scenario(), {"fail region r1 @1", "fail region r2 @1", "repair region r1 @1"});
    QCOMPARE(s[0].users_lost, 0.0);
    QCOMPARE(s[0].users_moved, 1000.0); // r1's session is gone at once, and 1 knows another way
    QCOMPARE(s[1].users_lost, 1500.0);
    QCOMPARE(s[2].cities_moved, std::size_t{2});
}

//   1 provides for 2 and 3, 2 for 3; all of them for r1.
void TestStageSummary::pathsThatWereTried() {
    Drawn d;
    d.city("a", 0).region("r1", "a");
    for (const std::uint32_t asn : {1u, 2u, 3u}) {
        d.network(asn, {"a"}).session("r1", asn);
    }
    d.transit(1, 2).transit(1, 3).transit(2, 3);
    const auto c = Simulated(d, d.scenario(), {"withdraw r1"}).convergence;
    const auto explored = stage_summaries(c)[0].explored;
    QCOMPARE(explored.size(), std::size_t{3});
    std::vector<std::uint32_t> networks;
    for (const Exploration &one : explored) {
        networks.push_back(c->whole->asn_of(one.router).value);
        std::set<PathId> paths;
        for (const std::size_t step : one.steps) {
            QVERIFY(c->changes[step].router == one.router);
            if (c->changes[step].after.path != PathTable::none) {
                paths.insert(c->changes[step].after.path);
            }
        }
        QCOMPARE(one.paths, paths.size());
    }
    QVERIFY((networks == std::vector<std::uint32_t>{1, 3, 2})); // three paths each, but 2 was without one in between
    QCOMPARE(explored[0].paths, std::size_t{3});                // 1 2 64500, 1 3 64500, 1 2 3 64500
}

/// Over random worlds, what is different at the end is what the catchments of the scenarios differ in.
void TestStageSummary::endsAsTheCatchmentsDo() {
    double moved = 0;
    for (std::uint64_t seed = 1; seed <= 150; ++seed) {
        naive::Dice dice(seed);
        const naive::Recipe recipe = naive::random_recipe(dice);
        const auto world = naive::build(recipe);
        const Scenario scenario = naive::random_scenario(recipe, dice);
        std::vector<TimedEvent> events = naive::random_events(recipe, scenario, dice, 4);
        for (TimedEvent &timed : events) {
            timed.at.reset(); // all is quiet between them
        }
        const auto c = Simulator(world).run(scenario, events);
        const auto found = stage_summaries(c);
        Solver solver(world);
        auto before = catchments(solver.solve(scenario));
        for (std::size_t s = 0; s < events.size(); ++s) {
            const auto after = catchments(solver.solve(*c->stages[s].scenario));
            double users_moved = 0, users_lost = 0;
            for (std::size_t o = 0; o < after->outcomes.size(); ++o) {
                const auto &was = before->outcomes[o].region;
                const auto &is = after->outcomes[o].region;
                users_moved += was && is && *was != *is ? after->outcomes[o].users : 0;
                users_lost += was && !is ? after->outcomes[o].users : 0;
            }
            std::size_t cities_moved = 0, cities_lost = 0;
            for (std::size_t i = 0; i < after->cities.size(); ++i) {
                cities_moved += after->cities[i].region && after->cities[i].region != before->cities[i].region;
                cities_lost += before->cities[i].region && !after->cities[i].region;
            }
            QVERIFY(std::abs(found[s].users_moved - users_moved) < 1e-3);
            QVERIFY(std::abs(found[s].users_lost - users_lost) < 1e-3);
            QCOMPARE(found[s].cities_moved, cities_moved);
            QCOMPARE(found[s].cities_lost, cities_lost);
            QVERIFY(found[s].cities_changed >= cities_moved + cities_lost);
            moved += users_moved;
            before = after;
        }
    }
    QVERIFY(moved > 0);
}

QTEST_APPLESS_MAIN(TestStageSummary)
#include "tst_stage_summary.moc"
