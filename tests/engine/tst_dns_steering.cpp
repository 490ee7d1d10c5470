// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/drawn.h"
#include "engine/random_security.h"
#include "engine/random_world.h"
#include "routing/solver.h"
#include "scenario/scenario_error.h"
#include "study/comparison.h"
#include "study/evaluator.h"
#include "study/journey.h"
#include "study/lookup.h"

#include <QTest>

#include <cmath>
#include <map>
#include <set>

using namespace catchment;
using naive::Dice;
using naive::Drawn;

/// Steering by DNS: whom users ask, what they are told, and that their packets go there.
class TestDnsSteering : public QObject {
    Q_OBJECT

private slots:
    void aResolverFarAway();
    void theNameServerIsAskedOverAnycast();
    void nobodyAnnounces();
    void aDeadRegionIsNotAnswered();
    void withoutPublicResolvers();
    void answersByBruteForce();
    void packetsGoWhereTheAnswerSays();
    void oneRegionIsAnycast();
    void mixedIsTheWeightedSum();
    void aSolverThatIsUsedAgain();
    void evaluatorSaysTheSame();
    void moversAddUp();
    void journeysFollowTheAnswer();
};

namespace {

//   a (60 users) --1000-- b (30) --1000-- c (10)     1 everywhere; r1 in a, r2 in c; Open answers in c
Drawn line() {
    Drawn d;
    d.city("a", 0, 60).city("b", 1000, 30).city("c", 2000, 10).fibre({"a", "b", "c"});
    d.network(1, {"a", "b", "c"}).network(2, {"c"}).transit(1, 2).access("a", 1).access("b", 1).access("c", 1);
    d.region("r1", "a").region("r2", "c").session("r1", 1).session("r2", 1).resolver("c", "Open", 2);
    return d;
}

std::shared_ptr<const Catchments> solved(const std::shared_ptr<const World> &world, const Scenario &scenario) {
    return catchments(Solver(world).solve(scenario));
}

Scenario by_dns(Scenario scenario, ResolverKind kind, bool client_subnet = false) {
    scenario.steering = Steering::Dns;
    scenario.dns.resolver = kind;
    scenario.dns.client_subnet = client_subnet;
    return scenario;
}

std::string code(const Catchments &c, std::optional<RegionId> region) {
    return region ? c.op().regions[region->index()].code : "none";
}

/// `seed` worlds with resolvers, each with a scenario under DNS.
template <class Check>
void on_random_worlds(std::uint64_t seeds, bool security, Check check) {
    for (std::uint64_t seed = 0; seed < seeds; ++seed) {
        Dice dice(seed);
        naive::Recipe recipe = naive::random_recipe(dice);
        Scenario scenario = naive::random_scenario(recipe, dice);
        if (security && dice.chance(50)) {
            naive::add_random_security(recipe, scenario, dice);
        }
        naive::add_random_dns(recipe, scenario, dice);
        check(naive::build(recipe), scenario);
        if (QTest::currentTestFailed()) {
            qWarning("seed %llu", static_cast<unsigned long long>(seed));
            return;
        }
    }
}

/// The codes of the regions that are nearest to a place, as far as can be told.
std::set<std::string> nearest(const Catchments &c, CityId city) {
    std::map<std::string, double> km;
    double least = 1e9;
    for (const Region &region : c.op().regions) {
        const auto &faults = c.solution->scenario->faults.regions;
        if (c.solution->scenario->deploys(region.code) && std::ranges::find(faults, region.code) == faults.end()) {
            km[region.code] = great_circle_km(c.world().city(city).place, region.place);
            least = std::min(least, km[region.code]);
        }
    }
    std::set<std::string> out;
    for (const auto &[region, far] : km) {
        if (far < least + 1e-6) {
            out.insert(region);
        }
    }
    return out;
}

std::vector<double> users_by_region(const Catchments &c) {
    std::vector<double> out(c.op().regions.size());
    for (const RegionOutcome &r : c.regions) {
        out[r.region.index()] = r.users;
    }
    return out;
}

} // namespace

void TestDnsSteering::aResolverFarAway() {
    const Drawn d = line();
    const auto own = solved(d.world(), by_dns(d.scenario(), ResolverKind::Network));
    QCOMPARE(code(*own, own->cities[0].region), "r1");
    QVERIFY(!reason(*own, CityId(0)));

    const auto open = solved(d.world(), by_dns(d.scenario(), ResolverKind::Public));
    QCOMPARE(code(*open, open->cities[0].region), "r2");
    const auto why = reason(*open, CityId(0));
    QVERIFY(why && why->by_resolver && !why->step && why->at == CityId(2) && why->resolver == ResolverId(0));
    const double far = LatencyModel().rtt_ms(2000, 2, 1);
    QVERIFY(std::abs(open->cities[0].rtt_ms - far) < 0.2);

    const auto told = solved(d.world(), by_dns(d.scenario(), ResolverKind::Public, true));
    QCOMPARE(code(*told, told->cities[0].region), "r1");
    QVERIFY(told->outcomes[0].resolver == ResolverId(0));
}

