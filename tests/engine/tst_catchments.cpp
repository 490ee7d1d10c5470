// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/drawn.h"
#include "engine/fixpoint.h"
#include "engine/naive_ties.h"
#include "engine/random_world.h"
#include "study/catchments.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

using namespace catchment;
using naive::Dice;
using naive::Drawn;
using naive::Fixpoint;

/// Catchments against what the naive fixpoint says of every city and access network.
class TestCatchments : public QObject {
    Q_OBJECT

private slots:
    void outcomesAreThoseOfTheFixpoint();
    void sumsAreThoseOfTheOutcomes();
    void citiesFollowFromTheirNetworks();
    void percentileIsTheSmallestThatCovers();
    void rttAddsUp();
    void majorityAndItsTies();
    void farEnoughIsAHundredKilometres();
    void whatReachesNothingIsReported();
    void nothingDeployed();
};

namespace {

struct Case {
    std::shared_ptr<const World> world;
    std::shared_ptr<const Catchments> catchments;
    std::unique_ptr<Fixpoint> fixpoint;
    std::string where;
};

/// Calls `check` for random worlds and scenarios until one fails.
template <class Check>
void over_random_cases(std::uint64_t first_seed, int worlds, Check check) {
    for (std::uint64_t seed = first_seed; seed < first_seed + static_cast<std::uint64_t>(worlds); ++seed) {
        Dice dice(seed);
        const naive::Recipe recipe = naive::random_recipe(dice);
        Case one;
        one.world = naive::build(recipe);
        const Scenario scenario = naive::random_scenario(recipe, dice);
        one.fixpoint = std::make_unique<Fixpoint>(one.world, scenario);
        one.catchments = catchments(Solver(one.world).solve(scenario));
        one.where = "seed " + std::to_string(seed);
        check(one);
        if (QTest::currentTestFailed()) {
            return;
        }
    }
}

bool same(double a, double b) { return std::abs(a - b) <= 1e-6 * std::max({1.0, std::abs(a), std::abs(b)}); }

/// Segments of fibre between two cities.
std::size_t stretches_between(const Fixpoint &fixpoint, CityId a, CityId b) {
    return static_cast<std::size_t>(
        std::ranges::count_if(fixpoint.fibre().way(a, b), [](const FibreLeg &leg) { return leg.segment.has_value(); }));
}

struct Sample {
    double ms;
    double users;
};

/// The smallest of the values such that those up to it make up the share of the users.
double percentile(const std::vector<Sample> &samples, double share) {
    double total = 0;
    double best = std::numeric_limits<double>::infinity();
    for (const Sample &s : samples) {
        total += s.users;
    }
    for (const Sample &candidate : samples) {
        double covered = 0;
        for (const Sample &s : samples) {
            covered += s.ms <= candidate.ms ? s.users : 0;
        }
        if (covered >= share * total - 1e-6 * std::max(1.0, total)) {
            best = std::min(best, candidate.ms);
        }
    }
    return samples.empty() ? 0 : best;
}

} // namespace

