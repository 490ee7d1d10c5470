// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "io/city_aliases.h"
#include "io/input_error.h"
#include "io/world_reader.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace catchment;

/// Cities for places as other tables name them, on the built-in world's cities and aliases.
class TestCityMatcher : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void plainWords();
    void names_data();
    void names();
    void namesakes();
    void coordinates_data();
    void coordinates();
    void everyCityIsItself();
    void shippedAliases();
    void badAliases_data();
    void badAliases();

private:
    std::string found(const QString &name, const QString &country, std::optional<GeoPoint> place = {}) const {
        const auto match = matcher_->match(name.toStdString(), country.toStdString(), place);
        return match ? world_->city(match->city).id : "none";
    }

    std::shared_ptr<const World> world_;
    std::vector<CityAlias> aliases_;
    std::unique_ptr<CityMatcher> matcher_;
};

void TestCityMatcher::initTestCase() {
    world_ = read_world(CATCHMENT_RESOURCES "/world");
    aliases_ = read_city_aliases(CATCHMENT_RESOURCES "/world/city_aliases.csv", *world_);
    matcher_ = std::make_unique<CityMatcher>(world_->cities, aliases_);
}

void TestCityMatcher::plainWords() {
    QCOMPARE(plain_words("  São--Paulo/SP "), std::string("sao paulo sp"));
    QCOMPARE(plain_words("St.Petersburg"), std::string("saint petersburg"));
    QCOMPARE(plain_words("Xi'an"), std::string("xian"));
    QCOMPARE(plain_words("..."), std::string());
}

void TestCityMatcher::names_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("country");
    QTest::addColumn<QString>("city");
    const auto row = [](const char *name, const char *country, const char *city) {
        QTest::addRow("%s, %s", name, country) << name << country << city;
    };
    row("Amsterdam", "NL", "amsterdam-nl");
    row("AMSTERDAM", "NL", "amsterdam-nl");
    row("Sao Paulo/SP", "BR", "sao-paulo-br");
    row("Barueri / São Paulo", "BR", "sao-paulo-br");
    row("Boston, Massachusetts", "US", "boston-us");
    row("Los Angeles and Silicon Valley", "US", "los-angeles-us");
    row("St. Louis", "US", "st-louis-us");
    row("Saint Louis", "US", "st-louis-us");
    row("Palo Alto", "US", "san-jose-us");
    row("Frankfurt am Main", "DE", "frankfurt-de");
    row("Duesseldorf", "DE", "dusseldorf-de");
    row("Kiev", "UA", "kyiv-ua");
    row("London", "UK", "london-gb");
    row("London", "GB", "london-gb");
    row("Springfield (Illinois)", "US", "springfield-il-us");
    row("Amsterdam", "DE", "none");
    row("Nowhere", "NL", "none");
    row("", "NL", "none");
    row("Ulaanbaatar", "", "ulaanbaatar-mn"); // one of the name in the world
    row("Hamilton", "", "none");              // several
}

void TestCityMatcher::names() {
    QFETCH(QString, name);
    QFETCH(QString, country);
    QFETCH(QString, city);
    QCOMPARE(found(name, country), city.toStdString());
}

/// Of two of one name in one country the larger, or the one nearer to the coordinates.
void TestCityMatcher::namesakes() {
    const auto name_of = [this](std::optional<GeoPoint> place) {
        return world_->city(matcher_->match("Portland", "US", place)->city).name;
    };
    QCOMPARE(name_of(std::nullopt), std::string("Portland"));
    QCOMPARE(name_of(GeoPoint{43.66, -70.26}), std::string("Portland (Maine)"));
    QCOMPARE(name_of(GeoPoint{45.5, -122.7}), std::string("Portland"));
}

void TestCityMatcher::coordinates_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("country");
    QTest::addColumn<double>("lat");
    QTest::addColumn<double>("lon");
    QTest::addColumn<QString>("city");
    QTest::newRow("no such name") << "Suburb"
                                  << "NL" << 52.3 << 4.9 << "amsterdam-nl";
    QTest::newRow("no name") << ""
                             << "" << 52.3 << 4.9 << "amsterdam-nl";
    QTest::newRow("a name far from the place") << "Berlin"
                                               << "DE" << 50.1 << 8.7 << "frankfurt-de";
    QTest::newRow("a name near the place") << "Berlin"
                                           << "DE" << 52.4 << 13.1 << "berlin-de";
    QTest::newRow("in the ocean") << "Ship"
                                  << "NL" << 30.0 << -45.0 << "none";
    QTest::newRow("just over the border") << "Suburb"
                                          << "FR" << 50.85 << 4.35 << "brussels-be";
    QTest::newRow("of a country without cities") << "Suburb"
                                                 << "XX" << 50.85 << 4.35 << "brussels-be";
}

void TestCityMatcher::coordinates() {
    QFETCH(QString, name);
    QFETCH(QString, country);
    QFETCH(double, lat);
    QFETCH(double, lon);
    QFETCH(QString, city);
    QCOMPARE(found(name, country, GeoPoint{lat, lon}), city.toStdString());
}

void TestCityMatcher::everyCityIsItself() {
    for (std::size_t c = 0; c < world_->cities.size(); ++c) {
        const City &city = world_->cities[c];
        const auto match = matcher_->match(city.name, city.country, city.place);
        QVERIFY2(match && match->city == CityId(c) && match->by == CityMatcher::By::Name, city.id.c_str());
    }
}

void TestCityMatcher::shippedAliases() {
    QVERIFY(aliases_.size() > 500);
    for (const CityAlias &alias : aliases_) {
        const auto match = matcher_->match(alias.name, alias.country, {});
        QVERIFY2(match && match->city == alias.city && match->by == CityMatcher::By::Alias, alias.name.c_str());
    }
}

void TestCityMatcher::badAliases_data() {
    QTest::addColumn<QByteArray>("rows");
    QTest::addColumn<QString>("message");
    QTest::newRow("city") << QByteArray("A,DE,berlin-de\nB,DE,atlantis\n")
                          << ":3: unknown city 'atlantis'; expected an id of cities.csv";
    QTest::newRow("twice") << QByteArray("São X,DE,berlin-de\nsao x,DE,munich-de\n")
                           << ":3: 'sao x' twice in DE; expected one city per name";
    QTest::newRow("fields") << QByteArray("A,DE\n") << ":2: 2 fields; expected 3, as in the header line";
}

void TestCityMatcher::badAliases() {
    QFETCH(QByteArray, rows);
    QFETCH(QString, message);
    QTemporaryDir folder;
    QFile file(folder.filePath("a.csv"));
    QVERIFY(file.open(QFile::WriteOnly));
    file.write("name,country,city\n" + rows);
    file.close();
    try {
        read_city_aliases(file.fileName().toStdString(), *world_);
        QFAIL("not refused");
    } catch (const InputError &error) {
        QCOMPARE(QString(error.what()), file.fileName() + message);
    }
}

QTEST_APPLESS_MAIN(TestCityMatcher)
#include "tst_city_matcher.moc"
