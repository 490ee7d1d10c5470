// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/drawn.h"
#include "engine/fixpoint.h"
#include "engine/random_world.h"
#include "study/catchments.h"

#include <QTest>

#include <map>

using namespace catchment;
using naive::Dice;
using naive::Drawn;
using naive::Fixpoint;

/// Why a city is not at its nearest region, against the naive fixpoint and on drawn networks.
class TestReason : public QObject {
    Q_OBJECT

private slots:
    void agreesWithTheFixpoint();
    void atTheFirstRouterThatHadAChoice();
    void overAnExchange();
    void neverOffered();
    void followsTheLargestNetworkThere();
};

namespace {

std::string words(const World &world, std::optional<Step> step, Asn asn, const std::string &city,
                  const std::string &exchange) {
    return (step ? std::string(step_word(*step)) : "never-offered") + " at " + std::to_string(asn.value) + " in " +
           city + (exchange.empty() ? "" : " over " + exchange) + " of " + world.name;
}

std::string words(const Catchments &all, CityId city) {
    const auto why = reason(all, city);
    const World &world = all.world();
    return why ? words(world, why->step, all.solution->topology->asn(why->network), world.city(why->at).id,
                       why->exchange ? world.exchange(*why->exchange).id : "")
               : "none";
}

/// The first router on the way with a losing candidate towards the nearest region, and the step at which
/// that candidate lost; of several, the one that stayed longest.
std::string expected(const Fixpoint &fixpoint, const World &world, const CityOutcome &city, std::size_t entry) {
    std::optional<std::size_t> first;
    for (std::size_t at = entry; fixpoint.best(at); at = fixpoint.best(at)->sender) {
        first = first.value_or(at);
        std::optional<Step> step;
        for (const naive::Offer &offer : fixpoint.offers(at)) {
            if (offer.region == city.nearest->index() && offer.lost_at > Step::Unusable) {
                step = std::max(step.value_or(offer.lost_at), offer.lost_at);
            }
        }
        if (step) {
            return words(world, step, fixpoint.asn(at), world.city(fixpoint.city(at)).id,
                         fixpoint.sessions()[fixpoint.best(at)->session].exchange);
        }
    }
    return words(world, {}, fixpoint.asn(*first), world.city(fixpoint.city(*first)).id,
                 fixpoint.sessions()[fixpoint.best(*first)->session].exchange);
}

std::string in_drawn(const Drawn &d) { return words(*catchments(Solver(d.world()).solve(d.scenario())), CityId(0)); }

} // namespace

void TestReason::agreesWithTheFixpoint() {
    std::map<std::string, int> seen;
    for (std::uint64_t seed = 60'000; seed < 60'400; ++seed) {
        Dice dice(seed);
        const naive::Recipe recipe = naive::random_recipe(dice);
        const auto world = naive::build(recipe);
        const Scenario scenario = naive::random_scenario(recipe, dice);
        const Fixpoint fixpoint(world, scenario);
        const auto all = catchments(Solver(world).solve(scenario));
        for (const CityOutcome &city : all->cities) {
            if (!city.not_nearest) {
                continue;
            }
            // Of the networks in the order of their shares, the first that reaches the city's region.
            std::size_t entry = 0;
            for (const AccessShare &share : world->access_of(city.city)) {
                const auto metres = fixpoint.fibre().metres(city.city, fixpoint.city(share.entry.index()));
                if (metres != FibreMap::unreachable && fixpoint.reached(share.entry.index()) == city.region->index()) {
                    entry = share.entry.index();
                    break;
                }
            }
            const std::string ours = expected(fixpoint, *world, city, entry);
            const std::string theirs = words(*all, city.city);
            const std::string where = "seed " + std::to_string(seed) + ", " + world->city(city.city).id +
                                      "\nby the rules: " + ours + "\nengine:       " + theirs;
            QVERIFY2(ours == theirs, where.c_str());
            ++seen[theirs.substr(0, theirs.find(' '))];
        }
    }
    for (const char *step : {"local-pref", "path-length", "external", "hot-potato", "never-offered"}) {
        QVERIFY2(seen[step] > 0, step);
    }
}

//      3              users at u in the network 1; its provider 2 chooses between its customer 4 (far) and
//      |              its peer 5 (near)
//      2 === 5 (r1, near)
//     / \            .
//    1   4 (r2, far)
void TestReason::atTheFirstRouterThatHadAChoice() {
    Drawn d;
    d.city("u", 0, 10).city("far", 5000).city("near", 100).fibre({"u", "near", "far"});
    d.network(1, {"u"}).network(2, {"u", "far", "near"}).network(4, {"far"}).network(5, {"near"});
    d.transit(2, 1).transit(2, 4).peering(2, 5).access("u", 1);
    d.region("r1", "near").region("r2", "far").session("r1", 5).session("r2", 4);
    QCOMPARE(in_drawn(d), "local-pref at 2 in u of random");
}

//   1 === 2 over ix (r2, far), and 3 provides for 1 (r1, near)
void TestReason::overAnExchange() {
    Drawn d;
    d.city("u", 0, 10).city("far", 5000).city("near", 100).fibre({"u", "near", "far"});
    d.network(1, {"u"}).network(2, {"far"}).network(3, {"near"}).exchange("ix", "u", {1, 2});
    d.transit(3, 1).access("u", 1);
    d.region("r1", "near").region("r2", "far").session("r1", 3).session("r2", 2);
    QCOMPARE(in_drawn(d), "local-pref at 1 in u over ix of random");
}

void TestReason::neverOffered() {
    Drawn d;
    d.city("u", 0, 10).city("far", 5000).city("near", 100).fibre({"u", "near", "far"});
    d.network(1, {"u"}).network(2, {"near"}).access("u", 1);
    d.region("r1", "near").region("r2", "far").session("r1", 2).session("r2", 1);
    QCOMPARE(in_drawn(d), "never-offered at 1 in u of random");
}

//   In u: 1 (60 %) reaches r1 next door, 2 (20 %) and 3 (20 %) do not count, although each has another reason.
void TestReason::followsTheLargestNetworkThere() {
    Drawn d;
    d.city("u", 0, 10).city("far", 5000).city("near", 100).fibre({"u", "near", "far"});
    d.network(1, {"u"}).network(2, {"u"}).network(3, {"u"}).network(9, {"near"});
    d.transit(9, 2).access("u", 1, 0.3).access("u", 2, 0.4).access("u", 3, 0.3);
    d.region("r1", "near").region("r2", "far").session("r1", 9).session("r2", 1).session("r2", 2, Relationship::Peer);
    QCOMPARE(in_drawn(d), "local-pref at 2 in u of random");
    d.recipe.access = {{"u", Asn{1}, 0.4}, {"u", Asn{2}, 0.3}, {"u", Asn{3}, 0.3}};
    QCOMPARE(in_drawn(d), "never-offered at 1 in u of random");
}

QTEST_APPLESS_MAIN(TestReason)
#include "tst_reason.moc"
