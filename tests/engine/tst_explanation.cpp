// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/drawn.h"
#include "engine/fixpoint.h"
#include "engine/words.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <set>

using namespace catchment;
using naive::Dice;
using naive::Drawn;
using naive::Fixpoint;
using naive::Routes;

/// explain_router against the solver's choice and against the naive fixpoint's own account of every loser.
class TestExplanation : public QObject {
    Q_OBJECT

private slots:
    void agreesWithTheFixpoint();
    void everyStepOccurs();
    void ownPathIsUnusable();
    void wayHasOneDecisionPerNetwork();
    void announcersHaveNoCandidates();
};

namespace {

constexpr std::uint64_t first_seed = 20'000;
constexpr std::uint64_t worlds = 200;

/// One candidate in words, without its step: exit, neighbour, exchange, path, class, costs.
std::string told(const std::string &exit, const std::string &next, const std::string &exchange,
                 const std::vector<Asn> &path, Relationship from, std::uint32_t med, bool external, std::uint64_t cost,
                 std::size_t region) {
    return exit + " > " + next + " over '" + exchange + "' by " + naive::path_words(path) + ", class " +
           std::to_string(static_cast<int>(from)) + ", MED " + std::to_string(med) + (external ? ", own, " : ", ") +
           std::to_string(cost) + " m, to " + std::to_string(region);
}

Relationship related(LearnedFrom learned) {
    return learned == LearnedFrom::Customer ? Relationship::Customer
           : learned == LearnedFrom::Peer   ? Relationship::Peer
                                            : Relationship::Provider;
}

std::multiset<std::string> from_rules(const Fixpoint &fixpoint, const World &world, std::size_t router) {
    std::multiset<std::string> out;
    for (const naive::Offer &o : fixpoint.offers(router)) {
        out.insert(told(naive::router_words(fixpoint, world, o.exit), naive::router_words(fixpoint, world, o.sender),
                        fixpoint.sessions()[o.session].exchange, o.path, o.sender_is, o.med, o.external, o.cost,
                        o.region) +
                   ": " + std::string(step_word(o.lost_at)));
    }
    return out;
}

std::multiset<std::string> from_engine(const Solution &solution, const Decision &decision) {
    const Topology &topology = *solution.topology;
    const auto name = [&](std::uint32_t router) {
        return std::to_string(topology.asn_of(RouterId(router)).value) + " in " +
               solution.world().city(topology.city_of(RouterId(router))).id;
    };
    std::multiset<std::string> out;
    for (const CandidateRoute &c : decision.candidates) {
        const SessionEnd &end = topology.end(c.session);
        out.insert(told(name(end.router), name(end.neighbour),
                        c.exchange ? solution.world().exchange(*c.exchange).id : "", c.path, related(c.learned_from),
                        c.med, c.external, c.cost, c.region->index()) +
                   ": " + std::string(step_word(c.lost_at.value_or(Step::OnlyOne))));
    }
    return out;
}

std::string lines(const std::multiset<std::string> &words) {
    std::string out;
    for (const std::string &word : words) {
        out += "\n  " + word;
    }
    return out;
}

int standing(const CandidateRoute &c) { return c.lost_at ? static_cast<int>(*c.lost_at) : 1000; }

} // namespace

void TestExplanation::agreesWithTheFixpoint() {
    std::size_t candidates = 0;
    for (std::uint64_t seed = first_seed; seed < first_seed + worlds; ++seed) {
        Dice dice(seed);
        const naive::Recipe recipe = naive::random_recipe(dice);
        const auto world = naive::build(recipe);
        const Scenario scenario = naive::random_scenario(recipe, dice);
        const Fixpoint expected(world, scenario);
        const auto solution = Solver(world).solve(scenario);
        for (std::size_t r = 0; r < world->routers.size(); ++r) {
            const Decision decision = explain_router(*solution, RouterId(r));
            const auto ours = from_rules(expected, *world, r);
            const auto theirs = from_engine(*solution, decision);
            const std::string where = "seed " + std::to_string(seed) + ", " + naive::router_words(expected, *world, r) +
                                      "\nby the rules:" + lines(ours) + "\nexplained:" + lines(theirs);
            QVERIFY2(ours == theirs, where.c_str());
            candidates += theirs.size();

            QVERIFY(decision.router == RouterId(r));
            QVERIFY(decision.network == world->routers[r].network);
            QVERIFY(decision.city == world->routers[r].city);
            QVERIFY(std::ranges::is_sorted(decision.candidates, std::greater(), standing));
            const std::uint32_t chosen = solution->chosen[r];
            if (chosen == Solution::no_session) {
                for (const CandidateRoute &c : decision.candidates) {
                    QVERIFY(c.lost_at == Step::Unusable);
                }
                continue;
            }
            QVERIFY(!decision.candidates.front().lost_at);
            QCOMPARE(decision.candidates.front().session.value, chosen);
            Step last = Step::OnlyOne;
            for (const CandidateRoute &c : decision.candidates) {
                last = c.lost_at && *c.lost_at != Step::Unusable ? std::max(last, *c.lost_at) : last;
            }
            QCOMPARE(decision.decided_at, last);
        }
    }
    QVERIFY(candidates > 2000);
}

