// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/random_world.h"
#include "world/provider_cycle.h"

#include <QTest>

#include <set>

using namespace catchment;
using Links = std::vector<std::pair<Asn, Asn>>; // provider, customer

/// Circles of networks that provide for each other.
class TestProviderCycle : public QObject {
    Q_OBJECT

private slots:
    void nothing();
    void aTreeHasNone();
    void twoNetworks();
    void isACircleInItsOrder();
    void leavesOutTheWayThere();
    void agreesWithPeeling();
};

namespace {

/// Is there a circle? Takes away networks without a provider until none is left to take.
bool has_cycle(const Links &links) {
    Links left = links;
    for (bool changed = true; changed;) {
        std::set<Asn> customers;
        for (const auto &[provider, customer] : left) {
            customers.insert(customer);
        }
        changed = std::erase_if(left, [&](const auto &l) { return !customers.contains(l.first); }) > 0;
    }
    return !left.empty();
}

void verify_circle(const Links &links, const std::vector<std::size_t> &cycle) {
    QVERIFY(cycle.size() >= 2);
    std::set<Asn> seen;
    for (std::size_t i = 0; i < cycle.size(); ++i) {
        QVERIFY(cycle[i] < links.size());
        QVERIFY(links[cycle[i]].second == links[cycle[(i + 1) % cycle.size()]].first);
        QVERIFY(seen.insert(links[cycle[i]].first).second);
    }
}

Asn asn(std::uint32_t number) { return Asn{number}; }

} // namespace

void TestProviderCycle::nothing() { QVERIFY(!find_provider_cycle(Links{})); }

void TestProviderCycle::aTreeHasNone() {
    // Two ways from 1 to 4 are no circle.
    const Links links = {{asn(1), asn(2)}, {asn(1), asn(3)}, {asn(2), asn(4)}, {asn(3), asn(4)}, {asn(1), asn(4)}};
    QVERIFY(!find_provider_cycle(links));
}

void TestProviderCycle::twoNetworks() {
    const Links links = {{asn(1), asn(2)}, {asn(2), asn(1)}};
    const auto cycle = find_provider_cycle(links);
    QVERIFY(cycle);
    verify_circle(links, *cycle);
}

void TestProviderCycle::isACircleInItsOrder() {
    const Links links = {{asn(5), asn(9)}, {asn(7), asn(5)}, {asn(9), asn(7)}, {asn(9), asn(1)}};
    const auto cycle = find_provider_cycle(links);
    QVERIFY(cycle);
    verify_circle(links, *cycle);
    QCOMPARE(*cycle, (std::vector<std::size_t>{0, 2, 1}));
}

void TestProviderCycle::leavesOutTheWayThere() {
    // 1 → 2 → 3 leads to the circle 3 → 4 → 5 → 3, from which 6 hangs.
    const Links links = {{asn(1), asn(2)}, {asn(2), asn(3)}, {asn(3), asn(4)},
                         {asn(4), asn(5)}, {asn(5), asn(3)}, {asn(5), asn(6)}};
    const auto cycle = find_provider_cycle(links);
    QVERIFY(cycle);
    verify_circle(links, *cycle);
    QCOMPARE(std::set(cycle->begin(), cycle->end()), (std::set<std::size_t>{2, 3, 4}));
}

void TestProviderCycle::agreesWithPeeling() {
    int with = 0;
    for (std::uint64_t seed = 0; seed < 500; ++seed) {
        naive::Dice dice(seed);
        Links links;
        for (std::size_t i = 1 + dice.below(14); i > 0; --i) {
            const auto a = asn(1 + static_cast<std::uint32_t>(dice.below(9)));
            const auto b = asn(1 + static_cast<std::uint32_t>(dice.below(9)));
            if (a != b && std::ranges::find(links, std::pair(a, b)) == links.end()) {
                links.emplace_back(a, b);
            }
        }
        const auto cycle = find_provider_cycle(links);
        QCOMPARE(cycle.has_value(), has_cycle(links));
        if (cycle) {
            ++with;
            verify_circle(links, *cycle);
        }
    }
    QVERIFY(with > 50 && with < 450);
}

QTEST_APPLESS_MAIN(TestProviderCycle)
#include "tst_provider_cycle.moc"
