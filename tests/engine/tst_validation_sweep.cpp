// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/random_security.h"
#include "engine/random_world.h"
#include "io/world_reader.h"
#include "routing/solver.h"
#include "study/catchments.h"
#include "study/validation_sweep.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace catchment;
using naive::Dice;

/// How far a hijack gets by who validates, against plain solves.
class TestValidationSweep : public QObject {
    Q_OBJECT

private slots:
    void everyPointIsAPlainSolve();
    void nobodyAndEverybodyValidate();
    void whatIsNotInvalidPasses();
    void nobodyHijacks();
    void stopsAndReportsProgress();
};

namespace {

double captured(Solver &solver, Scenario scenario, std::vector<Asn> validate) {
    scenario.security.origin_validation = std::move(validate);
    const Summary s = catchments(solver.solve(scenario))->summary;
    return s.users > 0 ? s.captured_users / s.users : 0;
}

std::shared_ptr<const World> builtin() {
    static const auto world = read_world(CATCHMENT_RESOURCES "/world");
    return world;
}

/// A network of the built-in world announces the operator's prefix, or the first /24 of it.
Scenario hijacked(std::uint8_t length) {
    Scenario scenario = story();
    scenario.security.hijack = Hijack{Asn{4755}, "mumbai-in", length, {Asn{4755}}};
    return scenario;
}

} // namespace

void TestValidationSweep::everyPointIsAPlainSolve() {
    std::size_t differing = 0;
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        Dice dice(seed);
        const naive::Recipe recipe = naive::random_recipe(dice);
        Scenario scenario = naive::random_scenario(recipe, dice);
        naive::add_random_security(recipe, scenario, dice);
        const auto world = naive::build(recipe);
        const ValidationQuestion question{scenario, 1 + dice.below(6), 1 + dice.below(3)};
        const auto sweep = validation_sweep(world, question);
        Solver solver(world);
        QCOMPARE(sweep->largest_first.size(), question.steps + 1);
        QCOMPARE(sweep->by_lot.size(), question.steps + 1);
        for (std::size_t step = 0; step <= question.steps; ++step) {
            const double share = static_cast<double>(step) / static_cast<double>(question.steps);
            const auto largest = validators(*world, share, ValidatorOrder::LargestFirst);
            const ValidationPoint &first = sweep->largest_first[step];
            QCOMPARE(first.captured, captured(solver, scenario, largest));
            QCOMPARE(first.networks, largest.size());
            QVERIFY(first.least == first.captured && first.most == first.captured);
            double sum = 0, least = 1, most = 0;
            for (std::uint64_t lot = 1; lot <= question.lots; ++lot) {
                const double one = captured(solver, scenario, validators(*world, share, ValidatorOrder::ByLot, lot));
                sum += one;
                least = std::min(least, one);
                most = std::max(most, one);
            }
            const ValidationPoint &drawn = sweep->by_lot[step];
            QVERIFY(std::abs(drawn.captured - sum / static_cast<double>(question.lots)) < 1e-12);
            QCOMPARE(drawn.least, least);
            QCOMPARE(drawn.most, most);
            QCOMPARE(drawn.share, share);
            differing += least < most || first.captured != sweep->largest_first.front().captured;
        }
    }
    QVERIFY(differing > 20);
}

void TestValidationSweep::nobodyAndEverybodyValidate() {
    for (const int length : {22, 24}) {
        const Scenario scenario = hijacked(static_cast<std::uint8_t>(length));
        const auto sweep = validation_sweep(builtin(), {scenario, 4, 2});
        Solver solver(builtin());
        std::vector<Asn> everybody;
        for (const Network &network : builtin()->networks) {
            everybody.push_back(network.asn);
        }
        const double none = captured(solver, scenario, {}), all = captured(solver, scenario, everybody);
        QVERIFY(none > 0.01);
        QVERIFY(all < none);
        for (const auto *line : {&sweep->largest_first, &sweep->by_lot}) {
            QCOMPARE(line->front().captured, none);
            QCOMPARE(line->front().networks, std::size_t{0});
            QCOMPARE(line->back().captured, all);
            QCOMPARE(line->back().networks, everybody.size());
        }
        QVERIFY(sweep->hijack == RoaTable::Validity::Invalid);
    }
}

/// Without a ROA, or with the origin forged, nobody has a reason to drop it.
void TestValidationSweep::whatIsNotInvalidPasses() {
    Scenario no_roa = hijacked(22);
    no_roa.security.roas.emplace();
    Scenario forged = hijacked(22);
    forged.security.hijack->path.push_back(builtin()->own_operator.asn);
    using Validity = RoaTable::Validity;
    for (const auto &[scenario, validity] :
         {std::pair(no_roa, Validity::NotFound), std::pair(forged, Validity::Valid)}) {
        const auto sweep = validation_sweep(builtin(), {scenario, 2, 1});
        QVERIFY(sweep->hijack == validity);
        for (const ValidationPoint &point : sweep->largest_first) {
            QCOMPARE(point.captured, sweep->largest_first.front().captured);
        }
    }
}

void TestValidationSweep::nobodyHijacks() {
    const auto sweep = validation_sweep(builtin(), {story(), 1, 1});
    QVERIFY(!sweep->hijack);
    QCOMPARE(sweep->largest_first.front().captured, 0.0);
    Scenario down = hijacked(22);
    down.faults.networks = {Asn{4755}};
    QVERIFY(!validation_sweep(builtin(), {down, 1, 1})->hijack);
}

void TestValidationSweep::stopsAndReportsProgress() {
    std::vector<std::size_t> heard;
    const auto listen = [&](std::size_t done, std::size_t total) {
        QCOMPARE(total, std::size_t{9});
        heard.push_back(done);
    };
    QVERIFY(validation_sweep(builtin(), {hijacked(22), 2, 2}, {}, listen).has_value());
    QCOMPARE(heard.size(), std::size_t{9});
    QVERIFY(std::ranges::is_sorted(heard));
    std::stop_source source;
    source.request_stop();
    QVERIFY(!validation_sweep(builtin(), {hijacked(22), 2, 2}, source.get_token()));
}

QTEST_APPLESS_MAIN(TestValidationSweep)
#include "tst_validation_sweep.moc"
