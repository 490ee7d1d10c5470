// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "io/sweep_results.h"

#include <QTest>

#include <nlohmann/json.hpp>

using namespace catchment;

/// A sweep as files.
class TestSweepResults : public QObject {
    Q_OBJECT

private slots:
    void json();
    void csv();
    void words();
};

namespace {

Operator three_regions() {
    Operator op;
    for (const char *code : {"nrt", "ams", "ewr"}) {
        op.regions.emplace_back();
        op.regions.back().code = code;
    }
    return op;
}

SweepQuestion question() {
    SweepQuestion out;
    out.from = {RegionId(0), RegionId(1), RegionId(2)};
    out.choose = 2;
    out.objective = Objective::P95Rtt;
    return out;
}

Sweep ranking() {
    return {SweepMethod::Greedy, {{{RegionId(1), RegionId(0)}, 0, 41.249}, {{RegionId(1), RegionId(2)}, 1234.6, 12.0}}};
}

} // namespace

void TestSweepResults::json() {
    const std::string text = sweep_json(question(), ranking(), three_regions());
    const auto json = nlohmann::json::parse(text);
    QCOMPARE(json["method"].get<std::string>(), std::string("greedy"));
    QCOMPARE(json["objective"].get<std::string>(), std::string("p95-rtt"));
    QCOMPARE(json["choose"].get<int>(), 2);
    QVERIFY((json["from"] == nlohmann::json({"ams", "ewr", "nrt"})));
    QCOMPARE(json["results"].size(), 2u);
    QVERIFY((json["results"][0]["regions"] == nlohmann::json({"ams", "nrt"})));
    QCOMPARE(json["results"][0]["value"].get<double>(), 41.2);
    QCOMPARE(json["results"][1]["unreachedUsers"].get<int>(), 1235);
    QVERIFY(nlohmann::json::parse(sweep_json(question(), {}, three_regions()))["results"].empty());
}

void TestSweepResults::csv() {
    QCOMPARE(sweep_csv(ranking(), three_regions()), std::string("rank,regions,unreached_users,value\n"
                                                                "1,ams nrt,0,41.2\n"
                                                                "2,ams ewr,1235,12.0\n"));
}

void TestSweepResults::words() {
    QCOMPARE(word_of(Objective::MeanRtt), std::string("mean-rtt"));
    QCOMPARE(word_of(Objective::MedianRtt), std::string("median-rtt"));
    QCOMPARE(word_of(Objective::P95Rtt), std::string("p95-rtt"));
    QCOMPARE(word_of(SweepMethod::Exhaustive), std::string("exhaustive"));
}

QTEST_APPLESS_MAIN(TestSweepResults)
#include "tst_sweep_results.moc"
