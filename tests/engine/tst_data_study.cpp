// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/quickest_fibre.h"
#include "engine/random_world.h"
#include "io/data_results.h"
#include "io/results.h"
#include "io/world_reader.h"
#include "routing/solver.h"
#include "study/data_study.h"

#include <QTest>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

using namespace catchment;
using Json = nlohmann::ordered_json;
using naive::Dice;

/// What a placement of data means, recomputed from its parts: over the built-in world by hand, on random ones by
/// properties.
class TestDataStudy : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { world_ = read_world(CATCHMENT_RESOURCES "/world"); }
    void primaryAndReplica();
    void quorumByHand();
    void quorumBehindEveryEdge();
    void quorumThatMayMiss();
    void localAnswersAtOnce();
    void bestPrimaryFromWhatIsPrinted();
    void placesAreWhatAMoveBrings();
    void australiaCutOff_data();
    void australiaCutOff();
    void primaryFails();
    void instancesFail();
    void catchUp();
    void randomPlacements();

private:
    Scenario scenario(std::vector<std::string> regions, Consistency consistency) const {
        Scenario out;
        out.regions = std::move(regions);
        out.data.emplace();
        out.data->primary = out.regions.front();
        out.data->replicas.assign(out.regions.begin() + 1, out.regions.end());
        out.data->consistency = consistency;
        return out;
    }
    DataStudy study(const Scenario &s) const { return *data_study(world_, s); }
    RegionId region(const std::string &code) const { return *find_region(world_->own_operator, code); }
    CityId city_of(const std::string &code) const { return world_->own_operator.regions[region(code).index()].city; }

    /// There and back over the backbone, with nothing cut.
    double between(const std::string &a, const std::string &b) const {
        std::vector<double> &from = quickest_[a];
        if (from.empty()) {
            from = naive::quickest_from(*world_, city_of(a));
        }
        return from[city_of(b).index()];
    }

    /// All cables that touch the country.
    std::vector<std::string> cables_of(const std::string &country) const {
        std::set<std::string> out;
        for (const FibreSegment &s : world_->fibre) {
            if ((world_->city(s.from).country == country) != (world_->city(s.to).country == country)) {
                out.insert(s.name);
            }
        }
        return {out.begin(), out.end()};
    }

    std::shared_ptr<const World> world_;
    mutable std::map<std::string, std::vector<double>> quickest_; ///< from a region to each city
};

namespace {

bool near(double a, double b) { return std::abs(a - b) < 1e-6; }

const EdgeData &edge(const DataStudy &study, RegionId region) {
    return *std::ranges::find(study.edges, region, &EdgeData::edge);
}

} // namespace

void TestDataStudy::primaryAndReplica() {
    for (const Announce announce : {Announce::Deployed, Announce::Everywhere}) {
        Scenario s = scenario({"ewr", "ams"}, Consistency::Primary);
        s.announce = announce;
        const DataStudy out = study(s);
        const DataAccess &ams = edge(out, region("ams")).access;
        QCOMPARE(ams.replica, std::optional(region("ams")));
        QCOMPARE(*ams.read_ms, 0.0);
        QVERIFY(near(*ams.write_ms, between("ams", "ewr")));
        QVERIFY(near(*ams.stale_ms, between("ams", "ewr") / 2));
        QVERIFY(!ams.reads_own_write);
        const DataAccess &ewr = edge(out, region("ewr")).access;
        QCOMPARE(*ewr.write_ms, 0.0);
        QCOMPARE(*ewr.stale_ms, 0.0);
        QVERIFY(ewr.reads_own_write);
    }
    // An edge without data reads at the nearest replica; a write goes there, and is replayed at the primary.
    Scenario s = scenario({"ewr", "ams"}, Consistency::Primary);
    s.announce = Announce::Everywhere;
    const DataAccess fra = edge(study(s), region("fra")).access;
    QCOMPARE(fra.replica, std::optional(region("ams")));
    QVERIFY(near(*fra.read_ms, between("fra", "ams")));
    QVERIFY(near(*fra.write_ms, between("fra", "ams") + between("fra", "ewr")));
    s.data->consistency = Consistency::PrimaryOnly;
    const DataAccess only = edge(study(s), region("fra")).access;
    QVERIFY(near(*only.read_ms, between("fra", "ewr")));
    QCOMPARE(only.write_ms, only.read_ms);
    QVERIFY(only.reads_own_write);
}

