// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/edits/scenario_edits.h"

#include <QTest>

using namespace catchment;
using namespace catchment::app;

/// What is deployed and what is broken: what each edit is called, and that it and its opposite leave nothing behind.
class TestScenarioEdits : public QObject {
    Q_OBJECT

private slots:
    void deploys();
    void failsAndRepairs_data();
    void failsAndRepairs();
    void aLinkIsTheSameFromBothSides();
    void repairsEverything();
};

void TestScenarioEdits::deploys() {
    Edit edit = deployRegion(story(), "nrt", true);
    QCOMPARE(edit.name, QStringLiteral("Deploy nrt"));
    QCOMPARE(edit.scenario.regions, (std::vector<std::string>{"ewr", "ams", "nrt"}));
    edit = deployRegion(edit.scenario, "ewr", false);
    QCOMPARE(edit.name, QStringLiteral("Remove ewr"));
    QCOMPARE(edit.scenario.regions, (std::vector<std::string>{"ams", "nrt"}));
    edit = deployOnly(edit.scenario, "sin");
    QCOMPARE(edit.name, QStringLiteral("Deploy only sin"));
    QCOMPARE(edit.scenario.regions, std::vector<std::string>{"sin"});
}

void TestScenarioEdits::failsAndRepairs_data() {
    QTest::addColumn<int>("which");
    QTest::addColumn<QString>("fails");
    QTest::addColumn<QString>("repairs");
    QTest::newRow("region") << 0 << QStringLiteral("Fail ams") << QStringLiteral("Repair ams");
    QTest::newRow("network") << 1 << QStringLiteral("Fail AS1299") << QStringLiteral("Repair AS1299");
    QTest::newRow("link") << 2 << QStringLiteral("Fail AS1299–AS3356") << QStringLiteral("Repair AS1299–AS3356");
    QTest::newRow("exchange") << 3 << QStringLiteral("Fail exchange amsix") << QStringLiteral("Repair exchange amsix");
    QTest::newRow("cable") << 4 << QStringLiteral("Fail cable MAREA") << QStringLiteral("Repair cable MAREA");
}

void TestScenarioEdits::failsAndRepairs() {
    QFETCH(int, which);
    QFETCH(QString, fails);
    QFETCH(QString, repairs);
    const auto edit = [which](Scenario s, bool failed) {
        switch (which) {
        case 0:
            return failRegion(std::move(s), "ams", failed);
        case 1:
            return failNetwork(std::move(s), Asn{1299}, failed);
        case 2:
            return failLink(std::move(s), Asn{1299}, Asn{3356}, failed);
        case 3:
            return failExchange(std::move(s), "amsix", failed);
        default:
            return failCable(std::move(s), "MAREA", failed);
        }
    };
    const Faults expected[] = {{{"ams"}, {}, {}, {}, {}},
                               {{}, {Asn{1299}}, {}, {}, {}},
                               {{}, {}, {{Asn{1299}, Asn{3356}}}, {}, {}},
                               {{}, {}, {}, {"amsix"}, {}},
                               {{}, {}, {}, {}, {"MAREA"}}};
    const Edit broken = edit(story(), true);
    QCOMPARE(broken.name, fails);
    QVERIFY(broken.scenario.faults == expected[which]);
    QVERIFY(edit(broken.scenario, true).scenario == broken.scenario);
    const Edit mended = edit(broken.scenario, false);
    QCOMPARE(mended.name, repairs);
    QVERIFY(mended.scenario == story());
}

void TestScenarioEdits::aLinkIsTheSameFromBothSides() {
    const Scenario broken = failLink(story(), Asn{1299}, Asn{3356}, true).scenario;
    const Event other{Event::Kind::Fail, Event::What::Link, {}, Asn{3356}, Asn{1299}};
    QVERIFY(isBroken(broken, other));
    QVERIFY(!isBroken(story(), other));
    QVERIFY(!isBroken(broken, {Event::Kind::Fail, Event::What::Network, {}, Asn{1299}, {}}));
    QVERIFY(failLink(broken, Asn{3356}, Asn{1299}, false).scenario == story());
}

void TestScenarioEdits::repairsEverything() {
    Scenario broken = failNetwork(failRegion(story(), "ams", true).scenario, Asn{174}, true).scenario;
    broken = failCable(failExchange(broken, "decix", true).scenario, "TAT-14", true).scenario;
    const Edit edit = repairAll(broken);
    QCOMPARE(edit.name, QStringLiteral("Repair everything"));
    QVERIFY(edit.scenario == story());
}

QTEST_APPLESS_MAIN(TestScenarioEdits)
#include "tst_scenario_edits.moc"