void TestDnsSteering::theNameServerIsAskedOverAnycast() {
    const Drawn d = line();
    for (const Steering steering : {Steering::Anycast, Steering::Dns}) {
        Scenario scenario = by_dns(d.scenario(), ResolverKind::Public);
        scenario.steering = steering;
        const auto c = solved(d.world(), scenario);
        const Lookup found = lookup(*c, CityId(0), c->outcomes[0]);
        const bool dns = steering == Steering::Dns;
        QVERIFY(found.client == CityId(0) && found.network == c->outcomes[0].network);
        QVERIFY(found.at == CityId(dns ? 2 : 0) && found.resolver.has_value() == dns);
        QCOMPARE(code(*c, found.authority), dns ? "r2" : "r1");
        QCOMPARE(code(*c, found.answered), dns ? "r2" : "none");
        QVERIFY(!found.by_client);
    }
}

void TestDnsSteering::nobodyAnnounces() {
    const Drawn d = line();
    Scenario scenario = by_dns(d.scenario(), ResolverKind::Mixed);
    scenario.regions.clear();
    const auto c = solved(d.world(), scenario);
    QCOMPARE(c->outcomes.size(), 6u);
    for (const NetworkOutcome &o : c->outcomes) {
        QVERIFY(!o.answered && !o.region && o.router);
    }
    QCOMPARE(c->summary.unreached_users, 100.0);
}

void TestDnsSteering::aDeadRegionIsNotAnswered() {
    const Drawn d = line();
    Scenario scenario = by_dns(d.scenario(), ResolverKind::Network);
    scenario.faults.regions = {"r1"};
    const auto c = solved(d.world(), scenario);
    for (const NetworkOutcome &o : c->outcomes) {
        QCOMPARE(code(*c, o.answered), "r2");
    }
}

void TestDnsSteering::withoutPublicResolvers() {
    Drawn d = line();
    d.recipe.resolvers.clear();
    const auto world = d.world();
    for (const ResolverKind kind : {ResolverKind::Public, ResolverKind::Mixed}) {
        QVERIFY_EXCEPTION_THROWN(Solver(world).solve(by_dns(d.scenario(), kind)), ScenarioError);
    }
    QVERIFY(Solver(world).solve(by_dns(d.scenario(), ResolverKind::Network)));
    Scenario unused = by_dns(d.scenario(), ResolverKind::Public);
    unused.steering = Steering::Anycast;
    QVERIFY(Solver(world).solve(unused));
}

void TestDnsSteering::answersByBruteForce() {
    on_random_worlds(150, false, [](const std::shared_ptr<const World> &world, const Scenario &scenario) {
        const auto c = solved(world, scenario);
        const Dns &dns = scenario.dns;
        for (std::size_t city = 0; city < world->cities.size(); ++city) {
            double all = 0;
            std::map<std::pair<NetworkId, std::string>, double> asked; // shares
            for (const NetworkOutcome &o : c->outcomes_of(CityId(city))) {
                const auto shares = world->access_of(CityId(city));
                const auto share = std::ranges::find(shares, o.network, &AccessShare::network);
                CityId at = world->router(share->entry).city;
                std::string who = "own";
                if (o.resolver) { // no other city of that operator is nearer
                    const Resolver &its = world->resolvers[o.resolver->index()];
                    at = its.city;
                    who = its.operator_name;
                    const auto km = [&](CityId there) {
                        return great_circle_km(world->cities[city].place, world->city(there).place);
                    };
                    for (const Resolver &other : world->resolvers) {
                        QVERIFY(other.operator_name != who || km(other.city) >= km(at) - 1e-6);
                    }
                }
                const auto best = nearest(*c, dns.client_subnet ? CityId(city) : at);
                QVERIFY(o.answered ? best.contains(code(*c, o.answered)) : best.empty());
                asked[{o.network, who}] += o.share / share->share;
                all += o.share;
            }
            QVERIFY(c->outcomes_of(CityId(city)).empty() || std::abs(all - 1) < 1e-9);
            // Every operator has as many users as any other, and the networks' own resolvers have the rest.
            std::set<std::string> operators;
            for (const Resolver &r : world->resolvers) {
                operators.insert(r.operator_name);
            }
            const double open = dns.resolver == ResolverKind::Network  ? 0
                                : dns.resolver == ResolverKind::Public ? 1
                                                                       : dns.public_share;
            for (const auto &[key, part] : asked) {
                const double expected = key.second == "own" ? 1 - open : open / static_cast<double>(operators.size());
                QVERIFY(std::abs(part - expected) < 1e-9);
            }
        }
    });
}