/// The random worlds provoke every step, or comparing them would say little.
void TestExplanation::everyStepOccurs() {
    std::map<Step, int> seen;
    for (std::uint64_t seed = first_seed; seed < first_seed + worlds; ++seed) {
        Dice dice(seed);
        const naive::Recipe recipe = naive::random_recipe(dice);
        const auto world = naive::build(recipe);
        const Fixpoint fixpoint(world, naive::random_scenario(recipe, dice));
        for (std::size_t r = 0; r < world->routers.size(); ++r) {
            for (const naive::Offer &offer : fixpoint.offers(r)) {
                ++seen[offer.lost_at];
            }
        }
    }
    for (const Step step : {Step::OnlyOne, Step::Unusable, Step::LocalPref, Step::PathLength, Step::Med, Step::External,
                            Step::HotPotato, Step::Tie}) {
        QVERIFY2(seen[step] >= 20, (std::string(step_word(step)) + ": " + std::to_string(seen[step])).c_str());
    }
}

//   2          1 offers its route to 2, and 2 offers it back to its customer 1: unusable there
//   |
//   1
//   |
//   r1
void TestExplanation::ownPathIsUnusable() {
    Drawn d;
    d.city("a", 0).network(1, {"a"}).network(2, {"a"}).transit(2, 1);
    d.region("r1", "a").session("r1", 1);
    const Routes routes(d);
    QCOMPARE(routes.race(1, "a"), "64500 in a to r1: won; 2 in a to r1: unusable");
    const Decision decision = explain_router(*routes.solution, routes.router(1, "a"));
    QCOMPARE(decision.decided_at, Step::OnlyOne);
    QCOMPARE(naive::path_words(decision.candidates[1].path), "2 1 64500");
}

//   3
//   |
//   2: a --- b     1 --- 2 in a, 2 --- 3 in b
//   |
//   1
void TestExplanation::wayHasOneDecisionPerNetwork() {
    Drawn d;
    d.city("a", 0).city("b", 300).fibre({"a", "b"});
    d.network(1, {"a"}).network(2, {"a", "b"}).network(3, {"b"});
    d.transit(2, 1, {"a"}).transit(3, 2, {"b"});
    d.region("r1", "b").session("r1", 3);
    const Routes routes(d);
    const auto way = explain_way(*routes.solution, routes.router(1, "a"));
    QCOMPARE(way.size(), 3u);
    QVERIFY(way[0].router == routes.router(1, "a"));
    QVERIFY(way[1].router == routes.router(2, "a")); // where the packets enter, not where they leave
    QVERIFY(way[2].router == routes.router(3, "b"));
    for (const Decision &decision : way) {
        QVERIFY(!decision.candidates.front().lost_at);
    }
}

void TestExplanation::announcersHaveNoCandidates() {
    Drawn d;
    d.city("a", 0).network(1, {"a"}).region("r1", "a").session("r1", 1, Relationship::Customer);
    const Routes routes(d);
    const RouterId own = routes.solution->topology->region_router(RegionId(0));
    QVERIFY(explain_router(*routes.solution, own).candidates.empty());
    QVERIFY(explain_way(*routes.solution, own).empty());
}

QTEST_APPLESS_MAIN(TestExplanation)
#include "tst_explanation.moc"
