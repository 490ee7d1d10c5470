// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/simulated.h"
#include "io/converge_results.h"

#include <QTest>

#include <set>

using namespace catchment;
using naive::Drawn;
using naive::Simulated;

#define COMPARE_TEXT(actual, expected) QCOMPARE(QString::fromStdString(actual), QString(expected))

/// Preferences against the hierarchy, and caps. All networks stand in one city, AS 64500 announces r1. In the drawings
/// a provider stands above its customer, `===` is a peering, and `1: 2 3` says whose routes 1 prefers, best first.
class TestSimulatorGadgets : public QObject {
    Q_OBJECT

private slots:
    void badGadget();
    void badGadgetWithFollowers();
    void badGadgetAfterAnEvent();
    void disagree();
    void wedgie();
    void overriddenPreferenceDoesNotChangeTheExport();
    void tooFewMessages();
    void tooFewMessagesBeforeTheFirstEvent();
};

namespace {

LocalPreference prefers(std::uint32_t network, std::uint32_t neighbour, std::uint32_t value = 500) {
    return {Asn{network}, Asn{neighbour}, value};
}

Drawn in_one_city(std::initializer_list<std::uint32_t> networks, std::initializer_list<std::uint32_t> providers) {
    Drawn d;
    d.city("a", 0).region("r1", "a");
    for (const std::uint32_t asn : networks) {
        d.network(asn, {"a"});
    }
    for (const std::uint32_t asn : providers) {
        d.session("r1", asn);
    }
    return d;
}

SimulatorParameters preferring(std::vector<LocalPreference> prefer) {
    SimulatorParameters out;
    out.prefer = std::move(prefer);
    out.most_changes = 200;
    return out;
}

//   1 === 2 === 3 === 1      1: 2 64500
//    \    |    /             2: 3 64500     no outcome is stable (Griffin, Shepherd, Wilfong 2002)
//       64500                3: 1 64500
Drawn bad_gadget() {
    Drawn d = in_one_city({1, 2, 3, 50, 51}, {1, 2, 3});
    return d.peering(1, 2).peering(2, 3).peering(3, 1);
}

const std::vector<LocalPreference> bad_preferences = {prefers(1, 2), prefers(2, 3), prefers(3, 1)};

} // namespace

void TestSimulatorGadgets::badGadget() {
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        SimulatorParameters parameters = preferring(bad_preferences);
        parameters.seed = seed;
        const Drawn d = bad_gadget();
        const auto c = Simulated(d, d.scenario(), {}, parameters).convergence;
        QVERIFY(c->unsettled && !c->end);
        QVERIFY(c->unsettled->circular);
        QVERIFY((c->unsettled->networks == std::vector{Asn{1}, Asn{2}, Asn{3}}));
        QVERIFY(!c->unsettled->stage);
        COMPARE_TEXT(unsettled_in_words(*c), "before the first event the routes do not settle, and none is claimed; "
                                             "AS1, AS2, AS3 keep each other changing");
    }
}

//   The same with customers, who change their routes as well, but are not what keeps it going.
void TestSimulatorGadgets::badGadgetWithFollowers() {
    Drawn d = bad_gadget();
    d.transit(1, 50).transit(50, 51).transit(2, 51);
    const auto c = Simulated(d, d.scenario(), {}, preferring(bad_preferences)).convergence;
    QVERIFY(c->unsettled);
    QVERIFY((c->unsettled->networks == std::vector{Asn{1}, Asn{2}, Asn{3}}));
}

void TestSimulatorGadgets::badGadgetAfterAnEvent() {
    const Drawn d = bad_gadget();
    Scenario scenario = d.scenario();
    scenario.faults.links = {{Asn{1}, Asn{2}}};
    const Simulated s(d, scenario, {"withdraw r1", "announce r1", "repair link 1-2", "withdraw r1 @100000"},
                      preferring(bad_preferences));
    const Convergence &c = *s.convergence;
    QVERIFY(c.unsettled && !c.end);
    QCOMPARE(c.unsettled->stage.value(), std::size_t{2});
    QCOMPARE(c.stages.size(), std::size_t{3}); // what should have followed did not
    QVERIFY(unsettled_in_words(c).starts_with("after 'repair link 1-2' the routes do not settle"));
    for (const std::string &result : {converge_text(s.convergence), converge_json(s.convergence)}) {
        QVERIFY(result.find("\nEnd") == std::string::npos);
    }
    QVERIFY(converge_json(s.convergence).find("\"end\": null") != std::string::npos);
}

