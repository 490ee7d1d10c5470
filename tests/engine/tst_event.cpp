// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/drawn.h"
#include "engine/random_events.h"
#include "scenario/check.h"
#include "scenario/event.h"
#include "scenario/scenario_error.h"

#include <QTest>

using namespace catchment;
using naive::Drawn;

/// The words of events, and what events do to a scenario.
class TestEvent : public QObject {
    Q_OBJECT

private slots:
    void words_data();
    void words();
    void times_data();
    void times();
    void wrongWords_data();
    void wrongWords();
    void applied();
    void appliedTwiceIsOnce();
    void everyEdge();
    void roundTrip();
};

namespace {

std::shared_ptr<const World> world() {
    Drawn d;
    d.city("a", 0).city("b", 100);
    d.fibre("a", "b", 100, "Great Eastern").fibre("a", "b", 120, "SEA-ME-WE 3");
    d.network(1299, {"a"}).network(3356, {"a", "b"}).network(174, {"b"});
    d.peering(1299, 3356).exchange("amsix", "a").exchange("decix-fra", "b");
    d.region("ams", "a").region("ewr", "b").session("ams", 174);
    return d.world();
}

} // namespace

void TestEvent::words_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("meant");
    QTest::newRow("announce") << "announce ams"
                              << "announce ams";
    QTest::newRow("letter case and spaces") << "  Withdraw\tAMS "
                                            << "withdraw ams";
    QTest::newRow("region") << "fail region ewr"
                            << "fail region ewr";
    QTest::newRow("network") << "fail network 3356"
                             << "fail network 3356";
    QTest::newRow("AS") << "repair network AS3356"
                        << "repair network 3356";
    QTest::newRow("link") << "fail link 1299-3356"
                          << "fail link 1299-3356";
    QTest::newRow("link with AS") << "fail link as3356 - as1299"
                                  << "fail link 3356-1299";
    QTest::newRow("operator's link") << "fail link 64500-174"
                                     << "fail link 64500-174";
    QTest::newRow("turned") << "fail link 174-64500"
                            << "fail link 174-64500";
    QTest::newRow("a session that may be added") << "fail link 64500-1299"
                                                 << "fail link 64500-1299";
    QTest::newRow("exchange") << "fail exchange DECIX-FRA"
                              << "fail exchange decix-fra";
    QTest::newRow("cable of two words") << "repair cable great eastern"
                                        << "repair cable Great Eastern";
    QTest::newRow("cable with dashes") << "fail cable SEA-ME-WE 3"
                                       << "fail cable SEA-ME-WE 3";
}

void TestEvent::words() {
    QFETCH(QString, typed);
    QFETCH(QString, meant);
    const TimedEvent timed = parse_event(typed.toStdString(), *world());
    QCOMPARE(QString::fromStdString(to_string(timed.event)), meant);
    QVERIFY(!timed.at);
}

void TestEvent::times_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<qint64>("microseconds");
    QTest::newRow("seconds") << "withdraw ams @30" << qint64{30'000'000};
    QTest::newRow("part of one") << "withdraw ams @0.25" << qint64{250'000};
    QTest::newRow("with a space") << "fail cable great eastern @ 7" << qint64{7'000'000};
    QTest::newRow("at once") << "withdraw ams @0" << qint64{0};
}

void TestEvent::times() {
    QFETCH(QString, typed);
    QFETCH(qint64, microseconds);
    const TimedEvent timed = parse_event(typed.toStdString(), *world());
    QVERIFY(timed.at);
    QCOMPARE(qint64{timed.at->count()}, microseconds);
}

void TestEvent::wrongWords_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("message");
    QTest::newRow("nothing") << ""
                             << "no event; expected announce, withdraw, fail or repair";
    QTest::newRow("event") << "withdrw ams"
                           << "unknown event 'withdrw'; expected withdraw or repair";
    QTest::newRow("no region") << "announce"
                               << "no region; expected a region code such as ams or ewr";
    QTest::newRow("region") << "announce amx"
                            << "unknown region 'amx'; expected a region code such as ams or ewr";
    QTest::newRow("region of two lines") << "announce am\nx"
                                         << "unknown region 'am?x'; expected a region code such as ams or ewr";
    QTest::newRow("thing") << "fail netwrk 1299"
                           << "unknown thing to fail 'netwrk'; expected network or region";
    QTest::newRow("no thing") << "repair"
                              << "no thing to repair; expected region, network, link, exchange or cable";
    QTest::newRow("network") << "fail network 3357"
                             << "unknown network '3357'; expected the AS number of a network of the world, such as "
                                "3356, 174 or 1299";
    QTest::newRow("the operator") << "fail network 64500"
                                  << "unknown network '64500'; expected the AS number of a network of the world, such "
                                     "as 3356, 174 or 1299";
    QTest::newRow("half a link") << "fail link 1299"
                                 << "unknown link '1299'; expected two AS numbers with '-' between, such as 1299-3356";
    QTest::newRow("not linked") << "fail link 1299-174"
                                << "AS1299 and AS174 are not linked; expected a neighbour of AS1299, such as 3356";
    QTest::newRow("the operator with itself")
        << "fail link 64500-64500"
        << "unknown network '64500'; expected the AS number of a network of the world, such as 3356, 174 or 1299";
    QTest::newRow("exchange") << "fail exchange amsx"
                              << "unknown exchange 'amsx'; expected amsix or decix-fra";
    QTest::newRow("cable") << "fail cable great easter"
                           << "unknown cable 'great easter'; expected Great Eastern or SEA-ME-WE 3";
    QTest::newRow("time") << "withdraw ams @soon"
                          << "unknown time '@soon'; expected '@' and seconds from the beginning, such as @30";
    QTest::newRow("time before the beginning")
        << "withdraw ams @-1"
        << "unknown time '@-1'; expected '@' and seconds from the beginning, such as @30";
    QTest::newRow("no time") << "withdraw ams @"
                             << "unknown time '@'; expected '@' and seconds from the beginning, such as @30";
}

