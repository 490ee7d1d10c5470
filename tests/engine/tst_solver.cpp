// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/fixpoint.h"
#include "engine/random_world.h"
#include "engine/words.h"
#include "routing/solver.h"

#include <QTest>

using namespace catchment;
using naive::Dice;
using naive::Fixpoint;

/// The solver against the naive fixpoint, over random worlds. CATCHMENT_RANDOM_WORLDS sets how many, and
/// CATCHMENT_FIRST_SEED where they begin.
class TestSolver : public QObject {
    Q_OBJECT

private slots:
    void agreesWithTheFixpoint();
};

namespace {

std::uint64_t from_environment(const char *name, std::uint64_t otherwise) {
    bool ok = false;
    const auto value = qEnvironmentVariable(name).toULongLong(&ok);
    return ok ? value : otherwise;
}

} // namespace

void TestSolver::agreesWithTheFixpoint() {
    const std::uint64_t first = from_environment("CATCHMENT_FIRST_SEED", 1);
    const std::uint64_t worlds = from_environment("CATCHMENT_RANDOM_WORLDS", 400);
    std::uint64_t compared = 0;
    std::uint64_t with_route = 0;
    for (std::uint64_t seed = first; seed < first + worlds; ++seed) {
        Dice dice(seed);
        const naive::Recipe recipe = naive::random_recipe(dice);
        const auto world = naive::build(recipe);
        Solver solver(world);
        for (int round = 0; round < 4; ++round) {
            const Scenario scenario = naive::random_scenario(recipe, dice);
            const auto where = [&](const std::string &what) {
                return QByteArray::fromStdString("seed " + std::to_string(seed) + ", scenario " +
                                                 std::to_string(round) + ": " + what);
            };
            const Fixpoint expected(world, scenario);
            QVERIFY2(expected.settled(), where("the fixpoint does not settle"));
            const auto solution = solver.solve(scenario);
            QVERIFY2(solution, where("no solution"));
            QCOMPARE(solution->topology->router_count(), expected.router_count());
            for (std::size_t r = 0; r < expected.router_count(); ++r) {
                const std::string ours = naive::route_words(expected, *world, r);
                const std::string theirs = naive::route_words(*solution, r);
                QVERIFY2(ours == theirs, where("router " + naive::router_words(expected, *world, r) +
                                               "\nby the rules: " + ours + "\nsolver:       " + theirs));
                ++compared;
                with_route += expected.best(r).has_value();
            }
        }
    }
    qInfo("%llu routers compared, %llu of them with a route", static_cast<unsigned long long>(compared),
          static_cast<unsigned long long>(with_route));
    QVERIFY(with_route * 4 > compared); // the worlds are not all empty
}

QTEST_APPLESS_MAIN(TestSolver)
#include "tst_solver.moc"
