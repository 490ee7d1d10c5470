// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/random_security.h"
#include "engine/random_world.h"
#include "study/catchments.h"
#include "study/evaluator.h"

#include <QTest>

using namespace catchment;
using naive::Dice;

/// The evaluator against Catchments, which adds certainty and distances to the same figures.
class TestEvaluator : public QObject {
    Q_OBJECT

private slots:
    void figuresAreThoseOfCatchments();
    void anotherSharesNothingThatChanges();
    void stops();
};

namespace {

/// Calls `check` with a world and some of its scenarios, one after another; every other one is hijacked.
template <class Check>
void over_random_scenarios(std::uint64_t first_seed, Check check) {
    for (std::uint64_t seed = first_seed; seed < first_seed + 150; ++seed) {
        Dice dice(seed);
        const naive::Recipe recipe = naive::random_recipe(dice);
        const auto world = naive::build(recipe);
        std::vector<Scenario> scenarios;
        for (int i = 0; i < 4; ++i) {
            scenarios.push_back(naive::random_scenario(recipe, dice));
            if (i % 2 == 1) {
                naive::add_random_security(recipe, scenarios.back(), dice);
            }
        }
        check(world, scenarios);
        if (QTest::currentTestFailed()) {
            qWarning("seed %llu", static_cast<unsigned long long>(seed));
            return;
        }
    }
}

/// Bit for bit.
void same(const Evaluator &evaluator, const Summary &summary, const Catchments &catchments, bool percentiles) {
    const Summary &all = catchments.summary;
    QVERIFY(summary.users == all.users && summary.unreached_users == all.unreached_users);
    QVERIFY(summary.captured_users == all.captured_users && summary.mean_rtt_ms == all.mean_rtt_ms);
    QVERIFY(summary.median_rtt_ms == (percentiles ? all.median_rtt_ms : 0));
    QVERIFY(summary.p95_rtt_ms == (percentiles ? all.p95_rtt_ms : 0));
    QCOMPARE(evaluator.reaches().size(), catchments.outcomes.size());
    for (std::size_t i = 0; i < catchments.outcomes.size(); ++i) {
        const NetworkOutcome &o = catchments.outcomes[i];
        const Reach &reach = evaluator.reaches()[i];
        QVERIFY(reach.router == o.router && reach.region == o.region && reach.captured == o.captured);
        QVERIFY(reach.rtt_ms == o.rtt_ms && evaluator.users()[i] == o.users);
    }
}

} // namespace

void TestEvaluator::figuresAreThoseOfCatchments() {
    std::size_t unreached = 0, captured = 0;
    over_random_scenarios(300'000, [&](const auto &world, const auto &scenarios) {
        Evaluator evaluator(world);
        bool percentiles = false;
        for (const Scenario &scenario : scenarios) {
            percentiles = !percentiles;
            const auto summary = evaluator.evaluate(scenario, percentiles);
            QVERIFY(summary.has_value());
            same(evaluator, *summary, *catchments(Solver(world).solve(scenario)), percentiles);
            unreached += summary->unreached_users > 0;
            captured += summary->captured_users > 0;
        }
    });
    QVERIFY(unreached > 100 && captured > 30);
}

void TestEvaluator::anotherSharesNothingThatChanges() {
    over_random_scenarios(310'000, [](const auto &world, const auto &scenarios) {
        Evaluator first(world);
        first.evaluate(scenarios[0], true);
        Evaluator second = first.another();
        const auto other = second.evaluate(scenarios[1], true);
        const auto again = first.evaluate(scenarios[2], true);
        same(second, *other, *catchments(Solver(world).solve(scenarios[1])), true);
        same(first, *again, *catchments(Solver(world).solve(scenarios[2])), true);
    });
}

void TestEvaluator::stops() {
    Dice dice(1);
    Evaluator evaluator(naive::build(naive::random_recipe(dice)));
    std::stop_source stop;
    QVERIFY(evaluator.evaluate({}, true, stop.get_token()).has_value());
    stop.request_stop();
    QVERIFY(!evaluator.evaluate({}, true, stop.get_token()).has_value());
}

QTEST_APPLESS_MAIN(TestEvaluator)
#include "tst_evaluator.moc"