void TestCatchments::outcomesAreThoseOfTheFixpoint() {
    std::size_t reached = 0;
    over_random_cases(50'000, 150, [&](const Case &c) {
        const World &world = *c.world;
        const LatencyModel latency;
        QCOMPARE(c.catchments->cities.size(), world.cities.size());
        std::size_t count = 0;
        for (std::size_t city = 0; city < world.cities.size(); ++city) {
            QCOMPARE(c.catchments->cities[city].city, CityId(city));
            const auto outcomes = c.catchments->outcomes_of(CityId(city));
            QCOMPARE(outcomes.size(), world.access_of(CityId(city)).size());
            for (std::size_t i = 0; i < outcomes.size(); ++i, ++count) {
                const AccessShare &share = world.access_of(CityId(city))[i];
                const NetworkOutcome &o = outcomes[i];
                QVERIFY(o.network == share.network && o.share == share.share);
                QVERIFY(same(o.users, share.share * static_cast<double>(world.cities[city].users)));
                std::size_t at = share.entry.index();
                std::uint64_t metres = c.fixpoint->fibre().metres(CityId(city), c.fixpoint->city(at));
                std::size_t stretches = stretches_between(*c.fixpoint, CityId(city), c.fixpoint->city(at));
                const bool gets_in = metres != FibreMap::unreachable;
                const auto region = gets_in ? c.fixpoint->reached(at) : std::nullopt;
                QVERIFY2((o.region ? std::optional(o.region->index()) : std::nullopt) == region, c.where.c_str());
                if (!region) {
                    continue;
                }
                QVERIFY(o.router == share.entry);
                int handovers = 0;
                for (; c.fixpoint->best(at); at = c.fixpoint->best(at)->sender, ++handovers) {
                    const naive::Offer &best = *c.fixpoint->best(at);
                    const CityId meeting = c.fixpoint->sessions()[best.session].meeting;
                    metres += best.cost;
                    stretches += stretches_between(*c.fixpoint, c.fixpoint->city(at), c.fixpoint->city(best.exit));
                    stretches += stretches_between(*c.fixpoint, c.fixpoint->city(best.exit), meeting);
                    stretches += stretches_between(*c.fixpoint, meeting, c.fixpoint->city(best.sender));
                }
                const double ms =
                    latency.rtt_ms(static_cast<double>(metres) / 1000, static_cast<double>(stretches), handovers);
                QVERIFY2(same(o.rtt_ms, ms), c.where.c_str());
                ++reached;
            }
        }
        QCOMPARE(count, c.catchments->outcomes.size());
    });
    QVERIFY(reached > 400);
}

void TestCatchments::sumsAreThoseOfTheOutcomes() {
    over_random_cases(51'000, 200, [](const Case &c) {
        const Catchments &all = *c.catchments;
        const naive::NaiveTies ties(*c.fixpoint);
        std::vector<Sample> samples;
        std::map<std::size_t, std::vector<Sample>> by_region;
        double users = 0, reached = 0, time = 0, not_nearest = 0, contested = 0;
        for (const CityOutcome &city : all.cities) {
            for (const NetworkOutcome &o : all.outcomes_of(city.city)) {
                users += o.users;
                if (o.region) {
                    reached += o.users;
                    time += o.users * o.rtt_ms;
                    samples.push_back({o.rtt_ms, o.users});
                    by_region[o.region->index()].push_back(samples.back());
                    const GeoPoint place = c.world->city(city.city).place;
                    const GeoPoint there = all.op().regions[o.region->index()].place;
                    not_nearest += great_circle_km(place, there) - city.nearest_km >= 100 ? o.users : 0;
                    contested += o.certainty < 0.999 ? o.users : 0;
                    QVERIFY(same(o.certainty, ties.distribution(o.router->index())[o.region->index()]));
                }
            }
        }
        const Summary &sum = all.summary;
        QVERIFY(same(sum.users, users));
        QVERIFY(same(sum.unreached_users, users - reached));
        QVERIFY(same(sum.mean_rtt_ms, reached > 0 ? time / reached : 0));
        QVERIFY(same(sum.not_nearest_share, reached > 0 ? not_nearest / reached : 0));
        QVERIFY(same(sum.contested_share, reached > 0 ? contested / reached : 0));
        QVERIFY(same(sum.median_rtt_ms, percentile(samples, 0.5)));
        QVERIFY(same(sum.p95_rtt_ms, percentile(samples, 0.95)));
        double shares = 0;
        std::size_t announcing = 0;
        for (std::size_t r = 0; r < all.op().regions.size(); ++r) {
            const RegionOutcome *region = all.region(RegionId(r));
            QCOMPARE(region != nullptr, c.fixpoint->announces(r));
            if (!region) {
                QVERIFY(by_region[r].empty());
                continue;
            }
            ++announcing;
            double here = 0;
            for (const Sample &s : by_region[r]) {
                here += s.users;
            }
            QVERIFY(same(region->users, here));
            QVERIFY(same(region->share, reached > 0 ? here / reached : 0));
            QVERIFY(same(region->median_rtt_ms, percentile(by_region[r], 0.5)));
            QVERIFY(same(region->p95_rtt_ms, percentile(by_region[r], 0.95)));
            shares += region->share;
        }
        QCOMPARE(all.regions.size(), announcing);
        QVERIFY(same(shares, reached > 0 ? 1 : 0));
    });
}

