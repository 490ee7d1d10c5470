// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/naive_rib.h"
#include "io/rib_results.h"
#include "rib/rib_simulator.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace catchment;
using naive::Dice;
using naive::PlainRib;

#define COMPARE_TEXT(actual, expected) QCOMPARE(QString::fromStdString(actual), QString(expected))

/// Preferences against the hierarchy: known gadgets, and random ones. In the drawings a provider stands above its
/// customer, `===` is a peering, and `1: 2 3` says whose routes 1 prefers, best first.
class TestRibSimulator : public QObject {
    Q_OBJECT

private slots:
    void disagree();
    void disagreeOverRelays();
    void badGadget();
    void badGadgetWithFollowers();
    void wedgie();
    void preferredProviderBeforeCustomer();
    void announcerKeepsItsOwn();
    void randomPreferences();
    void oscillationAmongOtherPrefixes();
};

namespace {

const Prefix prefix{0x0A000000, 8};

AsLink transit(std::uint32_t provider, std::uint32_t customer) { return {Asn{provider}, Asn{customer}, true}; }
AsLink peering(std::uint32_t a, std::uint32_t b) { return {Asn{a}, Asn{b}, false}; }
RibPreference prefers(std::uint32_t network, std::uint32_t neighbour, std::uint32_t value = 500) {
    return {Asn{network}, Asn{neighbour}, value};
}

/// A prefix of AS 100, simulated.
struct Gadget {
    Gadget(std::vector<AsLink> in_links, std::vector<RibPreference> prefer) : links(std::move(in_links)) {
        announcements.announcements = {{prefix, Asn{100}, {Asn{100}}, {}, {}}};
        announcements.prefer = std::move(prefer);
    }

    void run(std::optional<std::uint64_t> seed = {}) {
        graph = std::make_shared<AsGraph>(links);
        prefixes = resolve(announcements, *graph);
        RibSimulator simulator(graph, {}, announcements.prefer);
        restless = simulator.run(prefixes.front(), seed);
        if (restless.empty()) {
            state = naive::plain(simulator.solution());
            for (auto &[asn, route] : state) {
                for (const RibPreference &p : announcements.prefer) {
                    route.preference = p.network == asn && p.neighbour == route.next ? p.value : route.preference;
                }
            }
            QVERIFY(PlainRib(links, announcements, prefix).stable(state));
        }
    }

    std::string path(std::uint32_t asn) const { return naive::words(state.at(Asn{asn}).path); }

    std::vector<AsLink> links;
    RibAnnouncements announcements;
    std::shared_ptr<AsGraph> graph;
    std::vector<RibPrefix> prefixes;
    std::vector<Asn> restless;
    PlainRib::State state;
};

} // namespace

//   1 === 2       1: 2 100     each prefers the way over the other: one of them gets it,
//    \   /        2: 1 100     both cannot
//     100
void TestRibSimulator::disagree() {
    Gadget g({peering(1, 2), transit(1, 100), transit(2, 100)}, {prefers(1, 2), prefers(2, 1)});
    std::set<std::string> outcomes;
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        g.run(seed == 0 ? std::nullopt : std::optional(seed));
        QVERIFY(g.restless.empty());
        outcomes.insert(g.path(1) + ", " + g.path(2));
    }
    QVERIFY(outcomes == (std::set<std::string>{"1 100, 2 1 100", "1 2 100, 2 100"}));
}

//   5 === 1        DISAGREE again, but what 1 and 2 hear of each other comes late: 2 hears of 1 over its customer 3,
//   |     |        which provides for 1; 1 hears of 2 over 4 and 5. Turns in order could keep them in step for ever.
//   4     100
//   |     |
//   2 ----+
void TestRibSimulator::disagreeOverRelays() {
    Gadget g(
        {transit(3, 1), transit(2, 3), transit(4, 2), transit(5, 4), peering(1, 5), transit(1, 100), transit(2, 100)},
        {prefers(1, 5), prefers(2, 3)});
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        g.run(seed == 0 ? std::nullopt : std::optional(seed));
        QVERIFY(g.restless.empty());
    }
}

//   1 === 2 === 3 === 1      1: 2 100
//    \    |    /             2: 3 100     no outcome is stable (Griffin, Shepherd, Wilfong 2002)
//       100                  3: 1 100
void TestRibSimulator::badGadget() {
    Gadget g({peering(1, 2), peering(2, 3), peering(3, 1), transit(1, 100), transit(2, 100), transit(3, 100)},
             {prefers(1, 2), prefers(2, 3), prefers(3, 1)});
    for (const auto seed : {std::optional<std::uint64_t>(), std::optional<std::uint64_t>(3)}) {
        g.run(seed);
        QVERIFY((g.restless == std::vector{Asn{1}, Asn{2}, Asn{3}}));
    }
}

//   The same with customers, who change their routes as well, but are not what keeps it going.
void TestRibSimulator::badGadgetWithFollowers() {
    Gadget g({peering(1, 2), peering(2, 3), peering(3, 1), transit(1, 100), transit(2, 100), transit(3, 100),
              transit(1, 50), transit(50, 51), transit(2, 51), transit(3, 52)},
             {prefers(1, 2), prefers(2, 3), prefers(3, 1)});
    g.run();
    QVERIFY((g.restless == std::vector{Asn{1}, Asn{2}, Asn{3}}));
}

