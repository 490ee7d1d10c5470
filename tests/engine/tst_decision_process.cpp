// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/drawn.h"
#include "engine/fixpoint.h"

#include <QTest>

using namespace catchment;
using naive::Drawn;
using naive::Routes;
using naive::tuning;

#define COMPARE_WORDS(actual, expected) QCOMPARE(QString::fromStdString(actual), QString(expected))

/// The decision process on drawn networks, one step after the other. In the drawings a provider stands above its
/// customer, `===` is a peering, `---` the inside of a network (with kilometres), and r1, r2, … are regions.
class TestDecisionProcess : public QObject {
    Q_OBJECT

private slots:
    void customerBeforePeerBeforeProvider();
    void shorterPath();
    void prependsCount();
    void sessionOverridesItsRegion();
    void lowerMed();
    void medOfTheOperatorIsNotComparedWithOthers();
    void medIsNotPassedOn();
    void externalBeforeNearer();
    void hotPotato();
    void wayToAFarNeighbourCounts();
    void tieByNeighbourNumber();
    void tieByNeighbourCity();
    void tieByOwnCity();
    void tieByExchange();
    void tieByRegion();
};

//   5   provides for 1 and for r3             1 hears of r1 from its customer 2, at length 3,
//   |                                         of r2 from its peer 4, at length 2,
//   1 === 4                                   of r3 from its provider 5, at length 2.
//   |     |
//   2     r2
//   |
//   3
//   |
//   r1
void TestDecisionProcess::customerBeforePeerBeforeProvider() {
    Drawn d;
    d.city("a", 0).city("b", 100).city("c", 200);
    d.fibre({"a", "b", "c"});
    for (const std::uint32_t asn : {1u, 2u, 3u, 4u, 5u}) {
        d.network(asn, {"a"});
    }
    d.transit(5, 1).transit(1, 2).transit(2, 3).peering(1, 4);
    d.region("r1", "a").region("r2", "b").region("r3", "c");
    d.session("r1", 3).session("r2", 4).session("r3", 5);

    Scenario scenario = d.scenario();
    COMPARE_WORDS(Routes(d, scenario).path(1, "a"), "1 2 3 64500");
    COMPARE_WORDS(Routes(d, scenario).race(1, "a"),
                  "2 in a to r1: won; 4 in a to r2: local-pref; 5 in a to r3: local-pref");
    scenario.regions = {"r2", "r3"};
    COMPARE_WORDS(Routes(d, scenario).path(1, "a"), "1 4 64500");
    scenario.regions = {"r3"};
    COMPARE_WORDS(Routes(d, scenario).path(1, "a"), "1 5 64500");
}

//   2       3
//   | \   / |        1 is a customer of 2 and 3; 2 has the customer 4 on its way to r1.
//   4   1   r2
//   |
//   r1
void TestDecisionProcess::shorterPath() {
    Drawn d;
    d.city("a", 0).city("far", 5000);
    d.fibre({"a", "far"});
    d.network(1, {"a"}).network(2, {"a"}).network(3, {"far"}).network(4, {"a"});
    d.transit(2, 1).transit(3, 1).transit(2, 4);
    d.region("r1", "a").region("r2", "far");
    d.session("r1", 4).session("r2", 3);
    const Routes routes(d);
    COMPARE_WORDS(routes.path(1, "a"), "1 3 64500"); // however far
    COMPARE_WORDS(routes.race(1, "a"), "3 in far to r2: won; 2 in a to r1: path-length");
}

//   2     3
//   | \ / |          r1 is nearer; prepended twice it is too long.
//   r1 1  r2
void TestDecisionProcess::prependsCount() {
    Drawn d;
    d.city("a", 0).city("b", 1000);
    d.fibre({"a", "b"});
    d.network(1, {"a"}).network(2, {"a"}).network(3, {"b"});
    d.transit(2, 1).transit(3, 1);
    d.region("r1", "a").region("r2", "b");
    d.session("r1", 2).session("r2", 3);
    Scenario scenario = d.scenario();
    COMPARE_WORDS(Routes(d, scenario).race(1, "a"), "2 in a to r1: won; 3 in b to r2: hot-potato");
    scenario.tuning = {tuning("r1")};
    scenario.tuning[0].prepend = 2;
    COMPARE_WORDS(Routes(d, scenario).race(1, "a"), "3 in b to r2: won; 2 in a to r1: path-length");
    scenario.regions = {"r1"};
    COMPARE_WORDS(Routes(d, scenario).path(1, "a"), "1 2 64500 64500 64500");
    QCOMPARE(Routes(d, scenario).solution->as_path(RouterId(0)).size(), 5u);
}

