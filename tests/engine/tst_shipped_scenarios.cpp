// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "io/scenario_io.h"
#include "io/world_reader.h"
#include "routing/solver.h"
#include "scenario/check.h"
#include "study/journey.h"

#include <QTest>

#include <cmath>
#include <filesystem>
#include <map>
#include <set>

using namespace catchment;

/// What the notes of the shipped scenarios say, held against the solver, so that they cannot rot as the world grows.
class ShippedScenarios : public QObject {
    Q_OBJECT

    std::shared_ptr<const World> world_;
    std::unique_ptr<Solver> solver_;

    Scenario scenario(const std::string &name) const {
        return read_scenario(CATCHMENT_RESOURCES "/scenarios/" + name + ".catchment.json");
    }

    std::shared_ptr<const Catchments> solved(const Scenario &scenario) const {
        return catchments(solver_->solve(scenario));
    }

    std::string code(const Catchments &c, std::optional<RegionId> region) const {
        return region ? c.op().regions[region->index()].code : "";
    }

    CityId city(const std::string &id) const { return world_->city_by_id.at(id); }

    /// The share of a country's users who reach a region.
    double share(const Catchments &c, const std::string &country, const std::string &region) const {
        double all = 0;
        double there = 0;
        for (const CityOutcome &outcome : c.cities) {
            if (world_->city(outcome.city).country == country) {
                for (const NetworkOutcome &o : c.outcomes_of(outcome.city)) {
                    all += o.users;
                    there += code(c, o.region) == region ? o.users : 0;
                }
            }
        }
        return there / all;
    }

    double share(const Catchments &c, const std::string &region) const {
        return c.region(*find_region(c.op(), region))->share;
    }

    double captured(const Scenario &scenario) const {
        const Summary sum = solved(scenario)->summary;
        return sum.captured_users / sum.users;
    }

private slots:
    void initTestCase() {
        world_ = read_world(CATCHMENT_RESOURCES "/world");
        solver_ = std::make_unique<Solver>(world_);
    }

    void everyFileIsSound() {
        int files = 0;
        for (const auto &entry : std::filesystem::directory_iterator(CATCHMENT_RESOURCES "/scenarios")) {
            if (entry.path().extension() == ".json") {
                const Scenario read = read_scenario(entry.path());
                check_names(read, *world_);
                QVERIFY2(!read.title.empty() && !read.notes.empty(), entry.path().c_str());
                const Summary sum = solved(read)->summary;
                QVERIFY(std::abs(sum.unreached_users - sum.captured_users) < 0.5);
                QCOMPARE(sum.captured_users > 0, read.security.hijack.has_value());
                ++files;
            }
        }
        QVERIFY(files >= 9);
    }

    void theStory() {
        const auto c = solved(story());
        const std::map<std::string, std::string> told = {
            {"chicago-us", "ewr"}, {"new-york-us", "ewr"}, {"berlin-de", "ams"}, {"paris-fr", "ams"}};
        for (const auto &[id, region] : told) {
            QCOMPARE(code(*c, c->cities[city(id).index()].region), region);
        }
        int far = 0;
        int over_exchange = 0;
        for (const CityOutcome &outcome : c->cities) {
            if (const auto why = reason(*c, outcome.city)) {
                ++far;
                over_exchange += why->exchange ? 1 : 0;
            }
        }
        QVERIFY(far >= 3);
        QVERIFY(over_exchange >= 1);
    }

    void moreSpecificHijack() {
        Scenario hijacked = scenario("p14-more-specific-hijack");
        const auto c = solved(hijacked);
        QVERIFY(std::abs(c->summary.captured_users - c->summary.users) < 0.5);
        for (const char *id : {"new-york-us", "amsterdam-nl", "singapore-sg", "karachi-pk"}) {
            QVERIFY(std::abs(c->cities[city(id).index()].captured_share - 1) < 1e-9);
        }
        const Topology &topology = *c->solution->topology;
        const NetworkId ptcl = world_->network_by_asn.at(Asn{17557});
        std::set<NetworkId> providers;
        for (const SessionEnd &end : topology.all_ends()) {
            if (topology.network_of(RouterId(end.router)) == ptcl && end.neighbour_is == Relationship::Provider) {
                providers.insert(topology.network_of(RouterId(end.neighbour)));
                QVERIFY(c->solution->more_specific->hijacked(RouterId(end.neighbour)));
            }
        }
        QCOMPARE(providers.size(), 6u);
        // Elsewhere the routes to the /22 are what they were.
        Scenario left_alone = hijacked;
        left_alone.security.hijack.reset();
        const auto before = solved(left_alone);
        QVERIFY(c->solution->region_of == before->solution->region_of);
        QCOMPARE(before->summary.unreached_users, 0.0);
        hijacked.security.hijack->prefix_length = 22;
        QVERIFY(captured(hijacked) > 0.05 && captured(hijacked) < 0.5);
    }

