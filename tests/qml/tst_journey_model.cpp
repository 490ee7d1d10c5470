// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "builtin.h"
#include "qml/models/journey_model.h"
#include "routing/solver.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace catchment;
using qml::JourneyModel;
using qml::JourneyRoute;
using qml::JourneyStep;

namespace {

QVariant get(const QModelIndex &index, JourneyModel::Role role) { return index.data(static_cast<int>(role)); }

/// The first city for which `wanted` holds.
template <class Predicate>
CityId cityWhere(const Catchments &catchments, Predicate wanted) {
    for (const CityOutcome &outcome : catchments.cities) {
        if (wanted(outcome)) {
            return outcome.city;
        }
    }
    qFatal("no such city");
}

} // namespace

class TestJourneyModel : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { catchments_ = testing::deployed({"ewr", "ams"}); }
    void isSound();
    void tellsLookupDecisionsAndArrival();
    void tellsWhatTheAnswerWas();
    void theWinnerStandsFirst();
    void saysWhyNotTheNearest();
    void saysWhatHangsOnATie();
    void tellsOfCapture();
    void saysWhereNothingIsReached();

private:
    std::shared_ptr<const Catchments> catchments_;
};

void TestJourneyModel::isSound() {
    JourneyModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    for (const char *name : {"Chicago", "Berlin", "Tokyo"}) {
        const auto city = find_city(catchments_->world(), name);
        QVERIFY(city);
        const auto way = journey(*catchments_, *city);
        QVERIFY(way);
        model.setSteps(qml::journeySteps(*catchments_, *way));
        QVERIFY(model.rowCount() >= 3);
    }
    model.setSteps({});
    QCOMPARE(reset.count(), 0);
}

void TestJourneyModel::tellsLookupDecisionsAndArrival() {
    const auto way = journey(*catchments_, *find_city(catchments_->world(), "Chicago"));
    QVERIFY(way);
    JourneyModel model;
    model.setSteps(qml::journeySteps(*catchments_, *way));
    QCOMPARE(get(model.index(0, 0), JourneyModel::Role::Kind).toInt(), static_cast<int>(JourneyStep::Kind::Lookup));
    for (int i = 0; i < static_cast<int>(way->decisions.size()); ++i) {
        const QModelIndex step = model.index(i + 1, 0);
        QCOMPARE(get(step, JourneyModel::Role::Kind).toInt(), static_cast<int>(JourneyStep::Kind::Decision));
        QCOMPARE(get(step, JourneyModel::Role::Decision).toInt(), i);
    }
    const QModelIndex arrival = model.index(static_cast<int>(way->decisions.size()) + 1, 0);
    QCOMPARE(get(arrival, JourneyModel::Role::Kind).toInt(), static_cast<int>(JourneyStep::Kind::Arrival));
    QCOMPARE(get(arrival, JourneyModel::Role::Region).toString(), QStringLiteral("ewr"));
    QVERIFY(qml::journeyHeadline(*catchments_, *way).startsWith(QStringLiteral("Chicago → ewr")));
}

void TestJourneyModel::tellsWhatTheAnswerWas() {
    Scenario scenario = *catchments_->solution->scenario;
    scenario.steering = Steering::Dns;
    scenario.dns = {ResolverKind::Public, 0, false, 77};
    const auto world = catchments_->solution->topology->shared_world();
    for (const bool subnet : {false, true}) {
        scenario.dns.client_subnet = subnet;
        const auto dns = catchments(Solver(world).solve(scenario));
        const auto way = journey(*dns, *find_city(*world, "Chicago"));
        const std::vector<JourneyStep> steps = qml::journeySteps(*dns, *way);
        QCOMPARE(steps[0].region, QStringLiteral("ewr"));
        const std::string who = world->resolvers[way->outcome.resolver->index()].operator_name;
        QVERIFY(steps[0].detail.contains(QString::fromStdString(who)));
        QVERIFY(steps[0].detail.contains(QStringLiteral("77 s")));
        QCOMPARE(steps[0].detail.contains(QStringLiteral("RFC 7871")), subnet);
        for (std::size_t i = 1; i + 1 < steps.size(); ++i) {
            for (const JourneyRoute &route : steps[i].routes) {
                QCOMPARE(route.region, QStringLiteral("ewr")); // nobody else announces that prefix
            }
        }
    }
}

