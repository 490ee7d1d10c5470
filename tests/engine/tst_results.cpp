// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/drawn.h"
#include "engine/random_world.h"
#include "io/csv.h"
#include "io/results.h"
#include "io/rounding.h"
#include "io/world_reader.h"
#include "routing/solver.h"

#include <QTest>

#include <nlohmann/json.hpp>

#include <cmath>
#include <set>

using namespace catchment;
using Json = nlohmann::ordered_json;
using naive::Dice;

/// Results as files: they parse, say what the catchments say, rounded as formats.md has it, and the same each time.
class TestResults : public QObject {
    Q_OBJECT

private slots:
    void rounding();
    void smallWorldAsJson();
    void jsonOfRandomWorlds();
    void csvAndGeojsonSayTheSame();
    void csvReadsBackEqual();
    void cellsInGeojson();
    void sameBytes();
    void explainJson();
    void explainText();
    void explainsTies();
};

namespace {

std::shared_ptr<const Catchments> small(std::vector<std::string> regions) {
    Scenario scenario;
    scenario.regions = std::move(regions);
    return catchments(Solver(read_world(CATCHMENT_TEST_DATA "/small-world")).solve(scenario));
}

bool has_decimals(const Json &number, int decimals) {
    const double scaled = number.get<double>() * std::pow(10, decimals);
    return std::abs(scaled - std::round(scaled)) < 1e-6;
}

std::set<std::string> keys(const Json &object) {
    std::set<std::string> out;
    for (const auto &[key, value] : object.items()) {
        out.insert(key);
    }
    return out;
}

} // namespace

void TestResults::rounding() {
    QCOMPARE(rounded_ms(12.34), 12.3);
    QCOMPARE(rounded_ms(12.35001), 12.4);
    QCOMPARE(rounded_share(0.12345), 0.1235);
    QCOMPARE(rounded_whole(2.5), 3);
    QCOMPARE(grouped(0), "0");
    QCOMPARE(grouped(999.4), "999");
    QCOMPARE(grouped(1000), "1,000");
    QCOMPARE(grouped(-1234567), "-1,234,567");
    QCOMPARE(fixed(0.05, 1), "0.1");
    QCOMPARE(fixed(12, 4), "12.0000");
}

void TestResults::smallWorldAsJson() {
    const Json json = Json::parse(solve_json(*small({"fra", "ewr"})));
    QCOMPARE(keys(json), (std::set<std::string>{"world", "summary", "regions", "cities"}));
    QCOMPARE(json["world"]["name"].get<std::string>(), "Small world");
    QCOMPARE(json["world"]["cities"].get<int>(), 4);
    QCOMPARE(json["summary"]["users"].get<std::int64_t>(), 30'000'000);
    QCOMPARE(json["summary"]["unreachedUsers"].get<std::int64_t>(), 0);
    QVERIFY(json["summary"]["users"].is_number_integer());
    QCOMPARE(json["regions"][0]["code"].get<std::string>(), "fra");
    QCOMPARE(json["regions"][0]["users"].get<std::int64_t>(), 12'000'000);
    QCOMPARE(json["regions"][0]["share"].get<double>(), 0.4);
    QCOMPARE(json["regions"][1]["share"].get<double>(), 0.6);
    const Json &paris = json["cities"][1];
    QCOMPARE(paris["id"].get<std::string>(), "paris-fr");
    QCOMPARE(paris["city"].get<std::string>(), "Paris, \"la Ville\"");
    QCOMPARE(paris["region"].get<std::string>(), "fra");
    QCOMPARE(paris["nearestRegion"].get<std::string>(), "fra");
    QCOMPARE(paris["regionKm"].get<int>(), paris["nearestKm"].get<int>());
    QVERIFY(!paris.contains("reason"));
    QCOMPARE(paris["networks"].size(), 2u);
    QCOMPARE(paris["networks"][0]["asn"].get<int>(), 3215);
    QCOMPARE(paris["networks"][0]["path"].get<std::vector<int>>(), (std::vector{3215, 174, 64500}));
    // 600 km of fibre to Frankfurt, one handover there and one in Paris.
    QCOMPARE(paris["networks"][0]["rttMs"].get<double>(), rounded_ms(LatencyModel().rtt_ms(600, 1, 2)));
    const Json &nuuk = json["cities"][3];
    QVERIFY(nuuk["region"].is_null());
    QVERIFY(nuuk["rttMs"].is_null());
    QCOMPARE(nuuk["networks"].size(), 0u);
}

