// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/random_world.h"
#include "world/world_builder.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace catchment;
using naive::Dice;

/// Worlds row by row: in which order things stand, and what is refused.
class TestWorldBuilder : public QObject {
    Q_OBJECT

private slots:
    void everythingStandsInItsOrder();
    void theOperatorIsNoNetwork();
    void refuses_data();
    void refuses();
    void refusesTheWhole_data();
    void refusesTheWhole();
    void namesTheCycle();
};

namespace {

void start(WorldBuilder &builder) {
    builder.set_operator(Asn{64500}, "Operator", {});
    builder.add_city({"a", "Aa", "ZZ", {0, 0}, 0});
    builder.add_city({"b", "Bb", "ZZ", {0, 10}, 0});
    for (const std::uint32_t asn : {1u, 2u, 3u, 64500u}) {
        builder.add_network({Asn{asn}, "N", NetworkKind::Transit, "ZZ"});
    }
    for (const std::uint32_t asn : {1u, 2u, 3u}) {
        builder.add_router(Asn{asn}, "a");
    }
    builder.add_exchange("ix", "IX", "a");
    Region region;
    region.code = "r1";
    region.aliases = {"one"};
    builder.add_region(region, "a");
}

using Rows = void (*)(WorldBuilder &);

} // namespace

Q_DECLARE_METATYPE(Rows)

void TestWorldBuilder::everythingStandsInItsOrder() {
    Dice dice(7);
    const auto world = naive::build(naive::random_recipe(dice));
    QVERIFY(std::ranges::is_sorted(world->networks, {}, &Network::asn));
    for (std::size_t n = 0; n < world->networks.size(); ++n) {
        QVERIFY(world->router_begin[n] < world->router_begin[n + 1]);
        for (auto r = world->router_begin[n]; r < world->router_begin[n + 1]; ++r) {
            QCOMPARE(world->routers[r].network, NetworkId(n));
            QVERIFY(r == world->router_begin[n] ||
                    world->city(world->routers[r - 1].city).id < world->city(world->routers[r].city).id);
        }
        QCOMPARE(world->network_by_asn.at(world->networks[n].asn), NetworkId(n));
    }
    for (std::size_t a = 0; a < world->cities.size(); ++a) {
        for (std::size_t b = 0; b < world->cities.size(); ++b) {
            QCOMPARE(world->city_rank[a] < world->city_rank[b], world->cities[a].id < world->cities[b].id);
        }
        const auto shares = world->access_of(CityId(a));
        QVERIFY(std::ranges::is_sorted(shares, std::greater(), &AccessShare::share));
        for (const AccessShare &share : shares) {
            QCOMPARE(share.city, CityId(a));
        }
    }
    QCOMPARE(world->router_begin.back(), world->routers.size());
    QCOMPARE(world->access_begin.back(), world->access.size());
}

void TestWorldBuilder::theOperatorIsNoNetwork() {
    WorldBuilder builder;
    start(builder);
    builder.add_router(Asn{64500}, "b"); // its routers are its regions
    builder.add_member("ix", Asn{64500}, PeeringPolicy::Open);
    builder.add_member("ix", Asn{1}, PeeringPolicy::Open);
    const auto world = builder.build();
    QCOMPARE(world->networks.size(), 3u);
    QCOMPARE(world->routers.size(), 3u);
    QVERIFY(world->interconnections.empty());
    QCOMPARE(world->own_operator.regions[0].city, CityId(0));
}

