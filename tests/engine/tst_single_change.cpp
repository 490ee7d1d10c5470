// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/drawn.h"
#include "study/catchments.h"
#include "study/comparison.h"
#include "study/single_change.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

using namespace catchment;
using naive::Dice;
using naive::Drawn;
using naive::tuning;

/// What would bring a city to a region.
class TestSingleChange : public QObject {
    Q_OBJECT

private slots:
    void whatItSaysHappens();
    void noPlainChangeIsMissed();
    void deployment();
    void holdingBackTheWinner();
    void ownTuningsUndone();
    void aNewSession();
    void aPeeringAtTheExchange();
    void oneNetworkOfACity();
    void alreadyThere();
    void noSuchUsers();
    void stops();
};

namespace {

bool same(double a, double b) { return std::abs(a - b) <= 1e-6 * std::max({1.0, std::abs(a), std::abs(b)}); }

std::optional<RegionId> region_of(const Catchments &c, const ChangeQuestion &question) {
    if (!question.network) {
        return c.cities[question.city.index()].region;
    }
    for (const NetworkOutcome &o : c.outcomes_of(question.city)) {
        if (o.network == *question.network) {
            return o.region;
        }
    }
    return std::nullopt;
}

std::optional<ChangeQuestion> random_question(const naive::Recipe &recipe, const World &world, Dice &dice) {
    ChangeQuestion out;
    out.scenario = naive::random_scenario(recipe, dice);
    out.city = CityId(dice.below(world.cities.size()));
    out.wanted = RegionId(dice.below(world.own_operator.regions.size()));
    const auto networks = world.access_of(out.city);
    if (networks.empty()) {
        return std::nullopt;
    }
    if (dice.chance(50)) {
        out.network = networks[dice.below(networks.size())].network;
    }
    return out;
}

/// Calls `check` with questions whose answer is not that the city is there already.
template <class Check>
void over_random_questions(std::uint64_t first_seed, Check check) {
    for (std::uint64_t seed = first_seed; seed < first_seed + 400; ++seed) {
        Dice dice(seed);
        const naive::Recipe recipe = naive::random_recipe(dice);
        const auto world = naive::build(recipe);
        const auto question = random_question(recipe, *world, dice);
        if (!question) {
            continue;
        }
        Solver solver(world);
        const auto now = catchments(solver.solve(question->scenario));
        const auto result = single_changes(world, *question);
        QCOMPARE(result->there_already, region_of(*now, *question) == question->wanted);
        check(world, *question, *now, *result, solver);
        if (QTest::currentTestFailed()) {
            qWarning("seed %llu", static_cast<unsigned long long>(seed));
            return;
        }
    }
}

//   a (40 users) --1000-- b (60)     1 everywhere, customer of 2 in a and 3 in b; r1 is with 2, r2 with 3
Drawn two_ways() {
    Drawn d;
    d.city("a", 0, 40).city("b", 1000, 60).fibre({"a", "b"});
    d.network(1, {"a", "b"}).network(2, {"a"}).network(3, {"b"}).access("a", 1).access("b", 1);
    d.transit(2, 1).transit(3, 1).region("r1", "a").region("r2", "b");
    return d.session("r1", 2).session("r2", 3);
}

ChangeQuestion question(const Drawn &d, const std::string &city, const std::string &wanted, Scenario scenario) {
    const auto world = d.world();
    return {std::move(scenario), world->city_by_id.at(city), {}, *find_region(world->own_operator, wanted)};
}

std::vector<std::string> names(const SingleChanges &changes, const World &world) {
    std::vector<std::string> out;
    for (const SingleChange &c : changes.ranked) {
        out.push_back(in_words(c.change, world));
    }
    return out;
}

bool has(const std::vector<std::string> &names, const std::string &name) {
    return std::ranges::find(names, name) != names.end();
}

} // namespace

