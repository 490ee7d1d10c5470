// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/drawn.h"

#include <QTest>

using namespace catchment;
using naive::Drawn;
using naive::Routes;
using naive::tuning;

#define COMPARE_WORDS(actual, expected) QCOMPARE(QString::fromStdString(actual), QString(expected))

/// Who tells whom: export rules on drawn networks. A provider stands above its customer, `===` is a peering.
class TestExport : public QObject {
    Q_OBJECT

private slots:
    void customerRoutesGoToEveryone();
    void peerRoutesGoToCustomersOnly();
    void providerRoutesGoToCustomersOnly();
    void noExportStopsAtTheFirstNetwork();
    void routersOfOneNetworkExportDifferentRegions();
    void oneRouterExportsAndTheOtherDoesNot();
    void aRegionNeverPassesOnAnother();
    void withheld();
    void notDeployedOrFailed();
    void whatAnExportRuleForbidsIsNotExplained();
};

namespace {

/// Networks in one city.
Drawn in_one_city(std::initializer_list<std::uint32_t> networks) {
    Drawn d;
    d.city("a", 0);
    for (const std::uint32_t asn : networks) {
        d.network(asn, {"a"});
    }
    return d;
}

} // namespace

//     3         4 is another customer of 2, 5 its peer
//     |
//     2 === 5
//    / \        .
//   1   4
//   |
//   r1
void TestExport::customerRoutesGoToEveryone() {
    Drawn d = in_one_city({1, 2, 3, 4, 5});
    d.transit(2, 1).transit(3, 2).transit(2, 4).peering(2, 5);
    d.region("r1", "a").session("r1", 1);
    const Routes routes(d);
    COMPARE_WORDS(routes.path(3, "a"), "3 2 1 64500");
    COMPARE_WORDS(routes.path(4, "a"), "4 2 1 64500");
    COMPARE_WORDS(routes.path(5, "a"), "5 2 1 64500");
}

//   3             3 provides for 2, 5 is a peer of 2, 4 its customer
//   |
//   1 === 2 === 5     (1 peers with 2; r1 below 1)
//   |     |
//   r1    4
void TestExport::peerRoutesGoToCustomersOnly() {
    Drawn d = in_one_city({1, 2, 3, 4, 5});
    d.peering(1, 2).peering(2, 5).transit(3, 2).transit(2, 4);
    d.region("r1", "a").session("r1", 1);
    const Routes routes(d);
    COMPARE_WORDS(routes.path(2, "a"), "2 1 64500");
    COMPARE_WORDS(routes.path(4, "a"), "4 2 1 64500");
    COMPARE_WORDS(routes.path(5, "a"), "");
    COMPARE_WORDS(routes.path(3, "a"), "");
}

//   1    6        1 and 6 provide for 2
//   | \ /
//   r1 2 === 5
//      |
//      4
void TestExport::providerRoutesGoToCustomersOnly() {
    Drawn d = in_one_city({1, 2, 4, 5, 6});
    d.transit(1, 2).transit(6, 2).peering(2, 5).transit(2, 4);
    d.region("r1", "a").session("r1", 1);
    const Routes routes(d);
    COMPARE_WORDS(routes.path(2, "a"), "2 1 64500");
    COMPARE_WORDS(routes.path(4, "a"), "4 2 1 64500");
    COMPARE_WORDS(routes.path(5, "a"), "");
    COMPARE_WORDS(routes.path(6, "a"), "");
}

//   r1
//   | NO_EXPORT
//   1 === 3
//   |
//   2
void TestExport::noExportStopsAtTheFirstNetwork() {
    Drawn d = in_one_city({1, 2, 3});
    d.transit(1, 2).peering(1, 3);
    d.region("r1", "a").session("r1", 1, Relationship::Customer);
    Scenario scenario = d.scenario();
    COMPARE_WORDS(Routes(d, scenario).path(2, "a"), "2 1 64500");
    scenario.tuning = {tuning("r1", 1)};
    scenario.tuning[0].no_export = true;
    COMPARE_WORDS(Routes(d, scenario).path(1, "a"), "1 64500");
    COMPARE_WORDS(Routes(d, scenario).path(2, "a"), "");
    COMPARE_WORDS(Routes(d, scenario).path(3, "a"), "");
}

//   1: a ------ b
//      | \      | \       each router of 1 passes on its own region
//      r1  2    r2  3
void TestExport::routersOfOneNetworkExportDifferentRegions() {
    Drawn d;
    d.city("a", 0).city("b", 1000).fibre({"a", "b"});
    d.network(1, {"a", "b"}).network(2, {"a"}).network(3, {"b"});
    d.transit(1, 2).transit(1, 3);
    d.region("r1", "a").region("r2", "b");
    d.session("r1", 1).session("r2", 1);
    const Routes routes(d);
    COMPARE_WORDS(routes.region(2, "a"), "r1");
    COMPARE_WORDS(routes.region(3, "b"), "r2");
}

