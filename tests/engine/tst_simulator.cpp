// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/random_events.h"
#include "engine/simulated.h"
#include "routing/session_intervals.h"
#include "routing/solver.h"
#include "scenario/scenario_error.h"

#include <QTest>

#include <set>
#include <stdexcept>

using namespace catchment;
using naive::Drawn;
using naive::Simulated;
using Words = std::vector<std::string>;

#define COMPARE_LISTS(actual, ...) QCOMPARE(joined(actual), joined(Words{__VA_ARGS__}))

/// Messages and the times they take, on drawn networks. In the drawings a provider stands above its customer, `===`
/// is a peering, r1, r2, … are regions of the operator, AS 64500.
class TestSimulator : public QObject {
    Q_OBJECT

private slots:
    void aMessageTakesItsTime();
    void announcementsWaitForTheInterval();
    void withdrawalsWaitWhereTheyShould();
    void whatIsOverBeforeTheIntervalIsNotSent();
    void intervalsAreDrawnForEachEnd();
    void noIntervalInside();
    void anIntervalInside();
    void simultaneousMessagesInOrder();
    void ownNumberInThePathIsDropped();
    void explorationInAClique();
    void moreToExploreInALargerClique();
    void aRouteThatGoesIsNotMissedWhereAnotherIsKnown();
    void untimedEventsWaitUntilAllIsQuiet();
    void eventsOutOfOrderAreRefused();
    void hijacksAreRefused();
    void nothingHappensWhereNothingChanges();
    void sameSeedSameLog();
    void aKeptSimulatorAnswersLikeANewOne();
    void aKeptSimulatorRefusesLikeANewOne();
    void everyEdgeAnnounces();
    void stops();
};

namespace {

QString joined(const Words &words) {
    QStringList out;
    for (const std::string &word : words) {
        out << QString::fromStdString(word);
    }
    return out.join('\n');
}

Scenario quiet(const Drawn &drawn) {
    Scenario scenario = drawn.scenario();
    scenario.regions.clear();
    return scenario;
}

//   1 in b, c     b is 1000 km from a, c is 500 km from b
//   |
//   r1 in a
Drawn far_region() {
    Drawn d;
    d.city("a", 0).city("b", 1000).city("c", 1500);
    d.fibre("a", "b", 1000, "a-b").fibre("b", "c", 500, "b-c");
    d.network(1, {"b", "c"});
    d.region("r1", "a").session("r1", 1);
    return d;
}

//   All in one city; 1 provides for 2, 3, …, n, 2 for 3, …, n and so on, and all of them for r1.
Drawn clique(std::uint32_t n) {
    Drawn d;
    d.city("a", 0).region("r1", "a");
    for (std::uint32_t i = 1; i <= n; ++i) {
        d.network(i, {"a"}).session("r1", i);
        for (std::uint32_t provider = 1; provider < i; ++provider) {
            d.transit(provider, i);
        }
    }
    return d;
}

bool equal(const Convergence &a, const Convergence &b) {
    const auto message = [](const LoggedMessage &m) { return std::tuple(m.sent, m.received, m.end, m.path, m.lost); };
    const auto change = [](const RouteChange &c) {
        return std::tuple(c.at, c.router, c.before.session, c.before.path, c.after.session, c.after.path);
    };
    const auto same = [](const auto &x, const auto &y, const auto &parts) {
        return std::ranges::equal(x, y, {}, parts, parts);
    };
    return same(a.messages, b.messages, message) && same(a.changes, b.changes, change) && a.beliefs == b.beliefs &&
           same(a.stages, b.stages, &Stage::count) && a.start == b.start && a.end->chosen == b.end->chosen;
}

} // namespace

