// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/drawn.h"
#include "engine/naive_ties.h"
#include "engine/words.h"
#include "routing/ties.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <set>

using namespace catchment;
using naive::Dice;
using naive::Drawn;
using naive::Routes;
using naive::tuning;

/// Ties on drawn networks, by the exact fractions; against the definition over random worlds
/// (CATCHMENT_RANDOM_WORLDS sets how many, CATCHMENT_FIRST_SEED where they begin).
class TestTies : public QObject {
    Q_OBJECT

private slots:
    void aMeanOfMeans();
    void onlyWhatSurvivesHotPotato();
    void everyRouterByItself();
    void placesAreCountedOnce();
    void medAndPrependTakeOut();
    void noExportIsNotPassedOn();
    void agreesWithTheDefinition();
};

namespace {

/// `r1 0.6667, r2 0.3333`
std::string odds(const Routes &routes, std::uint32_t asn, const std::string &city) {
    std::string out;
    for (const auto &[region, p] : Ties(*routes.solution).distribution(routes.router(asn, city))) {
        const std::string &code = routes.solution->topology->op().regions[region.index()].code;
        out += (out.empty() ? "" : ", ") + code + ' ' + QString::number(p, 'f', 4).toStdString();
    }
    return out;
}

std::uint64_t from_environment(const char *name, std::uint64_t otherwise) {
    bool ok = false;
    const auto value = qEnvironmentVariable(name).toULongLong(&ok);
    return ok ? value : otherwise;
}

/// The same networks in two cities: many sessions side by side, so there are ties.
naive::Recipe crowded(naive::Recipe recipe) {
    const std::vector<City> cities = recipe.cities;
    const auto squeezed = [&](const std::string &id) {
        const auto at = std::ranges::find(cities, id, &City::id) - cities.begin();
        return cities[static_cast<std::size_t>(at) % std::min<std::size_t>(2, cities.size())].id;
    };
    std::set<std::pair<Asn, std::string>> routers;
    for (auto &row : recipe.presence) {
        row.city = squeezed(row.city);
        routers.emplace(row.asn, row.city);
    }
    recipe.presence.clear();
    for (const auto &[asn, city] : routers) {
        recipe.presence.push_back({asn, city});
    }
    for (auto &row : recipe.exchanges) {
        row.city = squeezed(row.city);
    }
    for (auto &row : recipe.regions) {
        row.city = squeezed(row.city);
    }
    for (auto &row : recipe.links) {
        row.places.clear();
    }
    return recipe;
}

} // namespace

#define COMPARE_WORDS(actual, expected) QCOMPARE(QString::fromStdString(actual), QString(expected))

//         1            all in one city; 1 has three tied ways, 2 has two, and 3 and 4 have one each.
//       / | \          r1: (1/2 + 1 + 0) / 3
//      2  3  4
//     / \ |  |
//    5   6   7
//    |   |   |
//    r2  r1  r2
void TestTies::aMeanOfMeans() {
    Drawn d;
    d.city("a", 0);
    for (const std::uint32_t asn : {1u, 2u, 3u, 4u, 5u, 6u, 7u}) {
        d.network(asn, {"a"});
    }
    d.transit(1, 2).transit(1, 3).transit(1, 4).transit(2, 5).transit(2, 6).transit(3, 6).transit(4, 7);
    d.region("r1", "a").region("r2", "a").session("r1", 6).session("r2", 5).session("r2", 7);
    const Routes routes(d);
    COMPARE_WORDS(routes.region(1, "a"), "r2"); // by 2 and 5, the lowest numbers
    COMPARE_WORDS(odds(routes, 2, "a"), "r1 0.5000, r2 0.5000");
    COMPARE_WORDS(odds(routes, 3, "a"), "r1 1.0000");
    COMPARE_WORDS(odds(routes, 1, "a"), "r1 0.5000, r2 0.5000");
    const Ties ties(*routes.solution);
    QCOMPARE(ties.probability(routes.router(1, "a"), RegionId(0)), (0.5 + 1 + 0) / 3);
    // Without 4 it is two in three ways: (1/2 + 1) / 2.
    Scenario without = d.scenario();
    without.faults.networks = {Asn{4}};
    COMPARE_WORDS(odds(Routes(d, without), 1, "a"), "r1 0.7500, r2 0.2500");
}

