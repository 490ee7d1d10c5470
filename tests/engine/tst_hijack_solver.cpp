// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/naive_ties.h"
#include "engine/random_security.h"
#include "engine/words.h"
#include "routing/solver.h"
#include "study/catchments.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace catchment;
using naive::Dice;
using naive::Fixpoint;

/// Hijackers and validators over random worlds: the solver and what follows from it against the naive fixpoint, one for
/// each prefix. CATCHMENT_RANDOM_WORLDS sets how many worlds, CATCHMENT_FIRST_SEED where they begin.
class TestHijackSolver : public QObject {
    Q_OBJECT

private slots:
    void agreesWithTheFixpoint();
    void fullValidation();
};

namespace {

std::uint64_t from_environment(const char *name, std::uint64_t otherwise) {
    bool ok = false;
    const auto value = qEnvironmentVariable(name).toULongLong(&ok);
    return ok ? value : otherwise;
}

} // namespace

void TestHijackSolver::agreesWithTheFixpoint() {
    const std::uint64_t first = from_environment("CATCHMENT_FIRST_SEED", 1);
    const std::uint64_t worlds = from_environment("CATCHMENT_RANDOM_WORLDS", 300);
    std::size_t compared = 0, captured = 0, deviated = 0;
    for (std::uint64_t seed = first; seed < first + worlds; ++seed) {
        Dice dice(seed);
        const naive::Recipe recipe = naive::random_recipe(dice);
        const auto world = naive::build(recipe);
        Solver solver(world);
        for (int round = 0; round < 4; ++round) {
            Scenario scenario = naive::random_scenario(recipe, dice);
            naive::add_random_security(recipe, scenario, dice);
            const Fixpoint expected(world, scenario);
            const int length = scenario.security.hijack ? scenario.security.hijack->prefix_length : 22;
            const Fixpoint longer(world, scenario, length);
            const Fixpoint *const specific = length > 22 ? &longer : nullptr;
            const naive::NaiveTies expected_ties(expected, specific);
            const auto where = [&](std::size_t router, const std::string &what) {
                return QByteArray::fromStdString("seed " + std::to_string(seed) + ", scenario " +
                                                 std::to_string(round) + ", router " +
                                                 naive::router_words(expected, *world, router) + ": " + what);
            };
            QVERIFY2(expected.settled() && longer.settled(), where(0, "the fixpoint does not settle"));
            const auto solution = solver.solve(scenario);
            const Ties ties(*solution);
            for (std::size_t r = 0; r < expected.router_count(); ++r) {
                const RouterId router(r);
                std::string ours = naive::route_words(expected, *world, r);
                std::string theirs = naive::route_words(*solution, r);
                QVERIFY2(ours == theirs, where(r, "\nby the rules: " + ours + "\nsolver:       " + theirs));
                if (solution->more_specific) {
                    ours = naive::route_words(longer, *world, r);
                    theirs = naive::route_words(*solution->more_specific, r);
                    QVERIFY2(ours == theirs, where(r, "\nby the rules: " + ours + "\nsolver:       " + theirs));
                } else {
                    QVERIFY(!specific || !specific->has_route(r));
                }
                // Packets, one router after the other: by the longer prefix wherever a router has a route to it.
                std::size_t at = r;
                const Fixpoint *by = nullptr;
                for (;;) {
                    by = specific && specific->has_route(at) ? specific : &expected;
                    if (by->announcer(at) || !by->best(at)) {
                        break;
                    }
                    at = by->best(at)->sender;
                }
                constexpr std::size_t nowhere = 2'000'000;
                const std::size_t reached = by->announcer(at) ? by->reached(at).value_or(nowhere) : nowhere;
                const auto hops = solution->packet_hops(router);
                const RouterId end = hops.empty() ? router : hops.back().next;
                QVERIFY2(end.index() == at, where(r, "packets arrive elsewhere"));
                const Solution &there = solution->at(end);
                QVERIFY(there.hijacked(end) == (reached == Fixpoint::to_hijacker));
                const auto path = solution->packet_path(router);
                QCOMPARE(path.empty(), reached == nowhere);
                deviated += reached == Fixpoint::to_hijacker && !by->has_route(r);
                captured += reached == Fixpoint::to_hijacker;
                ++compared;
                // Ties.
                const auto odds = expected_ties.distribution(r);
                double sum = ties.captured(router);
                const auto hijacker = odds.find(Fixpoint::to_hijacker);
                QVERIFY2(std::abs((hijacker == odds.end() ? 0 : hijacker->second) - sum) < 1e-9, where(r, "captured"));
                for (const auto &[region, p] : ties.distribution(router)) {
                    const auto other = odds.find(region.index());
                    QVERIFY2(other != odds.end() && std::abs(other->second - p) < 1e-9, where(r, "odds"));
                    sum += p;
                }
                QVERIFY2(std::abs(sum - (reached != nowhere ? 1 : 0)) < 1e-9, where(r, "odds do not sum to 1"));
            }
            // And what follows for the users.
            const auto all = catchments(solution);
            double users = 0;
            for (const NetworkOutcome &o : all->outcomes) {
                QVERIFY(!o.captured || (!o.region && o.router));
                users += o.captured ? o.users : 0;
                if (o.captured) {
                    QVERIFY(solution->packet_path(*o.router).size() >= scenario.security.hijack->path.size());
                }
            }
            QVERIFY(std::abs(users - all->summary.captured_users) < 1e-6 * std::max(1.0, users));
            QVERIFY(all->summary.captured_users <= all->summary.unreached_users + 1e-6);
        }
    }
    qInfo("%zu routers compared: %zu captured, %zu of them on their way", compared, captured, deviated);
    QVERIFY(captured * 10 > compared);
    QVERIFY(deviated > 0);
}