//   1: a --------------- b
//      | \               | \      the router in a prefers its own route, which it may not pass on; the one in b
//      r1 2              r2 3     passes on r2.
//      (NO_EXPORT)
void TestExport::oneRouterExportsAndTheOtherDoesNot() {
    Drawn d;
    d.city("a", 0).city("b", 1000).fibre({"a", "b"});
    d.network(1, {"a", "b"}).network(2, {"a"}).network(3, {"b"});
    d.transit(1, 2).transit(1, 3);
    d.region("r1", "a").region("r2", "b");
    d.session("r1", 1).session("r2", 1);
    Scenario scenario = d.scenario();
    scenario.tuning = {tuning("r1")};
    scenario.tuning[0].no_export = true;
    const Routes routes(d, scenario);
    COMPARE_WORDS(routes.region(1, "a"), "r1");
    COMPARE_WORDS(routes.region(1, "b"), "r2");
    COMPARE_WORDS(routes.region(2, "a"), "none");
    COMPARE_WORDS(routes.region(3, "b"), "r2");
}

//   r1 (not deployed)   r2
//   |                   |
//   1                   2       no path from 1 to r2, although r1 and r2 belong to one operator
void TestExport::aRegionNeverPassesOnAnother() {
    Drawn d = in_one_city({1, 2});
    d.city("b", 100).fibre({"a", "b"});
    d.region("r1", "a").region("r2", "b");
    d.session("r1", 1, Relationship::Customer).session("r2", 2, Relationship::Customer);
    Scenario scenario = d.scenario();
    scenario.regions = {"r2"};
    const Routes routes(d, scenario);
    COMPARE_WORDS(routes.path(2, "a"), "2 64500");
    COMPARE_WORDS(routes.path(1, "a"), "");
    COMPARE_WORDS(routes.region(64500, "a"), "none");
    COMPARE_WORDS(routes.region(64500, "b"), "r2");
    COMPARE_WORDS(routes.path(64500, "b"), "64500");
}

//   1   2
//    \ /       withheld from 1 only; then from all but 2
//     r1
void TestExport::withheld() {
    Drawn d = in_one_city({1, 2});
    d.region("r1", "a").session("r1", 1).session("r1", 2);
    Scenario scenario = d.scenario();
    scenario.tuning = {tuning("r1", 1)};
    scenario.tuning[0].withhold = true;
    COMPARE_WORDS(Routes(d, scenario).path(1, "a"), "");
    COMPARE_WORDS(Routes(d, scenario).path(2, "a"), "2 64500");
    scenario.tuning = {tuning("r1"), tuning("r1", 2)};
    scenario.tuning[0].withhold = true;
    scenario.tuning[1].withhold = false;
    COMPARE_WORDS(Routes(d, scenario).path(1, "a"), "");
    COMPARE_WORDS(Routes(d, scenario).path(2, "a"), "2 64500");
}

//   1 --- r1
void TestExport::notDeployedOrFailed() {
    Drawn d = in_one_city({1});
    d.region("r1", "a").session("r1", 1);
    Scenario scenario = d.scenario();
    COMPARE_WORDS(Routes(d, scenario).region(1, "a"), "r1");
    scenario.faults.regions = {"r1"};
    COMPARE_WORDS(Routes(d, scenario).region(1, "a"), "none");
    QVERIFY(!Routes(d, scenario).solution->announces(RegionId(0)));
    scenario = d.scenario();
    scenario.regions.clear();
    COMPARE_WORDS(Routes(d, scenario).region(1, "a"), "none");
}

//   1 === 2      2 hears of r1 from its peer and offers it to no peer, so 1 has one candidate only
//   |   //
//   r1 3
void TestExport::whatAnExportRuleForbidsIsNotExplained() {
    Drawn d = in_one_city({1, 2, 3});
    d.peering(1, 2).peering(2, 3);
    d.region("r1", "a").session("r1", 1);
    const Routes routes(d);
    COMPARE_WORDS(routes.race(1, "a"), "64500 in a to r1: won");
    COMPARE_WORDS(routes.race(2, "a"), "1 in a to r1: won");
    COMPARE_WORDS(routes.race(3, "a"), "");
    QVERIFY(explain_way(*routes.solution, routes.router(3, "a")).empty());
}

QTEST_APPLESS_MAIN(TestExport)
#include "tst_export.moc"