//   2: a           b       c is nearer to b: no tie there. In the middle of m there is one.
//      |           |
//   1: a --300-- c --200-- b --500-- d
//                 \--- 250 from both a and b: m
void TestTies::onlyWhatSurvivesHotPotato() {
    Drawn d;
    d.city("a", 0).city("c", 300).city("b", 500).city("m", 250);
    d.fibre({"a", "c", "b"});
    d.fibre("a", "m", 250, "a-m").fibre("m", "b", 250, "m-b");
    d.network(1, {"a", "b", "c", "m"}).network(2, {"a", "b"}).network(3, {"m"});
    d.peering(1, 2).transit(1, 3);
    d.region("r1", "a").region("r2", "b").session("r1", 2).session("r2", 2);
    const Routes routes(d);
    COMPARE_WORDS(odds(routes, 1, "c"), "r2 1.0000");
    COMPARE_WORDS(odds(routes, 1, "a"), "r1 1.0000"); // its own session comes before all others
    COMPARE_WORDS(odds(routes, 1, "m"), "r1 0.5000, r2 0.5000");
    COMPARE_WORDS(odds(routes, 3, "m"), "r1 0.5000, r2 0.5000");
}

//   1: a            b        In a and b each router takes its own sessions; in b there are two, one to each region.
//      |           /  |
//      2: a     2: b  3: b
//      r1         r1   r2
void TestTies::everyRouterByItself() {
    Drawn d;
    d.city("a", 0).city("b", 500).fibre({"a", "b"});
    d.network(1, {"a", "b"}).network(2, {"a", "b"}).network(3, {"b"});
    d.transit(1, 2).transit(1, 3);
    d.region("r1", "a").region("r2", "b").session("r1", 2).session("r2", 3);
    const Routes routes(d);
    COMPARE_WORDS(odds(routes, 1, "a"), "r1 1.0000");
    COMPARE_WORDS(odds(routes, 1, "b"), "r1 0.5000, r2 0.5000");
}

//   1 meets 2 over two exchanges and privately in a, and 3 once: two places, not four.
void TestTies::placesAreCountedOnce() {
    Drawn d;
    d.city("a", 0).network(1, {"a"}).network(2, {"a"}).network(3, {"a"});
    d.exchange("x", "a").exchange("y", "a");
    d.peering(1, 2, {"x", "y", "a"}).peering(1, 3, {"a"});
    d.region("r1", "a").region("r2", "a").session("r1", 2).session("r2", 3);
    COMPARE_WORDS(odds(Routes(d), 1, "a"), "r1 0.5000, r2 0.5000");
    // Two regions in one city are one place of one neighbour: the first by step 7 counts.
    Drawn e;
    e.city("a", 0).network(1, {"a"}).region("r2", "a").region("r1", "a").session("r2", 1).session("r1", 1);
    COMPARE_WORDS(odds(Routes(e), 1, "a"), "r1 1.0000");
}

//   1      on equal terms with r1 in a and r2 in b, 500 km away on either side
void TestTies::medAndPrependTakeOut() {
    Drawn d;
    d.city("a", 0).city("m", 500).city("b", 1000).fibre({"a", "m", "b"});
    d.network(1, {"m"});
    d.exchange("x", "m");
    d.region("r1", "a").region("r2", "b").session("r1", 1, Relationship::Provider, "x");
    d.session("r2", 1, Relationship::Provider, "x");
    Scenario scenario = d.scenario();
    COMPARE_WORDS(odds(Routes(d, scenario), 1, "m"), "r1 0.5000, r2 0.5000");
    scenario.tuning = {tuning("r1")};
    scenario.tuning[0].prepend = 1;
    COMPARE_WORDS(odds(Routes(d, scenario), 1, "m"), "r2 1.0000");
    scenario.tuning[0].prepend = 0;
    scenario.tuning[0].med = 1;
    COMPARE_WORDS(odds(Routes(d, scenario), 1, "m"), "r2 1.0000");
    scenario.tuning[0].med = 0;
    scenario.tuning[0].withhold = true;
    COMPARE_WORDS(odds(Routes(d, scenario), 1, "m"), "r2 1.0000");
}