/// Every city's write latency from the parts, and four of them spelled out.
void TestDataStudy::quorumByHand() {
    for (const int quorum : {2, 3}) {
        Scenario s = scenario({"ewr", "ams", "nrt"}, Consistency::Quorum);
        s.data->write_quorum = quorum;
        const DataStudy out = study(s);
        const auto write_behind = [&](const std::string &at) { // every edge is a replica, and so coordinates
            std::vector<double> times;
            for (const std::string &other : s.regions) {
                times.push_back(at == other ? 0 : between(at, other));
            }
            std::ranges::sort(times);
            return quorum == 2 ? std::min(times[1], times[2]) : std::max(times[1], times[2]);
        };
        const double behind_ewr = write_behind("ewr"), behind_ams = write_behind("ams"),
                     behind_nrt = write_behind("nrt");
        const Catchments &c = *out.catchments;
        for (const CityData &city : out.cities) {
            double time = 0, users = 0;
            for (const NetworkOutcome &o : c.outcomes_of(city.city)) {
                if (o.region) {
                    time += o.users * (o.rtt_ms + (*o.region == region("ewr")   ? behind_ewr
                                                   : *o.region == region("ams") ? behind_ams
                                                                                : behind_nrt));
                    users += o.users;
                }
            }
            QVERIFY(near(city.figures.write_ms, users > 0 ? time / users : 0));
        }
        // Each of these cities is at one region with its largest network.
        for (const auto &[id, at] :
             {std::pair{"amsterdam-nl", "ams"}, {"new-york-us", "ewr"}, {"tokyo-jp", "nrt"}, {"london-gb", "ams"}}) {
            const NetworkOutcome &o = c.outcomes_of(world_->city_by_id.at(id)).front();
            QCOMPARE(o.region, std::optional(region(at)));
            const double ewr_ams = between("ewr", "ams"), ewr_nrt = between("ewr", "nrt"),
                         ams_nrt = between("ams", "nrt");
            const double two = at == std::string("nrt") ? std::min(ewr_nrt, ams_nrt) : ewr_ams;
            const double three = at == std::string("ewr")   ? std::max(ewr_ams, ewr_nrt)
                                 : at == std::string("ams") ? std::max(ewr_ams, ams_nrt)
                                                            : std::max(ewr_nrt, ams_nrt);
            QVERIFY(near(*edge(out, region(at)).access.write_ms, quorum == 2 ? two : three));
        }
        QCOMPARE(out.read_quorum, quorum == 2 ? 2 : 1);
        QCOMPARE(out.all.stale_ms, 0.0);
        QCOMPARE(out.all.own_write_users, out.all.readers);
    }
}

/// Where every edge announces: to the edge, on to the nearest replica, which coordinates, and as far as the W-th of the
/// replicas from there. For all cities, and spelled out for four whose edges hold no data.
void TestDataStudy::quorumBehindEveryEdge() {
    const std::vector<std::string> replicas{"ewr", "ams", "nrt"};
    for (const std::size_t quorum : {2u, 3u}) {
        Scenario s = scenario(replicas, Consistency::Quorum);
        s.announce = Announce::Everywhere;
        s.data->write_quorum = static_cast<int>(quorum);
        const DataStudy out = study(s);
        const auto behind = [&](const std::string &at) {
            const std::string coordinator = *std::ranges::min_element(
                replicas, {}, [&](const std::string &replica) { return between(at, replica); });
            std::vector<double> times;
            for (const std::string &replica : replicas) {
                times.push_back(between(coordinator, replica));
            }
            std::ranges::sort(times);
            return between(at, coordinator) + times[quorum - 1];
        };
        const Json solved = Json::parse(solve_json(*out.catchments));
        for (std::size_t i = 0; i < out.cities.size(); ++i) {
            const Json &city = solved["cities"][i];
            double time = 0, share = 0;
            for (const Json &network : city["networks"]) {
                const double part = network["share"].get<double>();
                time += part * (network["rttMs"].get<double>() + behind(network["region"].get<std::string>()));
                share += part;
            }
            QVERIFY(std::abs(out.cities[i].figures.write_ms - time / share) < 0.1); // of printed figures
        }
        struct Hand {
            const char *city, *edge, *coordinator, *second, *slowest;
        };
        for (const Hand &hand :
             {Hand{"chicago-us", "ord", "ewr", "ams", "nrt"}, Hand{"sao-paulo-br", "gru", "ewr", "ams", "nrt"},
              Hand{"sydney-au", "syd", "nrt", "ewr", "ams"}, Hand{"frankfurt-de", "fra", "ams", "ewr", "nrt"}}) {
            const NetworkOutcome &o = out.catchments->outcomes_of(world_->city_by_id.at(hand.city)).front();
            QCOMPARE(world_->own_operator.regions[o.region->index()].code, std::string(hand.edge));
            const double on = between(hand.edge, hand.coordinator);
            const double confirmed = between(hand.coordinator, quorum == 2 ? hand.second : hand.slowest);
            QVERIFY(near(*edge(out, *o.region).access.write_ms, on + confirmed));
            QCOMPARE(edge(out, *o.region).access.replica, std::optional(region(hand.coordinator)));
        }
    }
}

