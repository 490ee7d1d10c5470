// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/sample.h"
#include "qml/models/moves_model.h"
#include "qml/models/numbers.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace catchment;
using qml::MovesModel;
using qml::RegionMovesModel;

/// Who moved, and what each region gained and lost.
class TestMovesModel : public QObject {
    Q_OBJECT

private slots:
    void groupsHoldTheSameUsers();
    void regionsGainWhatOthersLose();
};

namespace {

constexpr int movesSort = static_cast<int>(MovesModel::Role::Sort);
constexpr int regionsSort = static_cast<int>(RegionMovesModel::Role::Sort);

double sum(const QAbstractItemModel &model, int column, int role) {
    double all = 0;
    for (int row = 0; row < model.rowCount(); ++row)
        all += model.index(row, column).data(role).toDouble();
    return all;
}

} // namespace

void TestMovesModel::groupsHoldTheSameUsers() {
    const auto before = test::sample_catchments();
    const auto after = test::sample_catchments({"ewr", "ams", "nrt"});
    const Comparison comparison = compare(*before, *after);
    QVERIFY(comparison.moved_users > 0);
    MovesModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    for (const auto group : {MovesModel::Group::City, MovesModel::Group::Country, MovesModel::Group::Network}) {
        model.setComparison(comparison, after->world(), group);
        QVERIFY(model.rowCount() > 0);
        QVERIFY(std::abs(sum(model, MovesModel::Users, movesSort) - comparison.moved_users) < 1);
        for (int row = 1; row < model.rowCount(); ++row)
            QVERIFY(model.index(row - 1, MovesModel::Users).data(movesSort).toDouble() >=
                    model.index(row, MovesModel::Users).data(movesSort).toDouble());
        const QString id = model.index(0, 0).data(static_cast<int>(MovesModel::Role::City)).toString();
        QCOMPARE(id.isEmpty(), group != MovesModel::Group::City);
        QCOMPARE(model.index(0, MovesModel::Users).data().toString(),
                 qml::usersText(model.index(0, MovesModel::Users).data(movesSort).toDouble()));
    }
    model.clear();
    QCOMPARE(model.rowCount(), 0);
}

void TestMovesModel::regionsGainWhatOthersLose() {
    const auto before = test::sample_catchments();
    const auto after = test::sample_catchments({"ewr", "ams", "nrt"});
    const Comparison comparison = compare(*before, *after);
    RegionMovesModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setMoves(moves_by_region(comparison, *before, *after), after->op());
    QCOMPARE(model.rowCount(), 3);
    for (int row = 0; row < model.rowCount(); ++row) {
        const auto figure = [&](int column) { return model.index(row, column).data(regionsSort).toDouble(); };
        QVERIFY(std::abs(figure(RegionMovesModel::Before) + figure(RegionMovesModel::Gained) -
                         figure(RegionMovesModel::Lost) - figure(RegionMovesModel::After)) < 1);
    }
    QVERIFY(std::abs(sum(model, RegionMovesModel::Gained, regionsSort) -
                     sum(model, RegionMovesModel::Lost, regionsSort)) < 1);
    model.clear();
    QCOMPARE(model.rowCount(), 0);
}

QTEST_MAIN(TestMovesModel)
#include "tst_moves_model.moc"
