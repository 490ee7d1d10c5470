// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/random_world.h"
#include "scenario/validators.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace catchment;
using naive::Dice;

/// A share of the networks: as many as it says, each share within the next, the same every time.
class TestValidators : public QObject {
    Q_OBJECT

private slots:
    void sharesAreNested_data();
    void sharesAreNested();
    void largestFirst();
    void lotsDiffer();
};

void TestValidators::sharesAreNested_data() {
    QTest::addColumn<int>("order");
    QTest::newRow("largest first") << static_cast<int>(ValidatorOrder::LargestFirst);
    QTest::newRow("by lot") << static_cast<int>(ValidatorOrder::ByLot);
}

void TestValidators::sharesAreNested() {
    QFETCH(int, order);
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        Dice dice(seed);
        const auto world = naive::build(naive::random_recipe(dice));
        std::vector<Asn> smaller;
        for (int percent = -10; percent <= 110; percent += 5) {
            const auto some = validators(*world, percent / 100.0, static_cast<ValidatorOrder>(order), seed);
            const double share = std::clamp(percent / 100.0, 0.0, 1.0);
            QCOMPARE(some.size(), static_cast<std::size_t>(std::llround(share * double(world->networks.size()))));
            QVERIFY(std::ranges::is_sorted(some));
            QVERIFY(std::ranges::includes(some, smaller));
            QVERIFY(some == validators(*world, percent / 100.0, static_cast<ValidatorOrder>(order), seed));
            smaller = some;
        }
        QCOMPARE(smaller.size(), world->networks.size());
    }
}

void TestValidators::largestFirst() {
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        Dice dice(seed);
        const auto world = naive::build(naive::random_recipe(dice));
        const auto users_of = [&](Asn asn) {
            double users = 0;
            for (const AccessShare &a : world->access) {
                if (world->network(a.network).asn == asn) {
                    users += a.share * static_cast<double>(world->city(a.city).users);
                }
            }
            return users;
        };
        const auto half = validators(*world, 0.5, ValidatorOrder::LargestFirst);
        double least = 1e18;
        for (const Asn asn : half) {
            least = std::min(least, users_of(asn));
        }
        for (const Network &network : world->networks) {
            QVERIFY(std::ranges::binary_search(half, network.asn) || users_of(network.asn) <= least);
        }
    }
}

void TestValidators::lotsDiffer() {
    Dice dice(3);
    auto recipe = naive::random_recipe(dice);
    while (recipe.networks.size() < 12) {
        recipe = naive::random_recipe(dice);
    }
    const auto world = naive::build(recipe);
    int different = 0;
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        different += validators(*world, 0.5, ValidatorOrder::ByLot, seed) !=
                     validators(*world, 0.5, ValidatorOrder::ByLot, seed + 1);
    }
    QVERIFY(different > 10);
}

QTEST_APPLESS_MAIN(TestValidators)
#include "tst_validators.moc"
