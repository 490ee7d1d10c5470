// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/simulated.h"

#include <QTest>

using namespace catchment;
using naive::Drawn;
using naive::Simulated;
using Words = std::vector<std::string>;

#define COMPARE_LISTS(actual, ...) QCOMPARE(joined(actual), joined(Words{__VA_ARGS__}))

/// What breaks while routes change, on drawn networks. In the drawings a provider stands above its customer, `---` is
/// the inside of a network (with kilometres), r1, r2, … are regions of the operator, AS 64500.
class TestSimulatorFaults : public QObject {
    Q_OBJECT

private slots:
    void aLostSessionIsNoticedAtOnce();
    void aSessionThatComesUpBringsEverything();
    void aNewSessionWaitsForNoInterval();
    void anExchangeTakesItsOwnSessions();
    void aNetworkThatFailsForgetsEverything();
    void aRegionThatFailsIsSilent();
    void messagesOnACutCableAreLost();
    void partsDecideForThemselvesAndFindEachOther();
    void aCutCableChangesTheNearestExit();
    void messagesDoNotOvertakeEachOther();
};

namespace {

QString joined(const Words &words) {
    QStringList out;
    for (const std::string &word : words) {
        out << QString::fromStdString(word);
    }
    return out.join('\n');
}

//   2 in a      1 and 2 are 1000 km apart.
//   |
//   1 in b
//   |
//   r1 in b
Drawn chain() {
    Drawn d;
    d.city("a", 0).city("b", 1000);
    d.fibre("a", "b", 1000, "a-b");
    d.network(1, {"b"}).network(2, {"a"}).transit(2, 1);
    d.region("r1", "b").session("r1", 1);
    return d;
}

//   1 in a ---1000--- 1 in b         2 and 3 are customers of 1 with the same region, and as good, but for the way.
//   |                 |
//   2 in a            3 in b
//    \               /
//     r1            r1
Drawn two_exits() {
    Drawn d;
    d.city("a", 0).city("b", 1000).city("c", 300);
    d.fibre("a", "b", 1000, "a-b").fibre("a", "c", 300, "a-c").fibre("c", "b", 900, "c-b");
    d.network(1, {"a", "b", "c"}).network(2, {"a"}).network(3, {"b"});
    d.transit(1, 2).transit(1, 3);
    d.region("r1", "a").region("r2", "b").session("r1", 2).session("r2", 3);
    return d;
}

} // namespace

void TestSimulatorFaults::aLostSessionIsNoticedAtOnce() {
    const Drawn d = chain();
    const Simulated s(d, d.scenario(), {"fail link 1-64500"});
    COMPARE_LISTS(s.changes(), "0 1 in b: nothing", "0.006 2 in a: nothing");
    COMPARE_LISTS(s.messages(), "0 1 > 2: withdrawn"); // the operator's end is gone as well
}

void TestSimulatorFaults::aSessionThatComesUpBringsEverything() {
    const Drawn d = chain();
    const Simulated s(d, d.scenario(), {"fail link 1-2", "repair link 1-2 @5"});
    COMPARE_LISTS(s.changes(), "0 2 in a: nothing", "5.006 2 in a: 2 1 64500");
    COMPARE_LISTS(s.messages(), "5 1 > 2: 1 64500");
}

void TestSimulatorFaults::aNewSessionWaitsForNoInterval() {
    const Drawn d = chain();
    Scenario scenario = d.scenario();
    scenario.regions.clear();
    const Simulated s(d, scenario, {"announce r1", "fail link 1-2 @1", "repair link 1-2 @2"});
    COMPARE_LISTS(s.messages(), "0 64500 > 1: 64500", "0.001 1 > 2: 1 64500", "2 1 > 2: 1 64500");
}

void TestSimulatorFaults::anExchangeTakesItsOwnSessions() {
    Drawn d;
    d.city("a", 0).city("b", 200).fibre("a", "b", 200, "a-b");
    d.exchange("ix", "b").network(1, {"a"}).network(2, {"a", "b"}).network(3, {"b"});
    d.transit(2, 1).transit(3, 1, {"ix"});
    d.region("r1", "a").session("r1", 1);
    const Simulated s(d, d.scenario(), {"fail exchange ix"});
    COMPARE_LISTS(s.changes(), "0 3 in b: nothing");
}

