// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/edits/tuning_edits.h"
#include "io/world_reader.h"
#include "routing/solver.h"

#include <QTest>

#include <random>

using namespace catchment;
using namespace catchment::app;

namespace {

const TuningOf ams{"ams", {}};
const TuningOf to1299{"ams", Asn{1299}};

} // namespace

/// How regions announce: what each edit is called, that a session overrides only what it names, and that what says
/// nothing leaves no entry.
class TestTuningEdits : public QObject {
    Q_OBJECT

private slots:
    void namesOfEdits();
    void aSessionOverridesOnlyWhatItNames();
    void whatSaysNothingLeavesNoEntry();
    void randomEditsLeaveWhatIsInForce();
    void drains();
    void resets();
    void addsAndRemovesSessions();
    void theEngineReadsItAlike();
};

void TestTuningEdits::namesOfEdits() {
    const Scenario s = story();
    QCOMPARE(withhold(s, ams, true).name, QStringLiteral("Withhold ams"));
    QCOMPARE(withhold(s, ams, false).name, QStringLiteral("Announce ams again"));
    QCOMPARE(withhold(s, to1299, true).name, QStringLiteral("Withhold ams from AS1299"));
    QCOMPARE(withhold(s, to1299, false).name, QStringLiteral("Announce ams to AS1299"));
    QCOMPARE(prepend(s, ams, 2).name, QStringLiteral("Prepend 2 at ams"));
    QCOMPARE(prepend(s, to1299, 3).name, QStringLiteral("Prepend 3 on ams–AS1299"));
    QCOMPARE(noExport(s, ams, true).name, QStringLiteral("NO_EXPORT at ams"));
    QCOMPARE(noExport(s, to1299, false).name, QStringLiteral("No NO_EXPORT on ams–AS1299"));
    QCOMPARE(setMed(s, ams, 10).name, QStringLiteral("MED 10 at ams"));
    QCOMPARE(setMed(s, to1299, 10).name, QStringLiteral("MED 10 on ams–AS1299"));
    QCOMPARE(resetTuning(s, ams).name, QStringLiteral("Reset ams"));
    QCOMPARE(resetTuning(s, to1299).name, QStringLiteral("Reset ams–AS1299"));
    QCOMPARE(drainRegion(s, "ams", true).name, QStringLiteral("Drain ams"));
}

void TestTuningEdits::aSessionOverridesOnlyWhatItNames() {
    Scenario s = prepend(story(), ams, 2).scenario;
    s = setMed(s, ams, 7).scenario;
    s = prepend(s, to1299, 0).scenario;
    const Tuning own = ownWords(s, to1299);
    QCOMPARE(own.prepend, std::optional(0));
    QVERIFY(!own.med && !own.withhold && !own.no_export);
    const Tuning now = inForce(s, to1299);
    QCOMPARE(now.prepend, std::optional(0));
    QCOMPARE(now.med, std::optional(7u));
    QCOMPARE(now.withhold, std::optional(false));
    QCOMPARE(inForce(s, {"ams", Asn{174}}).prepend, std::optional(2));
}

void TestTuningEdits::whatSaysNothingLeavesNoEntry() {
    QVERIFY(prepend(prepend(story(), ams, 2).scenario, ams, 0).scenario == story());
    QVERIFY(setMed(setMed(story(), to1299, 2).scenario, to1299, 0).scenario == story());
    // A session set to what its region does says nothing itself …
    Scenario s = prepend(story(), ams, 2).scenario;
    QVERIFY(prepend(prepend(s, to1299, 5).scenario, to1299, 2).scenario == s);
    // … and what overrode a region that has gone back to the default does not either.
    s = prepend(s, to1299, 0).scenario;
    QCOMPARE(s.tuning.size(), 2u);
    QVERIFY(prepend(s, ams, 0).scenario == story());
}

/// After each edit what was set is in force, all else of that target is as it was, and no entry is redundant.
void TestTuningEdits::randomEditsLeaveWhatIsInForce() {
    std::mt19937 random(1);
    const auto below = [&random](unsigned n) { return static_cast<int>(random() % n); };
    Scenario s = story();
    int dropped = 0;
    for (int i = 0; i < 5000; ++i) {
        TuningOf whom{below(2) ? "ams" : "ewr", {}};
        if (below(3)) {
            whom.neighbour = Asn{static_cast<std::uint32_t>(100 + below(2))};
        }
        Tuning expected = inForce(s, whom);
        const std::size_t before = s.tuning.size();
        switch (below(4)) {
        case 0:
            expected.withhold = below(2) == 1;
            s = withhold(s, whom, *expected.withhold).scenario;
            break;
        case 1:
            expected.prepend = below(3);
            s = prepend(s, whom, *expected.prepend).scenario;
            break;
        case 2:
            expected.no_export = below(2) == 1;
            s = noExport(s, whom, *expected.no_export).scenario;
            break;
        default:
            expected.med = static_cast<std::uint32_t>(below(3));
            s = setMed(s, whom, *expected.med).scenario;
        }
        QCOMPARE(inForce(s, whom), expected);
        dropped += s.tuning.size() < before;
        Scenario tidied = s;
        tidied.tidy();
        QVERIFY(tidied == s);
    }
    QVERIFY(dropped > 100);
}