void TestResults::jsonOfRandomWorlds() {
    int reasons = 0;
    for (std::uint64_t seed = 90'000; seed < 90'150; ++seed) {
        Dice dice(seed);
        const naive::Recipe recipe = naive::random_recipe(dice);
        const auto all = catchments(Solver(naive::build(recipe)).solve(naive::random_scenario(recipe, dice)));
        const Json json = Json::parse(solve_json(*all));
        QCOMPARE(json["cities"].size(), all->cities.size()); // every city is listed
        double shares = 0;
        std::int64_t users = 0;
        for (const Json &region : json["regions"]) {
            QVERIFY(has_decimals(region["share"], 4));
            QVERIFY(has_decimals(region["medianRttMs"], 1) && has_decimals(region["p95RttMs"], 1));
            QVERIFY(region["users"].is_number_integer());
            shares += region["share"].get<double>();
            users += region["users"].get<std::int64_t>();
        }
        const Json &summary = json["summary"];
        QVERIFY(std::abs(summary["contestedShare"].get<double>() - all->summary.contested_share) <= 0.000051);
        const auto reached = summary["users"].get<std::int64_t>() - summary["unreachedUsers"].get<std::int64_t>();
        QVERIFY(std::abs(shares - (reached > 0 ? 1 : 0)) < 1e-3);
        QVERIFY(std::abs(users - reached) <= 8); // each number is rounded by itself
        for (std::size_t c = 0; c < json["cities"].size(); ++c) {
            const Json &city = json["cities"][c];
            const CityOutcome &outcome = all->cities[c];
            QCOMPARE(city["id"].get<std::string>(), all->world().city(outcome.city).id);
            QCOMPARE(city["users"].get<std::uint64_t>(), all->world().city(outcome.city).users);
            QCOMPARE(city["region"].is_null(), !outcome.region);
            QCOMPARE(city["rttMs"].is_null(), !outcome.region);
            QCOMPARE(city["certainty"].is_null(), !outcome.region);
            if (outcome.region) {
                QVERIFY(has_decimals(city["certainty"], 4));
                QVERIFY(std::abs(city["certainty"].get<double>() - outcome.certainty) <= 0.000051);
            }
            QCOMPARE(city.contains("reason"), outcome.not_nearest);
            if (outcome.not_nearest) {
                ++reasons;
                QCOMPARE(keys(city["reason"]), (std::set<std::string>{"step", "asn", "at", "exchange"}));
            }
            double of_city = 0;
            for (std::size_t n = 0; n < city["networks"].size(); ++n) {
                const Json &network = city["networks"][n];
                const NetworkOutcome &o = all->outcomes_of(outcome.city)[n];
                of_city += network["share"].get<double>();
                QVERIFY(has_decimals(network["share"], 4));
                QCOMPARE(network["region"].is_null(), !o.region);
                QCOMPARE(network["path"].empty(), !o.region);
                QCOMPARE(network["certainty"].is_null(), !o.region);
                if (o.region) {
                    QVERIFY(has_decimals(network["rttMs"], 1));
                    QVERIFY(has_decimals(network["certainty"], 4));
                    QVERIFY(std::abs(network["certainty"].get<double>() - o.certainty) <= 0.000051);
                    QVERIFY(std::abs(network["rttMs"].get<double>() - o.rtt_ms) <= 0.05001);
                    QVERIFY(network["path"].front() == network["asn"]);
                    QCOMPARE(network["path"].back().get<std::uint32_t>(), recipe.operator_asn.value);
                }
            }
            QVERIFY(city["networks"].empty() || std::abs(of_city - 1) < 1e-3);
        }
    }
    QVERIFY(reasons > 20);
}

