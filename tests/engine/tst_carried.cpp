// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/random_security.h"
#include "engine/random_world.h"
#include "routing/solver.h"
#include "study/captured.h"
#include "study/carried.h"
#include "study/journey.h"

#include <QTest>

#include <cmath>
#include <set>

using namespace catchment;
using naive::Dice;

/// Who passes what, and what a hijacker takes from whom, counted once more from every journey.
class TestCarried : public QObject {
    Q_OBJECT

private slots:
    void countsEveryJourney();
    void stops();
    void lossesAddUp();
};

namespace {

bool same(double a, double b) { return std::abs(a - b) <= 1e-6 * std::max(1.0, std::abs(a)); }

} // namespace

void TestCarried::countsEveryJourney() {
    double seen = 0;
    for (std::uint64_t seed = 1; seed <= 120; ++seed) {
        Dice dice(seed);
        const naive::Recipe recipe = naive::random_recipe(dice);
        const auto world = naive::build(recipe);
        Scenario scenario = naive::random_scenario(recipe, dice);
        naive::add_random_security(recipe, scenario, dice);
        const auto all = catchments(Solver(world).solve(scenario));
        const Carried result = *carried(*all);
        std::map<std::uint32_t, double> networks;
        std::map<std::pair<Asn, Asn>, double> links;
        std::map<std::string, double> cables;
        std::map<std::size_t, double> exchanges;
        for (const CityOutcome &city : all->cities) {
            for (const NetworkOutcome &outcome : all->outcomes_of(city.city)) {
                if (!outcome.region && !outcome.captured) {
                    continue;
                }
                const auto way = journey(*all, city.city, outcome.network);
                std::set<std::uint32_t> passed{outcome.network.value};
                std::set<std::size_t> met;
                for (const Hop &hop : way->hops) {
                    const Topology &topology = *all->solution->topology;
                    passed.insert(topology.network_of(hop.next).value);
                    links[std::minmax(topology.asn_of(hop.router), topology.asn_of(hop.next))] += outcome.users;
                    if (const auto exchange = topology.exchange_of(hop.session)) {
                        met.insert(exchange->index());
                    }
                }
                for (const auto network : passed) {
                    networks[network] += outcome.users;
                }
                for (const auto exchange : met) {
                    exchanges[exchange] += outcome.users;
                }
                std::set<std::string> names;
                for (const JourneyLeg &leg : way->legs) {
                    if (leg.fibre.segment) {
                        names.insert(world->fibre[leg.fibre.segment->index()].name);
                    }
                }
                for (const std::string &name : names) {
                    cables[name] += outcome.users;
                }
                seen += outcome.users;
            }
        }
        for (std::size_t n = 0; n < result.networks.size(); ++n) {
            QVERIFY(same(result.networks[n], networks[static_cast<std::uint32_t>(n)]));
        }
        for (std::size_t x = 0; x < result.exchanges.size(); ++x) {
            QVERIFY(same(result.exchanges[x], exchanges[x]));
        }
        for (const auto &[link, users] : links) {
            QVERIFY(same(result.link(link.first, link.second), users));
            QVERIFY(same(result.link(link.second, link.first), users));
        }
        for (const auto &[name, users] : cables) {
            QVERIFY(same(result.cable(name), users));
        }
        QCOMPARE(result.cable("no such cable"), 0.0);
        for (std::size_t r = 0; r < result.regions.size(); ++r) {
            const RegionOutcome *outcome = all->region(RegionId(r));
            QVERIFY(same(result.regions[r], outcome ? outcome->users : 0));
        }
    }
    QVERIFY(seen > 0);
}

void TestCarried::stops() {
    Dice dice(1);
    const naive::Recipe recipe = naive::random_recipe(dice);
    const auto all = catchments(Solver(naive::build(recipe)).solve(naive::random_scenario(recipe, dice)));
    std::stop_source source;
    source.request_stop();
    QVERIFY(!carried(*all, source.get_token()));
}

/// What the regions lose is what is captured, less what reached none before.
void TestCarried::lossesAddUp() {
    double lost_in_all = 0;
    for (std::uint64_t seed = 1; seed <= 150; ++seed) {
        Dice dice(seed);
        const naive::Recipe recipe = naive::random_recipe(dice);
        const auto world = naive::build(recipe);
        Scenario scenario = naive::random_scenario(recipe, dice);
        naive::add_random_security(recipe, scenario, dice);
        Solver solver(world);
        const auto with = catchments(solver.solve(scenario));
        scenario.security.hijack.reset();
        const auto without = catchments(solver.solve(scenario));
        double lost = 0;
        double had = 0;
        for (const RegionLoss &loss : losses(*without, *with)) {
            QVERIFY(loss.lost >= 0 && loss.lost <= loss.had * (1 + 1e-9));
            QVERIFY(same(loss.had, without->region(loss.region)->users));
            lost += loss.lost;
            had += loss.had;
        }
        double from_none = 0;
        for (std::size_t i = 0; i < with->outcomes.size(); ++i) {
            from_none += with->outcomes[i].captured && !without->outcomes[i].region ? with->outcomes[i].users : 0;
        }
        QVERIFY(same(lost + from_none, with->summary.captured_users));
        QVERIFY(same(had, without->summary.users - without->summary.unreached_users));
        lost_in_all += lost;
    }
    QVERIFY(lost_in_all > 0);
}

QTEST_APPLESS_MAIN(TestCarried)
#include "tst_carried.moc"
