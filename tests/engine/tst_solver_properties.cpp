// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/random_world.h"
#include "engine/words.h"
#include "routing/explanation.h"
#include "routing/solver.h"
#include "scenario/scenario_error.h"

#include <QTest>

#include <functional>
#include <map>
#include <set>

using namespace catchment;
using naive::Dice;

/// What holds for every solution, whatever the rules in detail: over random worlds.
class TestSolverProperties : public QObject {
    Q_OBJECT

private slots:
    void pathsHaveNoLoop();
    void pathsHaveNoValley();
    void everyRouteIsOfferedByThatNeighbour();
    void pathsAreThoseOfTheHops();
    void orderOfRowsDoesNotMatter();
    void orderOfTheScenarioDoesNotMatter();
    void thereAndBackAgain();
    void aKeptSolverAnswersLikeANewOne();
    void stops();
    void unknownNamesAreRefused();
};

namespace {

using Check = std::function<void(const naive::Recipe &, Scenario, const Solution &)>;

/// Calls `check` for some random worlds and scenarios; stops at the first that fails.
void over_random_worlds(std::uint64_t first_seed, int worlds, const Check &check) {
    for (int i = 0; i < worlds && !QTest::currentTestFailed(); ++i) {
        Dice dice(first_seed + static_cast<std::uint64_t>(i));
        const naive::Recipe recipe = naive::random_recipe(dice);
        Solver solver(naive::build(recipe));
        for (int round = 0; round < 3 && !QTest::currentTestFailed(); ++round) {
            const Scenario scenario = naive::random_scenario(recipe, dice);
            check(recipe, scenario, *solver.solve(scenario));
            if (QTest::currentTestFailed()) {
                qInfo("seed %llu, scenario %d", static_cast<unsigned long long>(first_seed) + i, round);
            }
        }
    }
}

/// Every router's route, in words, by the router's name.
std::map<std::string, std::string> routes_by_name(const Solution &solution) {
    std::map<std::string, std::string> out;
    const Topology &topology = *solution.topology;
    for (std::size_t r = 0; r < topology.router_count(); ++r) {
        const RouterId id(r);
        const auto region = topology.region_at(id);
        out[std::to_string(topology.asn_of(id).value) + " in " + solution.world().city(topology.city_of(id)).id +
            (region ? " as " + topology.op().regions[region->index()].code : "")] = naive::route_words(solution, r);
    }
    return out;
}

std::size_t routers(const Solution &solution) { return solution.topology->router_count(); }

} // namespace

void TestSolverProperties::pathsHaveNoLoop() {
    std::size_t routes = 0;
    over_random_worlds(1000, 150, [&](const naive::Recipe &recipe, const Scenario &, const Solution &solution) {
        for (std::size_t r = 0; r < routers(solution); ++r) {
            const std::vector<Asn> path = solution.as_path(RouterId(r));
            std::set<Asn> seen;
            for (std::size_t i = 0; i < path.size(); ++i) {
                const bool fresh = seen.insert(path[i]).second;
                QVERIFY(fresh || (path[i] == recipe.operator_asn && path[i - 1] == path[i])); // a prepend
            }
            std::set<std::uint32_t> routers_seen;
            for (const Hop &hop : solution.hops(RouterId(r))) {
                QVERIFY(routers_seen.insert(hop.router.value).second);
            }
            routes += !path.empty();
        }
    });
    QVERIFY(routes > 1000);
}

void TestSolverProperties::pathsHaveNoValley() {
    std::size_t routes = 0;
    over_random_worlds(2000, 150, [&](const naive::Recipe &, const Scenario &, const Solution &solution) {
        for (std::size_t r = 0; r < routers(solution); ++r) {
            // As packets go: up to providers, over at most one peering, down to customers.
            bool downhill = false;
            for (const Hop &hop : solution.hops(RouterId(r))) {
                const Relationship is = solution.topology->end(hop.session).neighbour_is;
                QVERIFY(!downhill || is == Relationship::Customer);
                downhill = is != Relationship::Provider;
                ++routes;
            }
        }
    });
    QVERIFY(routes > 1000);
}

void TestSolverProperties::everyRouteIsOfferedByThatNeighbour() {
    std::size_t routes = 0;
    over_random_worlds(3000, 150, [&](const naive::Recipe &recipe, const Scenario &scenario, const Solution &solution) {
        const Topology &topology = *solution.topology;
        for (std::size_t r = 0; r < routers(solution); ++r) {
            const auto hops = solution.hops(RouterId(r));
            if (hops.empty()) {
                continue;
            }
            ++routes;
            const Hop &hop = hops.front();
            QVERIFY(topology.network_of(hop.exit) == topology.network_of(RouterId(r)));
            QVERIFY(topology.part_of(hop.exit) == topology.part_of(RouterId(r)));
            const SessionEnd &end = topology.end(hop.session);
            QCOMPARE(end.router, hop.exit.value);
            QCOMPARE(end.neighbour, hop.next.value);
            QVERIFY(std::ranges::find(scenario.faults.networks, topology.asn_of(hop.next)) ==
                    scenario.faults.networks.end());
            const auto path = solution.as_path(RouterId(r));
            const auto theirs = solution.as_path(hop.next);
            QVERIFY(path.size() > theirs.size());
            QVERIFY(std::equal(theirs.rbegin(), theirs.rend(), path.rbegin()));
            QVERIFY(solution.region(hop.next) == solution.region(RouterId(r)));
            if (topology.asn_of(hop.next) == recipe.operator_asn) {
                const auto region = topology.region_at(hop.next);
                QVERIFY(scenario.deploys(topology.op().regions[region->index()].code));
                continue;
            }
            QCOMPARE(path.size(), theirs.size() + 1);
            QVERIFY(!solution.no_export[hop.next.index()]);
            const auto learned = solution.parts[topology.part_of(hop.next).index()].learned_from;
            QVERIFY(learned >= LearnedFrom::Customer || end.neighbour_is == Relationship::Provider);
        }
    });
    QVERIFY(routes > 1000);
}