void TestResults::csvAndGeojsonSayTheSame() {
    const auto all = small({"ewr"});
    const Json json = Json::parse(solve_json(*all));
    const Json geojson = Json::parse(solve_geojson(*all));
    QCOMPARE(geojson["type"].get<std::string>(), "FeatureCollection");
    QCOMPARE(geojson["features"].size(), 4u);
    for (std::size_t c = 0; c < 4; ++c) {
        const Json &feature = geojson["features"][c];
        const Json &city = json["cities"][c];
        QCOMPARE(feature["type"].get<std::string>(), "Feature");
        QCOMPARE(feature["geometry"]["type"].get<std::string>(), "Point");
        QVERIFY(feature["geometry"]["coordinates"] == Json::array({city["lon"], city["lat"]}));
        for (const char *key : {"id", "region", "rttMs", "certainty", "users"}) {
            QVERIFY2(feature["properties"][key] == city[key], key);
        }
    }
    const CsvTable csv("solve.csv", solve_csv(*all),
                       {"id", "city", "users", "region", "rtt_ms", "asn", "share", "network_region", "path",
                        "certainty", "network_certainty"});
    QCOMPARE(csv.size(), 5u); // four networks of cities, and Nuuk without one
    QCOMPARE(csv.text(1, 1), "Paris, \"la Ville\"");
    QCOMPARE(csv.text(1, 8), "3215 174 64500");
    QCOMPARE(csv.number(1, 6), 0.75);
    QCOMPARE(csv.text(1, 9), "1.0000");
    QCOMPARE(csv.text(1, 10), "1.0000");
    QCOMPARE(csv.text(4, 0), "nuuk-gl");
    QCOMPARE(csv.text(4, 9), "");
    QCOMPARE(csv.text(4, 10), "");
    QCOMPARE(csv.text(4, 3), "");
    QCOMPARE(csv.text(4, 5), "");
}

/// What is read from the table is what was solved, and written again it is the same file.
void TestResults::csvReadsBackEqual() {
    std::vector<std::shared_ptr<const Catchments>> all = {small({"ewr"}), small({"fra", "ewr"})};
    for (std::uint64_t seed = 91'000; seed < 91'030; ++seed) {
        Dice dice(seed);
        const naive::Recipe recipe = naive::random_recipe(dice);
        all.push_back(catchments(Solver(naive::build(recipe)).solve(naive::random_scenario(recipe, dice))));
    }
    for (const auto &c : all) {
        const std::string text = solve_csv(*c);
        const CsvTable table("solve.csv", text,
                             {"id",
                              "city",
                              "country",
                              "lat",
                              "lon",
                              "users",
                              "region",
                              "rtt_ms",
                              "certainty",
                              "region_km",
                              "nearest_region",
                              "nearest_km",
                              "not_nearest",
                              "captured_share",
                              "asn",
                              "share",
                              "network_region",
                              "network_rtt_ms",
                              "network_certainty",
                              "network_captured",
                              "path"});
        std::string again = text.substr(0, text.find('\n') + 1);
        for (std::size_t row = 0; row < table.size(); ++row) {
            for (std::size_t column = 0; column < 21; ++column) {
                again += csv_field(table.text(row, column)) + (column == 20 ? '\n' : ',');
            }
        }
        QCOMPARE(again, text);
        const auto code = [&](std::optional<RegionId> region) {
            return region ? c->op().regions[region->index()].code : std::string();
        };
        std::size_t row = 0;
        for (const CityOutcome &outcome : c->cities) {
            const City &city = c->world().city(outcome.city);
            const auto networks = c->outcomes_of(outcome.city);
            for (std::size_t n = 0; n < std::max<std::size_t>(1, networks.size()); ++n, ++row) {
                QCOMPARE(table.text(row, 0), city.id);
                QCOMPARE(table.text(row, 1), city.name);
                QCOMPARE(table.number(row, 3), city.place.lat); // to the last bit
                QCOMPARE(table.number(row, 4), city.place.lon);
                QCOMPARE(table.whole(row, 5, UINT64_MAX), city.users);
                QCOMPARE(table.text(row, 6), code(outcome.region));
                QCOMPARE(table.text(row, 12), outcome.not_nearest ? "yes" : "no");
                if (outcome.region) {
                    QVERIFY(std::abs(table.number(row, 7) - outcome.rtt_ms) <= 0.05001);
                }
                if (networks.empty()) {
                    QCOMPARE(table.text(row, 14), "");
                    continue;
                }
                QCOMPARE(table.whole(row, 14, UINT32_MAX), c->world().network(networks[n].network).asn.value);
                QVERIFY(std::abs(table.number(row, 15) - networks[n].share) <= 0.000051);
                QCOMPARE(table.text(row, 16), code(networks[n].region));
            }
        }
        QCOMPARE(table.size(), row);
    }
}