// As above, with the region prepending to both of its neighbours, but for what the session with 2 says itself.
void TestDecisionProcess::sessionOverridesItsRegion() {
    Drawn d;
    d.city("a", 0);
    d.network(2, {"a"}).network(3, {"a"});
    d.region("r1", "a");
    d.session("r1", 2).session("r1", 3);
    Scenario scenario = d.scenario();
    scenario.tuning = {tuning("r1", 2), tuning("r1")};
    scenario.tuning[0].prepend = 0;
    scenario.tuning[1].prepend = 3;
    scenario.tuning[1].no_export = true; // not named by the session, so it holds there too
    const Routes routes(d, scenario);
    COMPARE_WORDS(routes.path(2, "a"), "2 64500");
    COMPARE_WORDS(routes.path(3, "a"), "3 64500 64500 64500 64500");
    QVERIFY(routes.solution->no_export[routes.router(2, "a").index()]);
    scenario.tuning[0].withhold = true;
    COMPARE_WORDS(Routes(d, scenario).path(2, "a"), "");
    COMPARE_WORDS(Routes(d, scenario).path(3, "a"), "3 64500 64500 64500 64500");
}

//   1: a --100-- c ----900---- b
//      |                       |       MED 10 at r1, 5 at r2: 1 goes to b, although a is nearer.
//      r1                      r2
void TestDecisionProcess::lowerMed() {
    Drawn d;
    d.city("a", 0).city("c", 100).city("b", 1000);
    d.fibre({"a", "c", "b"});
    d.network(1, {"a", "b", "c"});
    d.region("r1", "a").region("r2", "b");
    d.session("r1", 1).session("r2", 1);
    Scenario scenario = d.scenario();
    COMPARE_WORDS(Routes(d, scenario).region(1, "c"), "r1");
    scenario.tuning = {tuning("r1"), tuning("r2")};
    scenario.tuning[0].med = 10;
    scenario.tuning[1].med = 5;
    COMPARE_WORDS(Routes(d, scenario).race(1, "c"), "64500 in b to r2: won; 64500 in a to r1: med");
    COMPARE_WORDS(Routes(d, scenario).region(1, "a"), "r2"); // MED stands before the own session
    scenario.tuning[1].med.reset();                          // absent is 0
    COMPARE_WORDS(Routes(d, scenario).region(1, "c"), "r2");
}

//   1: a --100-- c --200-- d --800-- b     2 is a customer of 1, in d, and hears of r3 there. The operator prepends
//      |                   |         |     once to 1, so that all three are equally long.
//      r1 (MED 10)         2         r2 (MED 5)
//                          |
//                          r3
void TestDecisionProcess::medOfTheOperatorIsNotComparedWithOthers() {
    Drawn d;
    d.city("a", 0).city("c", 100).city("d", 300).city("b", 1100);
    d.fibre({"a", "c", "d", "b"});
    d.network(1, {"a", "b", "c", "d"}).network(2, {"d"});
    d.transit(1, 2);
    d.region("r1", "a").region("r2", "b").region("r3", "d");
    d.session("r1", 1).session("r2", 1).session("r3", 2);
    Scenario scenario = d.scenario();
    for (const char *code : {"r1", "r2"}) {
        scenario.tuning.push_back(tuning(code));
        scenario.tuning.back().prepend = 1;
    }
    scenario.tuning[0].med = 10;
    scenario.tuning[1].med = 5;
    // r1 is nearest and falls to r2; of what is left 2 is nearer than r2.
    COMPARE_WORDS(Routes(d, scenario).race(1, "c"),
                  "2 in d to r3: won; 64500 in b to r2: hot-potato; 64500 in a to r1: med");
    scenario.regions = {"r1", "r3"};
    COMPARE_WORDS(Routes(d, scenario).race(1, "c"), "64500 in a to r1: won; 2 in d to r3: hot-potato");
}

