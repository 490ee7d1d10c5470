// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/row_delegate.h"
#include "app/panels/validator_model.h"
#include "io/world_reader.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace catchment;
using namespace catchment::app;

/// Networks to tick for origin validation: a few of them, and ticks only ask.
class TestValidatorModel : public QObject {
    Q_OBJECT

private slots:
    void showsAFew();
    void ticksAsk();
};

void TestValidatorModel::showsAFew() {
    const auto world = read_world(CATCHMENT_RESOURCES "/world");
    ValidatorModel model;
    const QAbstractItemModelTester tester(&model);
    model.setSearch(std::make_shared<NetworkSearch>(world));
    QCOMPARE(model.rowCount(), static_cast<int>(ValidatorModel::mostRows) + 1);
    QCOMPARE(model.index(model.rowCount() - 1).flags(), Qt::ItemFlags());
    model.look(QStringLiteral("as1299"));
    QCOMPARE(model.index(0).data(RowDelegate::Figure).toString(), QStringLiteral("AS1299"));
    model.look(QStringLiteral("nothing-is-called-so"));
    QCOMPARE(model.rowCount(), 0);
}

void TestValidatorModel::ticksAsk() {
    ValidatorModel model;
    model.setSearch(std::make_shared<NetworkSearch>(read_world(CATCHMENT_RESOURCES "/world")));
    model.setValidators({Asn{3356}, Asn{174}});
    model.look(QStringLiteral("1299"));
    const QSignalSpy asked(&model, &ValidatorModel::validationRequested);
    QVERIFY(!model.setData(model.index(0), static_cast<int>(Qt::Unchecked), Qt::CheckStateRole));
    QVERIFY(model.setData(model.index(0), static_cast<int>(Qt::Checked), Qt::CheckStateRole));
    QCOMPARE(asked.front()[0].value<Asn>(), Asn{1299});
    QVERIFY(asked.front()[1].toBool());
    QCOMPARE(model.index(0).data(Qt::CheckStateRole).toInt(), static_cast<int>(Qt::Unchecked));
    model.setValidators({Asn{1299}});
    QCOMPARE(model.index(0).data(Qt::CheckStateRole).toInt(), static_cast<int>(Qt::Checked));
}

QTEST_APPLESS_MAIN(TestValidatorModel)
#include "tst_validator_model.moc"