void TestCatchments::citiesFollowFromTheirNetworks() {
    std::size_t with_reason = 0;
    over_random_cases(52'000, 200, [&](const Case &c) {
        const Catchments &all = *c.catchments;
        const auto &regions = all.op().regions;
        for (const CityOutcome &city : all.cities) {
            std::map<std::size_t, double> share;
            double reached = 0, time = 0, certainty = 0;
            for (const NetworkOutcome &o : all.outcomes_of(city.city)) {
                if (o.region) {
                    share[o.region->index()] += o.share;
                    reached += o.share;
                    time += o.share * o.rtt_ms;
                    certainty += o.share * o.certainty;
                }
            }
            QCOMPARE(city.region.has_value(), reached > 0);
            const GeoPoint place = c.world->city(city.city).place;
            const auto km = [&](RegionId r) { return great_circle_km(place, regions[r.index()].place); };
            std::optional<RegionId> nearest;
            for (std::size_t r = 0; r < regions.size(); ++r) {
                const auto key = [&](RegionId id) { return std::pair(km(id), regions[id.index()].code); };
                if (c.fixpoint->announces(r) && (!nearest || key(RegionId(r)) < key(*nearest))) {
                    nearest = RegionId(r);
                }
            }
            QVERIFY2(city.nearest == nearest, c.where.c_str());
            QVERIFY(same(city.nearest_km, nearest ? km(*nearest) : 0));
            if (!city.region) {
                QVERIFY(!city.not_nearest);
                continue;
            }
            for (const auto &[r, part] : share) {
                const double most = share[city.region->index()];
                QVERIFY(part < most + 1e-9);
                QVERIFY(part < most - 1e-9 || regions[city.region->index()].code <= regions[r].code);
            }
            QVERIFY(same(city.region_share, share[city.region->index()] / reached));
            QVERIFY(same(city.rtt_ms, time / reached));
            QVERIFY(same(city.certainty, certainty / reached));
            QVERIFY(same(city.region_km, km(*city.region)));
            QCOMPARE(city.not_nearest, city.region_km - city.nearest_km >= 100);
            QVERIFY(city.wasted_ms >= 0);
            QCOMPARE(reason(all, city.city).has_value(), city.not_nearest);
            with_reason += city.not_nearest;
        }
    });
    QVERIFY(with_reason > 50);
}

void TestCatchments::percentileIsTheSmallestThatCovers() {
    // 1 serves everybody at r1; 50 users at 0 km, 45 at 1000 km, 5 at 3000 km.
    Drawn d;
    d.city("a", 0, 50).city("b", 1000, 45).city("c", 3000, 5).fibre({"a", "b", "c"});
    d.network(1, {"a", "b", "c"}).region("r1", "a").session("r1", 1);
    d.access("a", 1).access("b", 1).access("c", 1);
    const auto world = d.world();
    const auto all = catchments(Solver(world).solve(d.scenario()));
    const LatencyModel model;
    QVERIFY(same(all->summary.median_rtt_ms, model.rtt_ms(0, 0, 1))); // 50 of 100 is half
    QVERIFY(same(all->summary.p95_rtt_ms, model.rtt_ms(1000, 1, 1)));
    d.recipe.cities[0].users = 49;
    const auto fewer = catchments(Solver(d.world()).solve(d.scenario()));
    QVERIFY(same(fewer->summary.median_rtt_ms, model.rtt_ms(1000, 1, 1)));
    QVERIFY(same(fewer->summary.p95_rtt_ms, model.rtt_ms(3000, 2, 1)));
}