void TestSolverProperties::pathsAreThoseOfTheHops() {
    over_random_worlds(4000, 100, [&](const naive::Recipe &recipe, const Scenario &, const Solution &solution) {
        const Topology &topology = *solution.topology;
        for (std::size_t r = 0; r < routers(solution); ++r) {
            std::vector<Asn> networks;
            RouterId at(r);
            for (const Hop &hop : solution.hops(RouterId(r))) {
                QVERIFY(hop.router == at);
                networks.push_back(topology.asn_of(hop.router));
                at = hop.next;
            }
            auto path = solution.as_path(RouterId(r));
            QCOMPARE(path.empty(), !solution.region(RouterId(r)).has_value());
            std::erase(path, recipe.operator_asn);
            QVERIFY(path == networks);
            if (!networks.empty()) {
                QVERIFY(topology.region_at(at) == solution.region(RouterId(r)));
            }
            const NetworkId own = topology.network_of(RouterId(r));
            for (std::size_t n = 0; n < topology.network_count(); ++n) {
                const bool on_path = std::ranges::find(networks, topology.asn(NetworkId(n))) != networks.end();
                const bool origin = topology.is_operator(NetworkId(n)) && solution.region(RouterId(r));
                QCOMPARE(solution.passes(RouterId(r), NetworkId(n)), on_path || origin || own == NetworkId(n));
            }
        }
    });
}

void TestSolverProperties::orderOfRowsDoesNotMatter() {
    over_random_worlds(5000, 150, [&](const naive::Recipe &recipe, const Scenario &scenario, const Solution &solution) {
        Dice dice(recipe.cities.size());
        const auto shuffled = Solver(naive::build(naive::shuffled(recipe, dice))).solve(scenario);
        QVERIFY(routes_by_name(solution) == routes_by_name(*shuffled));
    });
}

void TestSolverProperties::orderOfTheScenarioDoesNotMatter() {
    over_random_worlds(6000, 100, [&](const naive::Recipe &recipe, Scenario scenario, const Solution &solution) {
        std::ranges::reverse(scenario.regions);
        std::ranges::reverse(scenario.tuning);
        std::ranges::reverse(scenario.sessions);
        std::ranges::reverse(scenario.faults.cables);
        std::ranges::reverse(scenario.faults.networks);
        for (auto &[a, b] : scenario.faults.links) {
            std::swap(a, b);
        }
        QVERIFY(routes_by_name(solution) == routes_by_name(*Solver(naive::build(recipe)).solve(scenario)));
    });
}

void TestSolverProperties::thereAndBackAgain() {
    over_random_worlds(7000, 100, [&](const naive::Recipe &recipe, Scenario scenario, const Solution &solution) {
        Solver solver(naive::build(recipe));
        const auto before = routes_by_name(solution);
        QVERIFY(routes_by_name(*solver.solve(scenario)) == before);
        const auto regions = scenario.regions;
        scenario.regions.clear();
        for (const auto &[router, route] : routes_by_name(*solver.solve(scenario))) {
            QVERIFY2(route.starts_with("to nowhere"), router.c_str());
        }
        scenario.regions = regions;
        QVERIFY(routes_by_name(*solver.solve(scenario)) == before);
    });
}

void TestSolverProperties::aKeptSolverAnswersLikeANewOne() {
    for (std::uint64_t seed = 8000; seed < 8060; ++seed) {
        Dice dice(seed);
        const naive::Recipe recipe = naive::random_recipe(dice);
        const auto world = naive::build(recipe);
        Solver kept(world);
        std::shared_ptr<const Solution> earlier;
        std::map<std::string, std::string> earlier_routes;
        for (int round = 0; round < 6; ++round) {
            const Scenario scenario = naive::random_scenario(recipe, dice);
            const auto solution = kept.solve(scenario);
            const auto routes = routes_by_name(*solution);
            QVERIFY(routes == routes_by_name(*Solver(world).solve(scenario)));
            if (earlier) { // a solution is a value: a later run leaves it alone
                QVERIFY(routes_by_name(*earlier) == earlier_routes);
            }
            earlier = solution;
            earlier_routes = routes;
        }
    }
}

void TestSolverProperties::stops() {
    Dice dice(1);
    const naive::Recipe recipe = naive::random_recipe(dice);
    const Scenario scenario = naive::random_scenario(recipe, dice);
    Solver solver(naive::build(recipe));
    std::stop_source source;
    source.request_stop();
    QVERIFY(!solver.solve(scenario, source.get_token()));
    const auto after = solver.solve(scenario);
    QVERIFY(after);
    QVERIFY(routes_by_name(*after) == routes_by_name(*Solver(naive::build(recipe)).solve(scenario)));
}

void TestSolverProperties::unknownNamesAreRefused() {
    Dice dice(2);
    const naive::Recipe recipe = naive::random_recipe(dice);
    Solver solver(naive::build(recipe));
    Scenario scenario;
    scenario.regions = {"no such region"};
    QVERIFY_EXCEPTION_THROWN(solver.solve(scenario), ScenarioError);
    QVERIFY(solver.solve(Scenario{}));
}

QTEST_APPLESS_MAIN(TestSolverProperties)
#include "tst_solver_properties.moc"