void TestEvent::wrongWords() {
    QFETCH(QString, typed);
    QFETCH(QString, message);
    try {
        parse_event(typed.toStdString(), *world());
    } catch (const EventError &error) {
        QCOMPARE(QString(error.what()), message);
        return;
    }
    QFAIL("no error");
}

void TestEvent::applied() {
    const auto w = world();
    const auto after = [&w](std::initializer_list<const char *> events) {
        Scenario scenario;
        scenario.regions = {"ams"};
        for (const char *words : events) {
            scenario = apply(parse_event(words, *w).event, scenario);
        }
        return scenario;
    };
    QVERIFY((after({"announce ewr"}).regions == std::vector<std::string>{"ams", "ewr"}));
    QVERIFY(after({"withdraw ams"}).regions.empty());
    QVERIFY((after({"fail region ams"}).faults.regions == std::vector<std::string>{"ams"}));
    QVERIFY((after({"fail network 174"}).faults.networks == std::vector{Asn{174}}));
    QVERIFY((after({"fail link 1299-3356"}).faults.links == std::vector{std::pair(Asn{1299}, Asn{3356})}));
    QVERIFY((after({"fail exchange amsix"}).faults.exchanges == std::vector<std::string>{"amsix"}));
    QVERIFY((after({"fail cable great eastern"}).faults.cables == std::vector<std::string>{"Great Eastern"}));
    QVERIFY(after({"fail region ams", "repair region ams"}) == after({}));
    QVERIFY(after({"fail link 1299-3356", "repair link 3356-1299"}) == after({}));
    QVERIFY(after({"fail cable great eastern", "fail network 174", "repair cable great eastern",
                   "repair network 174"}) == after({}));
}

void TestEvent::appliedTwiceIsOnce() {
    const auto w = world();
    for (const char *words :
         {"announce ams", "withdraw ams", "fail region ams", "repair region ams", "fail network 174",
          "fail link 1299-3356", "fail exchange amsix", "fail cable great eastern", "repair cable great eastern"}) {
        const Event event = parse_event(words, *w).event;
        const Scenario once = apply(event, Scenario());
        QVERIFY(apply(event, once) == once);
        Event turned = event;
        std::swap(turned.asn, turned.other);
        QCOMPARE(apply(turned, once).faults.links.size(), once.faults.links.size());
    }
}

/// Where every edge announces, what is deployed decides nothing of that; failures do.
void TestEvent::everyEdge() {
    const auto w = world();
    Scenario scenario;
    scenario.regions = {"ams"};
    scenario.announce = Announce::Everywhere;
    for (const char *words : {"announce ewr", "withdraw ams"}) {
        try {
            apply(parse_event(words, *w).event, scenario);
            QFAIL(words);
        } catch (const ScenarioError &error) {
            QVERIFY(std::string(error.what()).find(words) != std::string::npos);
            QVERIFY(error.expected.find(words[0] == 'w' ? "fail region ams" : "repair region ewr") == 1);
        }
    }
    QVERIFY(apply(parse_event("fail region ams", *w).event, scenario).faults.regions ==
            std::vector<std::string>{"ams"});
}

/// Every event can be written and read, and what it makes of a scenario is sound.
void TestEvent::roundTrip() {
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        naive::Dice dice(seed);
        const naive::Recipe recipe = naive::random_recipe(dice);
        const auto random = naive::build(recipe);
        Scenario scenario = naive::random_scenario(recipe, dice);
        for (const TimedEvent &timed : naive::random_events(recipe, scenario, dice, 8)) {
            QVERIFY(parse_event(to_string(timed.event), *random).event == timed.event);
            scenario = apply(timed.event, scenario);
            check_names(scenario, *random);
        }
    }
}

QTEST_APPLESS_MAIN(TestEvent)
#include "tst_event.moc"
