// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/random_events.h"
#include "engine/simulated.h"
#include "routing/playback.h"

#include <QTest>

#include <set>

using namespace catchment;
using naive::Dice;
using naive::Drawn;
using naive::Simulated;

/// What every router believes at a time, and where packets get to.
class TestPlayback : public QObject {
    Q_OBJECT

private slots:
    void anyMomentFromAnyOther();
    void atTheEndAsTheSolution();
    void beginsBeforeTheFirstEvent();
    void packetsAreDroppedUntilTheNewsArrives();
    void packetsGoRoundInACircle();
    void whereWaysEnd();
    void whatIsUnderWay();
    void tellsWhoMoved();
};

namespace {

std::shared_ptr<const Convergence> random_convergence(std::uint64_t seed) {
    Dice dice(seed);
    const naive::Recipe recipe = naive::random_recipe(dice);
    const Scenario scenario = naive::random_scenario(recipe, dice);
    const auto events = naive::random_events(recipe, scenario, dice, 6);
    return Simulator(naive::build(recipe)).run(scenario, events);
}

/// The beliefs after so many changes, from the log alone.
std::vector<Belief> beliefs_after(const Convergence &c, std::size_t changes) {
    std::vector<Belief> out = c.beliefs;
    for (std::size_t i = 0; i < changes; ++i) {
        out[c.changes[i].router.index()] = c.changes[i].after;
    }
    return out;
}

/// Where packets get to, hop by hop.
std::optional<RegionId> walk(const Convergence &c, const std::vector<Belief> &beliefs, RouterId at) {
    std::set<RouterId> seen;
    while (seen.insert(at).second) {
        const Belief &belief = beliefs[at.index()];
        if (belief.session == Belief::own_session) {
            return c.whole->region_at(at);
        }
        if (belief.session == Belief::no_session) {
            return std::nullopt;
        }
        const SessionEnd &end = c.whole->end(SessionEndId(belief.session));
        at = RouterId(end.router == at.value ? end.neighbour : end.router);
    }
    return std::nullopt;
}

//   1 in a, 1000 km from r1 and r2 in b; 2 in b
Drawn two_regions() {
    Drawn d;
    d.city("a", 0).city("b", 1000);
    d.fibre("a", "b", 1000, "a-b");
    d.network(1, {"a"}).network(2, {"b"});
    d.transit(2, 1);
    d.region("r1", "b").region("r2", "a").session("r1", 1).session("r2", 2);
    return d;
}

} // namespace

void TestPlayback::anyMomentFromAnyOther() {
    std::size_t moments = 0;
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        const auto c = random_convergence(seed);
        Dice dice(seed);
        Playback playback(c);
        for (int i = 0; i < 20 && !c->changes.empty(); ++i) {
            const Moment moment = c->changes[dice.below(c->changes.size())].at - Moment(dice.below(2));
            playback.seek(moment);
            const auto happened =
                std::ranges::count_if(c->changes, [&](const RouteChange &x) { return x.at <= moment; });
            QCOMPARE(playback.position(), static_cast<std::size_t>(happened));
            const auto beliefs = beliefs_after(*c, playback.position());
            for (std::size_t r = 0; r < beliefs.size(); ++r) {
                QVERIFY(playback.belief(RouterId(r)) == beliefs[r]);
                QVERIFY(playback.region(RouterId(r)) == walk(*c, beliefs, RouterId(r)));
            }
            ++moments;
        }
        playback.seek(Moment(-1));
        QCOMPARE(playback.position(), std::size_t{0});
        QVERIFY(!playback.step_back());
        while (playback.step()) {
        }
        QCOMPARE(playback.position(), c->changes.size());
    }
    QVERIFY(moments > 500);
}

void TestPlayback::atTheEndAsTheSolution() {
    for (std::uint64_t seed = 100; seed <= 200; ++seed) {
        const auto c = random_convergence(seed);
        Playback playback(c);
        playback.seek(c->duration());
        for (std::size_t r = 0; r < c->whole->router_count(); ++r) {
            QVERIFY(playback.region(RouterId(r)) == c->end->region(RouterId(r)));
            QVERIFY(playback.as_path(RouterId(r)) == c->end->as_path(RouterId(r)));
        }
        QVERIFY(playback.under_way().empty());
    }
}

void TestPlayback::beginsBeforeTheFirstEvent() {
    const Drawn d = two_regions();
    const auto c = Simulated(d, d.scenario(), {"withdraw r1"}).convergence;
    const Playback playback(c);
    QVERIFY(playback.now() < Moment(0));
    QVERIFY(playback.region(RouterId(0)) == RegionId(0));
    QVERIFY((playback.as_path(RouterId(0)) == std::vector{Asn{1}, Asn{64500}}));
}