//   1 --- r1, r2     1 takes r1 (city a comes first) and might as well take r2; but r2 asks not to be passed on, so 2
//   |                would not hear of it.
//   2
void TestTies::noExportIsNotPassedOn() {
    Drawn d;
    d.city("a", 0).city("m", 500).city("b", 1000).fibre({"a", "m", "b"});
    d.network(1, {"m"}).network(2, {"m"}).transit(1, 2).exchange("x", "m");
    d.region("r1", "a").region("r2", "b").session("r1", 1, Relationship::Provider, "x");
    d.session("r2", 1, Relationship::Provider, "x");
    Scenario scenario = d.scenario();
    COMPARE_WORDS(odds(Routes(d, scenario), 2, "m"), "r1 0.5000, r2 0.5000");
    scenario.tuning = {tuning("r2")};
    scenario.tuning[0].no_export = true;
    const Routes routes(d, scenario);
    COMPARE_WORDS(odds(routes, 1, "m"), "r1 0.5000, r2 0.5000");
    COMPARE_WORDS(odds(routes, 2, "m"), "r1 1.0000");
}

void TestTies::agreesWithTheDefinition() {
    const std::uint64_t first = from_environment("CATCHMENT_FIRST_SEED", 1);
    const std::uint64_t worlds = from_environment("CATCHMENT_RANDOM_WORLDS", 400);
    std::size_t contested = 0;
    std::size_t certain = 0;
    for (std::uint64_t seed = first; seed < first + worlds; ++seed) {
        Dice dice(seed);
        const naive::Recipe drawn = naive::random_recipe(dice);
        const naive::Recipe recipe = seed % 2 == 0 ? crowded(drawn) : drawn;
        const auto world = naive::build(recipe);
        Solver solver(world);
        for (int round = 0; round < 4; ++round) {
            const Scenario scenario = naive::random_scenario(recipe, dice);
            const naive::Fixpoint fixpoint(world, scenario);
            const naive::NaiveTies expected(fixpoint);
            const auto solution = solver.solve(scenario);
            const Ties ties(*solution);
            for (std::size_t r = 0; r < fixpoint.router_count(); ++r) {
                const auto where = [&] {
                    return QByteArray::fromStdString("seed " + std::to_string(seed) + ", scenario " +
                                                     std::to_string(round) + ", router " +
                                                     naive::router_words(fixpoint, *world, r));
                };
                const auto theirs = expected.distribution(r);
                double sum = 0;
                for (const auto &[region, p] : ties.distribution(RouterId(r))) {
                    const auto other = theirs.find(region.index());
                    QVERIFY2(other != theirs.end() && std::abs(other->second - p) < 1e-9, where());
                    sum += p;
                }
                QVERIFY2(theirs.size() == ties.distribution(RouterId(r)).size(), where());
                const auto region = solution->region(RouterId(r));
                QVERIFY2(std::abs(sum - (region ? 1 : 0)) < 1e-9, where());
                if (!region) {
                    continue;
                }
                QCOMPARE(explain_router(*solution, RouterId(r)).tied(), expected.tied(r).size());
                // What is reached is possible, and certain where no router on the way had a choice.
                const double certainty = ties.probability(RouterId(r), *region);
                QVERIFY2(certainty > 0, where());
                bool choice = false;
                for (const Hop &hop : solution->hops(RouterId(r))) {
                    choice = choice || expected.tied(hop.router.index()).size() > 1;
                }
                QVERIFY2(choice || certainty == 1, where());
                (certainty < Ties::contested_below ? contested : certain)++;
            }
        }
    }
    qInfo("%zu routers are contested, %zu certain", contested, certain);
    QVERIFY(contested * 4 > worlds); // there are ties
}

QTEST_APPLESS_MAIN(TestTies)
#include "tst_ties.moc"
