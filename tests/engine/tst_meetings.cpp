// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/drawn.h"
#include "engine/random_world.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace catchment;
using naive::Dice;
using naive::Drawn;
using naive::Recipe;

/// Where the networks of a world meet each other and their users (WorldBuilder).
class TestMeetings : public QObject {
    Q_OBJECT

private slots:
    void networksMeetWhereTheRulesSay();
    void accessEntersAtTheNearestRouter();
    void openMembersPeerUnlessListed();
};

namespace {

/// A meeting in words that do not depend on the order of rows.
std::string meeting(const std::string &one, const std::string &other, const std::string &place,
                    const std::string &exchange) {
    return std::min(one, other) + " and " + std::max(one, other) + " in " + place + " over '" + exchange + "'";
}

/// Where the networks of a recipe meet.
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

} // namespace

void TestMeetings::networksMeetWhereTheRulesSay() {
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

void TestMeetings::accessEntersAtTheNearestRouter() {
    Drawn d;
    d.city("a", 0, 10).city("b", 400, 10).city("c", 1000, 10).network(1, {"a", "c"});
    d.access("a", 1).access("b", 1).access("c", 1);
    const auto world = d.world();
    QCOMPARE(world->city(world->router(world->access_of(CityId(1))[0].entry).city).id, "a");
    QCOMPARE(world->city(world->router(world->access_of(CityId(2))[0].entry).city).id, "c");
}

void TestMeetings::openMembersPeerUnlessListed() {
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

QTEST_APPLESS_MAIN(TestMeetings)
#include "tst_meetings.moc"