void TestSingleChange::whatItSaysHappens() {
    std::map<Change::Kind, std::size_t> kinds;
    over_random_questions(530'000, [&](const auto &world, const ChangeQuestion &question, const Catchments &now,
                                       const SingleChanges &result, Solver &solver) {
        double last = 0;
        std::set<std::string> seen;
        for (const SingleChange &c : result.ranked) {
            QVERIFY(c.scenario == apply(c.change, question.scenario));
            QVERIFY(!(c.scenario == question.scenario));
            QVERIFY(seen.insert(in_words(c.change, *world)).second);
            const auto after = catchments(solver.solve(c.scenario));
            QVERIFY(region_of(*after, question) == question.wanted);
            QVERIFY(c.mean_rtt_ms == after->summary.mean_rtt_ms);
            double others = 0;
            for (const Mover &m : compare(now, *after).movers) {
                const bool asked = m.city == question.city && (!question.network || m.network == *question.network);
                others += asked || m.from == m.to ? 0 : m.users;
            }
            QVERIFY(same(c.moved_users, others));
            QVERIFY(c.moved_users >= last);
            last = c.moved_users;
            ++kinds[c.change.kind];
        }
    });
    QCOMPARE(kinds.size(), 6u); // each kind has helped somebody
}

/// What needs no list of sessions: deployments, prepends and withholding as a whole.
void TestSingleChange::noPlainChangeIsMissed() {
    std::size_t found = 0;
    over_random_questions(540'000, [&](const auto &world, const ChangeQuestion &question, const Catchments &now,
                                       const SingleChanges &result, Solver &solver) {
        if (result.there_already) {
            return;
        }
        const auto &regions = world->own_operator.regions;
        std::set<std::string> expected;
        const auto attempt = [&](const std::string &name, const Scenario &changed) {
            const auto after = catchments(solver.solve(changed));
            if (region_of(*after, question) == question.wanted) {
                expected.insert(name);
            }
        };
        const bool deployed = question.scenario.deploys(regions[question.wanted.index()].code);
        for (std::size_t r = 0; r < regions.size(); ++r) {
            const bool able = regions[r].status == RegionStatus::Deployable || RegionId(r) == question.wanted;
            if (able && !question.scenario.deploys(regions[r].code)) {
                Scenario more = question.scenario;
                more.regions.push_back(regions[r].code);
                attempt("Deploy " + regions[r].code, more);
            }
        }
        if (const auto winner = region_of(now, question)) {
            const std::string &code = regions[winner->index()].code;
            for (int n = 1; n <= 5; ++n) {
                Scenario longer = question.scenario;
                longer.tuning_for(code).prepend = n;
                attempt("Prepend " + std::to_string(n) + " at " + code, longer);
            }
            Scenario held = question.scenario;
            held.tuning_for(code).withhold = true;
            attempt("Withhold at " + code, held);
        }
        std::set<std::string> got;
        for (const SingleChange &c : result.ranked) {
            const bool plain = c.change.kind == Change::Kind::Deploy || c.change.kind == Change::Kind::Prepend ||
                               (c.change.kind == Change::Kind::Withhold && !c.change.neighbour);
            if (plain) {
                got.insert(in_words(c.change, *world));
            }
        }
        QVERIFY(got == expected);
        QVERIFY(deployed || expected.size() <= 1);
        found += expected.size();
    });
    QVERIFY(found > 50);
}

void TestSingleChange::deployment() {
    const Drawn d = two_ways();
    Scenario scenario;
    scenario.regions = {"r1"};
    const auto result = single_changes(d.world(), question(d, "b", "r2", scenario));
    QVERIFY(names(*result, *d.world()) == std::vector<std::string>{"Deploy r2"});
    QCOMPARE(result->ranked[0].moved_users, 0.0);
    QVERIFY((result->ranked[0].scenario.regions == std::vector<std::string>{"r1", "r2"}));
}

void TestSingleChange::holdingBackTheWinner() {
    const Drawn d = two_ways();
    const auto result = single_changes(d.world(), question(d, "a", "r2", d.scenario()));
    const auto found = names(*result, *d.world());
    for (const char *name : {"Prepend 1 at r1", "Prepend 5 at r1", "Withhold at r1",
                             "NO_EXPORT to Network 2 (AS2) at r1", "Withhold from Network 2 (AS2) at r1"}) {
        QVERIFY2(has(found, name), name);
    }
    for (const SingleChange &c : result->ranked) {
        QCOMPARE(c.moved_users, 0.0); // b is at r2 anyhow
    }
}

