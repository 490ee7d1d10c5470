// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/drawn.h"
#include "engine/random_security.h"
#include "io/compare_results.h"
#include "io/rounding.h"
#include "study/moves.h"

#include <QTest>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <sstream>

using namespace catchment;
using naive::Dice;
using naive::Drawn;
using Json = nlohmann::json;

/// What changed, taken together and as files.
class TestCompareResults : public QObject {
    Q_OBJECT

private slots:
    void groupsAddUp();
    void regionsGainAndLose();
    void jsonSaysItAll();
    void csvHasOneRowPerMover();
    void textForPeople();
    void nobodyMoves();
    void everythingIsLost();
};

namespace {

bool same(double a, double b) { return std::abs(a - b) <= 1e-6 * std::max({1.0, std::abs(a), std::abs(b)}); }

struct Case {
    std::shared_ptr<const World> world;
    std::shared_ptr<const Catchments> before;
    std::shared_ptr<const Catchments> after;
};

template <class Check>
void over_random_cases(std::uint64_t first_seed, Check check) {
    for (std::uint64_t seed = first_seed; seed < first_seed + 200; ++seed) {
        Dice dice(seed);
        const naive::Recipe recipe = naive::random_recipe(dice);
        Case one;
        one.world = naive::build(recipe);
        Solver solver(one.world);
        const auto solved = [&] {
            Scenario scenario = naive::random_scenario(recipe, dice);
            if (dice.chance(30)) {
                naive::add_random_security(recipe, scenario, dice);
            }
            return catchments(solver.solve(scenario));
        };
        one.before = solved();
        one.after = solved();
        check(one, compare(*one.before, *one.after));
        if (QTest::currentTestFailed()) {
            qWarning("seed %llu", static_cast<unsigned long long>(seed));
            return;
        }
    }
}

/// Every mover is in one group, and the groups stand in order.
template <class Groups>
void check_groups(const Groups &groups, const Comparison &c) {
    double users = 0, lost = 0, found = 0, reached = 0, gained = 0;
    for (const auto &group : groups) {
        const Moves &moves = group.moves;
        QVERIFY(moves.users > 0);
        users += moves.users;
        lost += moves.newly_unreached_users;
        found += moves.newly_reached_users;
        reached += moves.reached_users;
        gained += moves.reached_users * moves.gained_ms;
    }
    QVERIFY(same(users, c.moved_users) && same(lost, c.newly_unreached_users) && same(found, c.newly_reached_users));
    QVERIFY(same(reached > 0 ? gained / reached : 0, c.gained_ms));
    QVERIFY(std::ranges::is_sorted(groups, std::ranges::greater(), [](const auto &g) { return g.moves.users; }));
}

//   a (60 users) --1000-- b (30) --1000-- c (10)     1 everywhere; r1 in a, r2 in c
Drawn line() {
    Drawn d;
    d.city("a", 0, 60).city("b", 1000, 30).city("c", 2000, 10).fibre({"a", "b", "c"});
    d.network(1, {"a", "b", "c"}).access("a", 1).access("b", 1).access("c", 1);
    d.region("r1", "a").region("r2", "c").session("r1", 1).session("r2", 1);
    return d;
}

std::shared_ptr<const Catchments> with_regions(const Drawn &d, const std::vector<std::string> &regions,
                                               const std::string &title = {}) {
    Scenario scenario;
    scenario.title = title;
    scenario.regions = regions;
    return catchments(Solver(d.world()).solve(scenario));
}

std::vector<std::string> lines(const std::string &text) {
    std::vector<std::string> out;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) {
        out.push_back(line);
    }
    return out;
}

} // namespace

void TestCompareResults::groupsAddUp() {
    std::size_t movers = 0;
    over_random_cases(600'000, [&](const Case &one, const Comparison &c) {
        check_groups(moves_by_city(c, *one.world), c);
        check_groups(moves_by_country(c, *one.world), c);
        check_groups(moves_by_network(c), c);
        check_groups(flows(c, one.world->own_operator), c);
        std::map<CityId, double> by_city;
        for (const Mover &m : c.movers) {
            by_city[m.city] += m.users;
        }
        for (const CityMoves &m : moves_by_city(c, *one.world)) {
            QVERIFY(same(m.moves.users, by_city.at(m.city)));
            by_city.erase(m.city);
        }
        QVERIFY(by_city.empty());
        movers += c.movers.size();
    });
    QVERIFY(movers > 300);
}

void TestCompareResults::regionsGainAndLose() {
    std::size_t regions = 0;
    over_random_cases(610'000, [&](const Case &one, const Comparison &c) {
        for (const RegionMoves &r : moves_by_region(c, *one.before, *one.after)) {
            QVERIFY(same(r.users_after - r.users_before, r.gained_users - r.lost_users));
            QVERIFY(one.before->region(r.region) || one.after->region(r.region));
            ++regions;
        }
    });
    QVERIFY(regions > 200);
}