void TestTuningEdits::drains() {
    Scenario s = prepend(story(), ams, 2).scenario;
    const Scenario before = s;
    s = withhold(s, ams, true).scenario;
    QVERIFY(isDrained(s, "ams"));
    s = withhold(s, to1299, false).scenario;
    QVERIFY(!isDrained(s, "ams")); // one session still announces
    s = drainRegion(s, "ams", true).scenario;
    QVERIFY(isDrained(s, "ams"));
    QVERIFY(s.deploys("ams"));
    QVERIFY(!isDrained(s, "ewr"));
    const Edit again = drainRegion(s, "ams", false);
    QCOMPARE(again.name, QStringLiteral("Announce ams again"));
    QVERIFY(again.scenario == before);
}

void TestTuningEdits::resets() {
    Scenario s = prepend(story(), {"ewr", {}}, 1).scenario;
    const Scenario before = s;
    s = prepend(s, ams, 2).scenario;
    const Scenario whole = s;
    s = setMed(s, to1299, 9).scenario;
    QVERIFY(resetTuning(s, to1299).scenario == whole);
    QVERIFY(resetTuning(s, ams).scenario == before);
}

void TestTuningEdits::addsAndRemovesSessions() {
    const auto world = read_world(CATCHMENT_RESOURCES "/world");
    const Operator &op = world->own_operator;
    const ExtraSession at_exchange{"ams", Asn{6939}, Relationship::Peer, "amsix"};
    const ExtraSession other{"ewr", Asn{6939}, Relationship::Peer, ""};
    Edit edit = addSession(story(), at_exchange);
    QCOMPARE(edit.name, QStringLiteral("Add a session of ams with AS6939"));
    QVERIFY(addSession(edit.scenario, at_exchange).scenario == edit.scenario);
    Scenario s = addSession(edit.scenario, other).scenario;
    s = prepend(s, {"ams", Asn{6939}}, 1).scenario;
    s = prepend(s, {"ewr", Asn{6939}}, 1).scenario;
    edit = removeSession(s, at_exchange, op, *world);
    QCOMPARE(edit.name, QStringLiteral("Remove the session of ams with AS6939"));
    QCOMPARE(edit.scenario.sessions, std::vector<ExtraSession>{other});
    const bool own = std::ranges::any_of(op.sessions, [&](const Session &session) {
        return op.regions[session.region.index()].code == "ams" && world->network(session.neighbour).asn == Asn{6939};
    });
    QCOMPARE(ownWords(edit.scenario, {"ams", Asn{6939}}).prepend.has_value(), own);
    QVERIFY(ownWords(edit.scenario, {"ewr", Asn{6939}}).prepend.has_value());
    Solver(world).solve(edit.scenario); // throws where the tuning is of a session that has gone
}

void TestTuningEdits::theEngineReadsItAlike() {
    const auto world = read_world(CATCHMENT_RESOURCES "/world");
    Scenario s = prepend(story(), ams, 2).scenario;
    s = noExport(s, to1299, true).scenario;
    s = prepend(s, to1299, 0).scenario;
    s = setMed(s, to1299, 4).scenario;
    const auto solution = Solver(world).solve(s);
    const Topology &topology = *solution->topology;
    const RegionId region = *find_region(topology.op(), "ams");
    const auto [first, last] = topology.ends(topology.part_of(topology.region_router(region)));
    QVERIFY(first < last);
    bool seen = false;
    for (auto e = first; e < last; ++e) {
        const Asn neighbour = topology.asn_of(RouterId(topology.all_ends()[e].neighbour));
        const Tuning expected = inForce(s, {"ams", neighbour});
        const auto &on = solution->announcements[region.index()].sessions[e - first];
        QCOMPARE(std::optional<int>(on.prepend), expected.prepend);
        QCOMPARE(std::optional(on.no_export), expected.no_export);
        QCOMPARE(std::optional(on.med), expected.med);
        QCOMPARE(std::optional(on.withhold), expected.withhold);
        seen = seen || neighbour == Asn{1299};
    }
    QVERIFY(seen);
}

QTEST_APPLESS_MAIN(TestTuningEdits)
#include "tst_tuning_edits.moc"
