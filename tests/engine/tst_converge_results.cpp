// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/random_events.h"
#include "engine/simulated.h"
#include "io/converge_results.h"

#include <QTest>

#include <nlohmann/json.hpp>

using namespace catchment;
using Json = nlohmann::ordered_json;
using naive::Drawn;
using naive::Simulated;

/// A convergence as text and as JSON.
class TestConvergeResults : public QObject {
    Q_OBJECT

private slots:
    void everythingIsInTheJson();
    void jsonOfASmallWorld();
    void textOfASmallWorld();
    void parametersAreStated();
    void lostMessages();
    void sameBytes();
};

namespace {

/// 1 in a and its provider 2 in b, 1000 km apart; r1 in b is 1's, r2 in a is 2's.
Drawn two_regions() {
    Drawn d;
    d.city("a", 0, 1000).city("b", 1000, 500);
    d.fibre("a", "b", 1000, "a-b");
    d.network(1, {"a"}).network(2, {"b"});
    d.transit(2, 1).access("a", 1).access("b", 2);
    d.region("r1", "b").region("r2", "a").session("r1", 1).session("r2", 2);
    return d;
}

bool contains(const std::string &text, const std::string &words) { return text.find(words) != std::string::npos; }

} // namespace

void TestConvergeResults::everythingIsInTheJson() {
    std::size_t messages = 0;
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
        naive::Dice dice(seed);
        const naive::Recipe recipe = naive::random_recipe(dice);
        const Scenario scenario = naive::random_scenario(recipe, dice);
        const auto events = naive::random_events(recipe, scenario, dice, 5);
        const auto c = Simulator(naive::build(recipe)).run(scenario, events);
        const Json json = Json::parse(converge_json(c));
        QCOMPARE(json["events"].size(), events.size());
        std::size_t changes = 0;
        for (std::size_t e = 0; e < events.size(); ++e) {
            const Json &event = json["events"][e];
            QCOMPARE(event["event"].get<std::string>(), to_string(events[e].event));
            QCOMPARE(event["messages"].size(),
                     event["announcements"].get<std::size_t>() + event["withdrawals"].get<std::size_t>());
            QCOMPARE(event["changes"].size(), event["routeChanges"].get<std::size_t>());
            std::size_t withdrawals = 0;
            for (const Json &message : event["messages"]) {
                withdrawals += message["path"].is_null();
                const Json &over = message["received"].is_null() ? message["lost"] : message["received"];
                QVERIFY(over.get<double>() >= message["sent"].get<double>());
                QVERIFY(message["path"].is_null() || message["path"][0] == message["from"]);
            }
            QCOMPARE(withdrawals, event["withdrawals"].get<std::size_t>());
            for (const Json &change : event["changes"]) {
                QVERIFY(change["after"].empty() || change["after"][0] == change["asn"]);
                QVERIFY(change["at"].get<double>() >= event["at"].get<double>());
            }
            messages += event["messages"].size();
            changes += event["changes"].size();
        }
        QCOMPARE(changes, c->changes.size());
        QCOMPARE(json["settled"].get<bool>(), true);
        QVERIFY(json["unsettled"].is_null());
        QVERIFY(json["end"]["regions"].is_array());
    }
    QVERIFY(messages > 500);
}

void TestConvergeResults::jsonOfASmallWorld() {
    const Drawn d = two_regions();
    const Json json = Json::parse(converge_json(Simulated(d, d.scenario(), {"withdraw r1 @2.5"}).convergence));
    const Json &event = json["events"][0];
    QCOMPARE(event["at"].get<double>(), 2.5);
    QCOMPARE(event["messages"][0].dump(), std::string(R"({"sent":2.5,"received":2.506,"from":64500,"fromCity":"b",)"
                                                      R"("to":1,"toCity":"a","path":null})"));
    QCOMPARE(event["changes"][1].dump(),
             std::string(R"({"at":2.506,"asn":1,"city":"a","before":[1,64500],"after":[1,2,64500]})"));
    QCOMPARE(event["longestInterruptionSeconds"].get<double>(), 0.006);
    QCOMPARE(event["longestInterruptionIn"].get<std::string>(), std::string("a"));
    QCOMPARE(event["usersMoved"].get<int>(), 1000);
    QCOMPARE(event["lastChangeAfter"].get<double>(), 0.006);
    QCOMPARE(json["start"]["regions"].dump(), std::string(R"(["r1","r2"])"));
    QCOMPARE(json["end"]["regions"].size(), std::size_t{1});
    QCOMPARE(json["end"]["regions"][0]["code"].get<std::string>(), std::string("r2"));
    QCOMPARE(json["end"]["regions"][0]["users"].get<int>(), 1500);
}

