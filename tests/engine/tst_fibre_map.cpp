// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/drawn.h"
#include "engine/random_world.h"
#include "world/fibre_map.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

using namespace catchment;
using naive::Dice;
using naive::Drawn;

/// The fibre map against Floyd and Warshall, with the lowest sequence of city ids among equally long ways.
class TestFibreMap : public QObject {
    Q_OBJECT

private slots:
    void agreesWithFloydWarshall();
    void lowestSequenceOfIds();
    void shortestOfParallelSegments();
    void aCityOffTheMap();
    void twoCitiesOffTheMap();
    void aCutCityIsNotOffTheMap();
    void cutsAllSegmentsOfTheName();
    void noFibreAtAll();
    void kilometresBetweenPlaces();
    void moreCentresAnswerAlike();
};

namespace {

constexpr std::uint32_t far = FibreMap::unreachable;

/// A way by its length, then by the ids of its cities.
struct Way {
    std::uint64_t metres = 0;
    std::vector<std::string> cities;
    friend bool operator<(const Way &a, const Way &b) {
        return std::tie(a.metres, a.cities) < std::tie(b.metres, b.cities);
    }
};

using Matrix = std::vector<std::vector<std::optional<Way>>>;

/// Shortest ways between all cities that stand in the table of fibre.
Matrix floyd_warshall(const World &world, const std::vector<std::string> &cut) {
    const std::size_t n = world.cities.size();
    Matrix best(n, std::vector<std::optional<Way>>(n));
    const auto improve = [&](std::size_t a, std::size_t b, Way way) {
        if (!best[a][b] || way < *best[a][b]) {
            best[a][b] = std::move(way);
            return true;
        }
        return false;
    };
    for (const FibreSegment &s : world.fibre) {
        for (const CityId c : {s.from, s.to}) {
            best[c.index()][c.index()] = Way{0, {world.city(c).id}};
        }
    }
    for (const FibreSegment &s : world.fibre) {
        if (std::ranges::find(cut, s.name) == cut.end()) {
            improve(s.from.index(), s.to.index(), {s.metres, {world.city(s.from).id, world.city(s.to).id}});
            improve(s.to.index(), s.from.index(), {s.metres, {world.city(s.to).id, world.city(s.from).id}});
        }
    }
    for (bool changed = true; changed;) { // again until nothing changes, so that ties are settled too
        changed = false;
        for (std::size_t k = 0; k < n; ++k) {
            for (std::size_t a = 0; a < n; ++a) {
                for (std::size_t b = 0; b < n; ++b) {
                    if (a != b && k != a && k != b && best[a][k] && best[k][b]) {
                        Way way{best[a][k]->metres + best[k][b]->metres, best[a][k]->cities};
                        way.cities.insert(way.cities.end(), best[k][b]->cities.begin() + 1, best[k][b]->cities.end());
                        changed = improve(a, b, std::move(way)) || changed;
                    }
                }
            }
        }
    }
    return best;
}

/// The same for every city: one that is in no segment goes by the great circle to the nearest place that is.
std::optional<Way> way_between(const World &world, const Matrix &map, std::size_t a, std::size_t b) {
    if (a == b) {
        return Way{0, {world.cities[a].id}};
    }
    const auto anchor = [&](std::size_t city) -> std::optional<std::pair<std::size_t, std::uint32_t>> {
        if (map[city][city]) {
            return std::pair(city, 0u);
        }
        std::optional<std::tuple<double, std::string, std::size_t>> best;
        for (std::size_t c = 0; c < map.size(); ++c) {
            if (map[c][c]) {
                const double km = great_circle_km(world.cities[city].place, world.cities[c].place);
                const std::tuple here(km, world.cities[c].id, c);
                best = best ? std::min(*best, here) : here;
            }
        }
        if (!best) {
            return std::nullopt;
        }
        return std::pair(std::get<2>(*best), static_cast<std::uint32_t>(std::lround(std::get<0>(*best) * 1000)));
    };
    const auto from = anchor(a);
    const auto to = anchor(b);
    if (!from || !to || !map[from->first][to->first]) {
        return std::nullopt;
    }
    Way way = *map[from->first][to->first];
    way.metres += from->second + to->second;
    if (from->first != a) {
        way.cities.insert(way.cities.begin(), world.cities[a].id);
    }
    if (to->first != b) {
        way.cities.push_back(world.cities[b].id);
    }
    return way;
}

std::string cities_of(const World &world, const std::vector<FibreLeg> &legs) {
    std::string out = legs.empty() ? "" : world.city(legs.front().from).id;
    for (const FibreLeg &leg : legs) {
        out += " " + world.city(leg.to).id;
    }
    return out;
}

CityId city(const World &world, const char *id) { return world.city_by_id.at(id); }

} // namespace

