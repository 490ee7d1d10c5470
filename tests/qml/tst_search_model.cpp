// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "builtin.h"
#include "qml/models/search_model.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace catchment;
using qml::match;
using qml::Match;
using qml::SearchModel;
using Role = SearchModel::Role;

class TestSearchModel : public QObject {
    Q_OBJECT

private slots:
    void isSound();
    void ranksMatches();
    void findsByName_data();
    void findsByName();
    void everythingIsFoundByItsShortName();
    void theLargestComeFirst();
    void nothingIsFoundByNonsense();
    void saysWhatAndWhere();
};

void TestSearchModel::isSound() {
    SearchModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setWords(QStringLiteral("a"));
    QCOMPARE(model.rowCount(), 0);
    model.setWorld(testing::builtinWorld());
    QCOMPARE(model.rowCount(), static_cast<int>(SearchModel::most));
    for (const char *words : {"am", "amster", "amsterdam qqq", "", "ber", "b"}) {
        model.setWords(QString::fromLatin1(words));
    }
    QVERIFY(model.rowCount() > 0);
    model.setWorld(nullptr);
    QCOMPARE(model.rowCount(), 0);
}

void TestSearchModel::ranksMatches() {
    QCOMPARE(match("ams", "ams", "amsterdam", "nl"), Match::Code);
    QCOMPARE(match("amst", "ams", "amsterdam", "nl"), Match::Begins);
    QCOMPARE(match("york", "ewr", "new york", "us"), Match::Word);
    QCOMPARE(match("nl", "ams", "amsterdam", "nl"), Match::Word);
    QCOMPARE(match("ork", "ewr", "new york", "us"), Match::Within);
    QCOMPARE(match("nyk", "ewr", "new york", "us"), Match::Letters);
    QCOMPARE(match("yrk", "ewr", "new york", "us"), Match::Letters);
    QCOMPARE(match("kry", "ewr", "new york", "us"), Match::None);
    QCOMPARE(match("ny", "ewr", "new york", "us"), Match::None); // two letters are everywhere
    QCOMPARE(match("ork", "x", "york fork", ""), Match::Within);
    QCOMPARE(match("for", "x", "york-fork", ""), Match::Word);
}

void TestSearchModel::findsByName_data() {
    QTest::addColumn<QString>("words");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("id");
    const auto row = [](const char *words, SearchModel::Kind kind, const char *id) {
        QTest::newRow(words) << QString::fromUtf8(words) << static_cast<int>(kind) << QString::fromLatin1(id);
    };
    row("ams", SearchModel::Kind::Region, "ams");
    row("AMS", SearchModel::Kind::Region, "ams");
    row("chicago", SearchModel::Kind::City, "chicago-us");
    row("sao paulo", SearchModel::Kind::City, "sao-paulo-br");
    row("São Pau", SearchModel::Kind::City, "sao-paulo-br");
    row("sa\u0303o pau", SearchModel::Kind::City, "sao-paulo-br"); // decomposed
    row("AS3356", SearchModel::Kind::Network, "3356");
    row("3356", SearchModel::Kind::Network, "3356");
    row("paulo br", SearchModel::Kind::City, "sao-paulo-br");
}

void TestSearchModel::findsByName() {
    QFETCH(const QString, words);
    QFETCH(const int, kind);
    QFETCH(const QString, id);
    SearchModel model;
    model.setWorld(testing::builtinWorld());
    model.setWords(words);
    bool found = false;
    for (int row = 0; row < std::min(3, model.rowCount()); ++row) {
        const QModelIndex index = model.index(row);
        found = found || (index.data(static_cast<int>(Role::Id)).toString() == id &&
                          index.data(static_cast<int>(Role::Kind)).toInt() == kind);
    }
    QVERIFY2(found, qPrintable(model.index(0).data().toString()));
}

void TestSearchModel::everythingIsFoundByItsShortName() {
    const qml::SearchIndex index(testing::builtinWorld());
    const World &world = index.world();
    const auto first = [&](const std::string &words) { return index.find(words, 1).at(0); };
    using Kind = SearchModel::Kind;
    for (std::uint32_t i = 0; i < world.own_operator.regions.size(); ++i) {
        QCOMPARE(first(world.own_operator.regions[i].code).kind, Kind::Region);
    }
    for (std::uint32_t i = 0; i < world.networks.size(); i += 7) {
        QVERIFY((first("as" + std::to_string(world.networks[i].asn.value)) == qml::SearchIndex::Hit{Kind::Network, i}));
    }
    for (std::uint32_t i = 0; i < world.cities.size(); i += 97) {
        QVERIFY((first(world.cities[i].id) == qml::SearchIndex::Hit{Kind::City, i}));
    }
    for (std::uint32_t i = 0; i < world.exchanges.size(); ++i) {
        const auto hits = index.find(world.exchanges[i].name, 3);
        QVERIFY2(std::ranges::find(hits, qml::SearchIndex::Hit{Kind::Exchange, i}) != hits.end(),
                 world.exchanges[i].name.c_str());
    }
}

void TestSearchModel::theLargestComeFirst() {
    const qml::SearchIndex index(testing::builtinWorld());
    const World &world = index.world();
    std::uint64_t last = std::numeric_limits<std::uint64_t>::max();
    for (const auto &hit : index.find("san", 2000)) {
        if (hit.kind == SearchModel::Kind::City && world.cities[hit.at].name.starts_with("San")) {
            QVERIFY(world.cities[hit.at].users <= last);
            last = world.cities[hit.at].users;
        }
    }
    QVERIFY(last < std::numeric_limits<std::uint64_t>::max());
}

void TestSearchModel::nothingIsFoundByNonsense() {
    SearchModel model;
    model.setWorld(testing::builtinWorld());
    model.setWords(QStringLiteral("qqqxzj"));
    QCOMPARE(model.rowCount(), 0);
}

void TestSearchModel::saysWhatAndWhere() {
    SearchModel model;
    model.setWorld(testing::builtinWorld());
    model.setWords(QStringLiteral("chicago-us"));
    const QModelIndex index = model.index(0);
    QCOMPARE(index.data().toString(), QStringLiteral("Chicago"));
    QVERIFY(index.data(static_cast<int>(Role::Detail)).toString().startsWith(QStringLiteral("US")));
    QVERIFY(index.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("City Chicago")));
    const auto place = index.data(static_cast<int>(Role::Position)).value<QGeoCoordinate>();
    QVERIFY(place.distanceTo(QGeoCoordinate(41.9, -87.6)) < 50e3);
}

QTEST_MAIN(TestSearchModel)
#include "tst_search_model.moc"
