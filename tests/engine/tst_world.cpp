// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/drawn.h"
#include "world/world.h"

#include <QTest>

#include <cmath>

using namespace catchment;
using naive::Drawn;

/// Looking things up in a world by the words that people use.
class TestWorld : public QObject {
    Q_OBJECT

private slots:
    void citiesByTheirNames_data();
    void citiesByTheirNames();
    void countsNamesakes();
    void closestCities();
    void regionsByCodeAndAlias();
    void nearestRouter();
    void greatCircle();
};

namespace {

std::shared_ptr<const World> world() {
    WorldBuilder builder;
    builder.add_city({"springfield-il-us", "Springfield", "US", {39.8, -89.6}, 0});
    builder.add_city({"springfield-mo-us", "Springfield", "US", {37.2, -93.3}, 0});
    builder.add_city({"london-gb", "London", "GB", {51.5, -0.1}, 0});
    builder.add_city({"london-ca", "London", "CA", {43.0, -81.2}, 0});
    builder.add_city({"sao-paulo-br", "São Paulo", "BR", {-23.5, -46.6}, 0});
    builder.add_city({"washington-us", "Washington, D.C.", "US", {38.9, -77.0}, 0});
    auto made = builder.build();
    auto changed = std::make_shared<World>(*made); // people, without the networks that would serve them
    const std::uint64_t users[] = {100, 200, 9000, 300, 20000, 5};
    for (std::size_t c = 0; c < changed->cities.size(); ++c) {
        changed->cities[c].users = users[c];
    }
    return changed;
}

} // namespace

void TestWorld::citiesByTheirNames_data() {
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("id");
    QTest::newRow("id") << "london-ca"
                        << "london-ca";
    QTest::newRow("name, the largest") << "London"
                                       << "london-gb";
    QTest::newRow("small letters") << "london"
                                   << "london-gb";
    QTest::newRow("name and country") << "London, CA"
                                      << "london-ca";
    QTest::newRow("without a blank") << "london,ca"
                                     << "london-ca";
    QTest::newRow("country with two of them") << "Springfield, US"
                                              << "springfield-mo-us";
    QTest::newRow("without the accent") << "sao paulo"
                                        << "sao-paulo-br";
    QTest::newRow("with it") << "SÃO PAULO"
                             << "sao-paulo-br";
    QTest::newRow("comma in the name") << "Washington, D.C."
                                       << "washington-us";
    QTest::newRow("comma in the name, and a country") << "Washington, D.C., US"
                                                      << "washington-us";
    QTest::newRow("blanks around") << "  London "
                                   << "london-gb";
    QTest::newRow("unknown") << "Lodon"
                             << "";
    QTest::newRow("another country") << "London, US"
                                     << "";
    QTest::newRow("nothing") << ""
                             << "";
}

void TestWorld::citiesByTheirNames() {
    QFETCH(QString, words);
    QFETCH(QString, id);
    const auto w = world();
    const auto found = find_city(*w, words.toStdString());
    QCOMPARE(QString::fromStdString(found ? w->city(*found).id : ""), id);
}

void TestWorld::countsNamesakes() {
    QCOMPARE(count_cities(*world(), "london"), 2u);
    QCOMPARE(count_cities(*world(), "london, gb"), 1u);
    QCOMPARE(count_cities(*world(), "london-gb"), 1u);
    QCOMPARE(count_cities(*world(), "nowhere"), 0u);
}

void TestWorld::closestCities() {
    QCOMPARE(closest_cities(*world(), "Sao Palo", 1), std::vector<std::string>{"São Paulo"});
    QCOMPARE(closest_cities(*world(), "Londn", 2).front(), "London");
}

void TestWorld::regionsByCodeAndAlias() {
    Operator op;
    op.regions = {{"ams", "Amsterdam", {}, {}, {}, {"eu-west"}}, {"ewr", "Secaucus, NJ", {}, {}, {}, {"usa-east"}}};
    QVERIFY(find_region(op, "ewr") == RegionId(1));
    QVERIFY(find_region(op, "USA-East") == RegionId(1));
    QVERIFY(!find_region(op, "Amsterdam")); // a name is for people to read
    QVERIFY(!find_region(op, ""));
    QCOMPARE(closest_regions(op, "eu-wst", 1), std::vector<std::string>{"ams"});
    QCOMPARE(closest_regions(op, "amsterdm", 5), (std::vector<std::string>{"ams", "ewr"})); // each code once
}

void TestWorld::nearestRouter() {
    Drawn d;
    d.city("m", 500).city("z", 0).city("y", 1000).city("far", 3000).network(1, {"z", "y"});
    const auto w = d.world();
    const NetworkId network = w->network_by_asn.at(Asn{1});
    const auto nearest = [&](const char *city) {
        return w->city(w->router(*w->nearest_router(network, w->city_by_id.at(city))).city).id;
    };
    QCOMPARE(nearest("z"), "z");
    QCOMPARE(nearest("far"), "y");
    QVERIFY(w->router_in(network, w->city_by_id.at("y")));
    QVERIFY(!w->router_in(network, w->city_by_id.at("m")));
}

void TestWorld::greatCircle() {
    const auto near = [](double a, double b) { return std::abs(a - b) < 0.5; };
    QVERIFY(near(great_circle_km({0, 0}, {0, 180}), earth_radius_km * 3.14159265));
    QVERIFY(near(great_circle_km({90, 0}, {-90, 77}), earth_radius_km * 3.14159265));
    QVERIFY(near(great_circle_km({0, 179.5}, {0, -179.5}), 111.2)); // over the date line
    QVERIFY(near(great_circle_km({52.37, 4.90}, {40.71, -74.01}), 5863.3));
    QCOMPARE(great_circle_km({12, 34}, {12, 34}), 0.0);
    QCOMPARE(great_circle_km({1, 2}, {-30, 40}), great_circle_km({-30, 40}, {1, 2}));
}

QTEST_APPLESS_MAIN(TestWorld)
#include "tst_world.moc"