void TestSimulator::aMessageTakesItsTime() {
    const Drawn d = far_region();
    const Simulated s(d, quiet(d), {"announce r1"});
    COMPARE_LISTS(s.messages(), "0 64500 > 1: 64500");
    QCOMPARE(s.convergence->messages[0].received, Moment(6'000)); // 1 ms and 5 ms of fibre
    // Its mate is 2.5 ms of fibre farther, and 1 ms for the message inside.
    COMPARE_LISTS(s.changes(), "0 64500 in a: 64500", "0.006 1 in b: 1 64500", "0.0095 1 in c: 1 64500");
    QCOMPARE(s.convergence->stages[0].count.internal, std::size_t{1});
    QCOMPARE(s.convergence->stages[0].count.last_message, Moment(9'500));
}

void TestSimulator::announcementsWaitForTheInterval() {
    const Drawn d = far_region();
    const Simulated s(d, quiet(d), {"announce r1", "withdraw r1 @1", "announce r1 @2", "withdraw r1 @31"});
    COMPARE_LISTS(s.messages(), "0 64500 > 1: 64500", "1 64500 > 1: withdrawn", "30 64500 > 1: 64500",
                  "31 64500 > 1: withdrawn");
    COMPARE_LISTS(s.changes(1), "0.006 b: 1 64500", "0.0095 c: 1 64500", "1.006 b: nothing", "1.0095 c: nothing",
                  "30.006 b: 1 64500", "30.0095 c: 1 64500", "31.006 b: nothing", "31.0095 c: nothing");
}

void TestSimulator::withdrawalsWaitWhereTheyShould() {
    const Drawn d = far_region();
    SimulatorParameters parameters = naive::round_parameters();
    parameters.withdrawals_wait = true;
    const Simulated s(d, quiet(d), {"announce r1", "withdraw r1 @1", "announce r1 @31"}, parameters);
    COMPARE_LISTS(s.messages(), "0 64500 > 1: 64500", "30 64500 > 1: withdrawn", "60 64500 > 1: 64500");
}

void TestSimulator::whatIsOverBeforeTheIntervalIsNotSent() {
    const Drawn d = far_region();
    const Simulated s(
        d, d.scenario(),
        {"withdraw r1 @1", "announce r1 @2", "withdraw r1 @3", "announce r1 @4", "withdraw r1 @5", "announce r1 @40"});
    // The first announcement after the rest goes out at once, the second has to wait, and is withdrawn before.
    COMPARE_LISTS(s.messages(), "1 64500 > 1: withdrawn", "2 64500 > 1: 64500", "3 64500 > 1: withdrawn",
                  "40 64500 > 1: 64500");
}

void TestSimulator::intervalsAreDrawnForEachEnd() {
    Drawn d = far_region();
    d.network(2, {"b"}).transit(1, 2).region("r2", "c").session("r2", 2);
    SimulatorParameters parameters;
    std::set<Moment> drawn;
    for (parameters.seed = 1; parameters.seed <= 20; ++parameters.seed) {
        const Simulated s(d, quiet(d), {"announce r1", "withdraw r1 @1", "announce r1 @2"}, parameters);
        const Topology &whole = *s.convergence->whole;
        const auto intervals = session_intervals(whole, parameters);
        for (std::size_t e = 0; e < intervals.size(); ++e) {
            QVERIFY(intervals[e] >= Moment(22'500'000) && intervals[e] <= Moment(30'000'000));
            drawn.insert(intervals[e]);
        }
        const LoggedMessage &first = s.convergence->messages.front();
        const auto third = std::ranges::find_if(s.convergence->messages, [&first](const LoggedMessage &m) {
            return m.end == first.end && m.sent > Moment(2'000'000);
        });
        QVERIFY(third != s.convergence->messages.end());
        QCOMPARE(third->sent, intervals[whole.end(first.end).other]); // the sender's
    }
    QCOMPARE(drawn.size(), std::size_t{20 * 3 * 2}); // three sessions with two ends, each of its own every time
}

void TestSimulator::noIntervalInside() {
    const Drawn d = far_region();
    const Simulated s(d, quiet(d), {"announce r1", "withdraw r1 @0.01", "announce r1 @40", "withdraw r1 @40.01"});
    COMPARE_LISTS(s.changes(1), "0.006 b: 1 64500", "0.0095 c: 1 64500", "0.016 b: nothing", "0.0195 c: nothing",
                  "40.006 b: 1 64500", "40.0095 c: 1 64500", "40.016 b: nothing", "40.0195 c: nothing");
}

void TestSimulator::anIntervalInside() {
    const Drawn d = far_region();
    SimulatorParameters parameters = naive::round_parameters();
    parameters.mrai = Moment(0);
    parameters.mrai_inside = Moment(5'000'000);
    const Simulated s(d, quiet(d), {"announce r1", "withdraw r1 @1", "announce r1 @2"}, parameters);
    COMPARE_LISTS(s.changes(1), "0.006 b: 1 64500", "0.0095 c: 1 64500", "1.006 b: nothing", "1.0095 c: nothing",
                  "2.006 b: 1 64500", "5.0095 c: 1 64500");
}

//     9
//    / \        Equally far, and equal but for the number: the lower one is heard first, and wins.
//   1   2       Where the higher one's route is shorter, it wins, but the lower one's is taken first.
//    \ /
//     r1
void TestSimulator::simultaneousMessagesInOrder() {
    Drawn d;
    d.city("a", 0);
    d.network(1, {"a"}).network(2, {"a"}).network(9, {"a"});
    d.transit(9, 1).transit(9, 2);
    d.region("r1", "a").session("r1", 1).session("r1", 2);
    Scenario scenario = quiet(d);
    COMPARE_LISTS(Simulated(d, scenario, {"announce r1"}).changes(9), "0.002 a: 9 1 64500");
    scenario.tuning = {naive::tuning("r1", 1)};
    scenario.tuning[0].prepend = 1;
    COMPARE_LISTS(Simulated(d, scenario, {"announce r1"}).changes(9), "0.002 a: 9 1 64500 64500", "0.002 a: 9 2 64500");
}

//   1 in a, b    The cable between a and b is cut, so that 1 is in two parts; what the one tells its provider comes
//   |     |      back to the other with its own number in it.
//   r1    2
void TestSimulator::ownNumberInThePathIsDropped() {
    Drawn d;
    d.city("a", 0).city("b", 400).city("c", 200);
    d.fibre("a", "b", 400, "a-b").fibre("a", "c", 200, "a-c");
    d.network(1, {"a", "b"}).network(2, {"c"});
    d.transit(2, 1, {"a", "b"});
    d.region("r1", "a").session("r1", 1);
    const Simulated s(d, d.scenario(), {"fail cable a-b"});
    COMPARE_LISTS(s.changes(), "0 1 in b: nothing");
    const Simulated back(d, d.scenario(), {"fail cable a-b", "repair cable a-b"});
    COMPARE_LISTS(back.changes(1), "0 b: nothing", "0.003 b: 1 64500");
}

void TestSimulator::explorationInAClique() {
    COMPARE_LISTS(Simulated(clique(2), clique(2).scenario(), {"withdraw r1"}).changes(), "0 64500 in a: nothing",
                  "0.001 1 in a: 1 2 64500", "0.001 2 in a: 2 1 64500", "0.002 2 in a: nothing",
                  "0.002 1 in a: nothing");

    std::vector<std::size_t> messages;
    for (const int interval : {0, 30}) {
        SimulatorParameters parameters = naive::round_parameters();
        parameters.mrai = std::chrono::seconds(interval);
        const Simulated s(clique(3), clique(3).scenario(), {"withdraw r1"}, parameters);
        COMPARE_LISTS(s.changes(), "0 64500 in a: nothing",                                            //
                      "0.001 1 in a: 1 2 64500", "0.001 2 in a: 2 3 64500", "0.001 3 in a: 3 1 64500", //
                      "0.002 3 in a: 3 2 64500",                            // 1 has told 3 that it now goes by 2
                      "0.002 1 in a: 1 3 64500",                            // 2 has told 1 that it now goes by 3
                      "0.002 3 in a: 3 1 2 64500",                          // 2 has withdrawn
                      "0.002 1 in a: 1 2 3 64500",                          // 3 has withdrawn
                      "0.002 2 in a: nothing",                              // 3 has withdrawn
                      "0.003 2 in a: 2 1 3 64500", "0.003 2 in a: nothing", // what 1 had for a moment
                      "0.003 3 in a: nothing", "0.003 1 in a: nothing");
        messages.push_back(s.messages().size());
    }
    QVERIFY(messages[0] > messages[1]); // what is withdrawn within the interval is never announced
}

/// Without intervals the number of messages explodes (Labovitz, Ahuja, Bose, Jahanian 2000); with them what is tried
/// for a moment only is told to nobody.
void TestSimulator::moreToExploreInALargerClique() {
    std::size_t changes = 0;
    std::size_t messages = 0;
    for (std::uint32_t n = 3; n <= 7; ++n) {
        const Drawn d = clique(n);
        SimulatorParameters parameters = naive::round_parameters();
        const Simulated paced(d, d.scenario(), {"withdraw r1"}, parameters);
        QVERIFY(paced.messages().size() <= n * (2 * n + 1));
        parameters.mrai = Moment(0);
        const Simulated down(d, d.scenario(), {"withdraw r1"}, parameters);
        QVERIFY(down.changes(1).size() > changes);
        QVERIFY(down.messages().size() > 2 * messages);
        changes = down.changes(1).size();
        messages = down.messages().size();
        QCOMPARE(down.path(1), std::string("nothing"));
        // Good news needs no exploration.
        const Simulated up(d, quiet(d), {"announce r1"}, parameters);
        QCOMPARE(up.changes(1).size(), std::size_t{1});
    }
}

//   9 === 1      1 knows a way by 2 as well, so 9 is never without.
//        / \     .
//       2   |
//        \ /
//         r1
void TestSimulator::aRouteThatGoesIsNotMissedWhereAnotherIsKnown() {
    Drawn d;
    d.city("a", 0);
    d.network(1, {"a"}).network(2, {"a"}).network(9, {"a"});
    d.peering(9, 1).transit(1, 2);
    d.region("r1", "a").session("r1", 1).session("r1", 2);
    const Simulated s(d, d.scenario(), {"fail link 64500-1", "repair link 1-64500"});
    COMPARE_LISTS(s.changes(9), "0.001 a: 9 1 2 64500", "30.002 a: 9 1 64500");
}

void TestSimulator::untimedEventsWaitUntilAllIsQuiet() {
    const Drawn d = far_region();
    const Simulated s(d, quiet(d), {"announce r1", "withdraw r1", "announce r1 @100", "withdraw r1"});
    Words at;
    for (const Stage &stage : s.convergence->stages) {
        at.push_back(naive::second_words(stage.at));
    }
    COMPARE_LISTS(at, "0", "30", "100", "130");
}

void TestSimulator::eventsOutOfOrderAreRefused() {
    const Drawn d = far_region();
    QVERIFY_EXCEPTION_THROWN(Simulated(d, quiet(d), {"announce r1 @2", "withdraw r1 @1"}), std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN(Simulated(d, quiet(d), {"announce r1", "withdraw r1", "announce r1 @3"}),
                             std::invalid_argument);
}

void TestSimulator::hijacksAreRefused() {
    const Drawn d = far_region();
    Scenario scenario = d.hijacked(1, "b");
    QVERIFY_EXCEPTION_THROWN(Simulated(d, scenario, {}), ScenarioError);
    scenario.faults.networks = {Asn{1}}; // it may be repaired
    QVERIFY_EXCEPTION_THROWN(Simulated(d, scenario, {}), ScenarioError);
    scenario = d.scenario();
    scenario.security.origin_validation = {Asn{1}};
    const Simulated valid(d, scenario, {}); // by the ROA that it has where none is given
    scenario.security.roas = {{naive::operator_prefix, Asn{1}, 22}};
    QVERIFY_EXCEPTION_THROWN(Simulated(d, scenario, {}), ScenarioError);
}

void TestSimulator::nothingHappensWhereNothingChanges() {
    const Drawn d = far_region();
    const Simulated s(d, d.scenario(),
                      {"announce r1", "repair network 1", "repair cable a-b", "fail region r1", "fail region r1"});
    COMPARE_LISTS(s.messages());
    COMPARE_LISTS(s.changes(), "0 1 in b: nothing", "0 64500 in a: nothing", "0.0035 1 in c: nothing");
}

void TestSimulator::sameSeedSameLog() {
    std::size_t different = 0;
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        naive::Dice dice(seed);
        const naive::Recipe recipe = naive::random_recipe(dice);
        const Scenario scenario = naive::random_scenario(recipe, dice);
        const auto events = naive::random_events(recipe, scenario, dice, 6);
        SimulatorParameters parameters;
        const auto first = Simulator(naive::build(recipe), parameters).run(scenario, events);
        const auto again = Simulator(naive::build(recipe), parameters).run(scenario, events);
        QVERIFY(equal(*first, *again));
        naive::Dice other(seed + 1000);
        const auto shuffled = Simulator(naive::build(naive::shuffled(recipe, other)), parameters).run(scenario, events);
        QCOMPARE(shuffled->messages.size(), first->messages.size()); // the order of rows does not matter
        QCOMPARE(shuffled->duration(), first->duration());
        parameters.seed = 2;
        different += !equal(*first, *Simulator(naive::build(recipe), parameters).run(scenario, events));
    }
    QVERIFY(different > 0);
}

void TestSimulator::aKeptSimulatorAnswersLikeANewOne() {
    for (std::uint64_t seed = 500; seed < 530; ++seed) {
        naive::Dice dice(seed);
        const naive::Recipe recipe = naive::random_recipe(dice);
        const auto world = naive::build(recipe);
        Simulator kept(world);
        for (int round = 0; round < 3; ++round) {
            const Scenario scenario = naive::random_scenario(recipe, dice);
            for (int turn = 0; turn < 2; ++turn) {
                const auto events = naive::random_events(recipe, scenario, dice, 4);
                QVERIFY(equal(*kept.run(scenario, events), *Simulator(world).run(scenario, events)));
            }
        }
    }
}

/// Steering does not change who announces where, and yet the simulator does not know it.
void TestSimulator::aKeptSimulatorRefusesLikeANewOne() {
    Drawn d;
    d.city("a", 0).network(1, {"a"}).region("r1", "a").session("r1", 1);
    Simulator simulator(d.world());
    QVERIFY(simulator.run(d.scenario(), {}));
    Scenario dns = d.scenario();
    dns.steering = Steering::Dns;
    QVERIFY_EXCEPTION_THROWN(simulator.run(dns, {}), ScenarioError);
}

/// A kept simulator sees who announces, and what is behind the edges, which changes no route.
void TestSimulator::everyEdgeAnnounces() {
    int differ = 0;
    for (std::uint64_t seed = 0; seed < 40; ++seed) {
        naive::Dice dice(seed);
        const naive::Recipe recipe = naive::random_recipe(dice);
        const auto world = naive::build(recipe);
        Scenario scenario = naive::random_scenario(recipe, dice);
        Simulator simulator(world);
        const auto deployed = simulator.run(scenario, {});
        scenario.announce = Announce::Everywhere;
        const auto everywhere = simulator.run(scenario, {});
        if (!deployed->end || !everywhere->end) {
            continue; // an oscillation
        }
        QCOMPARE(everywhere->end->region_of, Solver(world).solve(scenario)->region_of);
        differ += everywhere->end->region_of != deployed->end->region_of ? 1 : 0;
        scenario.edge.soft_limit = 5;
        QVERIFY(*simulator.run(scenario, {})->end->scenario == scenario);
        const TimedEvent withdraw{{Event::Kind::Withdraw, Event::What::Region, recipe.regions.front().code, {}, {}},
                                  {}};
        QVERIFY_EXCEPTION_THROWN(simulator.run(scenario, std::vector{withdraw}), ScenarioError);
    }
    QVERIFY(differ > 10);
}

void TestSimulator::stops() {
    const Drawn d = clique(4);
    std::stop_source source;
    source.request_stop();
    Simulator simulator(d.world());
    QVERIFY(!simulator.run(d.scenario(), {}, source.get_token()));
    QVERIFY(simulator.run(d.scenario(), {})->end);
}

QTEST_APPLESS_MAIN(TestSimulator)
#include "tst_simulator.moc"
