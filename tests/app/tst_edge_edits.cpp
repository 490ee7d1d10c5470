// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/edits/edge_edits.h"
#include "app/edits/scenario_edits.h"
#include "io/scenario_io.h"
#include "scenario/check_edge.h"

#include <QTest>

using namespace catchment;
using namespace catchment::app;

/// Edits of what is behind the edge and of the data: each says what it does, and leaves a scenario that a file can
/// hold.
class TestEdgeEdits : public QObject {
    Q_OBJECT

private slots:
    void announce();
    void instances();
    void limits();
    void models();
    void quorumsFit();
    void primaryMoves();
    void removedRegionsTakeTheirDataAlong();
};

namespace {

Scenario placed(Consistency consistency) {
    Scenario out;
    out.regions = {"ewr", "ams", "nrt"};
    out.data.emplace();
    out.data->primary = "ewr";
    out.data->replicas = {"ams", "nrt"};
    out.data->consistency = consistency;
    return out;
}

/// Written and read, it is the same, and may be in a file.
bool sound(const Scenario &scenario) {
    check_deployed(scenario);
    return parse_scenario(write_scenario(scenario), "test") == scenario;
}

} // namespace

void TestEdgeEdits::announce() {
    const Edit edit = announceFrom(story(), Announce::Everywhere);
    QVERIFY(edit.scenario.announce == Announce::Everywhere);
    QVERIFY(announceFrom(edit.scenario, Announce::Deployed).scenario == story());
    QVERIFY(sound(edit.scenario));
}

void TestEdgeEdits::instances() {
    Edit edit = setInstances(story(), {"ams", 3, 0});
    QCOMPARE(edit.name, QStringLiteral("3 instances in ams"));
    edit = setInstances(edit.scenario, {"ams", 3, 2});
    QCOMPARE(edit.name, QStringLiteral("2 of 3 instances fail in ams"));
    QVERIFY(sound(edit.scenario));
    edit = setInstances(edit.scenario, {"ams", 3, 3});
    QCOMPARE(edit.name, QStringLiteral("All instances fail in ams"));
    edit = setInstances(edit.scenario, {"ams", 3, 0});
    QCOMPARE(edit.name, QStringLiteral("Repair the instances in ams"));
    edit = setInstances(edit.scenario, {"ams", 1, 0});
    QVERIFY(edit.scenario == story()); // what is usual says nothing
}

void TestEdgeEdits::limits() {
    Edge edge;
    edge.soft_limit = 1000;
    Edit edit = setEdge(story(), edge);
    QVERIFY(edit.name.startsWith(QStringLiteral("Soft limit")));
    edge.hour = 14.5;
    edit = setEdge(edit.scenario, edge);
    QCOMPARE(edit.name, QStringLiteral("At 14.5 h UTC"));
    QVERIFY(edit.scenario.edge == edge);
    QVERIFY(sound(edit.scenario));
    edge.overflow = false;
    QVERIFY(setEdge(edit.scenario, edge).name.contains(QStringLiteral("stay")));
}

void TestEdgeEdits::models() {
    for (const Consistency consistency :
         {Consistency::Primary, Consistency::PrimaryOnly, Consistency::Quorum, Consistency::Local}) {
        const Edit edit = setData(story(), placed(consistency).data);
        QVERIFY(!edit.name.isEmpty());
        QVERIFY(edit.scenario.data->consistency == consistency);
    }
    // A model with a primary takes one where there is none.
    Scenario local = placed(Consistency::Local);
    local.data->primary.clear();
    DataPlacement primary = *local.data;
    primary.consistency = Consistency::Primary;
    const Edit edit = setData(local, primary);
    QCOMPARE(edit.scenario.data->primary, std::string("ams"));
    QVERIFY(sound(edit.scenario));
    QVERIFY(!setData(edit.scenario, std::nullopt).scenario.data);
}

void TestEdgeEdits::quorumsFit() {
    DataPlacement data = *placed(Consistency::Quorum).data;
    data.write_quorum = 3;
    data.read_quorum = 2;
    Edit edit = setData(placed(Consistency::Quorum), data);
    QVERIFY(sound(edit.scenario));
    data.replicas = {"ams"};
    edit = setData(edit.scenario, data);
    QCOMPARE(*edit.scenario.data->write_quorum, 2);
    QCOMPARE(*edit.scenario.data->read_quorum, 2);
    QVERIFY(sound(edit.scenario));
    data.consistency = Consistency::Local;
    edit = setData(edit.scenario, data);
    QVERIFY(!edit.scenario.data->write_quorum && !edit.scenario.data->read_quorum);
    QVERIFY(sound(edit.scenario));
}

void TestEdgeEdits::primaryMoves() {
    Edit edit = movePrimary(placed(Consistency::Primary), "ams");
    QCOMPARE(edit.name, QStringLiteral("Primary in ams"));
    QCOMPARE(edit.scenario.data->primary, std::string("ams"));
    QVERIFY(edit.scenario.data->replicas == std::vector<std::string>({"ewr", "nrt"}));
    QVERIFY(sound(edit.scenario));
    edit = movePrimary(edit.scenario, "lhr"); // deployed with it
    QVERIFY(edit.scenario.deploys("lhr"));
    QVERIFY(sound(edit.scenario));
    QVERIFY(movePrimary(edit.scenario, "lhr").scenario == edit.scenario);
}

void TestEdgeEdits::removedRegionsTakeTheirDataAlong() {
    Scenario s = placed(Consistency::Primary);
    s.edge.instances = {{"ewr", 2, 1}};
    for (const Edit &edit : {deployRegion(s, "ewr", false), deployOnly(s, "nrt"), deployRegions(s, {"ams", "nrt"})}) {
        QVERIFY(sound(edit.scenario));
        QVERIFY(edit.scenario.data->primary != "ewr");
        QVERIFY(edit.scenario.edge.instances.empty());
    }
}

QTEST_APPLESS_MAIN(TestEdgeEdits)
#include "tst_edge_edits.moc"