//   3 === 4        RFC 4264, 3/4: 100 wants the way over 1 as a backup only, and has 1 prefer its provider for it.
//   |     |        Meant: 3 4 2 100. Wedged: 3 1 100, since 3 prefers its customer.
//   1     2
//    \   /
//     100
void TestRibSimulator::wedgie() {
    Gadget g({peering(3, 4), transit(3, 1), transit(4, 2), transit(1, 100), transit(2, 100)}, {prefers(1, 100, 50)});
    std::set<std::string> outcomes;
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        g.run(seed == 0 ? std::nullopt : std::optional(seed));
        QVERIFY(g.restless.empty());
        outcomes.insert(g.path(3));
    }
    QVERIFY(outcomes == (std::set<std::string>{"3 1 100", "3 4 2 100"}));
}

//        2          1 prefers its provider's route to its customer's,
//       / \         and may then tell its peer 5 nothing of it.
//   5==1   |
//       \ /
//       100
void TestRibSimulator::preferredProviderBeforeCustomer() {
    Gadget g({transit(2, 1), transit(2, 100), transit(1, 100), peering(1, 5)}, {prefers(1, 2)});
    g.run();
    COMPARE_TEXT(g.path(1), "1 2 100");
    QVERIFY(!g.state.contains(Asn{5}));
    QCOMPARE(g.state.at(Asn{1}).learned_from, LearnedFrom::Provider);
    g.announcements.prefer.clear();
    g.run();
    COMPARE_TEXT(g.path(1), "1 100");
    COMPARE_TEXT(g.path(5), "5 1 100");
}

void TestRibSimulator::announcerKeepsItsOwn() {
    Gadget g({transit(1, 100), transit(1, 7)}, {prefers(7, 1, 100'000)});
    g.announcements.announcements.push_back({prefix, Asn{7}, {Asn{7}}, {}, {}});
    g.run();
    COMPARE_TEXT(g.path(7), "7");
    QCOMPARE(g.state.at(Asn{7}).learned_from, LearnedFrom::Own);
}

/// Whatever the preferences: what the simulator claims is stable, and where it claims nothing, rounds find no end
/// either.
void TestRibSimulator::randomPreferences() {
    int oscillations = 0;
    for (std::uint64_t seed = 1; seed <= 1000 && !QTest::currentTestFailed(); ++seed) {
        Dice dice(seed);
        const auto links = naive::random_links(dice);
        RibAnnouncements announcements = naive::random_announcements(links, dice);
        for (const AsLink &link : links) {
            if (dice.chance(30)) {
                announcements.prefer.push_back({link.a, link.b, static_cast<std::uint32_t>(dice.below(600))});
            }
            if (dice.chance(30)) {
                announcements.prefer.push_back({link.b, link.a, static_cast<std::uint32_t>(dice.below(600))});
            }
        }
        const auto graph = std::make_shared<AsGraph>(links);
        const auto prefixes = resolve(announcements, *graph);
        RibSimulator simulator(graph, resolve(announcements.origin_validation, *graph), announcements.prefer);
        const PlainRib naive(links, announcements, prefixes.front().prefix);
        if (!simulator.run(prefixes.front()).empty()) {
            ++oscillations;
            QVERIFY(!naive.settle());
            continue;
        }
        PlainRib::State state = naive::plain(simulator.solution());
        for (auto &[asn, route] : state) {
            for (const RibPreference &p : announcements.prefer) {
                const bool this_one = p.network == asn && p.neighbour == route.next;
                route.preference = this_one ? p.value : route.preference;
            }
        }
        QVERIFY2(naive.stable(state), qPrintable(QString("seed %1").arg(seed)));
    }
    QVERIFY(oscillations < 500);
}

void TestRibSimulator::oscillationAmongOtherPrefixes() {
    Gadget g({peering(1, 2), peering(2, 3), peering(3, 1), transit(1, 100), transit(2, 100), transit(3, 100),
              transit(1, 50)},
             {prefers(1, 2), prefers(2, 3), prefers(3, 1)});
    g.announcements.announcements.push_back({{0x0B000000, 8}, Asn{50}, {Asn{50}}, {}, {}});
    const auto graph = std::make_shared<AsGraph>(g.links);
    RibQuestion question;
    question.graph = graph;
    question.prefixes = resolve(g.announcements, *graph);
    question.prefer = g.announcements.prefer;
    question.networks.assign(graph->by_asn().begin(), graph->by_asn().end());
    question.ties = 3;
    std::string out;
    const auto oscillations = write_rib(question, [&out](std::string_view text) { out += text; });
    QCOMPARE(oscillations.size(), std::size_t{1});
    QVERIFY(oscillations.front().prefix == prefix);
    QVERIFY((oscillations.front().networks == std::vector{Asn{1}, Asn{2}, Asn{3}}));
    QVERIFY(out.find("10.0.0.0/8") == std::string::npos);
    QVERIFY(out.find(R"({"asn": 3, "prefix": "11.0.0.0/8", "path": [3, 1, 50], "learnedFrom": "peer", )"
                     R"("announcer": 50})") != std::string::npos);
}

QTEST_APPLESS_MAIN(TestRibSimulator)
#include "tst_rib_simulator.moc"
