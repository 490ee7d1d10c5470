// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/random_events.h"
#include "engine/simulated.h"
#include "routing/phases.h"
#include "routing/playback.h"

#include <QTest>

#include <array>
#include <set>

using namespace catchment;
using naive::Dice;

/// An event's two ends, and what spreads in between in three steps.
class TestPhases : public QObject {
    Q_OBJECT

private slots:
    void eachPhaseBringsItsRoutes();
    void endsAreThoseOfTheConvergence();
    void packetsNeverGoToALaterPhase();
    void messagesBringTheRoutes();
};

namespace {

std::shared_ptr<const Convergence> random_convergence(std::uint64_t seed) {
    Dice dice(seed);
    const naive::Recipe recipe = naive::random_recipe(dice);
    const Scenario scenario = naive::random_scenario(recipe, dice);
    const auto events = naive::random_events(recipe, scenario, dice, 1);
    return Simulator(naive::build(recipe)).run(scenario, events);
}

std::vector<Belief> ends_of(const Convergence &c) {
    std::vector<Belief> out = c.beliefs;
    for (const RouteChange &change : c.changes) {
        out[change.router.index()] = change.after;
    }
    return out;
}

/// By hand: 1 from a customer or one's own, 2 from a peer, 3 from a provider or without a route.
int phase_by_hand(const Convergence &c, const Belief &belief) {
    if (belief.session == Belief::own_session) {
        return 1;
    }
    if (belief.session == Belief::no_session) {
        return 3;
    }
    const auto is = c.whole->end(SessionEndId(belief.session)).neighbour_is;
    return is == Relationship::Customer ? 1 : is == Relationship::Peer ? 2 : 3;
}

} // namespace

void TestPhases::eachPhaseBringsItsRoutes() {
    std::array<std::size_t, 4> brought{};
    for (std::uint64_t seed = 1; seed <= 600; ++seed) {
        const auto c = random_convergence(seed);
        if (c->unsettled || c->stages.empty()) {
            continue;
        }
        const auto phases = in_phases(*c);
        const std::vector<Belief> ends = ends_of(*c);
        Playback playback(phases);
        for (int phase = 0; phase <= 3; ++phase) {
            playback.seek(c->stages.front().at + phase * phase_length);
            for (std::size_t r = 0; r < ends.size(); ++r) {
                const bool has_come = phase_by_hand(*c, ends[r]) <= phase;
                QVERIFY(playback.belief(RouterId(r)) == (has_come ? ends[r] : c->beliefs[r]));
                brought[phase] += has_come && phase_by_hand(*c, ends[r]) == phase && ends[r] != c->beliefs[r];
            }
        }
    }
    QVERIFY(brought[1] > 50 && brought[2] > 50 && brought[3] > 50);
}

void TestPhases::endsAreThoseOfTheConvergence() {
    for (std::uint64_t seed = 200; seed <= 260; ++seed) {
        const auto c = random_convergence(seed);
        if (c->unsettled || c->stages.empty()) {
            continue;
        }
        const auto phases = in_phases(*c);
        Playback whole(c), short_one(phases);
        QVERIFY(phases->duration() == c->stages.front().at + 3 * phase_length);
        whole.seek(c->duration());
        short_one.seek(phases->duration());
        for (std::size_t r = 0; r < c->beliefs.size(); ++r) {
            QVERIFY(whole.belief(RouterId(r)) == short_one.belief(RouterId(r)));
            QVERIFY(whole.region(RouterId(r)) == short_one.region(RouterId(r)));
        }
        short_one.seek(Moment(-1));
        for (std::size_t r = 0; r < c->beliefs.size(); ++r) {
            QVERIFY(short_one.belief(RouterId(r)) == c->beliefs[r]);
        }
    }
}

/// Whoever hands packets on in a phase's routes hands them to one that has got its own by then.
void TestPhases::packetsNeverGoToALaterPhase() {
    std::size_t hops = 0;
    for (std::uint64_t seed = 300; seed <= 400; ++seed) {
        const auto c = random_convergence(seed);
        if (c->unsettled) {
            continue;
        }
        const std::vector<Belief> ends = ends_of(*c);
        for (std::size_t r = 0; r < ends.size(); ++r) {
            if (ends[r].session >= Belief::own_session) {
                continue;
            }
            const SessionEnd &end = c->whole->end(SessionEndId(ends[r].session));
            const std::uint32_t next = end.router == r ? end.neighbour : end.router;
            QVERIFY(phase_of(*c->whole, ends[next]) <= phase_of(*c->whole, ends[r]));
            ++hops;
        }
    }
    QVERIFY(hops > 500);
}

/// One to each router whose new route comes over a session of its own, and it carries that route.
void TestPhases::messagesBringTheRoutes() {
    std::size_t messages = 0;
    for (std::uint64_t seed = 1000; seed <= 1500; ++seed) {
        const auto c = random_convergence(seed);
        if (c->unsettled || c->stages.empty()) {
            continue;
        }
        const auto phases = in_phases(*c);
        Playback playback(phases);
        std::set<std::uint32_t> told;
        for (const LoggedMessage &message : phases->messages) {
            const RouterId to(c->whole->end(message.end).router);
            QVERIFY(told.insert(to.value).second);
            playback.seek(message.received - Moment(1));
            QVERIFY(playback.belief(to) == c->beliefs[to.index()]);
            playback.seek(message.received);
            QVERIFY(playback.belief(to).path == message.path);
            QCOMPARE(playback.belief(to).session, message.end.value);
            QVERIFY(message.sent == message.received - phase_length);
            ++messages;
        }
        for (const RouteChange &change : phases->changes) {
            const bool outside = change.after.session < Belief::own_session &&
                                 c->whole->end(SessionEndId(change.after.session)).router == change.router.value;
            QCOMPARE(told.contains(change.router.value), outside);
        }
    }
    QVERIFY(messages > 50);
}

QTEST_APPLESS_MAIN(TestPhases)
#include "tst_phases.moc"
