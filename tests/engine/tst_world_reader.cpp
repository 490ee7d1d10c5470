// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "io/input_error.h"
#include "io/world_reader.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace catchment;

/// Worlds from tables: what is read, and that every mistake is named with its file and line.
class TestWorldReader : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void readsTheTables();
    void readsTheTestWorld();
    void readsFromElsewhere();
    void refuses_data();
    void refuses();
    void missingTables_data();
    void missingTables();
    void missingFolder();
    void cycleNamesItsLines();

private:
    QMap<QString, QByteArray> tables_;
};

namespace {

void write(const QTemporaryDir &dir, const QString &table, const QByteArray &content) {
    QFile file(dir.filePath(table));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

const QStringList names = {"world.json",   "cities.csv",  "networks.csv", "exchanges.csv",
                           "presence.csv", "links.csv",   "members.csv",  "access.csv",
                           "fibre.csv",    "regions.csv", "sessions.csv", "resolvers.csv"};

} // namespace

void TestWorldReader::initTestCase() {
    for (const QString &name : names) {
        QFile file(QDir(CATCHMENT_TEST_DATA "/small-world").filePath(name));
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
        tables_[name] = file.readAll();
    }
}

void TestWorldReader::readsTheTestWorld() {
    const auto world = read_world(CATCHMENT_TEST_DATA "/small-world");
    QCOMPARE(world->name, "Small world");
    QCOMPARE(world->date, "2026-01-01");
    QCOMPARE(world->sources.size(), 1u);
    QCOMPARE(world->sources[0].licence, "CC0");
    QCOMPARE(world->cities.size(), 4u);
    const City &paris = world->city(world->city_by_id.at("paris-fr"));
    QCOMPARE(paris.name, "Paris, \"la Ville\"");
    QCOMPARE(paris.country, "FR");
    QCOMPARE(paris.place, (GeoPoint{48.86, 2.35}));
    QCOMPARE(paris.users, 10'000'000u);
    QCOMPARE(world->networks.size(), 4u); // the operator is not among them
    QVERIFY(world->network(world->network_by_asn.at(Asn{174})).kind == NetworkKind::Tier1);
    QCOMPARE(world->routers.size(), 7u);
    QCOMPARE(world->exchanges.size(), 1u);
    QCOMPARE(world->members.size(), 3u);
    // Listed: 174–3215 in two places, 174–3320 in their nearest pair; open members: 3215 and 6939.
    QCOMPARE(world->links.size(), 4u);
    QCOMPARE(world->interconnections.size(), 5u);
    QCOMPARE(world->link(LinkId(0)).b_to_a, Relationship::Customer);
    QCOMPARE(world->link(LinkId(0)).note, "transit, in two places");
    QCOMPARE(world->fibre.size(), 3u);
    QVERIFY(world->fibre[2].kind == FibreKind::Submarine);
    QCOMPARE(world->fibre[2].metres, 6'300'500u);
    QCOMPARE(world->resolvers.size(), 1u);
    const Operator &op = world->own_operator;
    QCOMPARE(op.asn, Asn{64500});
    QCOMPARE(op.prefix, (Prefix{0xCB007000, 22}));
    QCOMPARE(op.regions.size(), 3u);
    QCOMPARE(op.regions[1].aliases, (std::vector<std::string>{"usa-east", "new-york"}));
    QVERIFY(op.regions[2].status == RegionStatus::Former);
    QCOMPARE(op.sessions.size(), 3u);
    QVERIFY(op.sessions[1].via && world->exchange(*op.sessions[1].via).id == "decix");
    QVERIFY(op.sessions[1].neighbour_is == Relationship::Peer);
    QCOMPARE(world->access_of(world->city_by_id.at("paris-fr")).size(), 2u);
}

void TestWorldReader::readsTheTables() {
    // The same with another line end, a mark, another order of columns and one more of them.
    const QTemporaryDir dir;
    for (const QString &name : names) {
        write(dir, name, "\xEF\xBB\xBF" + QByteArray(tables_[name]).replace("\n", "\r\n"));
    }
    write(dir, "exchanges.csv", "city,comment,name,id\nfrankfurt-de,\"x, y\",DE-CIX,decix\n");
    const auto world = read_world(dir.path().toStdString());
    QCOMPARE(world->cities.size(), 4u);
    QCOMPARE(world->exchanges[0].name, "DE-CIX");
    QCOMPARE(world->interconnections.size(), 5u);
}

void TestWorldReader::readsFromElsewhere() {
    QStringList asked;
    const auto world = parse_world("w", [&](const std::string &table) {
        asked.append(QString::fromStdString(table));
        return tables_[asked.back()].toStdString();
    });
    asked.sort();
    QCOMPARE(asked, tables_.keys());
    QCOMPARE(world->routers.size(), read_world(CATCHMENT_TEST_DATA "/small-world")->routers.size());
}

void TestWorldReader::refuses_data() {
    QTest::addColumn<QString>("table");
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<int>("line");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char *name, const char *table, const char *from, const char *to, int line,
                        const char *says) {
        QTest::newRow(name) << QString(table) << QByteArray(from) << QByteArray(to) << line << QByteArray(says);
    };
    row("latitude out of range", "cities.csv", "48.86", "98.86", 3, "latitude");
    row("longitude that is no number", "cities.csv", "8.68", "8°41'", 2, "lon '8°41''");
    row("decimal comma", "cities.csv", "48.86", "\"48,86\"", 3, "lat '48,86'");
    row("users below zero", "cities.csv", "10000000", "-1", 3, "users '-1'");
    row("users in quarters", "cities.csv", "10000000", "1.25", 3, "users '1.25'");
    row("city twice", "cities.csv", "new-york-us,", "paris-fr,", 4, "'paris-fr' is listed twice");
    row("city id with a capital", "cities.csv", "new-york-us,", "New-York,", 4, "'New-York'");
    row("city without a name", "cities.csv", ",New York,", ",,", 4, "without a name");
    row("country in words", "cities.csv", ",US,", ",USA,", 4, "'USA'");
    row("quote not closed", "cities.csv", "Ville\"\"\"", "Ville\"\"", 3, "not closed");
    row("missing column", "cities.csv", ",lat,lon,", ",latitude,lon,", 1, "no column 'lat'");
    row("too few fields", "cities.csv", ",8.68,", ",", 2, "5 fields");
    row("too many fields", "networks.csv", "174,Cogent,", "174,Cogent,Inc,", 3, "5 fields");
    row("AS number that is none", "networks.csv", "3320,", "AS3320,", 5, "asn 'AS3320'");
    row("AS number too large", "networks.csv", "3320,", "4294967296,", 5, "asn '4294967296'");
    row("AS number 0", "networks.csv", "3320,", "0,", 5, "AS number 0");
    row("network twice", "networks.csv", "3320,", "174,", 5, "AS174 is listed twice");
    row("unknown kind", "networks.csv", "tier1", "tier 1", 3, "kind 'tier 1'");
    row("router nowhere", "presence.csv", "174,paris-fr", "174,parys-fr", 3, "'parys-fr'");
    row("router of nobody", "presence.csv", "174,paris-fr", "175,paris-fr", 3, "AS175");
    row("router twice", "presence.csv", "174,paris-fr", "174,frankfurt-de", 3, "twice");
    row("exchange nowhere", "exchanges.csv", ",frankfurt-de", ",frankfurt", 2, "'frankfurt'");
    row("link of nobody", "links.csv", "174,3320,", "174,3321,", 3, "AS3321");
    row("unknown relationship", "links.csv", "174,3320,peering", "174,3320,peer", 3, "kind 'peer'");
    row("two relationships", "links.csv", "6939,3320,peering", "174,3215,peering", 4, "two different relationships");
    row("link twice", "links.csv", "6939,3320,peering", "174,3215,transit", 4, "linked twice");
    row("unknown place", "links.csv", "paris-fr;decix", "paris-fr;decis", 2, "'decis'");
    row("member of nothing", "members.csv", "decix,174", "linx,174", 2, "'linx'");
    row("unknown policy", "members.csv", "selective", "closed", 2, "policy 'closed'");
    row("share above one", "access.csv", "paris-fr,6939,0.25", "paris-fr,6939,25", 4, "share");
    row("share of nobody", "access.csv", "paris-fr,6939", "paris-fr,6940", 4, "AS6940");
    row("fibre nowhere", "fibre.csv", "paris-fr,frankfurt-de", "paris-fr,frankfort-de", 2, "'frankfort-de'");
    row("fibre shorter than the Earth allows", "fibre.csv", ",6300.5,", ",630.5,", 4, "great circle");
    row("unknown kind of fibre", "fibre.csv", "submarine", "wet", 4, "kind 'wet'");
    row("region nowhere", "regions.csv", ",new-york-us,", ",newark-us,", 3, "'newark-us'");
    row("region twice", "regions.csv", "ewr,", "fra,", 3, "'fra' is taken");
    row("unknown status", "regions.csv", "former", "gone", 4, "status 'gone'");
    row("session of no region", "sessions.csv", "ewr,174", "ewx,174", 4, "'ewx'");
    row("unknown neighbour", "sessions.csv", "ewr,174", "ewr,17", 4, "AS17");
    row("session over nothing", "sessions.csv", "peer,decix", "peer,decis", 3, "'decis'");
    row("unknown kind of session", "sessions.csv", "peer,decix", "peering,decix", 3, "'peering'");
    row("resolver nowhere", "resolvers.csv", "paris-fr", "lutetia", 2, "'lutetia'");
    row("world of another format", "world.json", "catchment-world", "catchment-scenario", 2, "'format'");
    row("prefix with host bits", "world.json", "203.0.112.0/22", "203.0.113.0/22", 6, "'prefix'");
    row("unknown key", "world.json", "\"date\"", "\"day\"", 4, "'day'");
    row("no JSON", "world.json", "\"version\": 1,", "\"version\": 1", 4, "not JSON at '\"name\"'");
}

