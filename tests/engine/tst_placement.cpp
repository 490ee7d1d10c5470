// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "import/placement.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace catchment;

/// Guesses for networks of which no place is known.
///
///      1 (A, B)     2 (B)      7 ── 8
///       ╲   ╱  ╲    │
///         3      4  5 ── 9
///                │
///                6
class TestPlacement : public QObject {
    Q_OBJECT

private slots:
    void knownPlaces();
    void byCountry();
    void theRest();
    void ringByRing();
    void inputOrderDoesNotMatter();
};

namespace {

/// B is larger than A, C as large as B.
const std::vector<City> cities{
    {"c", "C", "CC", {0, 0}, 20}, {"a", "A", "AA", {0, 0}, 10}, {"b", "B", "AA", {0, 0}, 20}};
constexpr CityId c(0), a(1), b(2);

std::vector<AsLink> links() {
    return {{Asn{1}, Asn{3}, true}, {Asn{2}, Asn{3}, true},  {Asn{1}, Asn{4}, true}, {Asn{4}, Asn{6}, true},
            {Asn{2}, Asn{5}, true}, {Asn{5}, Asn{9}, false}, {Asn{7}, Asn{8}, false}};
}

struct Placed {
    AsGraph graph;
    Placement placement;
    explicit Placed(const std::vector<AsLink> &rows = links()) : graph(rows), placement(graph, cities) {}
    void add(std::uint32_t asn, CityId city) { placement.add(graph.find(Asn{asn}).value(), city); }
    std::vector<CityId> of(std::uint32_t asn) const { return placement.cities_of(graph.find(Asn{asn}).value()); }
};

using Cities = std::vector<CityId>;

} // namespace

void TestPlacement::knownPlaces() {
    Placed p;
    p.add(1, b);
    p.add(1, a);
    p.add(1, b);
    QVERIFY((p.of(1) == Cities{a, b}));
    QVERIFY(p.of(2).empty());
}

void TestPlacement::byCountry() {
    Placed p;
    p.add(1, a);
    const auto guess = [&p](std::uint32_t asn, const char *country) {
        return p.placement.guess_by_country(p.graph.find(Asn{asn}).value(), country);
    };
    QVERIFY(!guess(1, "CC")); // has a place
    QVERIFY(guess(2, "AA") && p.of(2) == Cities{b});
    QVERIFY(!guess(3, "XX") && !guess(3, ""));
}

void TestPlacement::theRest() {
    Placed p;
    p.add(1, a);
    p.add(1, b);
    p.add(2, b);
    const Placement::Guesses guesses = p.placement.guess_the_rest();
    QVERIFY(p.of(3) == Cities{b}); // shared by both of its providers
    QVERIFY(p.of(4) == Cities{b}); // the larger one of its provider's
    QVERIFY(p.of(5) == Cities{b} && p.of(6) == Cities{b});
    QVERIFY(p.of(9) == Cities{b});                         // beside its peer
    QVERIFY(p.of(7) == Cities{b} && p.of(8) == Cities{b}); // the largest of all; of two the lower id
    QCOMPARE(guesses.by_provider, std::size_t{4});
    QCOMPARE(guesses.by_neighbour, std::size_t{1});
    QCOMPARE(guesses.largest_city, std::size_t{2});
}

/// Nearer providers come first: 6 goes with 4, not with what is above it.
void TestPlacement::ringByRing() {
    Placed p;
    p.add(1, a);
    p.add(4, c);
    p.placement.guess_the_rest();
    QVERIFY(p.of(6) == Cities{c});
    QVERIFY(p.of(3) == Cities{a});
}

void TestPlacement::inputOrderDoesNotMatter() {
    std::mt19937_64 dice(1);
    for (int round = 0; round < 50; ++round) {
        std::vector<AsLink> rows;
        for (std::uint32_t from = 1; from <= 20; ++from) {
            for (std::uint32_t to = from + 1; to <= 20; ++to) {
                if (dice() % 8 == 0) {
                    rows.push_back({Asn{from}, Asn{to}, dice() % 2 == 0});
                }
            }
        }
        std::vector<std::pair<std::uint32_t, CityId>> known;
        for (const AsLink &row : rows) {
            if (dice() % 10 == 0) {
                known.emplace_back(row.a.value, CityId(dice() % cities.size()));
            }
        }
        Placed first(rows);
        for (const auto &[asn, city] : known) {
            first.add(asn, city);
        }
        std::ranges::reverse(rows);
        std::ranges::reverse(known);
        Placed second(rows);
        for (const auto &[asn, city] : known) {
            second.add(asn, city);
        }
        first.placement.guess_the_rest();
        second.placement.guess_the_rest();
        for (AsGraph::Node n = 0; n < first.graph.size(); ++n) {
            QVERIFY(first.placement.placed(n));
            QVERIFY(first.placement.cities_of(n) == second.of(first.graph.asn(n).value));
        }
    }
}

QTEST_APPLESS_MAIN(TestPlacement)
#include "tst_placement.moc"
