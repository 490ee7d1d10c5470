// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "builtin.h"
#include "qml/models/region_model.h"

#include <QAbstractItemModelTester>
#include <QGeoCoordinate>
#include <QSignalSpy>
#include <QSortFilterProxyModel>
#include <QTest>

using namespace catchment;
using qml::RegionModel;

namespace {

QVariant get(const QModelIndex &index, RegionModel::Role role) { return index.data(static_cast<int>(role)); }

} // namespace

class TestRegionModel : public QObject {
    Q_OBJECT

private slots:
    void isSoundFromEmptyToFull();
    void isSoundBehindAFilter();
    void groupsByContinentThenStatus();
    void tellsSharesOfWhatAnnounces();
    void tellsTuningAndFaults();
    void asksBeforeItTicks();
    void changesRowsAndNeverResets();
};

void TestRegionModel::isSoundFromEmptyToFull() {
    RegionModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setWorld(testing::builtinWorld());
    model.setScenario(story());
    model.setCatchments(testing::deployed({"ewr", "ams"}));
    model.setWorld(testing::builtinWorld());
    model.setWorld(nullptr);
    QCOMPARE(model.rowCount(), 0);
}

void TestRegionModel::isSoundBehindAFilter() {
    RegionModel model;
    QSortFilterProxyModel filter;
    filter.setSourceModel(&model);
    filter.setRecursiveFilteringEnabled(true);
    filter.setFilterRole(static_cast<int>(RegionModel::Role::SearchText));
    const QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setWorld(testing::builtinWorld());
    filter.setFilterFixedString(QStringLiteral("usa-east"));
    QCOMPARE(filter.rowCount(), 1);
    const QModelIndex group = filter.index(0, 0);
    QCOMPARE(filter.rowCount(group), 1);
    QCOMPARE(get(filter.index(0, 0, group), RegionModel::Role::Code).toString(), QStringLiteral("ewr"));
    filter.setFilterFixedString({});
    QVERIFY(filter.rowCount() > 5);
}

void TestRegionModel::groupsByContinentThenStatus() {
    RegionModel model;
    model.setWorld(testing::builtinWorld());
    const QModelIndex ams = model.indexOf(QStringLiteral("ams"));
    QVERIFY(ams.isValid());
    QCOMPARE(get(ams.parent(), RegionModel::Role::Name).toString(), QStringLiteral("Europe"));
    QCOMPARE(get(model.indexOf(QStringLiteral("nrt")).parent(), RegionModel::Role::Name).toString(),
             QStringLiteral("Asia"));
    const QModelIndex last = model.index(model.rowCount() - 1, 0);
    QCOMPARE(get(last, RegionModel::Role::Status).toInt(), static_cast<int>(RegionStatus::Former));
    int regions = 0;
    for (int row = 0; row < model.rowCount(); ++row) {
        regions += model.rowCount(model.index(row, 0));
    }
    QCOMPARE(regions, static_cast<int>(testing::builtinWorld()->own_operator.regions.size()));
    QVERIFY(!model.indexOf(QStringLiteral("xyz")).isValid());
    QVERIFY(!model.index(0, 0, ams).isValid());
}

void TestRegionModel::tellsSharesOfWhatAnnounces() {
    RegionModel model;
    model.setWorld(testing::builtinWorld());
    model.setScenario(story());
    model.setCatchments(testing::deployed({"ewr", "ams"}));
    const QModelIndex ewr = model.indexOf(QStringLiteral("ewr"));
    const QModelIndex ams = model.indexOf(QStringLiteral("ams"));
    const double sum = get(ewr, RegionModel::Role::Share).toDouble() + get(ams, RegionModel::Role::Share).toDouble();
    QVERIFY(qAbs(sum - 1) < 1e-9);
    QVERIFY(get(ewr, RegionModel::Role::MedianRtt).toDouble() > 0);
    QCOMPARE(ewr.data(Qt::CheckStateRole).toInt(), static_cast<int>(Qt::Checked));
    const QModelIndex nrt = model.indexOf(QStringLiteral("nrt"));
    QCOMPARE(get(nrt, RegionModel::Role::Users).toDouble(), 0.0);
    QCOMPARE(nrt.data(Qt::CheckStateRole).toInt(), static_cast<int>(Qt::Unchecked));
    const auto position = get(nrt, RegionModel::Role::Position).value<QGeoCoordinate>();
    QVERIFY(position.isValid());
    QVERIFY(position.distanceTo(QGeoCoordinate(35.7, 139.7)) < 100e3);
}

void TestRegionModel::tellsTuningAndFaults() {
    RegionModel model;
    model.setWorld(testing::builtinWorld());
    Scenario scenario = story();
    scenario.tuning_for("ams").prepend = 2;
    scenario.tuning_for("ams", Asn{1299}).withhold = true; // of one session: not of the region
    scenario.faults.regions = {"ewr"};
    model.setScenario(scenario);
    const QModelIndex ams = model.indexOf(QStringLiteral("ams"));
    QCOMPARE(get(ams, RegionModel::Role::Prepend).toInt(), 2);
    QCOMPARE(get(ams, RegionModel::Role::Withheld).toBool(), false);
    QVERIFY(get(ams, RegionModel::Role::Announces).toBool());
    const QModelIndex ewr = model.indexOf(QStringLiteral("ewr"));
    QVERIFY(get(ewr, RegionModel::Role::Failed).toBool());
    QVERIFY(!get(ewr, RegionModel::Role::Announces).toBool());
    QVERIFY(!get(ewr, RegionModel::Role::State).toString().isEmpty());
}

void TestRegionModel::asksBeforeItTicks() {
    RegionModel model;
    model.setWorld(testing::builtinWorld());
    model.setScenario(story());
    const QSignalSpy asked(&model, &RegionModel::deploymentRequested);
    const QModelIndex nrt = model.indexOf(QStringLiteral("nrt"));
    QVERIFY(model.setData(nrt, Qt::Checked, Qt::CheckStateRole));
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked.front().at(0).toString(), QStringLiteral("nrt"));
    QCOMPARE(asked.front().at(1).toBool(), true);
    QCOMPARE(nrt.data(Qt::CheckStateRole).toInt(), static_cast<int>(Qt::Unchecked));
    QVERIFY(!model.setData(nrt.parent(), Qt::Checked, Qt::CheckStateRole));
    QVERIFY(!model.setData(nrt, Qt::Unchecked, Qt::CheckStateRole)); // as it is already
    QCOMPARE(asked.count(), 1);
}

void TestRegionModel::changesRowsAndNeverResets() {
    RegionModel model;
    model.setWorld(testing::builtinWorld());
    const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    const QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setScenario(story());
    model.setCatchments(testing::deployed({"ewr", "ams"}));
    QCOMPARE(reset.count(), 0);
    QCOMPARE(inserted.count(), 0);
    QVERIFY(changed.count() > 0);
}

QTEST_GUILESS_MAIN(TestRegionModel)
#include "tst_region_model.moc"
