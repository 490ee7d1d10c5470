// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/drawn.h"
#include "engine/words.h"
#include "io/results.h"
#include "scenario/scenario_error.h"
#include "study/comparison.h"
#include "study/journey.h"

#include <QTest>

#include <nlohmann/json.hpp>

using namespace catchment;
using naive::Drawn;
using naive::Routes;

/// Other networks that announce the operator's prefix or a more specific one, and those that validate origins, on drawn
/// networks. The operator's prefix is 198.51.100.0/22.
class TestHijack : public QObject {
    Q_OBJECT

private slots:
    void samePrefixSplits();
    void aForgedPathIsLonger();
    void aNetworkInTheForgedPathRejectsIt();
    void moreSpecificCapturesWhoHearsIt();
    void packetsChangeToTheMoreSpecificOnTheirWay();
    void validationStopsAFalseOrigin();
    void validationPassesAForgedOriginOfAllowedLength();
    void roasThatAreGivenReplaceTheDefault();
    void aFailedHijackerAnnouncesNothing();
    void whatCannotBeIsRefused_data();
    void whatCannotBeIsRefused();
    void ties();
    void resultsSayWhoIsCaptured();
    void explainsCaptureAndWhatWasDropped();
    void comparisonCountsTheCaptured();
};

namespace {

/// Where packets from a router arrive: a region's code, `hijacker`, or `nowhere`.
std::string arrival(const Routes &routes, std::uint32_t asn, const std::string &city) {
    const RouterId start = routes.router(asn, city);
    const auto hops = routes.solution->packet_hops(start);
    const RouterId end = hops.empty() ? start : hops.back().next;
    const Solution &there = routes.solution->at(end);
    const auto region = there.region(end);
    return there.hijacked(end) ? "hijacker" : region ? there.topology->op().regions[region->index()].code : "nowhere";
}

//          3           1, 2 and 3 in a row of providers; the operator hangs on 1, the hijacker 9 on 3, as
//        / | \         does 4.
//       2  4  9
//       |
//       1
//       r1
Drawn ladder() {
    Drawn d;
    d.city("a", 0, 100);
    for (const std::uint32_t asn : {1u, 2u, 3u, 4u, 9u}) {
        d.network(asn, {"a"});
    }
    d.transit(2, 1).transit(3, 2).transit(3, 4).transit(3, 9);
    d.region("r1", "a").session("r1", 1);
    d.access("a", 1, 0.1).access("a", 2, 0.2).access("a", 3, 0.3).access("a", 4, 0.4);
    return d;
}

} // namespace

#define COMPARE_WORDS(actual, expected) QCOMPARE(QString::fromStdString(actual), QString(expected))

void TestHijack::samePrefixSplits() {
    const Drawn d = ladder();
    const Routes routes(d, d.hijacked(9, "a"));
    COMPARE_WORDS(arrival(routes, 1, "a"), "r1"); // its customer's
    COMPARE_WORDS(arrival(routes, 2, "a"), "r1");
    COMPARE_WORDS(arrival(routes, 3, "a"), "hijacker"); // 9 is nearer than 2
    COMPARE_WORDS(arrival(routes, 4, "a"), "hijacker");
    COMPARE_WORDS(arrival(routes, 9, "a"), "hijacker");
    COMPARE_WORDS(routes.path(4, "a"), "4 3 9");
    COMPARE_WORDS(routes.race(3, "a"), "9 in a to the hijacker: won; 2 in a to r1: path-length");
    COMPARE_WORDS(arrival(Routes(d, d.scenario()), 4, "a"), "r1");
}

void TestHijack::aForgedPathIsLonger() {
    const Drawn d = ladder();
    // 3 2 1 64500 against 3 9 64500: still shorter; with two more it is not.
    const Routes forged(d, d.hijacked(9, "a", 22, {Asn{9}, Asn{64500}}));
    COMPARE_WORDS(forged.path(4, "a"), "4 3 9 64500");
    COMPARE_WORDS(arrival(forged, 3, "a"), "hijacker");
    const Routes longer(d, d.hijacked(9, "a", 22, {Asn{9}, Asn{7}, Asn{8}, Asn{64500}}));
    COMPARE_WORDS(arrival(longer, 3, "a"), "r1");
    COMPARE_WORDS(longer.race(3, "a"), "2 in a to r1: won; 9 in a to the hijacker: path-length");
}

void TestHijack::aNetworkInTheForgedPathRejectsIt() {
    const Drawn d = ladder();
    const Routes routes(d, d.hijacked(9, "a", 24, {Asn{9}, Asn{4}}));
    COMPARE_WORDS(arrival(routes, 3, "a"), "hijacker");
    QVERIFY(!routes.solution->more_specific->has_route(routes.router(4, "a")));
    COMPARE_WORDS(arrival(routes, 4, "a"), "hijacker"); // by the /22, but 3 has the /24
}