void TestJourneyModel::theWinnerStandsFirst() {
    JourneyModel model;
    const auto way = journey(*catchments_, *find_city(catchments_->world(), "Paris"));
    QVERIFY(way);
    model.setSteps(qml::journeySteps(*catchments_, *way));
    int routes_seen = 0;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex step = model.index(row, 0);
        for (int i = 0; i < model.rowCount(step); ++i) {
            const QModelIndex route = model.index(i, 0, step);
            QCOMPARE(get(route, JourneyModel::Role::Won).toBool(), i == 0);
            QVERIFY(!get(route, JourneyModel::Role::Detail).toString().isEmpty());
            QVERIFY(!route.data(Qt::AccessibleTextRole).toString().isEmpty());
            ++routes_seen;
        }
    }
    QVERIFY(routes_seen > 1);
}

void TestJourneyModel::saysWhyNotTheNearest() {
    const CityId city = cityWhere(*catchments_, [&](const CityOutcome &outcome) {
        if (!outcome.not_nearest) {
            return false;
        }
        const auto way = journey(*catchments_, outcome.city);
        return way && way->outcome.region == outcome.region;
    });
    JourneyModel model;
    model.setSteps(qml::journeySteps(*catchments_, *journey(*catchments_, city)));
    const QModelIndex remark = model.index(model.rowCount() - 1, 0);
    QCOMPARE(get(remark, JourneyModel::Role::Kind).toInt(), static_cast<int>(JourneyStep::Kind::Remark));
    QVERIFY(!get(remark, JourneyModel::Role::Detail).toString().isEmpty());
}

void TestJourneyModel::saysWhatHangsOnATie() {
    const auto way_where = [&](bool contested) {
        const CityId city = cityWhere(*catchments_, [&](const CityOutcome &outcome) {
            const auto way = journey(*catchments_, outcome.city);
            return outcome.region && way && way->outcome.region && way->outcome.contested() == contested;
        });
        return *journey(*catchments_, city);
    };
    const auto arrival = [&](const Journey &way) {
        const auto steps = qml::journeySteps(*catchments_, way);
        return std::ranges::find(steps, JourneyStep::Kind::Arrival, &JourneyStep::kind)->detail;
    };
    const Journey contested = way_where(true);
    QVERIFY(arrival(contested).contains(QStringLiteral("Contested")));
    QVERIFY(qml::contestedHeadline(contested).contains(QStringLiteral("certain")));
    const auto steps = qml::journeySteps(*catchments_, contested);
    QVERIFY(std::ranges::any_of(
        steps, [](const JourneyStep &step) { return step.detail.contains(QStringLiteral("routes tie here")); }));
    const Journey certain = way_where(false);
    QVERIFY(arrival(certain).contains(QStringLiteral("Certain")));
    QVERIFY(qml::contestedHeadline(certain).isEmpty());
}

void TestJourneyModel::tellsOfCapture() {
    Scenario scenario;
    scenario.regions = {"ewr"};
    scenario.security.hijack = Hijack{Asn{4755}, "mumbai-in", 24, {Asn{4755}}};
    scenario.security.origin_validation = {Asn{7922}}; // Comcast, and nobody behind it
    const auto hijacked = testing::solved(scenario);
    const auto way = journey(*hijacked, *find_city(hijacked->world(), "Chicago"));
    QCOMPARE(hijacked->world().network(way->outcome.network).asn.value, 7922u);
    QVERIFY(way->outcome.captured);
    QVERIFY(qml::journeyHeadline(*hijacked, *way).contains(QStringLiteral("captured by AS4755")));
    const auto steps = qml::journeySteps(*hijacked, *way);
    QCOMPARE(steps.back().kind, JourneyStep::Kind::Arrival);
    QCOMPARE(steps.back().region, qml::hijackerCode());
    const JourneyStep &first = steps[1]; // what validation dropped is told with its reason
    QVERIFY(std::ranges::any_of(first.routes, [](const JourneyRoute &route) {
        return route.region == qml::hijackerCode() && route.verdict.contains(QStringLiteral("origin validation"));
    }));
}

void TestJourneyModel::saysWhereNothingIsReached() {
    const auto nothing = testing::deployed({});
    const auto way = journey(*nothing, *find_city(nothing->world(), "Chicago"));
    QVERIFY(way);
    QVERIFY(qml::journeyHeadline(*nothing, *way).contains(QStringLiteral("unreached")));
    const auto steps = qml::journeySteps(*nothing, *way);
    QCOMPARE(steps.back().kind, JourneyStep::Kind::Arrival);
    QVERIFY(steps.back().region.isEmpty());
}

QTEST_GUILESS_MAIN(TestJourneyModel)
#include "tst_journey_model.moc"
