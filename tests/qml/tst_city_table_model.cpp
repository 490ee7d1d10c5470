// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "builtin.h"
#include "qml/models/city_table_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace catchment;
using qml::CityTableModel;
using Role = CityTableModel::Role;

class TestCityTableModel : public QObject {
    Q_OBJECT

private slots:
    void isSound();
    void rowsChangeInPlace();
    void saysWhatIsSolved();
    void saysWhyOfEveryCityThatIsNotAtItsNearest();
    void showsTheUnreachedAndTheCaptured();
    void findsRowsById();

private:
    static QVariant get(const CityTableModel &model, int row, int column, Role role) {
        return model.index(row, column).data(static_cast<int>(role));
    }
};

void TestCityTableModel::isSound() {
    CityTableModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setCatchments(testing::deployed({"ewr", "ams"}));
    QCOMPARE(model.rowCount(), static_cast<int>(testing::builtinWorld()->cities.size()));
    model.setColours([](const QString &) { return QColor(Qt::red); });
    model.setCatchments(testing::deployed({"ewr"}));
    model.setCatchments(nullptr);
    QCOMPARE(model.rowCount(), 0);
    model.setCatchments(testing::deployed({"nrt"}));
    QCOMPARE(model.rowCount(), static_cast<int>(testing::builtinWorld()->cities.size()));
}

void TestCityTableModel::rowsChangeInPlace() {
    CityTableModel model;
    model.setCatchments(testing::deployed({"ewr", "ams"}));
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    const QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    model.setCatchments(testing::deployed({"ewr", "ams", "nrt"}));
    QCOMPARE(changed.count(), 1);
    QCOMPARE(reset.count(), 0);
    QCOMPARE(removed.count(), 0);
}

void TestCityTableModel::saysWhatIsSolved() {
    const auto catchments = testing::deployed({"ewr", "ams", "nrt"});
    CityTableModel model;
    model.setCatchments(catchments);
    for (int row = 0; row < model.rowCount(); row += 13) {
        const CityOutcome &o = catchments->cities[static_cast<std::size_t>(row)];
        const City &city = catchments->world().city(o.city);
        QCOMPARE(model.cityAt(row).index(), o.city.index());
        QCOMPARE(model.index(row, CityTableModel::Name).data().toString().toStdString(), city.name);
        QCOMPARE(get(model, row, CityTableModel::Users, Role::Plain).toString().toStdString(),
                 std::to_string(city.users));
        if (o.region) {
            QCOMPARE(model.index(row, CityTableModel::RegionColumn).data().toString().toStdString(),
                     catchments->op().regions[o.region->index()].code);
            QCOMPARE(get(model, row, CityTableModel::Rtt, Role::Sort).toDouble(), o.rtt_ms);
            QCOMPARE(get(model, row, CityTableModel::Km, Role::Plain).toString(), QString::number(o.region_km, 'f', 0));
        }
    }
}

void TestCityTableModel::saysWhyOfEveryCityThatIsNotAtItsNearest() {
    const auto catchments = testing::deployed({"ewr", "ams"});
    CityTableModel model;
    model.setCatchments(catchments);
    int reasons = 0;
    for (int row = 0; row < model.rowCount(); ++row) {
        const CityOutcome &o = catchments->cities[static_cast<std::size_t>(row)];
        const QString why = model.index(row, CityTableModel::Why).data().toString();
        QCOMPARE(!why.isEmpty(), reason(*catchments, o.city).has_value());
        reasons += why.isEmpty() ? 0 : 1;
    }
    QVERIFY(reasons > 10);
}

void TestCityTableModel::showsTheUnreachedAndTheCaptured() {
    CityTableModel model;
    model.setCatchments(testing::deployed({}));
    QVERIFY(model.index(0, CityTableModel::RegionColumn).data().toString().contains(QStringLiteral("unreached")));
    QVERIFY(!get(model, 0, CityTableModel::Rtt, Role::Sort).isValid());
    QCOMPARE(get(model, 0, CityTableModel::Rtt, Role::Plain).toString(), QString());

    Scenario scenario;
    scenario.regions = {"ewr"};
    scenario.security.hijack = Hijack{Asn{4755}, "mumbai-in", 24, {Asn{4755}}};
    const auto captured = testing::solved(scenario);
    model.setCatchments(captured);
    int shown = 0;
    for (int row = 0; row < model.rowCount(); ++row) {
        const bool is = captured->cities[static_cast<std::size_t>(row)].captured;
        QCOMPARE(get(model, row, CityTableModel::RegionColumn, Role::Plain).toString() == qml::hijackerCode(), is);
        shown += is ? 1 : 0;
    }
    QVERIFY(shown > 0);
}

void TestCityTableModel::findsRowsById() {
    CityTableModel model;
    QCOMPARE(model.rowOf(QStringLiteral("berlin-de")), -1);
    model.setCatchments(testing::deployed({"ewr"}));
    const int row = model.rowOf(QStringLiteral("berlin-de"));
    QCOMPARE(get(model, row, 0, Role::Id).toString(), QStringLiteral("berlin-de"));
    QCOMPARE(model.rowOf(QStringLiteral("nowhere-zz")), -1);
}

QTEST_MAIN(TestCityTableModel)
#include "tst_city_table_model.moc"