void TestCompareResults::jsonSaysItAll() {
    over_random_cases(620'000, [&](const Case &one, const Comparison &c) {
        const std::string text = compare_json(*one.before, *one.after);
        QVERIFY(text == compare_json(*one.before, *one.after));
        const Json json = Json::parse(text);
        QCOMPARE(json["movers"].size(), c.movers.size());
        for (std::size_t i = 0; i < c.movers.size(); ++i) {
            const Json &m = json["movers"][i];
            QCOMPARE(m["id"].get<std::string>(), one.world->city(c.movers[i].city).id);
            QCOMPARE(m["asn"].get<std::uint32_t>(), one.world->network(c.movers[i].network).asn.value);
            QCOMPARE(m["users"].get<std::int64_t>(), rounded_whole(c.movers[i].users));
            QCOMPARE(m["to"].is_null(), !c.movers[i].to);
            QCOMPARE(m["rttMsAfter"].is_null(), !c.movers[i].to);
            QCOMPARE(m.contains("toHijacker"), one.before->hijacker() || one.after->hijacker());
        }
        const Json &change = json["change"];
        QCOMPARE(change["movedUsers"].get<std::int64_t>(), rounded_whole(c.moved_users));
        for (const char *key : {"meanRttMs", "medianRttMs", "p95RttMs"}) { // they add up as printed
            const double was = json["before"]["summary"][key];
            const double is = json["after"]["summary"][key];
            QVERIFY(std::abs(change[key].get<double>() - (is - was)) < 1e-6);
        }
        QCOMPARE(json["regions"].size(), moves_by_region(c, *one.before, *one.after).size());
        QCOMPARE(json["flows"].size(), flows(c, one.world->own_operator).size());
        QCOMPARE(json["countries"].size(), moves_by_country(c, *one.world).size());
    });
}

void TestCompareResults::csvHasOneRowPerMover() {
    const Drawn d = line();
    const auto rows = lines(compare_csv(*with_regions(d, {"r1"}), *with_regions(d, {"r1", "r2"})));
    QCOMPARE(rows.size(), 2u);
    QCOMPARE(rows[0], std::string("id,city,country,asn,network,users,from,to,rtt_ms_before,rtt_ms_after,"
                                  "captured_before,captured_after"));
    QVERIFY2(rows[1].starts_with("c,c,ZZ,1,Network 1,10,r1,r2,"), rows[1].c_str());
    QVERIFY(rows[1].ends_with(",no,no"));
    over_random_cases(630'000, [](const Case &one, const Comparison &c) {
        QCOMPARE(lines(compare_csv(*one.before, *one.after)).size(), c.movers.size() + 1);
    });
}

void TestCompareResults::textForPeople() {
    const Drawn d = line();
    const std::string text = compare_text(*with_regions(d, {"r1"}, "One"), *with_regions(d, {"r1", "r2"}));
    QVERIFY(
        text.starts_with("Before   One (r1)\nAfter    r1, r2\n\n10 of 100 users move (10.0 %); on average they get "));
    QVERIFY(text.find(" ms faster.\n") != std::string::npos);
    QVERIFY(text.find("\nr1 to r2") != std::string::npos);
    const auto rows = lines(text);
    QVERIFY(std::ranges::all_of(rows, [](const std::string &line) { return !line.ends_with(' '); }));
    QVERIFY(text.find("left without") == std::string::npos); // there is nobody
}

void TestCompareResults::nobodyMoves() {
    const auto all = with_regions(line(), {"r1", "r2"});
    QVERIFY(compare_text(*all, *all).find("Nobody moves.\n") != std::string::npos);
    const Json json = Json::parse(compare_json(*all, *all));
    QVERIFY(json["movers"].empty() && json["cities"].empty() && json["flows"].empty());
    QVERIFY(json["change"]["movedMeanRttMs"].is_null());
    QVERIFY(compare_json(*all, *all).find("-0.0") == std::string::npos);
}

void TestCompareResults::everythingIsLost() {
    const Drawn d = line();
    const auto some = with_regions(d, {"r1"});
    const auto none = with_regions(d, {});
    const std::string text = compare_text(*some, *none);
    QVERIFY(text.find("After    nothing is deployed\n") != std::string::npos);
    QVERIFY(text.find("100 of them reach no region any more.\n") != std::string::npos);
    QVERIFY(text.find("\nr1 to none") != std::string::npos);
    const Json json = Json::parse(compare_json(*some, *none));
    QCOMPARE(json["change"]["newlyUnreachedUsers"].get<int>(), 100);
    QVERIFY(json["flows"][0]["to"].is_null() && json["flows"][0]["rttMs"].is_null());
}

QTEST_APPLESS_MAIN(TestCompareResults)
#include "tst_compare_results.moc"
