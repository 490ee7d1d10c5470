// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/quickest_fibre.h"
#include "engine/random_world.h"
#include "io/world_reader.h"
#include "routing/solver.h"
#include "study/backbone.h"
#include "world/spelling.h"

#include <QTest>

#include <cmath>
#include <set>

using namespace catchment;
using naive::Dice;

/// The operator's backbone, over all pairs of regions: a metric, the quickest way, and the way it tells.
class TestBackbone : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { world_ = read_world(CATCHMENT_RESOURCES "/world"); }
    void quickest();
    void quickestOfWhatIsLeft();
    void quickerThanTheShortest();
    void ways();
    void metricOnRandomWorlds();

private:
    std::shared_ptr<const Topology> topology(const std::vector<std::string> &cut = {}) const {
        Scenario scenario;
        scenario.faults.cables = cut;
        return Solver(world_).solve(scenario)->topology;
    }
    CityId city_of(std::size_t region) const { return world_->own_operator.regions[region].city; }

    std::shared_ptr<const World> world_;
};

namespace {

bool near(double a, double b) { return std::abs(a - b) < 1e-9 * (1 + std::abs(a)); }

/// As long there as back, nothing to itself, and no way round by a third region is quicker. Returns how many pairs are
/// joined, or -1 where that does not hold.
int metric(const Backbone &backbone) {
    int joined = 0;
    for (std::size_t a = 0; a < backbone.regions(); ++a) {
        if (backbone.rtt_ms(RegionId(a), RegionId(a)) != 0.0) {
            return -1;
        }
        for (std::size_t b = 0; b < backbone.regions(); ++b) {
            const auto straight = backbone.rtt_ms(RegionId(a), RegionId(b));
            if (straight != backbone.rtt_ms(RegionId(b), RegionId(a)) ||
                backbone.km(RegionId(a), RegionId(b)) != backbone.km(RegionId(b), RegionId(a))) {
                return -1;
            }
            joined += straight ? 1 : 0;
            for (std::size_t c = 0; c < backbone.regions(); ++c) {
                const auto there = backbone.rtt_ms(RegionId(a), RegionId(c));
                const auto on = backbone.rtt_ms(RegionId(c), RegionId(b));
                if (there && on && !(straight && *straight <= *there + *on + 1e-9)) {
                    return -1;
                }
            }
        }
    }
    return joined;
}

} // namespace

void TestBackbone::quickest() {
    const auto on = topology();
    const Backbone backbone(*on);
    const std::size_t n = world_->own_operator.regions.size();
    QCOMPARE(backbone.regions(), n);
    QCOMPARE(metric(backbone), static_cast<int>(n * n));
    for (std::size_t a = 0; a < n; ++a) {
        const std::vector<double> expected = naive::quickest_from(*world_, city_of(a));
        for (std::size_t b = 0; b < n; ++b) {
            QVERIFY(near(*backbone.rtt_ms(RegionId(a), RegionId(b)), expected[city_of(b).index()]));
        }
    }
}

/// Every cable that lands in two countries is cut, by turns.
void TestBackbone::quickestOfWhatIsLeft() {
    std::set<std::string> abroad;
    for (const FibreSegment &s : world_->fibre) {
        if (world_->city(s.from).country != world_->city(s.to).country) {
            abroad.insert(s.name);
        }
    }
    const std::size_t n = world_->own_operator.regions.size();
    Dice dice(1);
    int parted = 0;
    for (const unsigned percent : {30u, 60u, 100u}) {
        std::vector<std::string> cut;
        for (const std::string &name : abroad) {
            if (dice.chance(percent)) {
                cut.push_back(name);
            }
        }
        const auto on = topology(cut);
        const Backbone backbone(*on);
        QVERIFY(metric(backbone) > 0);
        for (std::size_t a = 0; a < n; ++a) {
            const std::vector<double> expected = naive::quickest_from(*world_, city_of(a), cut);
            for (std::size_t b = 0; b < n; ++b) {
                const auto rtt = backbone.rtt_ms(RegionId(a), RegionId(b));
                const double wanted = expected[city_of(b).index()];
                QVERIFY(rtt ? near(*rtt, wanted) : std::isinf(wanted));
                parted += rtt ? 0 : 1;
            }
        }
    }
    QVERIFY(parted > 0);
}