void TestHijack::moreSpecificCapturesWhoHearsIt() {
    Drawn d = ladder();
    d.network(5, {"a"}); // has no link: hears of nothing
    const Routes routes(d, d.hijacked(9, "a", 24));
    for (const std::uint32_t asn : {1u, 2u, 3u, 4u, 9u}) {
        COMPARE_WORDS(arrival(routes, asn, "a"), "hijacker"); // even the operator's own transit
    }
    COMPARE_WORDS(arrival(routes, 5, "a"), "nowhere");
    // Each prefix is routed by itself: the routes to the /22 are as if nobody hijacked.
    const Routes without(d, d.scenario());
    for (std::size_t r = 0; r < routes.solution->topology->router_count(); ++r) {
        QCOMPARE(naive::route_words(*routes.solution, r), naive::route_words(*without.solution, r));
    }
    QVERIFY(routes.solution->more_specific->prefix == (Prefix{0xC6336400, 24}));
    COMPARE_WORDS(naive::path_words(routes.solution->packet_path(routes.router(1, "a"))), "1 2 3 9");
}

void TestHijack::packetsChangeToTheMoreSpecificOnTheirWay() {
    const Drawn d = ladder();
    Scenario scenario = d.hijacked(9, "a", 24);
    scenario.security.origin_validation = {Asn{4}}; // drops the /24; its provider 3 does not
    const Routes routes(d, scenario);
    const RouterId four = routes.router(4, "a");
    COMPARE_WORDS(routes.path(4, "a"), "4 3 2 1 64500");                           // what it sees
    COMPARE_WORDS(naive::path_words(routes.solution->packet_path(four)), "4 3 9"); // where its packets go
    COMPARE_WORDS(arrival(routes, 4, "a"), "hijacker");
    scenario.security.origin_validation = {Asn{3}};
    const Routes stopped(d, scenario);
    COMPARE_WORDS(arrival(stopped, 4, "a"), "r1");
    COMPARE_WORDS(arrival(stopped, 9, "a"), "hijacker"); // keeps its own
    COMPARE_WORDS(naive::path_words(stopped.solution->packet_path(stopped.router(4, "a"))), "4 3 2 1 64500");
}

void TestHijack::validationStopsAFalseOrigin() {
    const Drawn d = ladder();
    for (const std::uint8_t length : {22, 23, 24}) {
        Scenario scenario = d.hijacked(9, "a", length);
        scenario.security.origin_validation = {Asn{1}, Asn{2}, Asn{3}, Asn{4}};
        const Routes routes(d, scenario);
        for (const std::uint32_t asn : {1u, 2u, 3u, 4u}) {
            COMPARE_WORDS(arrival(routes, asn, "a"), "r1");
        }
        COMPARE_WORDS(arrival(routes, 9, "a"), "hijacker");
    }
}

void TestHijack::validationPassesAForgedOriginOfAllowedLength() {
    const Drawn d = ladder();
    for (const std::uint8_t length : {22, 24}) {
        Scenario scenario = d.hijacked(9, "a", length, {Asn{9}, Asn{64500}});
        scenario.security.origin_validation = {Asn{1}, Asn{2}, Asn{3}, Asn{4}};
        const Routes routes(d, scenario);
        // The ROA is for a /22 exactly, so the /24 is invalid whoever is said to originate it.
        COMPARE_WORDS(arrival(routes, 4, "a"), length == 22 ? "hijacker" : "r1");
        scenario.security.roas = {{{0xC6336400, 22}, Asn{64500}, 24}}; // a maximum that allows too much
        COMPARE_WORDS(arrival(Routes(d, scenario), 4, "a"), "hijacker");
    }
}

void TestHijack::roasThatAreGivenReplaceTheDefault() {
    const Drawn d = ladder();
    Scenario scenario = d.hijacked(9, "a");
    scenario.security.origin_validation = {Asn{3}};
    COMPARE_WORDS(arrival(Routes(d, scenario), 4, "a"), "r1");
    scenario.security.roas.emplace(); // none at all: not found, which ranks like valid
    COMPARE_WORDS(arrival(Routes(d, scenario), 4, "a"), "hijacker");
    scenario.security.roas->push_back({{0xC6336400, 22}, Asn{9}, 22}); // whoever holds the ROA is in the right
    const Routes wrong(d, scenario);
    COMPARE_WORDS(wrong.race(3, "a"), "9 in a to the hijacker: won; 2 in a to r1: unusable");
    scenario.security.hijack.reset();
    COMPARE_WORDS(arrival(Routes(d, scenario), 3, "a"), "nowhere");
    COMPARE_WORDS(arrival(Routes(d, scenario), 2, "a"), "r1"); // does not validate
}