void TestConvergeResults::textOfASmallWorld() {
    const Drawn d = two_regions();
    const std::string text = converge_text(Simulated(d, d.scenario(), {"withdraw r1", "fail network 2"}).convergence);
    QVERIFY(contains(text, "\nBeginning   r1, r2\n"));
    QVERIFY(contains(text, "\n0.000 s   withdraw r1\n"));
    QVERIFY(contains(text, "2 route changes at 2 routers of 2 networks: half of them within 0.000 s, the last after "
                           "0.006 s; quiet after 0.012 s\n"));
    QVERIFY(contains(text, "1 city of 2 changed region along the way; 1 ended in another one, 0 in none\n"));
    QVERIFY(
        contains(text, "1,000 users moved, 0 lost their region, 1,000 had none for a while, at most 0.006 s (in a)"));
    QVERIFY(contains(text, "s   fail network 2\n"));
    QVERIFY(contains(text, "0 users moved, 1,500 lost their region"));
    QVERIFY(contains(text, "   1,500 users reach no region"));
}

void TestConvergeResults::parametersAreStated() {
    const Drawn d = two_regions();
    SimulatorParameters p;
    p.seed = 77;
    p.message_delay = Moment(2'500);
    p.km_per_ms = 150;
    p.mrai = Moment(5'000'000);
    p.least_factor = 0.5;
    p.mrai_inside = Moment(250'000);
    p.withdrawals_wait = true;
    p.most_events = 123'456;
    p.most_changes = 4'321;
    const auto c = Simulated(d, d.scenario(), {"withdraw r1"}, p).convergence;
    QCOMPARE(Json::parse(converge_json(c))["parameters"].dump(),
             std::string(R"({"seed":77,"messageDelayMs":2.5,"kmPerMs":150.0,"mraiSeconds":5.0,"leastFactor":0.5,)"
                         R"("mraiInsideSeconds":0.25,"withdrawalsWait":true,"cap":123456,"capPerRouter":4321})"));
    const std::string text = converge_text(c);
    for (const char *words : {"2.5 ms", "150.0 km", ": 5 s, times 0.5 to 1", "seed 77", "inside a network: 0.25 s",
                              "withdrawals wait for it too", "123,456 messages", "4,321 changes"}) {
        QVERIFY2(contains(text, words), words);
    }
    QVERIFY(contains(converge_text(Simulated(d, d.scenario(), {"withdraw r1"}).convergence),
                     ": 30 s, times 1 to 1 by router and session, drawn\n   from seed 1; inside a network: none; "
                     "withdrawals do not wait."));
}

void TestConvergeResults::lostMessages() {
    const Drawn d = two_regions();
    const auto c = Simulated(d, d.scenario(), {"withdraw r1", "fail cable a-b @0.003"}).convergence;
    const Json json = Json::parse(converge_json(c));
    QCOMPARE(json["events"][1]["lost"].get<int>(), 1);
    QVERIFY(json["events"][0]["messages"][0]["received"].is_null());
    QCOMPARE(json["events"][0]["messages"][0]["lost"].get<double>(), 0.003);
    QVERIFY(contains(converge_text(c), "; 1 was lost on the way"));
}

void TestConvergeResults::sameBytes() {
    const Drawn d = two_regions();
    const auto run = [&d] { return Simulated(d, d.scenario(), {"withdraw r1", "fail network 2"}).convergence; };
    QCOMPARE(converge_json(run()), converge_json(run()));
    QCOMPARE(converge_text(run()), converge_text(run()));
}

QTEST_APPLESS_MAIN(TestConvergeResults)
#include "tst_converge_results.moc"