void TestResults::cellsInGeojson() {
    const auto all = small({"ewr"});
    const CellArea::Ring outer = {{0, 0}, {0, 2}, {2, 2}, {0, 0}}, island = {{5, 5}, {5, 6}, {6, 6}, {5, 5}};
    const std::vector<CellArea> cells = {{CityId(1), {{outer}}}, {CityId(3), {{outer}, {island}}}};
    const Json features = Json::parse(solve_geojson(*all, cells))["features"];
    QCOMPARE(features.size(), 6u);
    QCOMPARE(features[0]["properties"]["kind"].get<std::string>(), "city");
    const Json &one = features[4], &several = features[5];
    QCOMPARE(one["properties"]["kind"].get<std::string>(), "cell");
    QVERIFY(one["properties"]["city"] == features[1]["properties"]["id"]);
    QVERIFY(one["properties"]["region"] == features[1]["properties"]["region"]);
    QCOMPARE(one["geometry"]["type"].get<std::string>(), "Polygon");
    QVERIFY(one["geometry"]["coordinates"] == Json::parse("[[[0.0,0.0],[2.0,0.0],[2.0,2.0],[0.0,0.0]]]")); // lon, lat
    QCOMPARE(several["geometry"]["type"].get<std::string>(), "MultiPolygon");
    QCOMPARE(several["geometry"]["coordinates"].size(), 2u);
    QVERIFY(several["properties"]["region"].is_null()); // nobody in Nuuk reaches anything
}

void TestResults::sameBytes() {
    for (const auto &regions : {std::vector<std::string>{"fra", "ewr"}, {"ewr", "fra"}}) {
        QCOMPARE(solve_json(*small(regions)), solve_json(*small({"fra", "ewr"}))); // whatever the order of deployment
        QCOMPARE(solve_csv(*small(regions)), solve_csv(*small({"fra", "ewr"})));
        QCOMPARE(solve_geojson(*small(regions)), solve_geojson(*small({"fra", "ewr"})));
    }
}

void TestResults::explainJson() {
    const auto all = small({"fra", "ewr"});
    const CityId paris = all->world().city_by_id.at("paris-fr");
    const Json json = Json::parse(explain_json(*all, *journey(*all, paris)));
    QCOMPARE(json["city"]["id"].get<std::string>(), "paris-fr");
    QCOMPARE(json["network"]["asn"].get<int>(), 3215);
    QCOMPARE(json["region"].get<std::string>(), "fra");
    QCOMPARE(json["path"].get<std::vector<int>>(), (std::vector{3215, 174, 64500}));
    QCOMPARE(json["fibreKm"].get<int>(), 600);
    QCOMPARE(json["hops"].size(), 2u);
    const Json &first = json["hops"][0];
    QCOMPARE(first["asn"].get<int>(), 3215);
    QCOMPARE(first["decidedAt"].get<std::string>(), "hot-potato");
    QVERIFY(first["candidates"][0]["chosen"].get<bool>());
    QVERIFY(first["candidates"][0]["exchange"].is_null());
    QVERIFY(!first["candidates"][0].contains("lostAt"));
    for (std::size_t c = 1; c < first["candidates"].size(); ++c) {
        QVERIFY(!first["candidates"][c]["chosen"].get<bool>());
        QVERIFY(!first["candidates"][c]["why"].get<std::string>().empty());
    }
    QCOMPARE(first["candidates"][1]["lostAt"].get<std::string>(), "hot-potato"); // in Frankfurt
    QCOMPARE(first["candidates"][1]["exchange"].get<std::string>(), "decix");
}