/// Each region's prefix is routed as if it alone were deployed.
void TestDnsSteering::packetsGoWhereTheAnswerSays() {
    on_random_worlds(100, true, [](const std::shared_ptr<const World> &world, const Scenario &scenario) {
        const auto c = solved(world, scenario);
        std::map<std::string, std::shared_ptr<const Catchments>> alone;
        for (const std::string &region : scenario.regions) {
            Scenario one = scenario;
            one.steering = Steering::Anycast;
            one.regions = {region};
            alone[region] = solved(world, one);
        }
        for (const CityOutcome &city : c->cities) {
            for (const NetworkOutcome &o : c->outcomes_of(city.city)) {
                if (!o.answered) {
                    QVERIFY(!o.region && !o.captured);
                    continue;
                }
                QVERIFY(!o.region || o.region == o.answered);
                const auto others = alone.at(code(*c, o.answered))->outcomes_of(city.city);
                const auto same = std::ranges::find(others, o.network, &NetworkOutcome::network);
                QVERIFY(same->region == o.region && same->captured == o.captured && same->router == o.router);
                QVERIFY(same->rtt_ms == o.rtt_ms && same->certainty == o.certainty);
            }
        }
    });
}

void TestDnsSteering::oneRegionIsAnycast() {
    on_random_worlds(100, true, [](const std::shared_ptr<const World> &world, Scenario scenario) {
        if (scenario.regions.empty()) {
            return;
        }
        scenario.regions.resize(1);
        scenario.dns.resolver = ResolverKind::Network;
        const auto dns = solved(world, scenario);
        scenario.steering = Steering::Anycast;
        const auto anycast = solved(world, scenario);
        // Where the region has failed, a hijacker has nobody's answer.
        const bool up = dns->solution->announces(*find_region(dns->op(), scenario.regions.front()));
        QCOMPARE(dns->outcomes.size(), anycast->outcomes.size());
        for (std::size_t i = 0; i < dns->outcomes.size(); ++i) {
            const NetworkOutcome &a = anycast->outcomes[i], &d = dns->outcomes[i];
            QVERIFY(a.network == d.network && a.share == d.share && a.users == d.users && a.region == d.region);
            QVERIFY(a.router == d.router && a.rtt_ms == d.rtt_ms && a.certainty == d.certainty);
            QVERIFY(a.captured == d.captured || !up);
        }
        QVERIFY(compare(*anycast, *dns).movers.empty() || !up);
        QCOMPARE(dns->summary.mean_rtt_ms, anycast->summary.mean_rtt_ms);
    });
}

void TestDnsSteering::mixedIsTheWeightedSum() {
    on_random_worlds(100, false, [](const std::shared_ptr<const World> &world, Scenario scenario) {
        const double share = scenario.dns.public_share;
        std::map<ResolverKind, std::vector<double>> users;
        std::map<ResolverKind, double> unreached;
        for (const ResolverKind kind : {ResolverKind::Network, ResolverKind::Public, ResolverKind::Mixed}) {
            scenario.dns.resolver = kind;
            const auto c = solved(world, scenario);
            users[kind] = users_by_region(*c);
            unreached[kind] = c->summary.unreached_users;
        }
        const auto weighted = [&](double own, double open) { return (1 - share) * own + share * open; };
        const double some = 1e-6 * (1 + unreached[ResolverKind::Mixed]);
        QVERIFY(std::abs(unreached[ResolverKind::Mixed] -
                         weighted(unreached[ResolverKind::Network], unreached[ResolverKind::Public])) < some);
        for (std::size_t r = 0; r < users[ResolverKind::Mixed].size(); ++r) {
            const double mixed = users[ResolverKind::Mixed][r];
            const double sum = weighted(users[ResolverKind::Network][r], users[ResolverKind::Public][r]);
            QVERIFY(std::abs(mixed - sum) < 1e-6 * (1 + mixed));
        }
    });
}