/// W + R = N: a read at Tokyo misses a write at New York until that has come over.
void TestDataStudy::quorumThatMayMiss() {
    Scenario s = scenario({"ewr", "ams", "nrt"}, Consistency::Quorum);
    s.data->write_quorum = 1;
    s.data->read_quorum = 1;
    const DataAccess nrt = edge(study(s), region("nrt")).access;
    QCOMPARE(*nrt.write_ms, 0.0);
    QVERIFY(near(*nrt.stale_ms, std::max(between("nrt", "ewr"), between("nrt", "ams")) / 2));
    s.data->read_quorum = 3; // all: nothing is missed
    QCOMPARE(*edge(study(s), region("nrt")).access.stale_ms, 0.0);
}

void TestDataStudy::localAnswersAtOnce() {
    const DataStudy out = study(scenario({"ewr", "ams", "nrt"}, Consistency::Local));
    QVERIFY(near(out.all.write_ms, out.catchments->summary.mean_rtt_ms));
    QVERIFY(near(out.all.read_ms, out.all.write_ms));
    const DataAccess &ams = edge(out, region("ams")).access;
    QVERIFY(near(*ams.stale_ms, std::max(between("ams", "ewr"), between("ams", "nrt")) / 2));
    QVERIFY(ams.reads_own_write);
    QVERIFY(!out.primary);
}

/// From the RTTs and shares that `solve` prints and the fibre map, by hand.
void TestDataStudy::bestPrimaryFromWhatIsPrinted() {
    const Scenario s = scenario({"ewr", "ams", "nrt"}, Consistency::PrimaryOnly);
    const auto c = catchments(Solver(world_).solve(s));
    const auto best = best_primary(*c, WriteObjective::Mean);
    QCOMPARE(best.size(), world_->own_operator.regions.size());
    const Json solved = Json::parse(solve_json(*c));
    double best_mean = 1e300;
    std::string best_code;
    for (const Region &place : world_->own_operator.regions) {
        double time = 0, users = 0;
        std::map<std::string, double> way;
        for (const std::string &at : s.regions) {
            way[at] = at == place.code ? 0 : between(at, place.code);
        }
        for (const Json &city : solved["cities"]) {
            for (const Json &network : city["networks"]) {
                if (!network["region"].is_null()) {
                    const double people = city["users"].get<double>() * network["share"].get<double>();
                    time += people * (network["rttMs"].get<double>() + way.at(network["region"].get<std::string>()));
                    users += people;
                }
            }
        }
        const auto found = std::ranges::find_if(best, [&](const PrimaryPlace &p) {
            return world_->own_operator.regions[p.region.index()].code == place.code;
        });
        QVERIFY(std::abs(found->mean_ms - time / users) < 0.1); // of printed figures
        if (time / users < best_mean) {
            best_mean = time / users;
            best_code = place.code;
        }
    }
    QCOMPARE(world_->own_operator.regions[best.front().region.index()].code, best_code);
    const auto p95 = best_primary(*c, WriteObjective::P95);
    QVERIFY(std::ranges::is_sorted(p95, {}, &PrimaryPlace::p95_ms));
}