void TestWorldBuilder::refuses_data() {
    QTest::addColumn<Rows>("rows");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char *name, Rows rows, const char *says) {
        QTest::newRow(name) << rows << QByteArray(says);
    };
    row(
        "city id with capitals",
        [](WorldBuilder &b) {
            b.add_city({"A", "A", "ZZ", {0, 0}, 0});
        },
        "'A'");
    row(
        "city without an id",
        [](WorldBuilder &b) {
            b.add_city({"", "A", "ZZ", {0, 0}, 0});
        },
        "''");
    row(
        "city twice",
        [](WorldBuilder &b) {
            b.add_city({"a", "A", "ZZ", {0, 0}, 0});
        },
        "'a'");
    row(
        "latitude",
        [](WorldBuilder &b) {
            b.add_city({"n", "N", "ZZ", {90.5, 0}, 0});
        },
        "latitude");
    row(
        "longitude",
        [](WorldBuilder &b) {
            b.add_city({"n", "N", "ZZ", {0, -180.5}, 0});
        },
        "longitude");
    row(
        "no latitude",
        [](WorldBuilder &b) {
            b.add_city({"n", "N", "ZZ", {std::nan(""), 0}, 0});
        },
        "latitude");
    row(
        "network twice",
        [](WorldBuilder &b) {
            b.add_network({Asn{1}, "", NetworkKind::Access, ""});
        },
        "AS1");
    row(
        "AS 0",
        [](WorldBuilder &b) {
            b.add_network({Asn{0}, "", NetworkKind::Access, ""});
        },
        "AS number 0");
    row(
        "router of nobody", [](WorldBuilder &b) { b.add_router(Asn{9}, "a"); }, "AS9");
    row(
        "router nowhere", [](WorldBuilder &b) { b.add_router(Asn{1}, "x"); }, "'x'");
    row(
        "router twice", [](WorldBuilder &b) { b.add_router(Asn{1}, "a"); }, "twice");
    row(
        "exchange twice", [](WorldBuilder &b) { b.add_exchange("ix", "", "a"); }, "'ix'");
    row(
        "exchange named like a city", [](WorldBuilder &b) { b.add_exchange("b", "", "a"); }, "'b'");
    row(
        "exchange nowhere", [](WorldBuilder &b) { b.add_exchange("iy", "", "x"); }, "'x'");
    row(
        "member of nothing", [](WorldBuilder &b) { b.add_member("x", Asn{1}, PeeringPolicy::Open); }, "'x'");
    row(
        "member nobody", [](WorldBuilder &b) { b.add_member("ix", Asn{9}, PeeringPolicy::Open); }, "AS9");
    row(
        "member twice",
        [](WorldBuilder &b) {
            b.add_member("ix", Asn{1}, PeeringPolicy::Open);
            b.add_member("ix", Asn{1}, PeeringPolicy::Selective);
        },
        "twice");
    row(
        "link with nobody", [](WorldBuilder &b) { b.add_link(Asn{1}, Asn{9}, Relationship::Peer); }, "AS9");
    row(
        "link with itself", [](WorldBuilder &b) { b.add_link(Asn{1}, Asn{1}, Relationship::Peer); }, "itself");
    row(
        "link at no place",
        [](WorldBuilder &b) {
            b.add_link(Asn{1}, Asn{2}, Relationship::Peer, {"a", "x"});
        },
        "'x'");
    row(
        "link twice",
        [](WorldBuilder &b) {
            b.add_link(Asn{1}, Asn{2}, Relationship::Customer);
            b.add_link(Asn{2}, Asn{1}, Relationship::Provider);
        },
        "linked twice");
    row(
        "two relationships",
        [](WorldBuilder &b) {
            b.add_link(Asn{1}, Asn{2}, Relationship::Customer);
            b.add_link(Asn{2}, Asn{1}, Relationship::Customer);
        },
        "two different relationships");
    row(
        "no share", [](WorldBuilder &b) { b.add_access("a", Asn{1}, 0); }, "share");
    row(
        "share above one", [](WorldBuilder &b) { b.add_access("a", Asn{1}, 1.01); }, "share");
    row(
        "share of nobody", [](WorldBuilder &b) { b.add_access("a", Asn{9}, 1); }, "AS9");
    row(
        "fibre to itself", [](WorldBuilder &b) { b.add_fibre("a", "a", 1, FibreKind::Terrestrial, "f"); }, "itself");
    row(
        "fibre nowhere", [](WorldBuilder &b) { b.add_fibre("a", "x", 1, FibreKind::Terrestrial, "f"); }, "'x'");
    row(
        "fibre too short", [](WorldBuilder &b) { b.add_fibre("a", "b", 900, FibreKind::Terrestrial, "f"); },
        "great circle");
    row(
        "fibre of no length", [](WorldBuilder &b) { b.add_fibre("a", "b", 0, FibreKind::Terrestrial, "f"); }, "length");
    row(
        "region nowhere",
        [](WorldBuilder &b) {
            b.add_region({"r2", "", {}, {}, {}, {}}, "x");
        },
        "'x'");
    row(
        "region twice",
        [](WorldBuilder &b) {
            b.add_region({"R1", "", {}, {}, {}, {}}, "a");
        },
        "'R1'");
    row(
        "alias taken",
        [](WorldBuilder &b) {
            b.add_region({"r2", "", {}, {}, {}, {"one"}}, "a");
        },
        "'one'");
    row(
        "session of no region", [](WorldBuilder &b) { b.add_session("r9", Asn{1}, Relationship::Peer, ""); }, "'r9'");
    row(
        "session with nobody", [](WorldBuilder &b) { b.add_session("r1", Asn{9}, Relationship::Peer, ""); }, "AS9");
    row(
        "session over nothing", [](WorldBuilder &b) { b.add_session("r1", Asn{1}, Relationship::Peer, "x"); }, "'x'");
    row(
        "session twice",
        [](WorldBuilder &b) {
            b.add_session("r1", Asn{1}, Relationship::Peer, "");
            b.add_session("r1", Asn{1}, Relationship::Peer, "");
        },
        "twice");
    row(
        "sessions of two relationships",
        [](WorldBuilder &b) {
            b.add_session("r1", Asn{1}, Relationship::Peer, "");
            b.add_session("r1", Asn{1}, Relationship::Provider, "ix");
        },
        "two different relationships");
    row(
        "resolver nowhere", [](WorldBuilder &b) { b.add_resolver("x", "", Asn{1}); }, "'x'");
}

