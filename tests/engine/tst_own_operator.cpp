// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/drawn.h"
#include "engine/random_events.h"
#include "engine/random_security.h"
#include "engine/random_world.h"
#include "engine/words.h"
#include "io/input_error.h"
#include "io/scenario_io.h"
#include "io/world_reader.h"
#include "routing/simulator.h"
#include "routing/solver.h"
#include "scenario/change_operator.h"
#include "scenario/check.h"
#include "scenario/operator_of.h"
#include "study/catchments.h"
#include "study/evaluator.h"
#include "study/next_region.h"
#include "study/playbook.h"

#include <QTest>

#include <algorithm>

using namespace catchment;
using naive::Dice;
using naive::Drawn;

/// An operator of one's own in the place of the world's: where its routers stand, that it announces as the world's
/// would with the same regions and sessions, and that solver and simulator agree about it.
class TestOwnOperator : public QObject {
    Q_OBJECT

private slots:
    void standsInTheNearestCity();
    void badOperators_data();
    void badOperators();
    void isCheckedWithItsLine();
    void announcesAsTheWorldsWould();
    void simulatorAgrees();
    void oneSolverTakesOneAfterTheOther();
    void studiesAreOfIt();
    void changesLeaveASoundScenario();
    void changesCarryOver();
};

namespace {

/// The regions and sessions of a recipe in the words of a scenario.
OwnOperator restated(const naive::Recipe &recipe, const World &world) {
    OwnOperator own{recipe.operator_asn, "Own", naive::operator_prefix, {}};
    for (const auto &region : recipe.regions) {
        own.regions.push_back({region.code, region.code, world.city(world.city_by_id.at(region.city)).place, {}});
        for (const auto &session : recipe.sessions) {
            if (session.region == region.code) {
                own.regions.back().sessions.push_back({session.asn, session.neighbour_is, session.via});
            }
        }
    }
    return own;
}

/// The recipe with another operator, which has nothing in common with the first.
naive::Recipe with_another(naive::Recipe recipe) {
    recipe.operator_asn = Asn{999'999};
    recipe.regions = {{"elsewhere", recipe.cities.front().id, RegionStatus::Deployable}};
    recipe.sessions.clear();
    return recipe;
}

/// Do the routers stand where those of the recipe do? Cities in one place answer for each other.
bool stands_alike(const Operator &op, const World &world, const naive::Recipe &recipe) {
    for (std::size_t r = 0; r < recipe.regions.size(); ++r) {
        if (world.city(op.regions[r].city).id != recipe.regions[r].city) {
            return false;
        }
    }
    return true;
}

Drawn small() {
    Drawn d;
    d.city("berlin-de", 0).city("paris-fr", 800).fibre("berlin-de", "paris-fr", 1000, "Rhine Express");
    d.network(10, {"berlin-de"}).network(20, {"paris-fr", "berlin-de"}).network(30, {"paris-fr"});
    d.transit(10, 20).exchange("decix", "berlin-de");
    d.region("ber", "berlin-de").region("cdg", "paris-fr");
    d.session("ber", 10).session("cdg", 20, Relationship::Peer, "decix");
    return d;
}

OwnOperator good(const World &world) {
    return {Asn{64501},
            "Own",
            {0xC0000200, 24},
            {{"ber", "Berlin", world.cities[0].place, {{Asn{10}, Relationship::Provider, ""}}},
             {"new", "New", world.cities[1].place, {{Asn{20}, Relationship::Peer, "decix"}}}}};
}

using Change = void (*)(OwnOperator &);

} // namespace

Q_DECLARE_METATYPE(Change)

void TestOwnOperator::standsInTheNearestCity() {
    const auto world = read_world(CATCHMENT_RESOURCES "/world");
    const GeoPoint in_essex{51.6, 0.2};
    const OwnOperator own{
        Asn{64500}, "Own", {0xC0000200, 24}, {{"lhr", "London", in_essex, {}}, {"sea", "At sea", {-40, -30}, {}}}};
    const Operator op = make_operator(own, *world);
    QCOMPARE(world->city(op.regions[0].city).id, std::string("london-gb"));
    QVERIFY(op.regions[0].place == in_essex);
    for (const Region &region : op.regions) {
        const double km = great_circle_km(world->city(region.city).place, region.place);
        for (const City &city : world->cities) {
            QVERIFY(great_circle_km(city.place, region.place) >= km);
        }
    }
}

void TestOwnOperator::badOperators_data() {
    QTest::addColumn<Change>("change");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char *name, Change change, const char *says) {
        QTest::newRow(name) << change << QByteArray(says);
    };
    row(
        "good", [](OwnOperator &) {}, "");
    row(
        "no regions", [](OwnOperator &op) { op.regions.clear(); }, "");
    row(
        "the number of the world's operator", [](OwnOperator &op) { op.asn = Asn{64500}; }, "");
    row(
        "two ways to one neighbour",
        [](OwnOperator &op) {
            op.regions[1].sessions.push_back({Asn{20}, Relationship::Peer, ""});
        },
        "");
    row(
        "a number that is taken", [](OwnOperator &op) { op.asn = Asn{20}; }, "AS20");
    row(
        "a code twice", [](OwnOperator &op) { op.regions[1].code = "ber"; }, "'ber'");
    row(
        "an unknown neighbour", [](OwnOperator &op) { op.regions[0].sessions[0].asn = Asn{99}; }, "AS99");
    row(
        "itself", [](OwnOperator &op) { op.regions[0].sessions[0].asn = op.asn; }, "AS64501");
    row(
        "an unknown exchange", [](OwnOperator &op) { op.regions[1].sessions[0].via = "decixx"; }, "decix");
    row(
        "a session twice", [](OwnOperator &op) { op.regions[1].sessions.push_back(op.regions[1].sessions.front()); },
        "listed twice");
    row(
        "two relationships",
        [](OwnOperator &op) {
            op.regions[0].sessions.push_back({Asn{20}, Relationship::Provider, ""});
        },
        "two different relationships");
}

