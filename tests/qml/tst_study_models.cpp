// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "builtin.h"
#include "qml/models/deployment_model.h"
#include "qml/models/next_region_model.h"
#include "qml/models/numbers.h"

#include <QAbstractItemModelTester>
#include <QColor>
#include <QTest>

using namespace catchment;
using qml::DeploymentModel;
using qml::NextRegionModel;

/// What studies found, as rows.
class TestStudyModels : public QObject {
    Q_OBJECT

private slots:
    void nextRegions();
    void deployments();
};

namespace {

QString text(const QAbstractItemModel &model, int row, int column) {
    return model.index(row, column).data().toString();
}

std::shared_ptr<const Operator> builtinOperator() {
    const auto world = testing::builtinWorld();
    return {world, &world->own_operator};
}

RegionId region(const char *code) { return *find_region(testing::builtinWorld()->own_operator, code); }

} // namespace

void TestStudyModels::nextRegions() {
    NextRegionModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    NextRegions regions;
    regions.ranked.resize(2);
    regions.ranked[0] = {region("nrt"), {}, 12.4, 2.1e9, 8.1e6};
    regions.ranked[0].after.mean_rtt_ms = 103.2;
    regions.ranked[1] = {region("sin"), {}, -3, 1e6, 0};
    model.setRegions(builtinOperator(), regions);
    QCOMPARE(model.rowCount(), 2);
    QVERIFY(text(model, 0, NextRegionModel::Name).contains(QStringLiteral("nrt")));
    QCOMPARE(text(model, 0, NextRegionModel::MeanRtt), QStringLiteral("103 ms"));
    QCOMPARE(text(model, 0, NextRegionModel::Gained), QStringLiteral("−12 ms"));
    QCOMPARE(text(model, 1, NextRegionModel::Gained), QStringLiteral("+3.0 ms"));
    QCOMPARE(text(model, 0, NextRegionModel::Moved), qml::usersText(2.1e9));
    QVERIFY(model.index(0, 0).data(Qt::ToolTipRole).toString().contains(qml::usersText(8.1e6)));
    QVERIFY(!model.index(1, 0).data(Qt::ToolTipRole).isValid());
    QCOMPARE(model.index(1, 3).data(static_cast<int>(NextRegionModel::Role::Code)).toString(), QStringLiteral("sin"));
    model.setColours([](const QString &code) { return code == QLatin1String("nrt") ? Qt::red : Qt::blue; });
    const auto colour = static_cast<int>(NextRegionModel::Role::Colour);
    QCOMPARE(model.index(0, NextRegionModel::Name).data(colour).value<QColor>(), QColor(Qt::red));
    QVERIFY(!model.index(0, NextRegionModel::Moved).data(colour).isValid());
    model.clear();
    QCOMPARE(model.rowCount(), 0);
}

void TestStudyModels::deployments() {
    DeploymentModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setDeployments(builtinOperator(), {{{region("ewr"), region("nrt")}, 0, 41.26}, {{region("ams")}, 3e6, 12}},
                         QStringLiteral("mean"));
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.headerData(DeploymentModel::Value, Qt::Horizontal).toString(), QStringLiteral("mean"));
    QCOMPARE(text(model, 0, DeploymentModel::Rank), QStringLiteral("1"));
    QCOMPARE(text(model, 0, DeploymentModel::Regions), QStringLiteral("ewr, nrt"));
    QCOMPARE(text(model, 0, DeploymentModel::Value), QStringLiteral("41.3 ms"));
    QCOMPARE(text(model, 0, DeploymentModel::Unreached), QStringLiteral("–"));
    QCOMPARE(text(model, 1, DeploymentModel::Unreached), qml::usersText(3e6));
    QCOMPARE(model.index(0, 2).data(static_cast<int>(DeploymentModel::Role::Codes)).toStringList(),
             (QStringList{QStringLiteral("ewr"), QStringLiteral("nrt")}));
    model.clear();
    QCOMPARE(model.rowCount(), 0);
}

QTEST_APPLESS_MAIN(TestStudyModels)
#include "tst_study_models.moc"