void TestPlayback::packetsAreDroppedUntilTheNewsArrives() {
    const Drawn d = two_regions();
    Playback playback(Simulated(d, d.scenario(), {"withdraw r1"}).convergence);
    playback.seek(Moment(0)); // withdrawn, and 1 does not know it yet
    QVERIFY(!playback.region(RouterId(0)));
    QVERIFY((playback.as_path(RouterId(0)) == std::vector{Asn{1}, Asn{64500}}));
    playback.seek(Moment(5'999));
    QVERIFY(!playback.region(RouterId(0)));
    playback.seek(Moment(6'000)); // 1 ms and 1000 km
    QVERIFY(playback.region(RouterId(0)) == RegionId(1));
    QVERIFY((playback.as_path(RouterId(0)) == std::vector{Asn{1}, Asn{2}, Asn{64500}}));
    playback.seek(Moment(5'999));
    QVERIFY(!playback.region(RouterId(0)));
}

//   1      Each has its way by the other for a moment when r1 has gone, and packets go to and fro.
//   | \    .
//   2  |
//    \ |
//     r1
void TestPlayback::packetsGoRoundInACircle() {
    Drawn d;
    d.city("a", 0).network(1, {"a"}).network(2, {"a"}).transit(1, 2);
    d.region("r1", "a").session("r1", 1).session("r1", 2);
    Playback playback(Simulated(d, d.scenario(), {"withdraw r1"}).convergence);
    playback.seek(Moment(1'000));
    QVERIFY((playback.as_path(RouterId(0)) == std::vector{Asn{1}, Asn{2}, Asn{64500}}));
    QVERIFY((playback.as_path(RouterId(1)) == std::vector{Asn{2}, Asn{1}, Asn{64500}}));
    QVERIFY(!playback.region(RouterId(0)));
    QVERIFY(!playback.region(RouterId(1)));
    playback.seek(Moment(2'000));
    QVERIFY(playback.as_path(RouterId(0)).empty());
}

/// At the announcing router, at one that drops, or in a circle: where the way ends decides where packets get to.
void TestPlayback::whereWaysEnd() {
    std::size_t announcing = 0, dropping = 0;
    for (std::uint64_t seed = 300; seed <= 360; ++seed) {
        const auto c = random_convergence(seed);
        Dice dice(seed);
        Playback playback(c);
        for (int i = 0; i < 10 && !c->changes.empty(); ++i) {
            playback.seek(c->changes[dice.below(c->changes.size())].at);
            for (std::size_t r = 0; r < c->beliefs.size(); ++r) {
                const RouterId end = playback.way_end(RouterId(r));
                const Belief &belief = playback.belief(end);
                QVERIFY(playback.region(end) == playback.region(RouterId(r)));
                QVERIFY(!playback.region(RouterId(r)) || belief.session == Belief::own_session);
                announcing += belief.session == Belief::own_session;
                dropping += belief.session == Belief::no_session;
            }
        }
    }
    QVERIFY(announcing > 100 && dropping > 100);
}

void TestPlayback::whatIsUnderWay() {
    const Drawn d = two_regions();
    const auto c = Simulated(d, d.scenario(), {"withdraw r1"}).convergence;
    Playback playback(c);
    QVERIFY(playback.under_way().empty());
    playback.seek(Moment(3'000));
    QVERIFY((playback.under_way() == std::vector<std::size_t>{0}));
    playback.seek(Moment(6'000));
    for (const std::size_t m : playback.under_way()) {
        QVERIFY(c->messages[m].sent <= Moment(6'000) && c->messages[m].received > Moment(6'000));
    }
}

void TestPlayback::tellsWhoMoved() {
    std::size_t moved = 0;
    for (std::uint64_t seed = 300; seed <= 340; ++seed) {
        const auto c = random_convergence(seed);
        Playback playback(c);
        std::vector<std::optional<RegionId>> before;
        for (std::size_t r = 0; r < c->beliefs.size(); ++r) {
            before.push_back(playback.region(RouterId(r)));
        }
        while (playback.step()) {
            const auto list = playback.take_moved();
            const std::set<RouterId> told(list.begin(), list.end());
            for (std::size_t r = 0; r < before.size(); ++r) {
                const auto now = playback.region(RouterId(r));
                QCOMPARE(told.contains(RouterId(r)), now != before[r]);
                moved += now != before[r];
                before[r] = now;
            }
        }
    }
    QVERIFY(moved > 100);
}

QTEST_APPLESS_MAIN(TestPlayback)
#include "tst_playback.moc"