void TestWorldReader::refuses() {
    QFETCH(QString, table);
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(int, line);
    QFETCH(QByteArray, says);
    const QTemporaryDir dir;
    for (const QString &name : names) {
        QByteArray content = tables_[name];
        if (name == table) {
            const auto at = content.indexOf(from);
            QVERIFY2(at >= 0, "nothing to break");
            content.replace(at, from.size(), to);
        }
        write(dir, name, content);
    }
    try {
        read_world(dir.path().toStdString());
        QFAIL("was accepted");
    } catch (const InputError &error) {
        const QByteArray what = error.what();
        QVERIFY2(what.startsWith(dir.filePath(table).toUtf8() + ":" + QByteArray::number(line) + ": "), what);
        QVERIFY2(what.contains(says), what);
        QVERIFY2(what.contains("; expected "), what);
        QVERIFY2(!what.contains('\n'), what);
    }
}

void TestWorldReader::missingTables_data() {
    QTest::addColumn<QString>("table");
    for (const QString &name : names) {
        QTest::newRow(qPrintable(name)) << name;
    }
}

void TestWorldReader::missingTables() {
    QFETCH(QString, table);
    const QTemporaryDir dir;
    for (const QString &name : names) {
        if (name != table) {
            write(dir, name, tables_[name]);
        }
    }
    try {
        read_world(dir.path().toStdString());
        QFAIL("was accepted");
    } catch (const InputError &error) {
        QVERIFY2(QByteArray(error.what()).startsWith(dir.filePath(table).toUtf8() + ": "), error.what());
    }
}