void TestSimulatorFaults::aNetworkThatFailsForgetsEverything() {
    const Drawn d = two_exits();
    const Simulated s(d, d.scenario(), {"fail network 1", "repair network 1 @1"});
    COMPARE_LISTS(s.changes(), "0 1 in a: nothing", "0 1 in b: nothing", "0 1 in c: nothing", //
                  "1.001 1 in a: 1 2 64500", "1.001 1 in b: 1 3 64500", "1.0035 1 in c: 1 2 64500");
    QCOMPARE(s.convergence->stages[0].count.internal, std::size_t{0});
}

void TestSimulatorFaults::aRegionThatFailsIsSilent() {
    const Drawn d = chain();
    const Simulated s(d, d.scenario(), {"fail region r1", "announce r1 @1", "repair region r1 @2"});
    COMPARE_LISTS(s.messages(), "0 1 > 2: withdrawn", "2 64500 > 1: 64500", "2.001 1 > 2: 1 64500");
}

/// The announcement is in the middle of the cable when it is cut.
void TestSimulatorFaults::messagesOnACutCableAreLost() {
    const Drawn d = chain();
    Scenario scenario = d.scenario();
    scenario.regions.clear();
    const Simulated s(d, scenario, {"announce r1", "fail cable a-b @0.004", "repair cable a-b @1"});
    COMPARE_LISTS(s.messages(), "0 64500 > 1: 64500", "0.001 1 > 2: 1 64500, lost", "1 1 > 2: 1 64500");
    COMPARE_LISTS(s.changes(2), "1.006 a: 2 1 64500");
    QCOMPARE(s.convergence->stages[1].count.lost, std::size_t{1});
    // Inside a network as well, where the message is of the other exit.
    const Drawn wide = two_exits();
    Scenario broken = wide.scenario();
    broken.faults.cables = {"c-b"};
    broken.regions = {"r1"};
    const Simulated inside(wide, broken, {"announce r2", "fail cable a-b @0.003"});
    COMPARE_LISTS(inside.changes(1), "0.002 b: 1 3 64500");
    QCOMPARE(inside.convergence->stages[1].count.lost, std::size_t{2}); // to a and c
}

void TestSimulatorFaults::partsDecideForThemselvesAndFindEachOther() {
    const Drawn d = two_exits();
    Scenario scenario = d.scenario();
    scenario.faults.cables = {"c-b"};
    scenario.regions = {"r1"};
    const Simulated s(d, scenario, {"fail cable a-b", "repair cable a-b @1"});
    COMPARE_LISTS(s.changes(1), "0 b: nothing", "1.006 b: 1 2 64500");
    // One side withdraws while the other cannot hear it.
    const Simulated apart(d, scenario, {"fail cable a-b", "announce r2 @1", "withdraw r1 @2", "repair cable a-b @3"});
    COMPARE_LISTS(apart.changes(1), "0 b: nothing", "1.002 b: 1 3 64500", "2.002 a: nothing", "2.0045 c: nothing",
                  "3.006 a: 1 3 64500", "3.0075 c: 1 3 64500");
}

/// From c it is 300 km to a and 900 km to b, and 1000 km farther to a when the cable is cut.
void TestSimulatorFaults::aCutCableChangesTheNearestExit() {
    const Drawn d = two_exits();
    COMPARE_LISTS(Simulated(d, d.scenario(), {"fail cable a-c", "repair cable a-c"}).changes(), "0 1 in c: 1 3 64500",
                  "0 1 in c: 1 2 64500");
}

/// The short cable comes back while the announcement is on the long one; the withdrawal would be there before it.
void TestSimulatorFaults::messagesDoNotOvertakeEachOther() {
    Drawn d = chain();
    d.fibre("a", "b", 20'000, "long");
    Scenario scenario = d.scenario();
    scenario.regions.clear();
    scenario.faults.cables = {"a-b"};
    const Simulated s(d, scenario, {"announce r1", "repair cable a-b @0.01", "withdraw r1 @0.02"});
    COMPARE_LISTS(s.messages(), "0 64500 > 1: 64500", "0.001 1 > 2: 1 64500", "0.02 64500 > 1: withdrawn",
                  "0.021 1 > 2: withdrawn");
    COMPARE_LISTS(s.changes(2), "0.102 a: 2 1 64500", "0.102 a: nothing");
}

QTEST_APPLESS_MAIN(TestSimulatorFaults)
#include "tst_simulator_faults.moc"