/// Primary and replica change places, and writes take what was said.
void TestDataStudy::placesAreWhatAMoveBrings() {
    const Scenario s = scenario({"ewr", "ams", "nrt"}, Consistency::Primary);
    const auto best = best_primary(*catchments(Solver(world_).solve(s)), WriteObjective::Mean);
    for (const std::string &code : s.regions) {
        Scenario moved = s;
        moved.data->primary = code;
        moved.data->replicas = s.regions;
        std::erase(moved.data->replicas, code);
        const DataStudy out = study(moved);
        const auto place = std::ranges::find(best, region(code), &PrimaryPlace::region);
        QVERIFY(near(place->mean_ms, out.all.write_ms));
        QVERIFY(near(place->p95_ms, out.p95_write_ms));
    }
}

void TestDataStudy::australiaCutOff_data() {
    QTest::addColumn<int>("consistency");
    QTest::addColumn<bool>("readsHere");  // at the edge in Sydney
    QTest::addColumn<bool>("writesHere"); // likewise
    QTest::addColumn<bool>("bounded");    // is what is read there as old as the links are long?
    QTest::newRow("primary") << int(Consistency::Primary) << true << false << false;
    QTest::newRow("primary only") << int(Consistency::PrimaryOnly) << false << false << false;
    QTest::newRow("quorum") << int(Consistency::Quorum) << false << false << false;
    QTest::newRow("local") << int(Consistency::Local) << true << true << false;
}

/// Primary in New York, replicas in Amsterdam and Sydney; all cables to Australia are cut.
void TestDataStudy::australiaCutOff() {
    QFETCH(int, consistency);
    QFETCH(bool, readsHere);
    QFETCH(bool, writesHere);
    QFETCH(bool, bounded);
    Scenario s = scenario({"ewr", "ams", "syd"}, Consistency(consistency));
    s.faults.cables = cables_of("AU");
    const DataStudy out = study(s);
    const DataAccess &syd = edge(out, region("syd")).access;
    QCOMPARE(syd.read_ms.has_value(), readsHere);
    QCOMPARE(syd.write_ms.has_value(), writesHere);
    QCOMPARE(syd.stale_ms.has_value(), bounded);
    const DataAccess &ewr = edge(out, region("ewr")).access;
    QVERIFY(ewr.read_ms && ewr.write_ms);
    const ReplicaData &away = out.replicas[2];
    QCOMPARE(away.replica.region, region("syd"));
    QVERIFY(away.replica.up && away.replica.group != out.replicas[0].replica.group);
    QVERIFY(!away.replica.lag_ms);
    // What the rest of the world wrote in ten minutes, by hand: users, a thousandth of them, 500 requests a day.
    double elsewhere = 0, all = 0;
    for (const EdgeData &e : out.edges) {
        all += e.users;
        elsewhere += e.edge == region("syd") ? 0 : e.users;
    }
    const double per_user = 0.001 * 500 / 86400 * 0.1;
    const double source = std::min(between("syd", "ewr"), between("syd", "ams"));
    const double expected = source / 1000 + elsewhere * per_user * 600 / (10000 - all * per_user);
    QVERIFY(near(away.missed_per_second, elsewhere * per_user));
    QVERIFY(std::abs(*away.catch_up_seconds - expected) < 1e-6 * expected);
    // The others hear of Sydney's writes only where it took any.
    QCOMPARE(out.replicas[0].missed_per_second > 0, writesHere);
}

/// A primary on the small side of a cut steps down; the nearest on the other takes over.
void TestDataStudy::primaryFails() {
    Scenario s = scenario({"syd", "ams", "ewr"}, Consistency::Primary);
    s.faults.cables = cables_of("AU");
    const DataStudy cut = study(s);
    const std::string nearest = between("syd", "ewr") < between("syd", "ams") ? "ewr" : "ams";
    QCOMPARE(cut.primary, std::optional(region(nearest)));
    QVERIFY(!edge(cut, region("syd")).access.write_ms);

    // Of two, the old primary goes on alone; where it is gone, the other takes over.
    s = scenario({"syd", "ams"}, Consistency::Primary);
    s.faults.cables = cables_of("AU");
    QCOMPARE(study(s).primary, std::optional(region("syd")));
    s.faults = {};
    const DataStudy out = study(s);
    QCOMPARE(out.primary, std::optional(region("syd")));
    QCOMPARE(out.failures.size(), 2u);
    QCOMPARE(out.failures[0].region, region("syd"));
    QCOMPARE(out.failures[0].primary, std::optional(region("ams")));
    QVERIFY(out.failures[0].figures.writers > 0);
    QCOMPARE(out.failures[1].primary, std::optional(region("syd")));
    s.faults.regions = {"syd"};
    QVERIFY(near(study(s).all.write_ms, out.failures[0].figures.write_ms));
}

