// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/drawn.h"
#include "engine/random_world.h"
#include "world/world_builder.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace catchment;
using naive::Dice;
using naive::Drawn;
using naive::Recipe;

/// Worlds row by row: where networks meet, in which order things stand, and what is refused.
class TestWorldBuilder : public QObject {
    Q_OBJECT

private slots:
    void networksMeetWhereTheRulesSay();
    void everythingStandsInItsOrder();
    void accessEntersAtTheNearestRouter();
    void openMembersPeerUnlessListed();
    void theOperatorIsNoNetwork();
    void refuses_data();
    void refuses();
    void refusesTheWhole_data();
    void refusesTheWhole();
    void namesTheCycle();
};

namespace {

/// A meeting in words that do not depend on the order of rows.
std::string meeting(const std::string &one, const std::string &other, const std::string &place,
                    const std::string &exchange) {
    return std::min(one, other) + " and " + std::max(one, other) + " in " + place + " over '" + exchange + "'";
}

/// routing.md, "The network": where the networks of a recipe meet.
std::multiset<std::string> expected_meetings(const Recipe &recipe) {
    const auto place_of = [&](const std::string &id) { return std::ranges::find(recipe.cities, id, &City::id)->place; };
    const auto routers = [&](Asn asn) {
        std::set<std::string> cities;
        for (const auto &row : recipe.presence) {
            if (row.asn == asn) {
                cities.insert(row.city);
            }
        }
        return cities;
    };
    const auto nearest = [&](Asn asn, const std::string &city) {
        std::tuple<bool, double, std::string> best(true, 1e9, "");
        for (const std::string &at : routers(asn)) {
            best = std::min(best, std::tuple(at != city, great_circle_km(place_of(at), place_of(city)), at));
        }
        return std::to_string(asn.value) + " of " + std::get<2>(best);
    };
    std::multiset<std::string> out;
    std::set<std::pair<Asn, Asn>> listed;
    for (const auto &link : recipe.links) {
        listed.insert(std::minmax(link.a, link.b));
        std::set<std::string> places(link.places.begin(), link.places.end());
        if (places.empty()) {
            std::ranges::set_intersection(routers(link.a), routers(link.b), std::inserter(places, places.end()));
        }
        for (const std::string &place : places) {
            const auto x = std::ranges::find(recipe.exchanges, place, &Recipe::ExchangeRow::id);
            const bool exchange = x != recipe.exchanges.end();
            const std::string city = exchange ? x->city : place;
            out.insert(meeting(nearest(link.a, city), nearest(link.b, city), city, exchange ? place : ""));
        }
        if (places.empty()) {
            std::tuple<double, std::string, std::string> best(1e9, "", "");
            for (const std::string &a : routers(link.a)) {
                for (const std::string &b : routers(link.b)) {
                    best = std::min(best, std::tuple(great_circle_km(place_of(a), place_of(b)), a, b));
                }
            }
            const auto &[km, a, b] = best;
            out.insert(
                meeting(std::to_string(link.a.value) + " of " + a, std::to_string(link.b.value) + " of " + b, a, ""));
        }
    }
    for (const auto &one : recipe.members) {
        for (const auto &other : recipe.members) {
            if (one.exchange == other.exchange && one.asn < other.asn && one.policy == PeeringPolicy::Open &&
                other.policy == PeeringPolicy::Open && !listed.contains({one.asn, other.asn})) {
                const auto &city = std::ranges::find(recipe.exchanges, one.exchange, &Recipe::ExchangeRow::id)->city;
                out.insert(meeting(nearest(one.asn, city), nearest(other.asn, city), city, one.exchange));
            }
        }
    }
    return out;
}

std::multiset<std::string> actual_meetings(const World &world) {
    std::multiset<std::string> out;
    for (const Interconnection &i : world.interconnections) {
        const auto name = [&](RouterId r) {
            return std::to_string(world.network(world.router(r).network).asn.value) + " of " +
                   world.city(world.router(r).city).id;
        };
        out.insert(
            meeting(name(i.a), name(i.b), world.city(i.meeting).id, i.exchange ? world.exchange(*i.exchange).id : ""));
    }
    return out;
}

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

void TestWorldBuilder::networksMeetWhereTheRulesSay() {
    std::size_t meetings = 0;
    for (std::uint64_t seed = 40'000; seed < 40'200; ++seed) {
        Dice dice(seed);
        const Recipe recipe = naive::random_recipe(dice);
        const auto expected = expected_meetings(recipe);
        const std::string where = "seed " + std::to_string(seed);
        QVERIFY2(actual_meetings(*naive::build(recipe)) == expected, where.c_str());
        meetings += expected.size();
    }
    QVERIFY(meetings > 2000);
}

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

void TestWorldBuilder::accessEntersAtTheNearestRouter() {
    Drawn d;
    d.city("a", 0, 10).city("b", 400, 10).city("c", 1000, 10).network(1, {"a", "c"});
    d.access("a", 1).access("b", 1).access("c", 1);
    const auto world = d.world();
    QCOMPARE(world->city(world->router(world->access_of(CityId(1))[0].entry).city).id, "a");
    QCOMPARE(world->city(world->router(world->access_of(CityId(2))[0].entry).city).id, "c");
}

void TestWorldBuilder::openMembersPeerUnlessListed() {
    Drawn d;
    d.city("a", 0).network(1, {"a"}).network(2, {"a"}).network(3, {"a"}).network(4, {"a"});
    d.exchange("ix", "a", {1, 2, 3}).exchange("iy", "a", {1, 2});
    d.recipe.members.push_back({"ix", Asn{4}, PeeringPolicy::Selective});
    d.transit(1, 3);
    const auto world = d.world();
    // 1 and 3 are provider and customer; 1 and 2 peer at both exchanges; 4 is not open.
    QCOMPARE(
        actual_meetings(*world),
        (std::multiset<std::string>{meeting("1 of a", "3 of a", "a", ""), meeting("1 of a", "2 of a", "a", "ix"),
                                    meeting("1 of a", "2 of a", "a", "iy"), meeting("2 of a", "3 of a", "a", "ix")}));
    QCOMPARE(world->links.size(), 3u);
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