//   users in u, 1 enters in a and hands over to 2 in x (2 comes there from b), 2 to r1 in c
//   u --100-- a --200-- x --300-- b --400-- c
void TestCatchments::rttAddsUp() {
    Drawn d;
    d.city("u", 0, 10).city("a", 100).city("x", 300).city("b", 600).city("c", 1000).fibre({"u", "a", "x", "b", "c"});
    d.network(1, {"a"}).network(2, {"b", "c"}).transit(2, 1, {"x"}).access("u", 1);
    d.region("r1", "c").session("r1", 2);
    LatencyModel model;
    model.km_per_ms = 200;
    model.detour = 1.5;
    model.access_ms = 2;
    model.hop_ms = 0.5;
    model.stretch_km = 10;
    const auto all = catchments(Solver(d.world()).solve(d.scenario()), model);
    QVERIFY(same(all->outcomes[0].rtt_ms, 2 * (1000 + 4 * 10) * 1.5 / 200.0 + 2 + 2 * 0.5));
    QVERIFY(same(all->cities[0].rtt_ms, all->outcomes[0].rtt_ms));
}

void TestCatchments::majorityAndItsTies() {
    // In u, 1 reaches r2 and 2 reaches r1.
    Drawn d;
    d.city("u", 0, 100).network(1, {"u"}).network(2, {"u"}).network(3, {"u"});
    d.city("v", 50).fibre({"u", "v"});
    d.region("r2", "u").region("r1", "v").session("r2", 1).session("r1", 2);
    const auto region = [&](double first, double second) {
        d.recipe.access = {{"u", Asn{1}, first}, {"u", Asn{2}, second}, {"u", Asn{3}, 1 - first - second}};
        const auto all = catchments(Solver(d.world()).solve(d.scenario()));
        return all->op().regions[all->cities[0].region->index()].code;
    };
    QCOMPARE(region(0.3, 0.3), "r1"); // the lowest code
    QCOMPARE(region(0.31, 0.3), "r2");
    QCOMPARE(region(0.2, 0.3), "r1"); // of those that reach one; 3 reaches nothing
}

void TestCatchments::farEnoughIsAHundredKilometres() {
    for (const double farther : {99.0, 101.0}) {
        Drawn d;
        d.city("u", 0, 10).city("a", 200).city("b", -200 - farther).fibre({"b", "u", "a"});
        d.network(1, {"u", "b"}).network(2, {"a"}).access("u", 1);
        d.region("r1", "a").region("r2", "b").session("r1", 2).session("r2", 1);
        const auto all = catchments(Solver(d.world()).solve(d.scenario()));
        QCOMPARE(all->op().regions[all->cities[0].region->index()].code, "r2");
        QCOMPARE(all->cities[0].not_nearest, farther > 100);
        QCOMPARE(all->summary.not_nearest_share, farther > 100 ? 1.0 : 0.0);
        const LatencyModel model;
        QVERIFY(
            same(all->cities[0].wasted_ms, farther > 100 ? model.rtt_ms(farther, 0, 0) - model.rtt_ms(0, 0, 0) : 0));
        if (farther > 100) { // 1 was never offered r1
            QVERIFY(!reason(*all, CityId(0))->step);
        }
    }
}

void TestCatchments::whatReachesNothingIsReported() {
    Drawn d;
    d.city("u", 0, 100).network(1, {"u"}).network(2, {"u"}).access("u", 1, 0.25).access("u", 2, 0.75);
    d.region("r1", "u").session("r1", 1);
    const auto all = catchments(Solver(d.world()).solve(d.scenario()));
    QCOMPARE(all->outcomes.size(), 2u);
    QVERIFY(!all->outcomes[0].region); // the larger share first
    QCOMPARE(all->summary.users, 100.0);
    QCOMPARE(all->summary.unreached_users, 75.0);
    QCOMPARE(all->regions[0].share, 1.0); // of the reached
    QCOMPARE(all->cities[0].region_share, 1.0);
}

void TestCatchments::nothingDeployed() {
    Drawn d;
    d.city("u", 0, 100).network(1, {"u"}).access("u", 1).region("r1", "u").session("r1", 1);
    const auto all = catchments(Solver(d.world()).solve(Scenario{}));
    QVERIFY(all->regions.empty());
    QVERIFY(!all->cities[0].nearest);
    QVERIFY(!all->cities[0].region);
    QCOMPARE(all->summary.unreached_users, 100.0);
    QCOMPARE(all->summary.median_rtt_ms, 0.0);
    QVERIFY(!reason(*all, CityId(0)));
}

QTEST_APPLESS_MAIN(TestCatchments)
#include "tst_catchments.moc"