void TestDnsSteering::aSolverThatIsUsedAgain() {
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        Dice dice(seed);
        naive::Recipe recipe = naive::random_recipe(dice);
        Scenario first = naive::random_scenario(recipe, dice);
        naive::add_random_dns(recipe, first, dice);
        const auto world = naive::build(recipe);
        Solver again(world);
        for (int i = 0; i < 6; ++i) {
            Scenario scenario = dice.chance(50) ? first : naive::random_scenario(recipe, dice);
            scenario.steering = dice.chance(80) ? Steering::Dns : Steering::Anycast;
            scenario.dns = first.dns;
            const auto used = catchments(again.solve(scenario));
            const auto fresh = solved(world, scenario);
            QCOMPARE(used->outcomes.size(), fresh->outcomes.size());
            for (std::size_t o = 0; o < used->outcomes.size(); ++o) {
                QVERIFY(used->outcomes[o].region == fresh->outcomes[o].region);
                QVERIFY(used->outcomes[o].answered == fresh->outcomes[o].answered);
                QVERIFY(used->outcomes[o].rtt_ms == fresh->outcomes[o].rtt_ms);
            }
        }
    }
}

void TestDnsSteering::evaluatorSaysTheSame() {
    on_random_worlds(60, true, [](const std::shared_ptr<const World> &world, const Scenario &scenario) {
        Evaluator evaluator(world);
        Scenario anycast = scenario;
        anycast.steering = Steering::Anycast;
        for (const Scenario &one : {scenario, anycast, scenario}) {
            const auto c = solved(world, one);
            const auto summary = evaluator.evaluate(one, true);
            QVERIFY(summary && summary->mean_rtt_ms == c->summary.mean_rtt_ms);
            QVERIFY(summary->unreached_users == c->summary.unreached_users &&
                    summary->p95_rtt_ms == c->summary.p95_rtt_ms);
            QCOMPARE(evaluator.reaches().size(), c->outcomes.size());
            for (std::size_t i = 0; i < c->outcomes.size(); ++i) {
                const NetworkOutcome &o = c->outcomes[i];
                QVERIFY(evaluator.reaches()[i].region == o.region && evaluator.users()[i] == o.users);
                QVERIFY(std::abs(evaluator.share(i) - o.share) < 1e-12);
                QVERIFY(world->access[evaluator.access(i)].network == o.network);
            }
        }
    });
}

/// However users are split before and after, each counts once.
void TestDnsSteering::moversAddUp() {
    on_random_worlds(100, false, [](const std::shared_ptr<const World> &world, Scenario scenario) {
        std::vector<std::shared_ptr<const Catchments>> all;
        for (const ResolverKind kind : {ResolverKind::Network, ResolverKind::Public, ResolverKind::Mixed}) {
            scenario.dns.resolver = kind;
            all.push_back(solved(world, scenario));
        }
        scenario.steering = Steering::Anycast;
        all.push_back(solved(world, scenario));
        for (const auto &before : all) {
            for (const auto &after : all) {
                std::vector<double> change = users_by_region(*after);
                const std::vector<double> had = users_by_region(*before);
                for (std::size_t r = 0; r < change.size(); ++r) {
                    change[r] -= had[r];
                }
                const Comparison comparison = compare(*before, *after);
                double lost = 0;
                for (const Mover &m : comparison.movers) {
                    if (m.from) {
                        change[m.from->index()] += m.users;
                    }
                    if (m.to) {
                        change[m.to->index()] -= m.users;
                    }
                    lost += m.from && !m.to ? m.users : 0;
                    QVERIFY(m.from != m.to);
                }
                for (const double left : change) {
                    QVERIFY(std::abs(left) < 1e-3);
                }
                QVERIFY(std::abs(lost - comparison.newly_unreached_users) < 1e-3);
                QVERIFY(before != after || comparison.movers.empty());
            }
        }
    });
}

void TestDnsSteering::journeysFollowTheAnswer() {
    on_random_worlds(60, true, [](const std::shared_ptr<const World> &world, const Scenario &scenario) {
        const auto c = solved(world, scenario);
        for (const CityOutcome &city : c->cities) {
            std::map<NetworkId, std::size_t> seen;
            for (const NetworkOutcome &o : c->outcomes_of(city.city)) {
                const auto way = journey(*c, city.city, o.network, seen[o.network]++);
                QVERIFY(way && way->outcome.resolver == o.resolver && way->outcome.answered == o.answered);
                if (o.region) {
                    const CityId home = c->op().regions[o.region->index()].city;
                    QVERIFY(way->legs.empty() ? world->router(*o.router).city == home || !way->hops.empty()
                                              : way->legs.back().fibre.to == home);
                    QVERIFY(way->path.back() == c->op().asn);
                    for (const Decision &decision : way->decisions) {
                        QVERIFY(decision.candidates.front().region == o.answered);
                    }
                }
            }
        }
    });
}

QTEST_APPLESS_MAIN(TestDnsSteering)
#include "tst_dns_steering.moc"