void TestHijack::aFailedHijackerAnnouncesNothing() {
    const Drawn d = ladder();
    for (const std::uint8_t length : {22, 24}) {
        Scenario scenario = d.hijacked(9, "a", length);
        scenario.faults.networks = {Asn{9}};
        const Routes routes(d, scenario);
        COMPARE_WORDS(arrival(routes, 4, "a"), "r1");
        QCOMPARE(catchments(routes.solution)->summary.captured_users, 0.0);
    }
}

void TestHijack::whatCannotBeIsRefused_data() {
    QTest::addColumn<std::uint32_t>("asn");
    QTest::addColumn<QString>("city");
    QTest::addColumn<int>("length");
    QTest::addColumn<std::uint32_t>("first");
    QTest::addColumn<QString>("problem");
    QTest::addColumn<QString>("expected");
    QTest::newRow("unknown network") << 77u << "a" << 22 << 77u << "unknown network AS77"
                                     << "a network of the world";
    QTest::newRow("the operator") << 64500u << "a" << 22 << 64500u << "the operator itself"
                                  << "another network";
    QTest::newRow("unknown city") << 9u << "x" << 22 << 9u << "unknown city 'x'"
                                  << "a city's id such as a";
    QTest::newRow("no router there") << 9u << "b" << 22 << 9u << "AS9 has no router in 'b'"
                                     << "such as a";
    QTest::newRow("shorter") << 9u << "a" << 21 << 9u << "'prefixLength' is 21"
                             << "from 22";
    QTest::newRow("too long") << 9u << "a" << 25 << 9u << "'prefixLength' is 25"
                              << "to 24";
    QTest::newRow("path of another") << 9u << "a" << 22 << 4u << "does not begin with"
                                     << "the hijacker first";
}

void TestHijack::whatCannotBeIsRefused() {
    QFETCH(std::uint32_t, asn);
    QFETCH(QString, city);
    QFETCH(int, length);
    QFETCH(std::uint32_t, first);
    Drawn d = ladder();
    d.city("b", 100).fibre({"a", "b"});
    const Scenario scenario =
        d.hijacked(asn, city.toStdString(), static_cast<std::uint8_t>(length), {Asn{first}, Asn{64500}});
    try {
        Solver(d.world()).solve(scenario);
        QFAIL("it is solved");
    } catch (const ScenarioError &error) {
        QFETCH(QString, problem);
        QFETCH(QString, expected);
        QVERIFY2(QString::fromStdString(error.what_is_wrong).contains(problem), error.what());
        QVERIFY2(QString::fromStdString(error.expected).contains(expected), error.what());
    }
}

//     1        2 and 9 are equal to 1. 7 hears from 1 and validates, so it would not hear of 9.
//   / | \      7 is a customer of 1.
//  7  2  9
//     r1
void TestHijack::ties() {
    Drawn d;
    d.city("a", 0, 100);
    for (const std::uint32_t asn : {1u, 2u, 7u, 9u}) {
        d.network(asn, {"a"});
    }
    d.transit(1, 2).transit(1, 7).transit(1, 9).region("r1", "a").session("r1", 2);
    d.access("a", 1, 0.5).access("a", 7, 0.5);
    Scenario scenario = d.hijacked(9, "a", 22, {Asn{9}, Asn{64501}});
    const auto captured = [&](std::uint32_t asn) {
        const Routes routes(d, scenario);
        return Ties(*routes.solution).captured(routes.router(asn, "a"));
    };
    COMPARE_WORDS(Routes(d, scenario).region(1, "a"), "r1"); // 2 is the lower number
    QCOMPARE(captured(1), 0.5);
    QCOMPARE(captured(7), 0.5);
    const auto all = catchments(Routes(d, scenario).solution);
    QCOMPARE(all->outcomes[0].certainty, 0.5);
    QCOMPARE(all->summary.contested_share, 1.0);
    scenario.security.origin_validation = {Asn{7}};
    QCOMPARE(captured(1), 0.5);
    QCOMPARE(captured(7), 0.0);
    scenario.security.origin_validation.clear();
    scenario.security.hijack->path = {Asn{9}, Asn{7}}; // now 7 stands in the path
    QCOMPARE(captured(7), 0.0);
    scenario.security.hijack->prefix_length = 24;
    QCOMPARE(captured(1), 1.0);
    QCOMPARE(captured(7), 1.0); // hears nothing of the /24, but 1 has it
}