    void moreSpecificHijackValidated() {
        const Scenario validated = scenario("p14-more-specific-hijack-validated");
        QVERIFY(validated.security.hijack == scenario("p14-more-specific-hijack").security.hijack);
        QVERIFY(std::abs(captured(validated) - 0.014) < 0.0005);
        const auto c = solved(validated);
        for (const CityOutcome &outcome : c->cities) {
            const std::string &country = world_->city(outcome.city).country;
            QVERIFY(outcome.captured_share == 0 || country == "PK" || country == "AF");
        }
        const Topology &topology = *c->solution->topology;
        std::set<Asn> providers;
        for (const SessionEnd &end : topology.all_ends()) {
            if (topology.asn_of(RouterId(end.router)).value == 17557 && end.neighbour_is == Relationship::Provider) {
                providers.insert(topology.asn_of(RouterId(end.neighbour)));
                const auto candidates = explain_router(*c->solution->more_specific, RouterId(end.neighbour)).candidates;
                QVERIFY(std::ranges::any_of(
                    candidates, [](const CandidateRoute &r) { return r.invalid && r.lost_at == Step::Unusable; }));
            }
        }
        const auto &validators = validated.security.origin_validation;
        QVERIFY(providers == std::set<Asn>(validators.begin(), validators.end()));
        for (std::size_t i = 0; i < validators.size(); ++i) {
            Scenario without = validated;
            without.security.origin_validation.erase(without.security.origin_validation.begin() +
                                                     static_cast<std::ptrdiff_t>(i));
            QVERIFY(captured(without) > 0.98);
        }
        Scenario forged = validated;
        forged.security.hijack->path = {Asn{17557}, world_->own_operator.asn};
        QVERIFY(std::abs(captured(forged) - captured(validated)) < 1e-9);
        forged.security.roas = {{world_->own_operator.prefix, world_->own_operator.asn, 24}};
        QVERIFY(captured(forged) > 0.999);
    }

    void customerBeforeNearerPeer() {
        const auto c = solved(scenario("p01-customer-before-nearer-peer"));
        const auto way = journey(*c, city("los-angeles-us"), world_->network_by_asn.at(Asn{20001}));
        QVERIFY(way.has_value());
        QCOMPARE(code(*c, way->outcome.region), std::string("maa"));
        bool decided_by_customer = false;
        for (const Decision &d : way->decisions) {
            for (const CandidateRoute &r : d.candidates) {
                decided_by_customer |= code(*c, r.region) == "sea" && r.lost_at == Step::LocalPref &&
                                       d.candidates.front().learned_from == LearnedFrom::Customer;
            }
        }
        QVERIFY(decided_by_customer);
    }

    void localNodeLeaks() {
        Scenario leaking = scenario("p02-local-node-leaks");
        const auto leak = solved(leaking);
        leaking.tuning_for("bom", Asn{4755}).no_export = true;
        const auto stopped = solved(leaking);
        for (const char *country : {"KE", "UG", "TZ", "MW"}) {
            QVERIFY2(share(*leak, country, "bom") > 0.15, country);
            QVERIFY2(share(*stopped, country, "bom") < 0.02, country);
        }
        QVERIFY(share(*stopped, "IN", "bom") > 0.4);
    }

    void fewGoodSites() {
        Scenario s = scenario("p07-few-good-sites");
        const double four = solved(s)->summary.mean_rtt_ms;
        s.regions = {"ewr", "ams"};
        const double two = solved(s)->summary.mean_rtt_ms;
        s.regions = {"ewr", "ams", "sin"};
        const double three = solved(s)->summary.mean_rtt_ms;
        s.regions = {"ewr", "ams", "sin", "gru", "nrt", "jnb", "bom", "lax", "syd", "iad", "lhr", "fra"};
        const double twelve = solved(s)->summary.mean_rtt_ms;
        QVERIFY(three < 0.65 * two);
        QVERIFY(two - four > 1.5 * (four - twelve));
    }

    void aSiteMakesItWorse() {
        Scenario s = scenario("p10-a-site-makes-it-worse");
        const double with = solved(s)->summary.mean_rtt_ms;
        std::erase(s.regions, "eze");
        QVERIFY(with > solved(s)->summary.mean_rtt_ms + 1);
    }

    void polarization() {
        Scenario s = scenario("p12-polarization");
        const double without = share(*solved(s), "ams");
        s.tuning.clear();
        QVERIFY(without > share(*solved(s), "ams") + 0.05);
    }

    void remotePeering() {
        const auto c = solved(scenario("p13-remote-peering"));
        const auto way = journey(*c, city("fortaleza-br"), world_->network_by_asn.at(Asn{28126}));
        QVERIFY(way.has_value());
        QCOMPARE(way->path.size(), std::size_t{2});
        QVERIFY(way->decisions.front().candidates.front().exchange.has_value());
        QVERIFY(way->km > 2000);
    }

    void prependingWorksPartly() {
        Scenario s = scenario("p18-prepending-works-partly");
        const double twice = share(*solved(s), "gru");
        s.tuning_for("gru").prepend = 3;
        const double thrice = share(*solved(s), "gru");
        s.tuning.clear();
        const double plain = share(*solved(s), "gru");
        QVERIFY(twice < 0.8 * plain);
        QVERIFY(twice > 0.2 * plain);
        QCOMPARE(thrice, twice);
    }

    void africanDetour() {
        Scenario s = scenario("p21-african-detour");
        const auto broken = solved(s);
        s.faults = {};
        const auto whole = solved(s);
        for (const char *country : {"BW", "MU"}) {
            QVERIFY2(share(*whole, country, "jnb") > 0.9, country);
            QVERIFY2(share(*broken, country, "lhr") > 0.9, country);
        }
        QVERIFY(share(*broken, "ZW", "jnb") < share(*whole, "ZW", "jnb"));
    }

    void theNearestCityLoses() {
        const auto c = solved(scenario("p29-the-nearest-city-loses"));
        const CityOutcome &ottawa = c->cities[city("ottawa-ca").index()];
        QCOMPARE(code(*c, ottawa.region), std::string("yyz"));
        QCOMPARE(code(*c, ottawa.nearest), std::string("yul"));
        QVERIFY(ottawa.not_nearest);
        const auto videotron = journey(*c, ottawa.city, world_->network_by_asn.at(Asn{5769}));
        QCOMPARE(code(*c, videotron->outcome.region), std::string("yul"));
    }
};

QTEST_GUILESS_MAIN(ShippedScenarios)
#include "tst_shipped_scenarios.moc"
