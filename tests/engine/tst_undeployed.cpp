// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/random_world.h"
#include "scenario/check_edge.h"
#include "scenario/deploy_command.h"
#include "scenario/scenario_error.h"
#include "scenario/undeployed.h"
#include "study/sweep.h"

#include <QTest>

using namespace catchment;
using naive::Dice;

/// What goes with a region that is taken down.
class TestUndeployed : public QObject {
    Q_OBJECT

private slots:
    void instancesAndDataGo();
    void nothingIsLeft();
    void quorumsShrink();
    void commandsTakeARegionDown();
    void scaleCountsInstances();
    void sweepsNeedRoutesThatChange();
    void soundAfterwards();
};

namespace {

Scenario placed() {
    Scenario out;
    out.regions = {"ewr", "ams", "nrt"};
    out.edge.instances = {{"ewr", 2, 0}, {"ams", 3, 1}};
    out.data.emplace();
    out.data->primary = "ewr";
    out.data->replicas = {"nrt", "ams"};
    return out;
}

} // namespace

void TestUndeployed::instancesAndDataGo() {
    Scenario s = placed();
    drop_undeployed(s);
    QVERIFY(s == placed());
    s.regions = {"ams", "nrt"};
    drop_undeployed(s);
    QCOMPARE(s.edge.instances.size(), 1u);
    QCOMPARE(s.edge.instances[0].region, std::string("ams"));
    QCOMPARE(s.data->primary, std::string("nrt"));
    QVERIFY(s.data->replicas == std::vector<std::string>{"ams"});
}

void TestUndeployed::nothingIsLeft() {
    Scenario s = placed();
    s.regions = {"lhr"};
    drop_undeployed(s);
    QVERIFY(s.edge.instances.empty());
    QVERIFY(!s.data);
}

void TestUndeployed::quorumsShrink() {
    Scenario s = placed();
    s.data->consistency = Consistency::Quorum;
    s.data->write_quorum = 3;
    s.data->read_quorum = 1;
    s.regions = {"ewr", "ams"};
    drop_undeployed(s);
    QCOMPARE(*s.data->write_quorum, 2);
    QCOMPARE(*s.data->read_quorum, 1);
}

void TestUndeployed::commandsTakeARegionDown() {
    DeployCommand scale;
    scale.kind = DeployCommand::Kind::Scale;
    scale.count = 0;
    scale.regions = {"ewr"};
    DeployCommand deploy;
    deploy.kind = DeployCommand::Kind::Deploy;
    deploy.regions = {"ams", "nrt"};
    for (const Scenario &s : {apply(scale, placed()), apply(deploy, placed())}) {
        QCOMPARE(s.data->primary, std::string("nrt"));
        QCOMPARE(s.edge.instances.size(), 1u);
    }
}

/// `fly scale count 4 --region ams,lhr`.
void TestUndeployed::scaleCountsInstances() {
    DeployCommand scale;
    scale.kind = DeployCommand::Kind::Scale;
    scale.count = 4;
    scale.regions = {"ams", "lhr"};
    QVERIFY(apply(scale, placed()).edge == placed().edge); // nobody asks about them
    Scenario s = placed();
    s.announce = Announce::Everywhere;
    s = apply(scale, s);
    const std::vector<Instances> expected = {{"ewr", 2, 0}, {"ams", 4, 0}, {"lhr", 4, 0}};
    QVERIFY(s.edge.instances == expected);
    QVERIFY(s.deploys("lhr"));
}

void TestUndeployed::sweepsNeedRoutesThatChange() {
    Scenario s = placed();
    check_deployment_counts(s);
    s.announce = Announce::Everywhere;
    QVERIFY_EXCEPTION_THROWN(check_deployment_counts(s), ScenarioError);
}

/// Whatever regions are left, the scenario is one that the reader would take.
void TestUndeployed::soundAfterwards() {
    int without_data = 0;
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        Dice dice(seed);
        Scenario s = placed();
        s.data->consistency = Consistency(dice.below(4));
        if (s.data->consistency == Consistency::Quorum) {
            s.data->write_quorum = 1 + static_cast<int>(dice.below(3));
        }
        std::erase_if(s.regions, [&](const std::string &) { return dice.chance(50); });
        drop_undeployed(s);
        check_deployed(s);
        without_data += s.data ? 0 : 1;
        if (s.data) {
            QVERIFY(!s.data->primary.empty());
            QVERIFY(s.data->write_quorum.value_or(1) <= static_cast<int>(s.data->replicas.size()) + 1);
        }
        QVERIFY(s.data || s.regions.empty());
    }
    QVERIFY(without_data > 0);
}

QTEST_APPLESS_MAIN(TestUndeployed)
#include "tst_undeployed.moc"
