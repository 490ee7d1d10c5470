// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/drawn.h"
#include "scenario/check.h"

#include <QTest>

using namespace catchment;
using naive::Drawn;

/// Scenarios as values, and the check of their names against a world.
class TestScenario : public QObject {
    Q_OBJECT

private slots:
    void storyIsTheStory();
    void tuningIsMadeOnce();
    void tidyDropsWhatSaysNothing();
    void tidyKeepsWhatOverrides();
    void goodNamesPass();
    void badNames_data();
    void badNames();
};

namespace {

Drawn small() {
    Drawn d;
    d.city("berlin-de", 0).city("paris-fr", 800).fibre("berlin-de", "paris-fr", 1000, "Rhine Express");
    d.network(10, {"berlin-de"}).network(20, {"paris-fr", "berlin-de"}).network(30, {"paris-fr"});
    d.transit(10, 20).exchange("decix", "berlin-de");
    d.region("ber", "berlin-de").region("cdg", "paris-fr");
    d.session("ber", 10).session("cdg", 20, Relationship::Peer, "decix");
    return d;
}

using Change = void (*)(Scenario &);

} // namespace

Q_DECLARE_METATYPE(Change)

void TestScenario::storyIsTheStory() {
    QCOMPARE(story().regions, (std::vector<std::string>{"ewr", "ams"}));
    QCOMPARE(story().app, "my-app");
    QCOMPARE(story().world, "builtin");
    QVERIFY(story().deploys("ewr"));
    QVERIFY(!story().deploys("nrt"));
    QVERIFY(story().faults.empty());
}

void TestScenario::tuningIsMadeOnce() {
    Scenario scenario;
    scenario.tuning_for("ams").prepend = 2;
    scenario.tuning_for("ams", Asn{10}).med = 5;
    scenario.tuning_for("ams").withhold = false;
    QCOMPARE(scenario.tuning.size(), 2u);
    QCOMPARE(scenario.tuning_for("ams").prepend, std::optional(2));
    QVERIFY(!scenario.tuning_for("ams", Asn{10}).prepend);
    QCOMPARE(scenario.tuning_for("ams", Asn{10}).neighbour, std::optional(Asn{10}));
}

void TestScenario::tidyDropsWhatSaysNothing() {
    Scenario scenario;
    scenario.tuning_for("ams");
    scenario.tuning_for("ams", Asn{10});
    scenario.tuning_for("ewr").prepend = 0;
    scenario.tuning_for("nrt").prepend = 1;
    scenario.tidy();
    QCOMPARE(scenario.tuning.size(), 1u);
    QCOMPARE(scenario.tuning[0].region, "nrt");
}

void TestScenario::tidyKeepsWhatOverrides() {
    Scenario scenario;
    scenario.tuning_for("ams").prepend = 2;
    scenario.tuning_for("ams", Asn{10}).prepend = 0; // not the default there: the region says 2
    scenario.tidy();
    QCOMPARE(scenario.tuning.size(), 2u);
    scenario.tuning_for("ams").prepend = 0; // and now it is
    scenario.tuning_for("ams", Asn{10}).med = 7;
    scenario.tidy();
    QCOMPARE(scenario.tuning.size(), 1u);
    QVERIFY(!scenario.tuning[0].prepend);
    QCOMPARE(scenario.tuning[0].med, std::optional(7u));
}

void TestScenario::goodNamesPass() {
    const auto world = small().world();
    Scenario scenario;
    scenario.regions = {"ber", "cdg"};
    scenario.tuning_for("ber", Asn{10}).prepend = 1;
    scenario.tuning_for("ber", Asn{30}).prepend = 1; // by the session added below
    scenario.sessions = {{"ber", Asn{30}, Relationship::Peer, "decix"},
                         {"ber", Asn{20}, Relationship::Peer, ""},
                         {"ber", Asn{10}, Relationship::Provider, ""}}; // the world has it already
    scenario.faults = {{"cdg"}, {Asn{30}}, {{Asn{20}, Asn{10}}, {Asn{64500}, Asn{10}}}, {"decix"}, {"Rhine Express"}};
    scenario.view.select = "Paris-fr";
    check_names(scenario, *world);
    check_names(Scenario{}, *world);
}