void TestFibreMap::agreesWithFloydWarshall() {
    std::size_t ways = 0;
    for (std::uint64_t seed = 30'000; seed < 30'250; ++seed) {
        Dice dice(seed);
        const naive::Recipe recipe = naive::random_recipe(dice);
        const auto world = naive::build(recipe);
        std::vector<std::string> cut;
        for (std::size_t i = dice.below(4); i > 0 && !recipe.fibre.empty(); --i) {
            cut.push_back(dice.pick(recipe.fibre).name);
        }
        const Matrix expected = floyd_warshall(*world, cut);
        const FibreMap whole(world);
        const FibreMap map(world, cut, dice.chance(50) ? &whole : nullptr); // which only makes it faster
        bool connected = true;
        for (std::size_t a = 0; a < world->cities.size(); ++a) {
            for (std::size_t b = 0; b < world->cities.size(); ++b) {
                const auto way = way_between(*world, expected, a, b);
                const auto legs = map.way(CityId(a), CityId(b));
                const std::string where = "seed " + std::to_string(seed) + ", from " + world->cities[a].id + " to " +
                                          world->cities[b].id + ": " + cities_of(*world, legs);
                QVERIFY2(map.metres(CityId(a), CityId(b)) == (way ? way->metres : far), where.c_str());
                QCOMPARE(map.metres(CityId(b), CityId(a)), map.metres(CityId(a), CityId(b)));
                connected = connected && way;
                if (!way || a == b) {
                    QVERIFY2(legs.empty(), where.c_str());
                    continue;
                }
                ++ways;
                std::uint64_t sum = 0;
                for (std::size_t l = 0; l < legs.size(); ++l) {
                    QVERIFY2(world->city(legs[l].from).id == way->cities[l], where.c_str());
                    QVERIFY2(world->city(legs[l].to).id == way->cities[l + 1], where.c_str());
                    sum += legs[l].metres;
                    if (legs[l].segment) {
                        const FibreSegment &s = world->fibre[legs[l].segment->index()];
                        QVERIFY2(std::ranges::find(cut, s.name) == cut.end(), where.c_str());
                        QCOMPARE(s.metres, legs[l].metres);
                        QVERIFY((s.from == legs[l].from && s.to == legs[l].to) ||
                                (s.to == legs[l].from && s.from == legs[l].to));
                    }
                }
                QCOMPARE(legs.size() + 1, way->cities.size());
                const auto on_fibre =
                    std::ranges::count_if(legs, [](const FibreLeg &l) { return l.segment.has_value(); });
                QCOMPARE(map.stretches(CityId(a), CityId(b)), static_cast<std::uint32_t>(on_fibre));
                QCOMPARE(sum, way->metres);
            }
        }
        QCOMPARE(map.connected(), connected);
    }
    QVERIFY(ways > 5000);
}

//        b-x
//   a  <     >  d     both ways are 400 km; and by `c`, with one city more, too
//        b1
void TestFibreMap::lowestSequenceOfIds() {
    Drawn d;
    d.city("a", 0).city("b1", 100).city("b-x", 100).city("c", 150).city("d", 200);
    d.fibre("a", "b1", 200, "s1").fibre("b1", "d", 200, "s2").fibre("a", "b-x", 200, "s3").fibre("b-x", "d", 200, "s4");
    d.fibre("b1", "c", 100, "s5").fibre("c", "d", 100, "s6");
    const auto world = d.world();
    const FibreMap map(world);
    QCOMPARE(cities_of(*world, map.way(city(*world, "a"), city(*world, "d"))), "a b-x d");
    // `b1 c d` stands before `b1 d`: the sequences are compared, not their lengths.
    QCOMPARE(cities_of(*world, map.way(city(*world, "b1"), city(*world, "d"))), "b1 c d");
}