void TestResults::explainText() {
    const auto all = small({"fra", "ewr"});
    const CityId paris = all->world().city_by_id.at("paris-fr");
    const auto text = [&](const Catchments &c, std::uint32_t asn) {
        const NetworkId network = c.world().network_by_asn.at(Asn{asn});
        return QString::fromStdString(explain_text(c, *journey(c, paris, network)));
    };
    for (const char *word : {"Paris", "Orange France", "3215", "Cogent", "fra", "hot potato", "203.0.112.0/22"}) {
        QVERIFY2(text(*all, 3215).contains(word), word);
    }
    for (const char *word : {"Hurricane Electric", "6939", "DE-CIX Frankfurt"}) {
        QVERIFY2(text(*all, 6939).contains(word), word);
    }
    QVERIFY(text(*small({}), 3215).contains("no route"));
    QVERIFY(!text(*all, 3215).contains("no route"));
}

//   1           2, 3 and 4 are equal to 1 in all that counts; 2 and 4 have r1, and 3 has r2.
//   2  3  4
//   r1 r2 r1
void TestResults::explainsTies() {
    naive::Drawn d;
    d.city("a", 0, 90);
    for (const std::uint32_t asn : {1u, 2u, 3u, 4u}) {
        d.network(asn, {"a"});
    }
    d.transit(2, 1).transit(3, 1).transit(4, 1).access("a", 1);
    d.region("r1", "a").region("r2", "a").session("r1", 2).session("r2", 3).session("r1", 4);
    const auto told = [&](const Scenario &scenario) {
        const auto all = catchments(Solver(d.world()).solve(scenario));
        return std::pair(QString::fromStdString(explain_text(*all, *journey(*all, CityId(0)))),
                         Json::parse(explain_json(*all, *journey(*all, CityId(0)))));
    };
    Scenario scenario = d.scenario();
    const auto [text, json] = told(scenario);
    QVERIFY2(text.contains("3 routes tie here: 2 to r1, 1 to r2"), qPrintable(text));
    QVERIFY2(text.contains("Contested") && text.contains("r1 67 %, r2 33 %"), qPrintable(text));
    QCOMPARE(json["certainty"].get<double>(), 0.6667);
    const Json &hop = json["hops"][0];
    QCOMPARE(hop["odds"].size(), 2u);
    QCOMPARE(hop["odds"][1]["region"].get<std::string>(), "r2");
    QCOMPARE(hop["odds"][1]["probability"].get<double>(), 0.3333);
    for (const Json &candidate : hop["candidates"]) {
        QVERIFY(candidate["tied"].get<bool>());
    }
    QCOMPARE(json["hops"][1]["odds"].size(), 1u);
    QVERIFY(!json["hops"][1]["candidates"][0]["tied"].get<bool>()); // with nothing

    scenario.faults.networks = {Asn{3}}; // what is left ties and changes nothing
    const auto [sure, sure_json] = told(scenario);
    QVERIFY2(sure.contains("2 routes tie here, and all lead to r1"), qPrintable(sure));
    QVERIFY2(sure.contains("Certain: no tie"), qPrintable(sure));
    QCOMPARE(sure_json["certainty"].get<double>(), 1.0);
    scenario.faults.networks = {Asn{3}, Asn{4}};
    QVERIFY(told(scenario).first.contains("Certain: nothing on the way"));
}

QTEST_APPLESS_MAIN(TestResults)
#include "tst_results.moc"