//   1: a --100-- c ----900---- b
//      |                       |     2 sets no MED for 1, whatever the operator told it.
//   2: a --------------------- b
//      |                       |
//      r1 (MED 10)             r2 (MED 10)
void TestDecisionProcess::medIsNotPassedOn() {
    Drawn d;
    d.city("a", 0).city("c", 100).city("b", 1000);
    d.fibre({"a", "c", "b"});
    d.network(1, {"a", "b", "c"}).network(2, {"a", "b"});
    d.transit(1, 2);
    d.region("r1", "a").region("r2", "b");
    d.session("r1", 2).session("r2", 2);
    Scenario scenario = d.scenario();
    scenario.tuning = {tuning("r1"), tuning("r2")};
    scenario.tuning[0].med = scenario.tuning[1].med = 10;
    const Routes routes(d, scenario);
    COMPARE_WORDS(routes.race(1, "c"), "2 in a to r1: won; 2 in b to r2: hot-potato");
    for (const CandidateRoute &route : explain_router(*routes.solution, routes.router(1, "c")).candidates) {
        QCOMPARE(route.med, 0u);
    }
}

//   1: a --100-- c          1 meets 2 in a, and 2 comes there from far away; 1 meets 3 in c.
//      |         |
//      |         3 (c)      In a its own session with 2 comes before the nearer way out by c.
//      2 (far)
void TestDecisionProcess::externalBeforeNearer() {
    Drawn d;
    d.city("far", 0).city("a", 5000).city("c", 5100);
    d.fibre({"far", "a", "c"});
    d.network(1, {"a", "c"}).network(2, {"far"}).network(3, {"c"});
    d.transit(2, 1, {"a"}).transit(3, 1, {"c"});
    d.region("r1", "far").region("r2", "c");
    d.session("r1", 2).session("r2", 3);
    const Routes routes(d);
    COMPARE_WORDS(routes.race(1, "a"), "2 in far to r1: won; 3 in c to r2: external");
    COMPARE_WORDS(routes.race(1, "c"), "3 in c to r2: won; 2 in far to r1: external");
}