void TestFibreMap::shortestOfParallelSegments() {
    Drawn d;
    d.city("a", 0).city("b", 100);
    d.fibre("a", "b", 300, "long").fibre("b", "a", 200, "zz").fibre("a", "b", 200, "aa");
    const auto world = d.world();
    const auto legs = FibreMap(world).way(city(*world, "a"), city(*world, "b"));
    QCOMPARE(legs.size(), 1u);
    QCOMPARE(legs[0].metres, 200'000u);
    QCOMPARE(world->fibre[legs[0].segment->index()].name, "aa");
    const auto rest = FibreMap(world, {"aa", "zz"}).way(city(*world, "a"), city(*world, "b"));
    QCOMPARE(rest[0].metres, 300'000u);
}

//   a ---- b        c is in no segment, and b is the nearest place to it
void TestFibreMap::aCityOffTheMap() {
    Drawn d;
    d.city("a", 0).city("b", 1000).city("c", 1250).fibre("a", "b", 1500, "s");
    const auto world = d.world();
    const FibreMap map(world);
    QCOMPARE(map.metres(city(*world, "a"), city(*world, "c")), 1'750'000u);
    const auto legs = map.way(city(*world, "c"), city(*world, "a"));
    QCOMPARE(cities_of(*world, legs), "c b a");
    QVERIFY(!legs[0].segment);
    QVERIFY(legs[1].segment);
    QVERIFY(map.connected());
}

void TestFibreMap::twoCitiesOffTheMap() {
    Drawn d;
    d.city("a", 0).city("b", 1000).city("c", 1250).city("d", 1300).fibre("a", "b", 1500, "s");
    const auto world = d.world();
    const FibreMap map(world);
    QCOMPARE(map.metres(city(*world, "c"), city(*world, "d")), 550'000u); // to the map and back
    QCOMPARE(cities_of(*world, map.way(city(*world, "c"), city(*world, "d"))), "c b d");
    QCOMPARE(map.metres(city(*world, "c"), city(*world, "c")), 0u);
    QVERIFY(map.way(city(*world, "c"), city(*world, "c")).empty());
}

//   a ---- b ---- c     with b-c cut, c is not reached, although it could go by the great circle
void TestFibreMap::aCutCityIsNotOffTheMap() {
    Drawn d;
    d.city("a", 0).city("b", 100).city("c", 200).fibre({"a", "b", "c"});
    const auto world = d.world();
    const FibreMap map(world, {"b-c"});
    QCOMPARE(map.metres(city(*world, "a"), city(*world, "c")), far);
    QVERIFY(map.way(city(*world, "a"), city(*world, "c")).empty());
    QVERIFY(!map.connected());
    QVERIFY(FibreMap(world).connected());
}

void TestFibreMap::cutsAllSegmentsOfTheName() {
    Drawn d;
    d.city("a", 0).city("b", 100).city("c", 200);
    d.fibre("a", "b", 100, "one").fibre("b", "c", 100, "one").fibre("a", "c", 900, "two");
    const auto world = d.world();
    QCOMPARE(FibreMap(world).metres(city(*world, "a"), city(*world, "c")), 200'000u);
    const FibreMap cut(world, {"one"});
    QCOMPARE(cut.metres(city(*world, "a"), city(*world, "c")), 900'000u);
    QCOMPARE(cut.metres(city(*world, "a"), city(*world, "b")), far);
}

void TestFibreMap::noFibreAtAll() {
    Drawn d;
    d.city("a", 0);
    QVERIFY(FibreMap(d.world()).connected());
    d.city("b", 100);
    const auto world = d.world();
    const FibreMap map(world);
    QCOMPARE(map.metres(city(*world, "a"), city(*world, "b")), far);
    QCOMPARE(map.metres(city(*world, "a"), city(*world, "a")), 0u);
    QVERIFY(!map.connected());
}

void TestFibreMap::kilometresBetweenPlaces() {
    Drawn d;
    d.city("a", 0).city("b", 1000).fibre("a", "b", 1500, "s");
    const auto world = d.world();
    const FibreMap map(world);
    const auto east = [](double km) { return GeoPoint{0, km / 1000 * 8.993216}; };
    QVERIFY(std::abs(map.km_between(east(-100), east(1200)) - 1800) < 0.1);
    QVERIFY(std::abs(map.km_between(east(100), east(-100)) - 200) < 0.1); // both nearest to a: straight
    QVERIFY(std::isinf(FibreMap(world, {"s"}).km_between(east(0), east(1000))));
}

void TestFibreMap::moreCentresAnswerAlike() {
    int extended = 0;
    for (std::uint64_t seed = 1; seed <= 150; ++seed) {
        Dice dice(seed);
        const naive::Recipe recipe = naive::random_recipe(dice);
        const auto world = naive::build(recipe);
        std::vector<CityId> cities;
        for (std::size_t c = 0; c < world->cities.size(); ++c) {
            if (dice.chance(60)) {
                cities.emplace_back(c);
            }
        }
        const FibreMap plain(world);
        const auto more = plain.with_centres(cities);
        if (!more) {
            continue;
        }
        ++extended;
        QVERIFY(!more->with_centres(cities));
        const std::vector<std::string> cut{recipe.fibre.front().name};
        const FibreMap cut_plain(world, cut);
        const FibreMap cut_more(world, cut, more.get());
        QCOMPARE(more->connected(), plain.connected());
        QCOMPARE(cut_more.connected(), cut_plain.connected());
        for (std::size_t a = 0; a < world->cities.size(); ++a) {
            for (std::size_t b = 0; b < world->cities.size(); ++b) {
                const CityId from(a);
                const CityId to(b);
                QCOMPARE(more->metres(from, to), plain.metres(from, to));
                QCOMPARE(more->stretches(from, to), plain.stretches(from, to));
                QCOMPARE(cut_more.metres(from, to), cut_plain.metres(from, to));
                QCOMPARE(cut_more.stretches(from, to), cut_plain.stretches(from, to));
                QCOMPARE(more->way(from, to).size(), plain.way(from, to).size());
            }
        }
    }
    QVERIFY(extended > 20);
}

QTEST_APPLESS_MAIN(TestFibreMap)
#include "tst_fibre_map.moc"