/// Least RTT is not least kilometres: never slower than the shortest fibre, and quicker somewhere.
void TestBackbone::quickerThanTheShortest() {
    const auto on = topology();
    const Backbone backbone(*on);
    const FibreMap &fibre = on->fibre();
    int quicker = 0;
    for (std::size_t a = 0; a < backbone.regions(); ++a) {
        for (std::size_t b = 0; b < backbone.regions(); ++b) {
            const double metres = fibre.metres(city_of(a), city_of(b));
            const double shortest =
                LatencyModel().rtt_ms(metres / 1000, fibre.stretches(city_of(a), city_of(b)), 0) - 1;
            const double rtt = *backbone.rtt_ms(RegionId(a), RegionId(b));
            QVERIFY(city_of(a) == city_of(b) || rtt <= shortest + 1e-9);
            QVERIFY(backbone.km(RegionId(a), RegionId(b)) >= metres / 1000 - 1e-6);
            quicker += rtt < shortest - 0.1 ? 1 : 0;
        }
    }
    QVERIFY(quicker > 0);
}

/// A way goes from city to city along segments of the map, and what it adds up to is what is told of it.
void TestBackbone::ways() {
    const auto on = topology();
    const Backbone backbone(*on);
    for (std::size_t a = 0; a < backbone.regions(); ++a) {
        for (std::size_t b = 0; b < backbone.regions(); ++b) {
            const std::vector<FibreLeg> way = backbone.way(RegionId(a), RegionId(b));
            CityId at = city_of(a);
            double km = 0;
            for (const FibreLeg &leg : way) {
                QCOMPARE(leg.from, at);
                QVERIFY(leg.segment);
                const FibreSegment &s = world_->fibre[leg.segment->index()];
                QVERIFY((s.from == leg.from && s.to == leg.to) || (s.from == leg.to && s.to == leg.from));
                QCOMPARE(leg.metres, s.metres);
                at = leg.to;
                km += leg.metres / 1000.0;
            }
            QCOMPARE(at, city_of(b));
            QVERIFY(near(backbone.km(RegionId(a), RegionId(b)), km));
            const double rtt = 2 * (km + 150.0 * static_cast<double>(way.size())) * 1.16 / (299.792458 * 2 / 3);
            QVERIFY(near(*backbone.rtt_ms(RegionId(a), RegionId(b)), rtt));
            const std::vector<FibreLeg> back = backbone.way(RegionId(b), RegionId(a));
            QVERIFY(std::equal(way.begin(), way.end(), back.rbegin(), back.rend(), [](const auto &to, const auto &fro) {
                return to.segment == fro.segment && to.from == fro.to && to.to == fro.from;
            }));
        }
    }
}

/// With cities that are on no fibre, and with faults.
void TestBackbone::metricOnRandomWorlds() {
    int joined = 0;
    int parted = 0;
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        Dice dice(seed);
        const naive::Recipe recipe = naive::random_recipe(dice);
        const auto on = Solver(naive::build(recipe)).solve(naive::random_scenario(recipe, dice))->topology;
        const Backbone backbone(*on);
        const int pairs = metric(backbone);
        QVERIFY2(pairs >= 0, qPrintable(QString::number(seed)));
        const int all = static_cast<int>(backbone.regions() * backbone.regions());
        joined += pairs - static_cast<int>(backbone.regions());
        parted += all - pairs;
        for (std::size_t a = 0; a < backbone.regions(); ++a) {
            for (std::size_t b = 0; b < backbone.regions(); ++b) {
                const bool fibre =
                    on->fibre().metres(on->op().regions[a].city, on->op().regions[b].city) != FibreMap::unreachable;
                QCOMPARE(backbone.rtt_ms(RegionId(a), RegionId(b)).has_value(), fibre);
            }
        }
    }
    QVERIFY(joined > 0 && parted > 0);
}

QTEST_APPLESS_MAIN(TestBackbone)
#include "tst_backbone.moc"