void TestSingleChange::ownTuningsUndone() {
    const Drawn d = two_ways();
    Scenario scenario = d.scenario();
    scenario.tuning.push_back(tuning("r1"));
    scenario.tuning.back().prepend = 3;
    scenario.tuning.push_back(tuning("r1", 2));
    scenario.tuning.back().med = 5;
    const auto result = single_changes(d.world(), question(d, "a", "r1", scenario));
    const auto found = names(*result, *d.world());
    QVERIFY(has(found, "Undo prepend at r1"));
    QVERIFY(!has(found, "Undo MED at r1 towards Network 2 (AS2)")); // it does not keep anybody away
    const auto undone = std::ranges::find(result->ranked, Change::Kind::UndoTuning,
                                          [](const SingleChange &c) { return c.change.kind; });
    QCOMPARE(undone->scenario.tuning.size(), 1u);
}

//   a (40 users) --1000-- b      1 in both: r1 is a customer of it in a, r2 knows nobody but 2, which nobody knows
void TestSingleChange::aNewSession() {
    Drawn d;
    d.city("a", 0, 40).city("b", 1000, 0).fibre({"a", "b"});
    d.network(1, {"a", "b"}).network(2, {"b"}).network(3, {"b"}).exchange("ix", "b", {1, 3}).access("a", 1);
    d.region("r1", "b").region("r2", "a").session("r1", 1).session("r2", 2);
    const auto result = single_changes(d.world(), question(d, "a", "r2", d.scenario()));
    const auto found = names(*result, *d.world());
    QVERIFY(has(found, "Transit from Network 1 (AS1) at r2"));
    QVERIFY(!has(found, "Peering with Network 1 (AS1) at r2")); // it is a provider of the operator's
    const auto added = std::ranges::find(result->ranked, Change::Kind::AddSession,
                                         [](const SingleChange &c) { return c.change.kind; });
    QCOMPARE(added->scenario.sessions.size(), 1u);
    QVERIFY(added->scenario.sessions.front() == (ExtraSession{"r2", Asn{1}, Relationship::Provider, ""}));
}

//   a (40 users of 3)      1 and 3 in it do not know each other; r1 is with 1; 3 is at ix
void TestSingleChange::aPeeringAtTheExchange() {
    Drawn d;
    d.city("a", 0, 40).network(1, {"a"}).network(3, {"a"}).exchange("ix", "a", {3}).access("a", 3);
    d.region("r1", "a").session("r1", 1);
    const auto result = single_changes(d.world(), question(d, "a", "r1", d.scenario()));
    QVERIFY((names(*result, *d.world()) == std::vector<std::string>{"Peering with Network 3 (AS3) at r1 over ix",
                                                                    "Transit from Network 3 (AS3) at r1"}));
    QVERIFY(result->ranked[0].scenario.sessions[0] == (ExtraSession{"r1", Asn{3}, Relationship::Peer, "ix"}));
}

void TestSingleChange::oneNetworkOfACity() {
    Drawn d = two_ways();
    d.network(4, {"a"}).transit(2, 4);
    d.recipe.access.clear();
    d.access("a", 1, 0.7).access("a", 4, 0.3).access("b", 1);
    ChangeQuestion q = question(d, "a", "r2", d.scenario());
    const auto city = single_changes(d.world(), q);
    QVERIFY(!city->ranked.empty());
    q.network = d.world()->network_by_asn.at(Asn{4});
    const auto network = single_changes(d.world(), q);
    QVERIFY(has(names(*network, *d.world()), "Transit from Network 4 (AS4) at r2"));
    QVERIFY(!has(names(*network, *d.world()), "Prepend 1 at r1")); // 4 is behind 2 alone
}

void TestSingleChange::alreadyThere() {
    const Drawn d = two_ways();
    const auto result = single_changes(d.world(), question(d, "a", "r1", d.scenario()));
    QVERIFY(result->there_already && result->ranked.empty());
    QCOMPARE(result->tried, 0u);
}

void TestSingleChange::noSuchUsers() {
    const Drawn d = two_ways();
    ChangeQuestion q = question(d, "a", "r2", d.scenario());
    q.network = d.world()->network_by_asn.at(Asn{3});
    const auto result = single_changes(d.world(), q);
    QVERIFY(!result->there_already && result->ranked.empty());
}

void TestSingleChange::stops() {
    const Drawn d = two_ways();
    std::stop_source stop;
    std::size_t calls = 0;
    const auto stopping = [&](std::size_t, std::size_t) {
        ++calls;
        stop.request_stop();
    };
    QVERIFY(!single_changes(d.world(), question(d, "a", "r2", d.scenario()), stop.get_token(), stopping));
    QVERIFY(calls >= 1);
}

QTEST_APPLESS_MAIN(TestSingleChange)
#include "tst_single_change.moc"