void TestOwnOperator::badOperators() {
    QFETCH(Change, change);
    QFETCH(QByteArray, says);
    const auto world = small().world();
    Scenario scenario;
    scenario.own_operator = good(*world);
    change(*scenario.own_operator);
    QByteArray message;
    try {
        check_names(scenario, *world);
    } catch (const ScenarioError &error) {
        message = error.what();
        QVERIFY2(message.contains("; expected "), message);
    }
    QCOMPARE(message.isEmpty(), says.isEmpty());
    QVERIFY2(message.contains(says), message);
}

void TestOwnOperator::isCheckedWithItsLine() {
    const auto world = small().world();
    const std::string text = "{\"format\": \"catchment-scenario\", \"version\": 1, \"regions\": [\"ber\"],\n"
                             "\"operator\": {\"asn\": 64501, \"prefix\": \"192.0.2.0/24\", \"regions\": [\n"
                             "{\"code\": \"ber\", \"lat\": 1, \"lon\": 1, \"sessions\": [\n"
                             "{\"asn\": 99, \"relationship\": \"peer\"}]}]}}";
    try {
        check_scenario(parse_scenario(text, "s.json"), *world, "s.json", text);
        QFAIL("accepted");
    } catch (const InputError &error) {
        QVERIFY2(QByteArray(error.what()).startsWith("s.json:4: unknown network AS99"), error.what());
    }
    // The codes of the world's own operator are those of nobody now.
    Scenario gone;
    gone.own_operator = good(*world);
    gone.regions = {"cdg"};
    QVERIFY_EXCEPTION_THROWN(check_names(gone, *world), ScenarioError);
}

void TestOwnOperator::announcesAsTheWorldsWould() {
    int compared = 0;
    for (std::uint64_t seed = 1; seed <= 300; ++seed) {
        Dice dice(seed);
        const naive::Recipe recipe = naive::random_recipe(dice);
        const auto world = naive::build(recipe);
        Scenario scenario = naive::random_scenario(recipe, dice);
        naive::add_random_security(recipe, scenario, dice);
        const auto expected = Solver(world).solve(scenario);
        const auto other_world = naive::build(with_another(recipe));
        scenario.own_operator = restated(recipe, *other_world);
        const auto solution = Solver(other_world).solve(scenario);
        if (!stands_alike(solution->topology->op(), *other_world, recipe)) {
            continue;
        }
        ++compared;
        QCOMPARE(solution->topology->router_count(), expected->topology->router_count());
        for (std::size_t r = 0; r < solution->topology->router_count(); ++r) {
            QCOMPARE(naive::route_words(*solution, r), naive::route_words(*expected, r));
            QCOMPARE(naive::route_words(solution->longest(), r), naive::route_words(expected->longest(), r));
        }
        const auto these = catchments(solution);
        const auto those = catchments(expected);
        QCOMPARE(these->summary.mean_rtt_ms, those->summary.mean_rtt_ms);
        QCOMPARE(these->summary.captured_users, those->summary.captured_users);
        QCOMPARE(these->summary.contested_share, those->summary.contested_share);
    }
    QVERIFY(compared > 100);
}

void TestOwnOperator::simulatorAgrees() {
    unsigned long long with_route = 0;
    for (std::uint64_t seed = 1; seed <= 150; ++seed) {
        Dice dice(seed);
        const naive::Recipe recipe = naive::random_recipe(dice);
        const auto world = naive::build(with_another(recipe));
        Scenario scenario = naive::random_scenario(recipe, dice);
        scenario.own_operator = restated(recipe, *world);
        const auto events = naive::random_events(recipe, scenario, dice, 4);
        const auto simulated = Simulator(world).run(scenario, events);
        QVERIFY(simulated->end);
        const auto solved =
            Solver(world).solve(simulated->stages.empty() ? *simulated->scenario : *simulated->stages.back().scenario);
        for (std::size_t r = 0; r < solved->topology->router_count(); ++r) {
            QCOMPARE(naive::route_words(*simulated->end, r), naive::route_words(*solved, r));
            with_route += simulated->end->has_route(RouterId(r));
        }
    }
    QVERIFY(with_route > 1000);
}