void TestWorldBuilder::refuses() {
    QFETCH(Rows, rows);
    QFETCH(QByteArray, says);
    WorldBuilder builder;
    start(builder);
    try {
        rows(builder);
        QFAIL("was accepted");
    } catch (const WorldError &error) {
        QVERIFY2(QByteArray(error.what()).contains(says), error.what());
        QVERIFY(!error.expected.empty());
    }
}

void TestWorldBuilder::refusesTheWhole_data() {
    QTest::addColumn<Rows>("rows");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char *name, Rows rows, const char *says) {
        QTest::newRow(name) << rows << QByteArray(says);
    };
    row(
        "network without a router",
        [](WorldBuilder &b) {
            b.add_network({Asn{9}, "", NetworkKind::Access, ""});
        },
        "AS9");
    row(
        "shares below one", [](WorldBuilder &b) { b.add_access("a", Asn{1}, 0.9); }, "'a'");
    row(
        "shares above one",
        [](WorldBuilder &b) {
            b.add_access("a", Asn{1}, 0.6);
            b.add_access("a", Asn{2}, 0.5);
        },
        "'a'");
    row(
        "two shares of one network",
        [](WorldBuilder &b) {
            b.add_access("a", Asn{1}, 0.5);
            b.add_access("a", Asn{1}, 0.5);
        },
        "'a'");
    row(
        "users without a network",
        [](WorldBuilder &b) {
            b.add_city({"c", "C", "ZZ", {0, 0}, 5});
        },
        "'c'");
}

void TestWorldBuilder::refusesTheWhole() {
    QFETCH(Rows, rows);
    QFETCH(QByteArray, says);
    WorldBuilder builder;
    start(builder);
    rows(builder);
    try {
        builder.build();
        QFAIL("was accepted");
    } catch (const WorldError &error) {
        QVERIFY2(QByteArray(error.what()).contains(says), error.what());
    }
}

void TestWorldBuilder::namesTheCycle() {
    WorldBuilder builder;
    start(builder);
    builder.add_link(Asn{1}, Asn{2}, Relationship::Customer);
    builder.add_link(Asn{1}, Asn{3}, Relationship::Provider); // 3 provides for 1
    builder.add_link(Asn{2}, Asn{3}, Relationship::Customer);
    try {
        builder.build();
        QFAIL("was accepted");
    } catch (const ProviderCycle &error) {
        QCOMPARE(std::set(error.cycle.begin(), error.cycle.end()), (std::set{Asn{1}, Asn{2}, Asn{3}}));
        QCOMPARE(std::set(error.link_rows.begin(), error.link_rows.end()), (std::set<std::size_t>{0, 1, 2}));
        QVERIFY2(QByteArray(error.what()).contains("AS1 → AS2 → AS3 → AS1"), error.what());
    }
}

QTEST_APPLESS_MAIN(TestWorldBuilder)
#include "tst_world_builder.moc"