/// Where everybody validates, a false origin gets nowhere, and a forged one of allowed length as far as without.
void TestHijackSolver::fullValidation() {
    std::size_t stopped = 0, passed = 0;
    for (std::uint64_t seed = 70'000; seed < 70'150; ++seed) {
        Dice dice(seed);
        const naive::Recipe recipe = naive::random_recipe(dice);
        Solver solver(naive::build(recipe));
        Scenario scenario = naive::random_scenario(recipe, dice);
        naive::add_random_security(recipe, scenario, dice);
        if (!scenario.security.hijack) {
            continue;
        }
        scenario.security.roas.reset();
        scenario.security.origin_validation.clear();
        Hijack &hijack = *scenario.security.hijack;
        hijack.path = {hijack.asn};
        const auto open = solver.solve(scenario);
        for (const Network &network : recipe.networks) {
            scenario.security.origin_validation.push_back(network.asn);
        }
        const auto closed = solver.solve(scenario);
        for (std::size_t r = 0; r < closed->topology->router_count(); ++r) {
            const RouterId router(r);
            const bool own = closed->topology->asn_of(router) == hijack.asn;
            for (const Solution *routes : {closed.get(), closed->more_specific.get()}) {
                QVERIFY(!routes || own || !routes->hijacked(router));
            }
            stopped += !own && open->at(router).hijacked(router);
        }
        hijack.prefix_length = 22;
        hijack.path.push_back(recipe.operator_asn);
        const auto forged = solver.solve(scenario);
        scenario.security.origin_validation.clear();
        const auto unvalidated = solver.solve(scenario);
        for (std::size_t r = 0; r < forged->topology->router_count(); ++r) {
            QCOMPARE(naive::route_words(*forged, r), naive::route_words(*unvalidated, r));
            passed += forged->hijacked(RouterId(r));
        }
    }
    QVERIFY(stopped > 100);
    QVERIFY(passed > 100);
}

QTEST_APPLESS_MAIN(TestHijackSolver)
#include "tst_hijack_solver.moc"