void TestOwnOperator::oneSolverTakesOneAfterTheOther() {
    const auto world = small().world();
    Solver solver(world);
    Scenario theirs;
    theirs.regions = {"ber", "cdg"};
    Scenario own = theirs;
    own.own_operator = good(*world);
    own.regions = {"ber", "new"};
    Scenario moved = own;
    moved.own_operator->regions[0].place = world->cities[1].place;
    Scenario more = own;
    more.own_operator->regions.push_back({"third", "Third", world->cities[1].place, {}});
    more.own_operator->regions.back().sessions.push_back({Asn{30}, Relationship::Provider, ""});
    more.regions = {"third", "new"};
    for (const Scenario &scenario : {theirs, own, moved, more, own, theirs, more}) {
        const auto again = solver.solve(scenario);
        const auto fresh = Solver(world).solve(scenario);
        QCOMPARE(again->topology->op().asn, scenario.own_operator ? Asn{64501} : world->own_operator.asn);
        for (std::size_t r = 0; r < fresh->topology->router_count(); ++r) {
            QCOMPARE(naive::route_words(*again, r), naive::route_words(*fresh, r));
        }
    }
}

/// Studies rank and count the regions of the scenario's operator, of which it has more here than the world's.
void TestOwnOperator::studiesAreOfIt() {
    const auto world = read_world(CATCHMENT_RESOURCES "/world");
    Scenario scenario = read_scenario(CATCHMENT_RESOURCES "/scenarios/a-network-of-ones-own.catchment.json");
    for (int i = 0; i < 50; ++i) {
        auto region = scenario.own_operator->regions.front();
        region.code = "x" + std::to_string(i);
        scenario.own_operator->regions.push_back(region);
    }
    const auto regions = scenario.own_operator->regions.size();
    QVERIFY(regions > world->own_operator.regions.size());
    scenario.regions = {"lhr", "x49"};
    Evaluator evaluator(world);
    const auto summary = evaluator.evaluate(scenario, false);
    QCOMPARE(summary->mean_rtt_ms, catchments(Solver(world).solve(scenario))->summary.mean_rtt_ms);
    const auto book = playbook(world, scenario);
    QCOMPARE(book->now.shares.size(), regions);
    const std::vector<RegionId> candidates{RegionId(std::size_t{2}), RegionId(regions - 2)};
    const auto next = next_regions(world, scenario, candidates, Objective::MeanRtt);
    QCOMPARE(next->ranked.size(), std::size_t{2});
    QVERIFY(next->ranked.front().region == RegionId(std::size_t{2})); // Singapore; the other one is in London again
}

void TestOwnOperator::changesLeaveASoundScenario() {
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        Dice dice(seed);
        const naive::Recipe recipe = naive::random_recipe(dice);
        const auto world = naive::build(recipe);
        Scenario scenario = naive::random_scenario(recipe, dice);
        naive::add_random_security(recipe, scenario, dice);
        check_names(scenario, *world);
        OwnOperator own = restated(recipe, *world);
        own.asn = Asn{888'888};
        own.prefix = {0x0A000000, static_cast<std::uint8_t>(8 + dice.below(17))};
        for (auto &region : own.regions) {
            region.code = dice.chance(40) ? "n" + region.code : region.code;
            if (dice.chance(50)) {
                region.sessions.clear();
            }
        }
        const Scenario changed = change_operator(scenario, own, *world);
        check_names(changed, *world);
        Solver(world).solve(changed);
        const Scenario back = change_operator(changed, {}, *world);
        check_names(back, *world);
        QVERIFY(!back.own_operator);
    }
}

void TestOwnOperator::changesCarryOver() {
    const auto world = small().world();
    Scenario scenario;
    scenario.regions = {"ber", "cdg"};
    scenario.faults.links = {{world->own_operator.asn, Asn{10}}};
    scenario.tuning_for("ber").prepend = 1;
    scenario.tuning_for("cdg").prepend = 2;
    scenario.tuning_for("ber", Asn{10}).med = 3;
    scenario.sessions = {{"ber", Asn{20}, Relationship::Provider, ""}};
    scenario.security.hijack = {Asn{30}, "paris-fr", 22, {Asn{30}, world->own_operator.asn}};
    const Scenario changed = change_operator(scenario, good(*world), *world);
    QCOMPARE(changed.regions, std::vector<std::string>{"ber"});
    QCOMPARE(changed.faults.links.front().first, Asn{64501});
    QCOMPARE(changed.tuning.size(), 2u);
    QVERIFY(changed.sessions.empty()); // AS20 is the new one's peer
    QCOMPARE(int(changed.security.hijack->prefix_length), 24);
    QCOMPARE(changed.security.hijack->path.back(), Asn{64501});
    OwnOperator taken = good(*world);
    taken.asn = Asn{20};
    QVERIFY_EXCEPTION_THROWN(change_operator(scenario, taken, *world), ScenarioError);
}

QTEST_APPLESS_MAIN(TestOwnOperator)
#include "tst_own_operator.moc"