//   1 === 2       1: 2 64500     Both ways round are stable. They change their minds in step, until their intervals
//    \   /        2: 1 64500     have drifted apart; those who have the same one do so for ever.
//    64500
void TestSimulatorGadgets::disagree() {
    Drawn d = in_one_city({1, 2}, {1, 2});
    d.peering(1, 2);
    std::set<std::string> outcomes;
    SimulatorParameters parameters = preferring({prefers(1, 2), prefers(2, 1)});
    for (parameters.seed = 1; parameters.seed <= 30; ++parameters.seed) {
        const Simulated s(d, d.scenario(), {}, parameters);
        QVERIFY(s.convergence->end);
        outcomes.insert(s.path(1) + ", " + s.path(2));
    }
    QVERIFY((outcomes == std::set<std::string>{"1 2 64500, 2 64500", "1 64500, 2 1 64500"}));
    parameters.least_factor = 1;
    const auto in_step = Simulated(d, d.scenario(), {}, parameters).convergence;
    QVERIFY(in_step->unsettled && in_step->unsettled->circular);
    QVERIFY((in_step->unsettled->networks == std::vector{Asn{1}, Asn{2}}));
}

//   3 === 4        RFC 4264, 3/4: 64500 wants the way over 1 as a backup only, and has 1 prefer its provider for it.
//   |     |        Meant: 3 4 2 64500. The primary way fails and comes back, and 3 stays with its customer: the
//   1     2        network is wedged, until the backup fails in turn.
//    \   /
//    64500
void TestSimulatorGadgets::wedgie() {
    Drawn d = in_one_city({1, 2, 3, 4}, {1, 2});
    d.peering(3, 4).transit(3, 1).transit(4, 2);
    const SimulatorParameters parameters = preferring({prefers(1, 64500, 50)});
    Scenario scenario = d.scenario();
    const auto path_after = [&](const std::vector<std::string> &events) {
        return Simulated(d, scenario, events, parameters).path(3);
    };
    const std::string fail = "fail link 64500-2";
    const std::string repair = "repair link 64500-2";
    scenario.faults.links = {{Asn{64500}, Asn{1}}}; // the primary way comes up first
    COMPARE_TEXT(path_after({"repair link 64500-1"}), "3 4 2 64500");
    COMPARE_TEXT(path_after({"repair link 64500-1", fail}), "3 1 64500");
    COMPARE_TEXT(path_after({"repair link 64500-1", fail, repair}), "3 1 64500");
    COMPARE_TEXT(path_after({"repair link 64500-1", fail, repair, "fail link 64500-1", "repair link 64500-1"}),
                 "3 4 2 64500");
}

//        2            1 prefers its provider's route to its customer's, and may then tell its peer 5 nothing of it.
//       / \           .
//   5==1   |
//       \ /
//      64500
void TestSimulatorGadgets::overriddenPreferenceDoesNotChangeTheExport() {
    Drawn d = in_one_city({1, 2, 5}, {1, 2});
    d.transit(2, 1).peering(1, 5);
    const Simulated s(d, d.scenario(), {}, preferring({prefers(1, 2)}));
    COMPARE_TEXT(s.path(1), "1 2 64500");
    COMPARE_TEXT(s.path(5), "nothing");
    COMPARE_TEXT(Simulated(d, d.scenario(), {}).path(5), "5 1 64500");
}

void TestSimulatorGadgets::tooFewMessages() {
    Drawn d = in_one_city({1, 2, 3}, {1});
    d.transit(2, 1).transit(3, 2);
    Scenario scenario = d.scenario();
    scenario.faults.networks = {Asn{1}};
    SimulatorParameters parameters;
    parameters.most_events = 2; // 1 hears of it, then 2; to 3 it does not come
    const auto c = Simulated(d, scenario, {"repair network 1"}, parameters).convergence;
    QVERIFY(c->unsettled && !c->end);
    QVERIFY(!c->unsettled->circular);
    QVERIFY((c->unsettled->networks == std::vector{Asn{3}}));
    QVERIFY(unsettled_in_words(*c).find("AS3 were still changing") != std::string::npos);
    parameters.most_events = 5;
    QVERIFY(Simulated(d, scenario, {"repair network 1"}, parameters).convergence->end);
}

void TestSimulatorGadgets::tooFewMessagesBeforeTheFirstEvent() {
    Drawn d = in_one_city({1, 2}, {1});
    d.transit(2, 1);
    SimulatorParameters parameters;
    parameters.most_events = 1;
    const Simulated s(d, d.scenario(), {"withdraw r1"}, parameters);
    QVERIFY(s.convergence->unsettled && !s.convergence->end);
    QVERIFY(s.convergence->stages.empty());
    QVERIFY(converge_text(s.convergence).find("before the first event") != std::string::npos);
    QVERIFY(converge_json(s.convergence).find("\"after\":null") != std::string::npos);
}

QTEST_APPLESS_MAIN(TestSimulatorGadgets)
#include "tst_simulator_gadgets.moc"