void TestWorldReader::missingFolder() {
    const QTemporaryDir dir;
    for (const char *name : {"/none", "/file"}) {
        write(dir, "file", "x");
        const std::string path = dir.path().toStdString() + name;
        try {
            read_world(path);
            QFAIL("was accepted");
        } catch (const InputError &error) {
            QVERIFY2(QByteArray(error.what()).startsWith(QByteArray::fromStdString(path) + ": "), error.what());
            QVERIFY2(QByteArray(error.what()).contains("world.json"), error.what());
        }
    }
}

void TestWorldReader::cycleNamesItsLines() {
    const QTemporaryDir dir;
    for (const QString &name : names) {
        write(dir, name, tables_[name]);
    }
    write(dir, "links.csv",
          "a,b,kind,places,note\n174,3215,transit,,\n\n174,6939,transit,,\n3215,3320,transit,,\n3320,174,transit,,\n");
    try {
        read_world(dir.path().toStdString());
        QFAIL("was accepted");
    } catch (const InputError &error) {
        const QByteArray what = error.what();
        QVERIFY2(what.startsWith(dir.filePath("links.csv").toUtf8() + ":2: "), what);
        QVERIFY2(what.contains("AS174 → AS3215 → AS3320 → AS174"), what);
        QVERIFY2(what.contains("lines 2, 5, 6"), what);
    }
    // Shares show only in the whole, so there is no line to name, but there is a city.
    write(dir, "links.csv", tables_["links.csv"]);
    write(dir, "access.csv", QByteArray(tables_["access.csv"]).replace("0.25", "0.20"));
    try {
        read_world(dir.path().toStdString());
        QFAIL("was accepted");
    } catch (const InputError &error) {
        QVERIFY2(QByteArray(error.what()).contains("'paris-fr' sum to 0.95"), error.what());
    }
}

QTEST_APPLESS_MAIN(TestWorldReader)
#include "tst_world_reader.moc"
