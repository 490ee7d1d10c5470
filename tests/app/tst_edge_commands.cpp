// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run_command.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <iostream>
#include <sstream>

using namespace catchment::app;

/// `catchment designs`, and what other commands say where every edge announces, as a person types them, on the built-in
/// world.
class TestEdgeCommands : public QObject {
    Q_OBJECT

private slots:
    void designsBesideEachOther();
    void failedInstanceMovesNobody();
    void everyEdgeIsNamed();

private:
    std::string write(const QString &name, const QByteArray &rest) const;

    QTemporaryDir folder_;
};

namespace {

constexpr const char *edges = R"("regions": ["ewr", "ams"], "announce": "everywhere")";

} // namespace

std::string TestEdgeCommands::write(const QString &name, const QByteArray &rest) const {
    QFile file(folder_.filePath(name));
    const QByteArray text = "{\"format\": \"catchment-scenario\", \"version\": 1,\n" + rest + "}";
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size()) {
        qFatal("cannot write %s", qPrintable(file.fileName()));
    }
    return file.fileName().toStdString();
}

void TestEdgeCommands::designsBesideEachOther() {
    const std::string file = write(QStringLiteral("designs.json"), edges);
    const Result result = run(designs_command(), {file, "--format", "json"});
    QCOMPARE(result.status, int(Done));
    const QJsonObject both = json(result);
    const QJsonObject everywhere = json(run(solve_command(), {file}))["summary"].toObject();
    const QJsonObject deployed = json(run(solve_command(), {}))["summary"].toObject(); // the story is of the same two
    QCOMPARE(both["designs"][0]["announce"].toString(), QStringLiteral("deployed"));
    QCOMPARE(both["designs"][0]["meanRttMs"], deployed["meanRttMs"]);
    QCOMPARE(both["designs"][0]["p95RttMs"], deployed["p95RttMs"]);
    QCOMPARE(both["designs"][1]["meanRttMs"], everywhere["journeyMeanRttMs"]);
    QCOMPARE(both["designs"][1]["p95RttMs"], everywhere["journeyP95RttMs"]);
    QCOMPARE(both["designs"][1]["meanProxyRttMs"], everywhere["meanProxyRttMs"]);
    // What breaks is what `compare` says of the same failure.
    const std::string down =
        write(QStringLiteral("down.json"), edges + QByteArray(R"(, "faults": {"regions": ["ewr"]})"));
    const QJsonObject change = json(run(compare_command(), {file, down, "--format", "json"}))["edge"].toObject();
    const QJsonObject failure = row_of(both["designs"][1]["failures"], QStringLiteral("ewr"), QStringLiteral("region"));
    QVERIFY(failure["brokenUsers"].toInteger() > 0);
    for (const char *key : {"edgeUsers", "instanceUsers", "brokenUsers"}) {
        QCOMPARE(failure[QLatin1String(key)], change[QLatin1String(key)]);
    }
    const Result text = run(designs_command(), {file});
    QVERIFY(has(text.out, "deployed") && has(text.out, "everywhere") && has(text.out, "If it fails"));
}

/// No route changes, and yet all whom the instance served go on to the other.
void TestEdgeCommands::failedInstanceMovesNobody() {
    const std::string before = write(QStringLiteral("before.json"), edges);
    const std::string after = write(QStringLiteral("after.json"),
                                    edges + QByteArray(R"(, "edge": {"instances": [{"region": "ewr", "failed": 1}]})"));
    const QJsonObject compared = json(run(compare_command(), {before, after, "--format", "json"}));
    QCOMPARE(compared["change"]["movedUsers"].toInteger(), 0);
    QVERIFY(compared["movers"].toArray().isEmpty());
    const QJsonArray flows = compared["edge"]["flows"].toArray();
    QCOMPARE(flows.size(), 1);
    QCOMPARE(flows[0]["from"].toString(), QStringLiteral("ewr"));
    QCOMPARE(flows[0]["to"].toString(), QStringLiteral("ams"));
    const QJsonObject solved = json(run(solve_command(), {before}));
    double users = 0;
    for (const QJsonValue &edge : solved["regions"].toArray()) {
        users += edge["instance"].toString() == QStringLiteral("ewr") ? edge["users"].toDouble() : 0;
    }
    QVERIFY(users > 0 && std::abs(flows[0]["users"].toDouble() - users) < 30);
    const Result text = run(compare_command(), {before, after});
    QVERIFY(has(text.out, "Nobody's edge changes.\n") && has(text.out, "\newr to ams "));
    QVERIFY(has(text.out, "RTT to the edge, mean"));
}

void TestEdgeCommands::everyEdgeIsNamed() {
    const std::string file = write(QStringLiteral("named.json"), edges);
    QVERIFY(has(run(compare_command(), {file, file}).out, "Before   ewr, ams, every edge announces\n"));
    QVERIFY(has(run(steering_command(), {file}).out, "Regions     ewr, ams, every edge announces\n"));
    QVERIFY(has(run(converge_command(), {file, "--event", "fail region ams"}).out,
                "Beginning   ewr, ams, every edge announces\n"));
    QVERIFY(has(run(check_command(), {file}).out, " edges announce, and the app is deployed to 2 regions; "));
    const Result csv = run(solve_command(), {file, "--format", "csv"});
    QVERIFY(has(csv.out.substr(0, csv.out.find('\n') + 1), ",network_instance,network_proxy_rtt_ms\n"));
    const Result chicago = run(explain_command(), {file, "--from", "Chicago"});
    QVERIFY(chicago.out.starts_with("Chicago, US → ") && has(chicago.out, "\n3  Proxy\n"));
}

QTEST_APPLESS_MAIN(TestEdgeCommands)
#include "tst_edge_commands.moc"
