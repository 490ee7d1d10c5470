// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/random_world.h"
#include "routing/solver.h"
#include "study/distribution.h"

#include <QTest>

#include <cmath>

using namespace catchment;
using naive::Dice;

/// Users by round-trip time.
class TestDistribution : public QObject {
    Q_OBJECT

private slots:
    void everyReachedUserIsInTheBinOfTheirTime();
    void nobodyMakesNoBins();
};

namespace {

bool same(double a, double b) { return std::abs(a - b) <= 1e-9 * std::max({1.0, std::abs(a), std::abs(b)}); }

} // namespace

void TestDistribution::everyReachedUserIsInTheBinOfTheirTime() {
    std::size_t filled = 0;
    for (std::uint64_t seed = 91'000; seed < 91'100; ++seed) {
        Dice dice(seed);
        const naive::Recipe recipe = naive::random_recipe(dice);
        Solver solver(naive::build(recipe));
        const auto all = catchments(solver.solve(naive::random_scenario(recipe, dice)));
        const double bin = 1 + static_cast<double>(dice.below(30));
        const RttHistogram histogram = rtt_histogram(*all, bin);
        std::vector<std::vector<double>> expected(histogram.users.size(), std::vector<double>(all->regions.size(), 0));
        for (const NetworkOutcome &o : all->outcomes) {
            if (!o.region || o.users == 0)
                continue;
            std::size_t at = 0;
            while ((static_cast<double>(at) + 1) * bin <= o.rtt_ms)
                ++at;
            QVERIFY(at < histogram.users.size());
            for (std::size_t r = 0; r < all->regions.size(); ++r)
                if (all->regions[r].region == *o.region)
                    expected[at][r] += o.users;
        }
        double total = 0;
        for (std::size_t at = 0; at < expected.size(); ++at) {
            for (std::size_t r = 0; r < all->regions.size(); ++r)
                QVERIFY(same(histogram.users[at][r], expected[at][r]));
            total += histogram.total(at);
            filled += histogram.total(at) > 0;
        }
        QVERIFY(same(total, all->summary.users - all->summary.unreached_users));
        QVERIFY(histogram.users.empty() || histogram.total(histogram.users.size() - 1) > 0);
    }
    QVERIFY(filled > 100);
}

void TestDistribution::nobodyMakesNoBins() {
    Dice dice(3);
    const naive::Recipe recipe = naive::random_recipe(dice);
    Solver solver(naive::build(recipe));
    Scenario nowhere;
    nowhere.regions = {};
    const RttHistogram histogram = rtt_histogram(*catchments(solver.solve(nowhere)), 10);
    QVERIFY(histogram.users.empty());
    QCOMPARE(histogram.total(0), 0.0);
}

QTEST_APPLESS_MAIN(TestDistribution)
#include "tst_distribution.moc"
