// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/drawn.h"

#include <QTest>

using namespace catchment;
using naive::Drawn;
using naive::Routes;

#define COMPARE_WORDS(actual, expected) QCOMPARE(QString::fromStdString(actual), QString(expected))

/// What is up: sessions, parts of networks, remote peering, and what each fault takes down.
class TestTopology : public QObject {
    Q_OBJECT

private slots:
    void sessionsHaveTwoEnds();
    void noSessionsOutsideTheirPart();
    void aCutNetworkDecidesInParts();
    void aDetourKeepsANetworkWhole();
    void remotePeering();
    void remoteSessionOfTheOperator();
    void aCutMeetingIsDown();
    void failedExchangeTakesItsOwnOnly();
    void failedLinkTakesAllItsPlaces();
    void failedSessionOfTheOperator();
    void failedNetwork();
    void addedSession();
    void addedSessionThatIsThere();
};

namespace {

//   1: a ---- b ---- c :1      fibre a-b, b-c; peerings of 1 and 2 in a (private, ix1) and b (ix2)
//   2: a      b
Drawn two_networks() {
    Drawn d;
    d.city("a", 0).city("b", 500).city("c", 1000).fibre({"a", "b", "c"});
    d.network(1, {"a", "b", "c"}).network(2, {"a", "b"});
    d.exchange("ix1", "a").exchange("ix2", "b");
    d.peering(1, 2, {"a", "ix1", "ix2"});
    d.region("r1", "a").session("r1", 2);
    return d;
}

std::size_t sessions(const Routes &routes) { return routes.solution->topology->all_ends().size() / 2; }

} // namespace

void TestTopology::sessionsHaveTwoEnds() {
    const Routes routes(two_networks());
    const Topology &topology = *routes.solution->topology;
    QCOMPARE(sessions(routes), 4u);
    for (std::uint32_t e = 0; e < topology.all_ends().size(); ++e) {
        const SessionEnd &end = topology.end(SessionEndId(e));
        const SessionEnd &other = topology.end(SessionEndId(end.other));
        QCOMPARE(other.other, e);
        QCOMPARE(other.router, end.neighbour);
        QCOMPARE(other.neighbour, end.router);
        QCOMPARE(other.way, end.way);
        QCOMPARE(other.neighbour_is, reversed(end.neighbour_is));
        QVERIFY(topology.exchange_of(SessionEndId(e)) == topology.exchange_of(SessionEndId(end.other)));
    }
}

void TestTopology::noSessionsOutsideTheirPart() {
    const Routes routes(two_networks());
    const Topology &topology = *routes.solution->topology;
    std::size_t seen = 0;
    for (std::size_t p = 0; p < topology.part_count(); ++p) {
        for (const Relationship is : {Relationship::Customer, Relationship::Peer, Relationship::Provider}) {
            const auto [first, last] = topology.ends(PartId(p), is);
            for (std::uint32_t e = first; e < last; ++e, ++seen) {
                QCOMPARE(topology.part_of(RouterId(topology.end(SessionEndId(e)).router)).index(), p);
                QCOMPARE(topology.end(SessionEndId(e)).neighbour_is, is);
            }
        }
    }
    QCOMPARE(seen, topology.all_ends().size());
}

//   1: a ---- b --x-- c       with the fibre b-c cut, c hears of nothing, and with a-b cut, b hears of r2 only
//      |              |
//      r1             r2
void TestTopology::aCutNetworkDecidesInParts() {
    Drawn d;
    d.city("a", 0).city("b", 400).city("c", 1000).fibre({"a", "b", "c"});
    d.network(1, {"a", "b", "c"});
    d.region("r1", "a").region("r2", "c");
    d.session("r1", 1).session("r2", 1);
    Scenario scenario = d.scenario();
    COMPARE_WORDS(Routes(d, scenario).region(1, "b"), "r1");
    scenario.faults.cables = {"a-b"};
    const Routes cut(d, scenario);
    COMPARE_WORDS(cut.region(1, "a"), "r1");
    COMPARE_WORDS(cut.race(1, "b"), "64500 in c to r2: won");
    QVERIFY(cut.solution->topology->part_of(cut.router(1, "a")) != cut.solution->topology->part_of(cut.router(1, "b")));
    QVERIFY(cut.solution->topology->part_of(cut.router(1, "c")) == cut.solution->topology->part_of(cut.router(1, "b")));
    scenario.regions = {"r1"};
    COMPARE_WORDS(Routes(d, scenario).region(1, "b"), "none");
    COMPARE_WORDS(Routes(d, scenario).region(1, "c"), "none");
}