//   2: a           b
//      |           |
//   1: a --300-- c --200-- b
void TestDecisionProcess::hotPotato() {
    Drawn d;
    d.city("a", 0).city("c", 300).city("b", 500);
    d.fibre({"a", "c", "b"});
    d.network(1, {"a", "b", "c"}).network(2, {"a", "b"});
    d.peering(1, 2);
    d.region("r1", "a").region("r2", "b");
    d.session("r1", 2).session("r2", 2);
    const Routes routes(d);
    COMPARE_WORDS(routes.race(1, "c"), "2 in b to r2: won; 2 in a to r1: hot-potato");
    COMPARE_WORDS(routes.next(1, "c"), "b > 2 in b");
    COMPARE_WORDS(routes.region(1, "a"), "r1"); // the same network elsewhere: another region
    QCOMPARE(explain_router(*routes.solution, routes.router(1, "c")).candidates[1].cost, 300'000u);
}

//   1: b --100-- c --100-- a      Both ways out are equally near to c; but 2 has to come to a from 400 km away, and
//      |                   |      that counts as interior cost of 1.
//      3 (b)               2 (z) --400-- a
void TestDecisionProcess::wayToAFarNeighbourCounts() {
    Drawn d;
    d.city("b", 0).city("c", 100).city("a", 200).city("z", 600);
    d.fibre({"b", "c", "a", "z"});
    d.network(1, {"a", "b", "c"}).network(2, {"z"}).network(3, {"b"});
    d.transit(2, 1, {"a"}).transit(3, 1, {"b"});
    d.region("r1", "z").region("r2", "b");
    d.session("r1", 2).session("r2", 3);
    COMPARE_WORDS(Routes(d).race(1, "c"), "3 in b to r2: won; 2 in z to r1: hot-potato");
}

//   100     20
//     \    /        all in one city
//       1
void TestDecisionProcess::tieByNeighbourNumber() {
    Drawn d;
    d.city("a", 0);
    d.network(1, {"a"}).network(20, {"a"}).network(100, {"a"});
    d.transit(20, 1).transit(100, 1);
    d.region("r1", "a");
    d.session("r1", 100).session("r1", 20);
    COMPARE_WORDS(Routes(d).race(1, "a"), "20 in a to r1: won; 100 in a to r1: tie"); // as numbers, not as text
}

//   2: b-b --500--  1: a  --500-- ba :2        '-' stands before 'a'
void TestDecisionProcess::tieByNeighbourCity() {
    Drawn d;
    d.city("ba", -500).city("a", 0).city("b-b", 500);
    d.fibre("ba", "a", 500, "west").fibre("a", "b-b", 500, "east");
    d.network(1, {"a"}).network(2, {"ba", "b-b"});
    d.transit(2, 1, {"ba", "b-b"});
    d.region("r1", "ba").region("r2", "b-b");
    d.session("r1", 2).session("r2", 2);
    COMPARE_WORDS(Routes(d).race(1, "a"), "2 in b-b to r2: won; 2 in ba to r1: tie");
}

//            2: n
//        400 /     \ 400
//   1:    q --300-- a --300-- p (n is reached from q and from p, not from a)
void TestDecisionProcess::tieByOwnCity() {
    Drawn d;
    d.city("q", -300).city("a", 0).city("p", 300).city("n", 0);
    d.fibre("q", "a", 300, "west").fibre("a", "p", 300, "east");
    d.fibre("q", "n", 400, "north-west").fibre("n", "p", 400, "north-east");
    d.network(1, {"a", "p", "q"}).network(2, {"n"});
    d.transit(2, 1, {"q", "p"});
    d.region("r1", "n");
    d.session("r1", 2);
    const Routes routes(d);
    COMPARE_WORDS(routes.race(1, "a"), "2 in n to r1: won; 2 in n to r1: tie");
    COMPARE_WORDS(routes.next(1, "a"), "p > 2 in n");
    COMPARE_WORDS(routes.next(1, "q"), "q > 2 in n");
}

//   1 === 2    in one city, over two exchanges and privately
void TestDecisionProcess::tieByExchange() {
    Drawn d;
    d.city("a", 0);
    d.network(1, {"a"}).network(2, {"a"});
    d.exchange("ix-b", "a").exchange("ix-a", "a");
    d.peering(1, 2, {"ix-b", "ix-a", "a"});
    d.region("r1", "a");
    d.session("r1", 2);
    Scenario scenario = d.scenario();
    COMPARE_WORDS(Routes(d, scenario).next(1, "a"), "a > 2 in a"); // no id is the lowest
    d.recipe.links[0].places = {"ix-b", "ix-a"};
    COMPARE_WORDS(Routes(d, scenario).next(1, "a"), "a > 2 in a over ix-a");
    COMPARE_WORDS(Routes(d, scenario).race(1, "a"), "2 in a to r1: won; 2 in a to r1: tie");
    scenario.faults.exchanges = {"ix-a"};
    COMPARE_WORDS(Routes(d, scenario).next(1, "a"), "a > 2 in a over ix-b");
}

//      1         r1 and r2 stand in one city, so nothing but the code is left to tell them apart.
//    /   |
//   r2   r1
void TestDecisionProcess::tieByRegion() {
    for (const bool first_row : {true, false}) {
        Drawn d;
        d.city("a", 0).network(1, {"a"});
        d.region(first_row ? "r1" : "r2", "a").region(first_row ? "r2" : "r1", "a");
        d.session("r2", 1).session("r1", 1);
        COMPARE_WORDS(Routes(d).race(1, "a"), "64500 in a to r1: won; 64500 in a to r2: tie");
        d.exchange("ix", "a");
        d.recipe.sessions[1].via = "ix"; // the exchange comes first
        COMPARE_WORDS(Routes(d).race(1, "a"), "64500 in a to r2: won; 64500 in a to r1: tie");
    }
}

QTEST_APPLESS_MAIN(TestDecisionProcess)
#include "tst_decision_process.moc"