void TestScenario::badNames_data() {
    QTest::addColumn<Change>("change");
    QTest::addColumn<QByteArray>("word");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, Change change, const char *word, const char *expected) {
        QTest::newRow(name) << change << QByteArray(word) << QByteArray(expected);
    };
    row(
        "region", [](Scenario &s) { s.regions = {"bex"}; }, "bex", "ber");
    row(
        "region twice",
        [](Scenario &s) {
            s.regions = {"ber", "ber"};
        },
        "ber", "once");
    row(
        "tuned region", [](Scenario &s) { s.tuning_for("cdh").prepend = 1; }, "cdh", "cdg");
    row(
        "tuned session", [](Scenario &s) { s.tuning_for("cdg", Asn{10}).prepend = 1; }, "10", "neighbour");
    row(
        "unknown neighbour", [](Scenario &s) { s.tuning_for("cdg", Asn{99}).prepend = 1; }, "99", "neighbour");
    row(
        "two tunings",
        [](Scenario &s) {
            s.tuning = {naive::tuning("ber"), naive::tuning("ber")};
        },
        "ber", "one");
    row(
        "failed region", [](Scenario &s) { s.faults.regions = {"x"}; }, "x", "ber");
    row(
        "failed network", [](Scenario &s) { s.faults.networks = {Asn{99}}; }, "99", "network");
    row(
        "failed link",
        [](Scenario &s) {
            s.faults.links = {{Asn{10}, Asn{30}}};
        },
        "10", "two networks that are");
    row(
        "failed link of nobody",
        [](Scenario &s) {
            s.faults.links = {{Asn{10}, Asn{99}}};
        },
        "99", "network");
    row(
        "failed exchange", [](Scenario &s) { s.faults.exchanges = {"decim"}; }, "decim", "decix");
    row(
        "failed cable", [](Scenario &s) { s.faults.cables = {"Rhine"}; }, "Rhine", "Rhine Express");
    row(
        "session of no region",
        [](Scenario &s) {
            s.sessions = {{"x", Asn{30}, Relationship::Peer, ""}};
        },
        "x", "ber");
    row(
        "session with nobody",
        [](Scenario &s) {
            s.sessions = {{"ber", Asn{99}, Relationship::Peer, ""}};
        },
        "99", "network");
    row(
        "session nowhere",
        [](Scenario &s) {
            s.sessions = {{"ber", Asn{30}, Relationship::Peer, "lin"}};
        },
        "lin", "decix");
    row(
        "session of another kind",
        [](Scenario &s) {
            s.sessions = {{"cdg", Asn{10}, Relationship::Peer, ""}};
        },
        "10", "in the world");
    row(
        "two added sessions of two kinds",
        [](Scenario &s) {
            s.sessions = {{"ber", Asn{30}, Relationship::Peer, ""}, {"cdg", Asn{30}, Relationship::Customer, ""}};
        },
        "30", "one relationship");
    row(
        "selected city", [](Scenario &s) { s.view.select = "Pariss"; }, "Pariss", "paris-fr");
}

void TestScenario::badNames() {
    QFETCH(Change, change);
    QFETCH(QByteArray, word);
    QFETCH(QByteArray, expected);
    Scenario scenario;
    change(scenario);
    try {
        check_names(scenario, *small().world());
        QFAIL("was accepted");
    } catch (const ScenarioError &error) {
        QCOMPARE(QByteArray::fromStdString(error.word), word);
        QVERIFY2(QByteArray::fromStdString(error.expected).contains(expected), error.what());
        QVERIFY2(QByteArray::fromStdString(error.what_is_wrong).contains(word), error.what());
    }
}

QTEST_APPLESS_MAIN(TestScenario)
#include "tst_scenario.moc"
