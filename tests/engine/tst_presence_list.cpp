// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "io/input_error.h"
#include "io/presence_list.h"

#include <QTest>

using namespace catchment;

/// The reader of presence lists.
class TestPresenceList : public QObject {
    Q_OBJECT

private slots:
    void threeColumns();
    void allColumns();
    void refusals_data();
    void refusals();
};

void TestPresenceList::threeColumns() {
    const PresenceList list = parse_presence_list("f", "country,asn,region,city\nus,42,NA, Ashburn \n\"DE\",7,,Köln\n");
    QCOMPARE(list.rows.size(), std::size_t{2});
    const PresenceRow &row = list.rows.front();
    QCOMPARE(row.asn.value, 42u);
    QCOMPARE(row.city, std::string("Ashburn"));
    QCOMPARE(row.country, std::string("US"));
    QVERIFY(row.exchange.empty() && !row.place && !row.policy);
    QCOMPARE(row.line, std::size_t{2});
    QCOMPARE(list.rows.back().city, std::string("Köln"));
}

void TestPresenceList::allColumns() {
    const PresenceList list = parse_presence_list("f", "asn,city,country,ix_name,lat,lon,policy\n"
                                                       "1,London,GB,LINX LON1,51.5,-0.1,Open\n"
                                                       "2,,,,-90,180,restrictive\n3,Paris,FR,,,,selective\n");
    QCOMPARE(list.rows[0].exchange, std::string("LINX LON1"));
    QVERIFY((list.rows[0].place == GeoPoint{51.5, -0.1}));
    QVERIFY(list.rows[0].policy == PeeringPolicy::Open);
    QVERIFY((list.rows[1].place == GeoPoint{-90, 180}) && list.rows[1].city.empty());
    QVERIFY(list.rows[1].policy == PeeringPolicy::Restrictive);
    QVERIFY(!list.rows[2].place && list.rows[2].policy == PeeringPolicy::Selective);
}

void TestPresenceList::refusals_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("message");
    const QByteArray full = "asn,city,country,lat,lon,policy\n1,Rome,IT,,,\n";
    QTest::newRow("empty") << QByteArray() << "f: the table is empty; expected a header line: asn,city,country";
    QTest::newRow("no rows") << QByteArray("asn,city,country\n")
                             << "f: has no rows; expected a network and its city in each";
    QTest::newRow("column missing") << QByteArray("asn,town,country\n1,a,b\n")
                                    << "f:1: no column 'city'; expected a header line: asn,city,country";
    QTest::newRow("no asn") << full + "x,Rome,IT,,,\n"
                            << "f:3: asn 'x'; expected a whole number, at most 4294967295";
    QTest::newRow("asn 0") << full + "0,Rome,IT,,,\n"
                           << "f:3: AS number 0; expected numbers from 1 to 4294967295";
    QTest::newRow("nowhere") << full + "2, ,IT,,,\n"
                             << "f:3: neither a city nor coordinates; expected where the network is";
    QTest::newRow("half a place") << full + "2,Rome,IT,1,,\n"
                                  << "f:3: lon ''; expected a number with a decimal point";
    QTest::newRow("off the globe")
        << full + "2,Rome,IT,91,0,\n"
        << "f:3: a place off the globe; expected latitudes from -90 to 90, longitudes from -180 to 180";
    QTest::newRow("policy") << full + "2,Rome,IT,,,maybe\n"
                            << "f:3: policy 'maybe'; expected open, selective or restrictive, or nothing";
    QTest::newRow("fields") << full + "2,Rome\n"
                            << "f:3: 2 fields; expected 6, as in the header line";
    QTest::newRow("binary") << QByteArray("\x00\x01", 2) << "f:1: a zero byte; expected a text file (CSV, UTF-8)";
}

void TestPresenceList::refusals() {
    QFETCH(QByteArray, content);
    QFETCH(QString, message);
    try {
        parse_presence_list("f", content.toStdString());
        QFAIL("not refused");
    } catch (const InputError &error) {
        QCOMPARE(QString(error.what()), message);
    }
}

QTEST_APPLESS_MAIN(TestPresenceList)
#include "tst_presence_list.moc"
