// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/edits/operator_edits.h"
#include "io/world_reader.h"
#include "routing/solver.h"
#include "scenario/check.h"
#include "scenario/operator_of.h"
#include "study/catchments.h"

#include <QTest>

#include <algorithm>

using namespace catchment;
using namespace catchment::app;

/// An operator of one's own, edit by edit: each leaves a scenario that can be solved.
class TestOperatorEdits : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void beginsWithWhatIsDeployed();
    void goesBack();
    void changesNumberNameAndPrefix();
    void placesRegions();
    void everyCityCanHaveARegion();
    void takesRegionsAway();
    void addsAndRemovesSessions();

private:
    Edit laid() const { return layOwnNetwork(story(), *world_); }

    std::shared_ptr<const World> world_;
};

void TestOperatorEdits::initTestCase() { world_ = read_world(CATCHMENT_RESOURCES "/world"); }

/// Another number and prefix change nothing in where users arrive.
void TestOperatorEdits::beginsWithWhatIsDeployed() {
    const Edit edit = laid();
    QCOMPARE(edit.name, QStringLiteral("Lay a network of one's own"));
    const Scenario &s = edit.scenario;
    QCOMPARE(s.regions, story().regions);
    QVERIFY(!world_->network_by_asn.contains(s.own_operator->asn));
    QCOMPARE(s.own_operator->regions.size(), std::size_t{2});
    Solver solver(world_);
    const auto own = catchments(solver.solve(s));
    const auto theirs = catchments(solver.solve(story()));
    for (std::size_t i = 0; i < own->outcomes.size(); ++i) {
        const auto code = [i](const Catchments &c) {
            const auto region = c.outcomes[i].region;
            return region ? c.op().regions[region->index()].code : std::string();
        };
        QCOMPARE(code(*own), code(*theirs));
    }
}

void TestOperatorEdits::goesBack() {
    const Edit edit = worldOperator(laid().scenario, *world_);
    QVERIFY(edit.name.startsWith(QStringLiteral("Back to")));
    QVERIFY(edit.scenario == story());
    Scenario elsewhere = laid().scenario;
    elsewhere.own_operator->regions = {{"xyz", "Nowhere", {0, 0}, {}}};
    elsewhere.regions = {"xyz"};
    QCOMPARE(worldOperator(elsewhere, *world_).scenario.regions, story().regions);
}

void TestOperatorEdits::changesNumberNameAndPrefix() {
    Scenario s = laid().scenario;
    s.security.hijack = {Asn{4755}, "mumbai-in", 24, {Asn{4755}, s.own_operator->asn}};
    Edit edit = setOperator(s, Asn{64511}, "Mine", {0x0A000000, 16}, *world_);
    QCOMPARE(edit.name, QStringLiteral("The operator is AS64511"));
    QCOMPARE(edit.scenario.security.hijack->path.back(), Asn{64511});
    QCOMPARE(setOperator(s, s.own_operator->asn, "Mine", s.own_operator->prefix, *world_).name,
             QStringLiteral("The operator is Mine"));
    QCOMPARE(setOperator(s, s.own_operator->asn, "Mine", {0x0A000000, 16}, *world_).name,
             QStringLiteral("Another prefix"));
    check_names(edit.scenario, *world_);
    QVERIFY_EXCEPTION_THROWN(setOperator(s, Asn{1299}, "Mine", s.own_operator->prefix, *world_), ScenarioError);
}

void TestOperatorEdits::placesRegions() {
    const Scenario s = laid().scenario;
    const auto row = suggestRegion(&*s.own_operator, *world_, world_->city_by_id.at("singapore-sg"));
    QCOMPARE(row.code, std::string("sin")); // as the world's operator has it
    QVERIFY(!row.sessions.empty());
    const Edit edit = placeRegion(s, row, *world_);
    QCOMPARE(edit.name, QStringLiteral("Place sin in Singapore"));
    QCOMPARE(edit.scenario.regions.back(), std::string("sin"));
    const auto solved = catchments(Solver(world_).solve(edit.scenario));
    QVERIFY(solved->region(*find_region(solved->op(), "sin"))->users > 1e6);
    // The same city once more, under another code.
    const auto again = suggestRegion(&*edit.scenario.own_operator, *world_, world_->city_by_id.at("singapore-sg"));
    QVERIFY(again.code != "sin");
    check_names(placeRegion(edit.scenario, again, *world_).scenario, *world_);
    QVERIFY_EXCEPTION_THROWN(placeRegion(edit.scenario, row, *world_), ScenarioError);
    const auto at_sea = suggestRegion(&*s.own_operator, *world_, GeoPoint{-40, -30});
    QVERIFY(at_sea.place == (GeoPoint{-40, -30}));
    check_names(placeRegion(s, at_sea, *world_).scenario, *world_);
}

void TestOperatorEdits::everyCityCanHaveARegion() {
    Scenario s = laid().scenario;
    for (std::size_t c = 0; c < world_->cities.size(); c += 23) {
        const auto row = suggestRegion(&*s.own_operator, *world_, CityId(c));
        QVERIFY2(is_region_code(row.code), row.code.c_str());
        s = placeRegion(s, row, *world_).scenario;
        QCOMPARE(make_operator(*s.own_operator, *world_).regions.back().city, CityId(c));
    }
    check_names(s, *world_);
}

void TestOperatorEdits::takesRegionsAway() {
    const Edit edit = removeOwnRegion(laid().scenario, "ams", *world_);
    QCOMPARE(edit.name, QStringLiteral("Take ams away"));
    QCOMPARE(edit.scenario.regions, std::vector<std::string>{"ewr"});
    const Scenario none = removeOwnRegion(edit.scenario, "ewr", *world_).scenario;
    QVERIFY(none.own_operator->regions.empty());
    const auto solved = catchments(Solver(world_).solve(none));
    QCOMPARE(solved->summary.unreached_users, solved->summary.users);
}

void TestOperatorEdits::addsAndRemovesSessions() {
    const Scenario s = laid().scenario;
    const OwnOperator::SessionRow row{Asn{4755}, Relationship::Peer, ""};
    const Edit edit = addOwnSession(s, "ewr", row, *world_);
    QCOMPARE(edit.name, QStringLiteral("Add a session of ewr with AS4755"));
    QVERIFY_EXCEPTION_THROWN(addOwnSession(edit.scenario, "ewr", row, *world_), ScenarioError);
    QVERIFY_EXCEPTION_THROWN(addOwnSession(edit.scenario, "ams", {Asn{4755}, Relationship::Provider, ""}, *world_),
                             ScenarioError);
    Scenario tuned = edit.scenario;
    tuned.tuning_for("ewr", Asn{4755}).prepend = 2;
    const Edit removed = removeOwnSession(tuned, "ewr", row, *world_);
    QCOMPARE(removed.name, QStringLiteral("Remove the session of ewr with AS4755"));
    QVERIFY(removed.scenario == s);
}

QTEST_APPLESS_MAIN(TestOperatorEdits)
#include "tst_operator_edits.moc"
