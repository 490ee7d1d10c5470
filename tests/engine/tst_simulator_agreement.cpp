// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/random_events.h"
#include "engine/random_world.h"
#include "engine/words.h"
#include "io/world_reader.h"
#include "routing/simulator.h"
#include "routing/solver.h"

#include <QTest>

using namespace catchment;
using naive::Dice;

/// The simulator against the solver, over random worlds: from an empty network, and after random events; and over
/// the built-in world.
/// CATCHMENT_RANDOM_WORLDS sets how many worlds, CATCHMENT_FIRST_SEED where they begin.
class TestSimulatorAgreement : public QObject {
    Q_OBJECT

private slots:
    void endsInTheSolversRoutes();
    void onTheBuiltInWorld_data();
    void onTheBuiltInWorld();
};

namespace {

std::uint64_t from_environment(const char *name, std::uint64_t otherwise) {
    bool ok = false;
    const auto value = qEnvironmentVariable(name).toULongLong(&ok);
    return ok ? value : otherwise;
}

/// What is not as it should be after these events; empty where all is well.
std::string disagreement(const Convergence &simulated, Solver &solver) {
    if (!simulated.end) {
        return "the routes do not settle";
    }
    const Scenario &scenario = simulated.stages.empty() ? *simulated.scenario : *simulated.stages.back().scenario;
    const auto solved = solver.solve(scenario);
    for (std::size_t r = 0; r < solved->topology->router_count(); ++r) {
        const std::string ours = naive::route_words(*solved, r);
        const std::string theirs = naive::route_words(*simulated.end, r);
        if (ours != theirs || solved->no_export[r] != simulated.end->no_export[r]) {
            return "router " + std::to_string(solved->topology->asn_of(RouterId(r)).value) + " in " +
                   solved->world().city(solved->topology->city_of(RouterId(r))).id + "\nsolver:    " + ours +
                   "\nsimulator: " + theirs;
        }
    }
    return {};
}

/// Every part of the parameters in turn; the end does not depend on them.
SimulatorParameters random_parameters(Dice &dice) {
    SimulatorParameters out;
    out.seed = dice.below(1000);
    out.withdrawals_wait = dice.chance(15);
    if (dice.chance(30)) {
        out.mrai = Moment(dice.below(60'000'000));
        out.mrai_inside = Moment(dice.below(dice.chance(50) ? 1 : 6'000'000));
        out.least_factor = static_cast<double>(dice.below(101)) / 100;
        out.message_delay = Moment(dice.below(100'000));
    }
    return out;
}

} // namespace

void TestSimulatorAgreement::endsInTheSolversRoutes() {
    const std::uint64_t first = from_environment("CATCHMENT_FIRST_SEED", 1);
    const std::uint64_t worlds = from_environment("CATCHMENT_RANDOM_WORLDS", 1000);
    unsigned long long compared = 0, with_route = 0, events_seen = 0, changes = 0, lost = 0;
    for (std::uint64_t seed = first; seed < first + worlds; ++seed) {
        Dice dice(seed);
        const naive::Recipe recipe = naive::random_recipe(dice);
        const auto world = naive::build(recipe);
        Solver solver(world);
        Simulator simulator(world, random_parameters(dice));
        const Scenario scenario = naive::random_scenario(recipe, dice);
        const auto events = naive::random_events(recipe, scenario, dice, 8);
        for (const std::size_t happened : {std::size_t{0}, events.size()}) {
            const auto simulated = simulator.run(scenario, std::span(events).first(happened));
            const std::string what = disagreement(*simulated, solver);
            std::string history;
            for (std::size_t e = 0; e < happened; ++e) {
                history += "\n  " + to_string(events[e].event);
            }
            QVERIFY2(what.empty(),
                     qPrintable(QString::fromStdString("seed " + std::to_string(seed) + history + "\n" + what)));
            for (const auto region : simulated->end->region_of) {
                ++compared;
                with_route += region != Solution::no_region;
            }
            events_seen += happened;
            changes += simulated->changes.size();
            for (const Stage &stage : simulated->stages) {
                lost += stage.count.lost;
            }
        }
    }
    qInfo("%llu routers compared, %llu of them with a route; %llu events, %llu route changes, %llu lost messages",
          compared, with_route, events_seen, changes, lost);
    QVERIFY(with_route * 4 > compared); // the worlds are not all empty
    QVERIFY(changes > worlds && lost > 0);
}

void TestSimulatorAgreement::onTheBuiltInWorld_data() {
    QTest::addColumn<QStringList>("events");
    QTest::newRow("withdrawal") << QStringList{"withdraw ams"};
    QTest::newRow("more regions") << QStringList{"announce nrt", "announce gru @1", "withdraw ewr @1.02",
                                                 "announce ewr @2"};
    QTest::newRow("networks") << QStringList{"fail network 3356", "fail network 1299 @0.05",
                                             "repair network 3356 @0.1"};
    QTest::newRow("exchanges and links") << QStringList{"fail exchange amsix", "fail link 3356-174",
                                                        "repair exchange amsix"};
    QTest::newRow("cables") << QStringList{"fail cable SEA-ME-WE 4", "fail cable SEA-ME-WE 5 @0.01",
                                           "fail cable 2Africa", "announce sin", "repair cable SEA-ME-WE 4"};
}

void TestSimulatorAgreement::onTheBuiltInWorld() {
    QFETCH(QStringList, events);
    static const auto world = read_world(CATCHMENT_RESOURCES "/world");
    static Simulator simulator(world);
    static Solver solver(world);
    std::vector<TimedEvent> timed;
    for (const QString &words : events) {
        timed.push_back(parse_event(words.toStdString(), *world));
    }
    const std::string what = disagreement(*simulator.run(story(), timed), solver);
    QVERIFY2(what.empty(), what.c_str());
}

QTEST_APPLESS_MAIN(TestSimulatorAgreement)
#include "tst_simulator_agreement.moc"