/// Where every edge announces, data goes with the last instance.
void TestDataStudy::instancesFail() {
    Scenario s = scenario({"ewr", "ams"}, Consistency::Primary);
    s.announce = Announce::Everywhere;
    s.edge.instances = {{"ewr", 2, 2}};
    const DataStudy out = study(s);
    QCOMPARE(out.primary, std::optional(region("ams")));
    QVERIFY(!out.replicas[0].replica.up);
    QCOMPARE(edge(out, region("ewr")).access.replica, std::optional(region("ams")));
    s.edge.instances = {{"ewr", 2, 1}};
    QCOMPARE(study(s).primary, std::optional(region("ewr")));
    QVERIFY(data_json(study(s), {}) == data_json(study(s), {}));
}

void TestDataStudy::catchUp() {
    const CatchUpModel model;
    QVERIFY(near(*model.seconds(200, 0, 0), 0.2));
    QVERIFY(near(*model.seconds(0, 5000, 5000), 600)); // as fast as it came
    QVERIFY(!model.seconds(0, 1, 10000));
}

/// On random worlds, with faults: nobody writes faster than they can read elsewhere in the model, writers have a group,
/// no two groups take writes under a primary, a bigger write quorum never makes writes faster, and shares are shares.
void TestDataStudy::randomPlacements() {
    int partitioned = 0;
    for (std::uint64_t seed = 0; seed < 80; ++seed) {
        Dice dice(seed);
        const naive::Recipe recipe = naive::random_recipe(dice);
        Scenario s = naive::random_scenario(recipe, dice);
        if (s.regions.empty()) {
            continue;
        }
        s.announce = dice.chance(50) ? Announce::Everywhere : Announce::Deployed;
        s.data.emplace();
        s.data->primary = s.regions.front();
        s.data->replicas.assign(s.regions.begin() + 1, s.regions.end());
        s.data->consistency = Consistency(dice.below(4));
        const auto world = naive::build(recipe);
        const DataStudy out = *data_study(world, s);
        int writing = 0;
        std::set<int> groups;
        for (const ReplicaData &r : out.replicas) {
            if (r.replica.up) {
                groups.insert(r.replica.group);
            }
        }
        partitioned += groups.size() > 1 ? 1 : 0;
        const Backbone backbone(*out.catchments->solution->topology);
        const DataPlan plan(*out.catchments->solution->scenario, out.catchments->op(), backbone, backbone);
        for (const int group : groups) {
            writing += plan.takes_writes(group) ? 1 : 0;
        }
        if (s.data->consistency != Consistency::Local) {
            QVERIFY(writing <= 1); // majorities, where W is not given
        }
        QVERIFY(out.all.readers <= out.all.users * (1 + 1e-12) && out.all.writers <= out.all.users * (1 + 1e-12));
        for (const EdgeData &e : out.edges) {
            if (e.access.write_ms) {
                QVERIFY(e.access.replica);
                QVERIFY(s.data->consistency != Consistency::Primary || *e.access.write_ms >= *e.access.read_ms - 1e-9);
            }
            QVERIFY(!e.access.stale_ms || e.access.read_ms);
            QVERIFY(!e.access.stale_ms || *e.access.stale_ms >= 0);
        }
        if (s.data->consistency == Consistency::Quorum && out.write_quorum > 1) {
            Scenario fewer = s;
            fewer.data->write_quorum = out.write_quorum - 1;
            const DataStudy faster = *data_study(world, fewer);
            for (std::size_t e = 0; e < out.edges.size(); ++e) {
                const auto &slow = out.edges[e].access.write_ms;
                QVERIFY(!slow || *faster.edges[e].access.write_ms <= *slow);
            }
        }
    }
    QVERIFY(partitioned > 0);
}

QTEST_APPLESS_MAIN(TestDataStudy)
#include "tst_data_study.moc"