void TestHijack::resultsSayWhoIsCaptured() {
    using Json = nlohmann::ordered_json;
    const Drawn d = ladder();
    const auto all = catchments(Routes(d, d.hijacked(9, "a")).solution);
    QCOMPARE(all->summary.users, 100.0);
    QCOMPARE(all->summary.captured_users, 70.0); // of 3 and 4
    QCOMPARE(all->summary.unreached_users, 70.0);
    QCOMPARE(all->cities[0].captured_share, 0.7);
    QVERIFY(all->cities[0].captured); // more than reach r1
    QCOMPARE(all->cities[0].region_share, 1.0);
    const Json json = Json::parse(solve_json(*all));
    QCOMPARE(json["summary"]["capturedUsers"].get<int>(), 70);
    QCOMPARE(json["hijack"]["prefix"].get<std::string>(), "198.51.100.0/22");
    QCOMPARE(json["cities"][0]["capturedShare"].get<double>(), 0.7);
    for (const Json &network : json["cities"][0]["networks"]) {
        const bool captured = network["asn"].get<int>() >= 3;
        QCOMPARE(network["captured"].get<bool>(), captured);
        QCOMPARE(network["region"].is_null(), captured);
        QCOMPARE(network["path"].back().get<int>(), captured ? 9 : 64500);
    }
    QVERIFY(solve_csv(*all).find(",0.7000,3,0.3000,,,,yes,3 9\n") != std::string::npos);
    QVERIFY(solve_geojson(*all).find("\"capturedShare\":0.7") != std::string::npos);
    const Json none = Json::parse(solve_json(*catchments(Routes(d).solution)));
    QVERIFY(!none.contains("hijack") && !none["summary"].contains("capturedUsers"));
}

void TestHijack::explainsCaptureAndWhatWasDropped() {
    const Drawn d = ladder();
    Scenario scenario = d.hijacked(9, "a", 24);
    scenario.security.origin_validation = {Asn{4}};
    const auto world = d.world();
    const auto all = catchments(Solver(world).solve(scenario));
    const auto way = journey(*all, CityId(0), world->network_by_asn.at(Asn{4}));
    QVERIFY(way->outcome.captured);
    QCOMPARE(way->hops.size(), 2u);
    const Decision &first = way->decisions.front();
    QVERIFY(first.candidates.front().prefix == all->op().prefix);
    const CandidateRoute &dropped = first.candidates.back();
    QVERIFY(dropped.lost_at == Step::Unusable && dropped.invalid && !dropped.region);
    QVERIFY(dropped.prefix == (Prefix{0xC6336400, 24}));
    QVERIFY(way->decisions[1].candidates.front().prefix.length == 24);
    const QString text = QString::fromStdString(explain_text(*all, *way));
    for (const char *words : {"captured by Network 9", "AS9 may not originate 198.51.100.0/24 (step 0, RFC 6811)",
                              "leads to the hijacker", "The packets end at Network 9 (AS9) in a"}) {
        QVERIFY2(text.contains(words), qPrintable(text));
    }
    const auto json = nlohmann::ordered_json::parse(explain_json(*all, *way));
    QVERIFY(json["region"].is_null() && json["captured"].get<bool>());
    QVERIFY(json["hops"][0]["candidates"].back()["invalid"].get<bool>());
    QCOMPARE(json["hops"][0]["candidates"].back()["lostAt"].get<std::string>(), "unusable");
    QCOMPARE(json["hops"][1]["candidates"][0]["prefix"].get<std::string>(), "198.51.100.0/24");
}

void TestHijack::comparisonCountsTheCaptured() {
    const Drawn d = ladder();
    Solver solver(d.world());
    const auto before = catchments(solver.solve(d.scenario()));
    const auto after = catchments(solver.solve(d.hijacked(9, "a")));
    const Comparison there = compare(*before, *after);
    QCOMPARE(there.moved_users, 70.0);
    QCOMPARE(there.newly_captured_users, 70.0);
    QCOMPARE(there.newly_unreached_users, 70.0);
    QCOMPARE(there.movers.size(), 2u);
    QVERIFY(there.movers[0].from && !there.movers[0].to && there.movers[0].to_hijacker);
    const Comparison back = compare(*after, *before);
    QCOMPARE(back.newly_captured_users, 0.0);
    QCOMPARE(back.newly_reached_users, 70.0);
    QVERIFY(back.movers[0].from_hijacker && back.movers[0].to);
}

QTEST_APPLESS_MAIN(TestHijack)
#include "tst_hijack.moc"
