// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/drawn.h"
#include "engine/random_world.h"
#include "study/journey.h"

#include <QTest>

#include <cmath>

using namespace catchment;
using naive::Dice;
using naive::Drawn;

/// Journeys: their fibre joins up from the user's city to the region's, and adds up.
class TestJourney : public QObject {
    Q_OBJECT

private slots:
    void legsJoinUpAndAddUp();
    void everyLegHasItsNetwork();
    void theLargestNetworkUnlessTold();
    void unreached();
    void withinOneCity();
};

namespace {

std::shared_ptr<const Catchments> solved(const Drawn &d) { return catchments(Solver(d.world()).solve(d.scenario())); }

} // namespace

void TestJourney::legsJoinUpAndAddUp() {
    std::size_t reached = 0;
    const LatencyModel model;
    for (std::uint64_t seed = 70'000; seed < 70'200; ++seed) {
        Dice dice(seed);
        const naive::Recipe recipe = naive::random_recipe(dice);
        const auto world = naive::build(recipe);
        const Scenario scenario = naive::random_scenario(recipe, dice);
        const auto all = catchments(Solver(world).solve(scenario));
        const auto &cut = scenario.faults.cables;
        for (std::size_t c = 0; c < world->cities.size(); ++c) {
            for (const NetworkOutcome &o : all->outcomes_of(CityId(c))) {
                const auto j = journey(*all, CityId(c), o.network);
                QVERIFY(j);
                QVERIFY(j->city == CityId(c) && j->outcome.network == o.network);
                if (!o.region) {
                    QVERIFY(j->legs.empty());
                    QCOMPARE(j->km, 0.0);
                    continue;
                }
                ++reached;
                CityId at(c);
                double km = 0;
                double stretches = 0;
                for (const JourneyLeg &leg : j->legs) {
                    QVERIFY(leg.fibre.from == at);
                    at = leg.fibre.to;
                    km += leg.fibre.metres / 1000.0;
                    if (leg.fibre.segment) {
                        ++stretches;
                        const FibreSegment &s = world->fibre[leg.fibre.segment->index()];
                        QVERIFY(std::ranges::find(cut, s.name) == cut.end());
                        QCOMPARE(s.metres, leg.fibre.metres);
                    }
                }
                QVERIFY(at == all->op().regions[o.region->index()].city);
                QVERIFY(std::abs(km - j->km) < 1e-6);
                QVERIFY(std::abs(model.rtt_ms(j->km, stretches, static_cast<int>(j->hops.size())) - o.rtt_ms) < 1e-6);
                QCOMPARE(j->decisions.size(), j->hops.size());
                QVERIFY(j->path == all->solution->as_path(*o.router));
                QCOMPARE(journey_legs(*all->solution, CityId(c), o).size(), j->legs.size());
                for (std::size_t h = 0; h < j->hops.size(); ++h) {
                    QVERIFY(j->decisions[h].router == j->hops[h].router);
                    QVERIFY(j->decisions[h].candidates.front().session == j->hops[h].session);
                }
            }
        }
    }
    QVERIFY(reached > 500);
}

//   u --100-- a --200-- x --300-- b --400-- c      1 from u to the meeting in x and on to 2, which is in b and c
void TestJourney::everyLegHasItsNetwork() {
    Drawn d;
    d.city("u", 0, 10).city("a", 100).city("x", 300).city("b", 600).city("c", 1000).fibre({"u", "a", "x", "b", "c"});
    d.network(1, {"a"}).network(2, {"b", "c"}).transit(2, 1, {"x"}).access("u", 1);
    d.region("r1", "c").session("r1", 2);
    const auto all = solved(d);
    const auto j = journey(*all, CityId(0));
    std::string words;
    for (const JourneyLeg &leg : j->legs) {
        words += all->world().city(leg.fibre.from).id + "-" + all->world().city(leg.fibre.to).id + " " +
                 std::to_string(all->solution->topology->asn(leg.network).value) + "; ";
    }
    QCOMPARE(words, "u-a 1; a-x 1; x-b 1; b-c 2; "); // the one that hands over pays for the way between
    QVERIFY(std::abs(j->km - 1000) < 0.01);
    QCOMPARE(j->decisions.size(), 2u);
}

void TestJourney::theLargestNetworkUnlessTold() {
    Drawn d;
    d.city("u", 0, 10).network(1, {"u"}).network(2, {"u"}).network(3, {"u"});
    d.access("u", 1, 0.4).access("u", 2, 0.6).region("r1", "u").session("r1", 1).session("r1", 2);
    const auto all = solved(d);
    const auto id = [&](std::uint32_t asn) { return all->world().network_by_asn.at(Asn{asn}); };
    QVERIFY(journey(*all, CityId(0))->outcome.network == id(2));
    QVERIFY(journey(*all, CityId(0), id(1))->outcome.network == id(1));
    QVERIFY(!journey(*all, CityId(0), id(3)));
}

void TestJourney::unreached() {
    Drawn d;
    d.city("u", 0, 10).city("v", 10).network(1, {"u"}).access("u", 1).region("r1", "u");
    const auto all = solved(d);
    const auto j = journey(*all, CityId(0));
    QVERIFY(j && j->legs.empty() && j->hops.empty() && j->decisions.empty() && j->path.empty());
    QVERIFY(!journey(*all, CityId(1))); // nobody lives there
}

void TestJourney::withinOneCity() {
    Drawn d;
    d.city("u", 0, 10).network(1, {"u"}).access("u", 1).region("r1", "u").session("r1", 1);
    const auto j = journey(*solved(d), CityId(0));
    QVERIFY(j->legs.empty());
    QCOMPARE(j->km, 0.0);
    QCOMPARE(j->path, (std::vector{Asn{1}, Asn{64500}}));
}

QTEST_APPLESS_MAIN(TestJourney)
#include "tst_journey.moc"