//   1: a ---- b      and a longer way round by d, where 1 has no router: all fibre is open to all
//      \  d  /
void TestTopology::aDetourKeepsANetworkWhole() {
    Drawn d;
    d.city("a", 0).city("b", 400).city("d", 200).fibre({"a", "b"});
    d.fibre("a", "d", 300, "north").fibre("d", "b", 300, "north");
    d.network(1, {"a", "b"});
    d.region("r1", "a").session("r1", 1);
    Scenario scenario = d.scenario();
    scenario.faults.cables = {"a-b"};
    const Routes routes(d, scenario);
    COMPARE_WORDS(routes.region(1, "b"), "r1");
    QCOMPARE(explain_router(*routes.solution, routes.router(1, "b")).candidates[0].cost, 600'000u);
    scenario.faults.cables = {"a-b", "north"}; // both segments of that name
    COMPARE_WORDS(Routes(d, scenario).region(1, "b"), "none");
}

//   1: a            x (exchange)          b, c :2
//   0 km          1000 km               1500, 9000 km
void TestTopology::remotePeering() {
    Drawn d;
    d.city("a", 0).city("x", 1000).city("b", 1500).city("c", 9000).fibre({"a", "x", "b", "c"});
    d.network(1, {"a"}).network(2, {"b", "c"});
    d.exchange("ix", "x", {1, 2});
    d.region("r1", "c").session("r1", 2);
    const Routes routes(d);
    COMPARE_WORDS(routes.next(1, "a"), "a > 2 in b over ix");
    COMPARE_WORDS(routes.path(1, "a"), "1 2 64500");
    const CandidateRoute route = explain_router(*routes.solution, routes.router(1, "a")).candidates.front();
    QCOMPARE(route.cost, 1'500'000u);
    QVERIFY(route.external);
    QCOMPARE(routes.solution->topology->meeting_of(route.session), routes.solution->world().city_by_id.at("x"));
}

//   r1 in a, its session over the exchange in x; 1 is in b (near x) and in c
void TestTopology::remoteSessionOfTheOperator() {
    Drawn d;
    d.city("c", -100).city("a", 0).city("x", 1000).city("b", 1200).fibre({"c", "a", "x", "b"});
    d.network(1, {"b", "c"}).exchange("ix", "x");
    d.region("r1", "a").session("r1", 1, Relationship::Peer, "ix");
    const Routes routes(d);
    COMPARE_WORDS(routes.next(1, "c"), "b > 64500 in a over ix"); // although c is the nearer to a
    QCOMPARE(explain_router(*routes.solution, routes.router(1, "c")).candidates[0].cost, 1'300'000u + 1'200'000u);
}

//   1: a ---- x --x-- b :2        the peering in x is down for 2, although 1 can come there
void TestTopology::aCutMeetingIsDown() {
    Drawn d;
    d.city("a", 0).city("x", 500).city("b", 1000).fibre({"a", "x", "b"});
    d.network(1, {"a"}).network(2, {"b"}).peering(1, 2, {"x"});
    d.region("r1", "b").session("r1", 2);
    Scenario scenario = d.scenario();
    COMPARE_WORDS(Routes(d, scenario).region(1, "a"), "r1");
    for (const char *cable : {"x-b", "a-x"}) {
        scenario.faults.cables = {cable};
        COMPARE_WORDS(Routes(d, scenario).region(1, "a"), "none");
        COMPARE_WORDS(Routes(d, scenario).region(2, "b"), "r1");
    }
}

void TestTopology::failedExchangeTakesItsOwnOnly() {
    const Drawn d = two_networks();
    Scenario scenario = d.scenario();
    COMPARE_WORDS(Routes(d, scenario).next(1, "b"), "b > 2 in b over ix2");
    scenario.faults.exchanges = {"ix2"};
    COMPARE_WORDS(Routes(d, scenario).next(1, "b"), "a > 2 in a");
    QCOMPARE(sessions(Routes(d, scenario)), 3u);
    scenario.faults.exchanges = {"ix1"};
    QCOMPARE(sessions(Routes(d, scenario)), 3u);
    COMPARE_WORDS(Routes(d, scenario).next(1, "a"), "a > 2 in a"); // the private meeting in the same city stays
    scenario.faults.exchanges = {"ix1", "ix2"};
    QCOMPARE(sessions(Routes(d, scenario)), 2u);
}

void TestTopology::failedLinkTakesAllItsPlaces() {
    const Drawn d = two_networks();
    Scenario scenario = d.scenario();
    for (const auto &link : {std::pair(Asn{1}, Asn{2}), std::pair(Asn{2}, Asn{1})}) {
        scenario.faults.links = {link};
        QCOMPARE(sessions(Routes(d, scenario)), 1u);
        COMPARE_WORDS(Routes(d, scenario).region(1, "c"), "none");
        COMPARE_WORDS(Routes(d, scenario).region(2, "b"), "r1");
    }
}

void TestTopology::failedSessionOfTheOperator() {
    const Drawn d = two_networks();
    Scenario scenario = d.scenario();
    scenario.faults.links = {{Asn{64500}, Asn{2}}};
    COMPARE_WORDS(Routes(d, scenario).region(2, "a"), "none");
    QCOMPARE(sessions(Routes(d, scenario)), 3u);
}

void TestTopology::failedNetwork() {
    const Drawn d = two_networks();
    Scenario scenario = d.scenario();
    scenario.faults.networks = {Asn{2}};
    const Routes routes(d, scenario);
    QCOMPARE(sessions(routes), 0u);
    COMPARE_WORDS(routes.region(2, "a"), "none");
    COMPARE_WORDS(routes.region(1, "a"), "none");
}

void TestTopology::addedSession() {
    const Drawn d = two_networks();
    Scenario scenario = d.scenario();
    scenario.sessions = {{"r1", Asn{1}, Relationship::Peer, "ix1"}};
    const Routes routes(d, scenario);
    QCOMPARE(sessions(routes), 5u);
    COMPARE_WORDS(routes.path(1, "c"), "1 64500");
    COMPARE_WORDS(routes.next(1, "c"), "a > 64500 in a over ix1");
    // A route from one peer does not go to the other.
    COMPARE_WORDS(routes.race(2, "b"), "64500 in a to r1: won");
}

void TestTopology::addedSessionThatIsThere() {
    const Drawn d = two_networks();
    Scenario scenario = d.scenario();
    scenario.sessions = {{"r1", Asn{2}, Relationship::Provider, ""}};
    QCOMPARE(sessions(Routes(d, scenario)), 4u);
    scenario.sessions = {{"r1", Asn{2}, Relationship::Provider, "ix2"}}; // another place
    QCOMPARE(sessions(Routes(d, scenario)), 5u);
}

QTEST_APPLESS_MAIN(TestTopology)
#include "tst_topology.moc"
