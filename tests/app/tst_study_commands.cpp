// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run_command.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <iostream>
#include <sstream>

using namespace catchment::app;

/// `catchment compare` and `catchment sweep` as a person types them, on the built-in world.
class TestStudyCommands : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void comparesTwoFiles();
    void comparesWithADeployment();
    void refusesAnotherWorld();
    void sweepsWhatSolveSays();
    void sweepsGreedily();
    void wrongWords_data();
    void wrongWords();

private:
    std::string write(const QString &name, const QByteArray &text) const;

    QTemporaryDir folder_;
    std::string two_;   ///< ewr, ams
    std::string three_; ///< and nrt
};

std::string TestStudyCommands::write(const QString &name, const QByteArray &text) const {
    QFile file(folder_.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size()) {
        qFatal("cannot write %s", qPrintable(file.fileName()));
    }
    return file.fileName().toStdString();
}

void TestStudyCommands::initTestCase() {
    two_ = write(QStringLiteral("two.json"),
                 R"({"format": "catchment-scenario", "version": 1, "regions": ["ewr", "ams"]})");
    three_ = write(QStringLiteral("three.json"),
                   R"({"format": "catchment-scenario", "version": 1, "regions": ["ewr", "ams", "nrt"]})");
}

void TestStudyCommands::comparesTwoFiles() {
    const Result text = run(compare_command(), {two_, three_});
    QCOMPARE(text.status, int(Done));
    QVERIFY(text.err.empty());
    QVERIFY(text.out.starts_with("Before   ewr, ams\nAfter    ewr, ams, nrt\n"));
    QVERIFY(text.out == run(compare_command(), {two_, three_}).out);

    const QJsonObject there = json(run(compare_command(), {two_, three_, "--format", "json"}));
    const QJsonObject back = json(run(compare_command(), {three_, two_, "--format=json"}));
    const auto moved = [](const QJsonObject &o) { return o["change"]["movedUsers"].toInteger(); };
    QVERIFY(moved(there) > 0);
    QCOMPARE(moved(there), moved(back));
    QCOMPARE(there["before"], back["after"]);
    const QJsonObject solved = json(run(solve_command(), {three_}));
    QCOMPARE(there["after"]["summary"], solved["summary"]);
    QCOMPARE(there["world"], solved["world"]);

    const Result csv = run(compare_command(), {two_, three_, "--format", "csv"});
    QCOMPARE(std::count(csv.out.begin(), csv.out.end(), '\n'), there["movers"].toArray().size() + 1);
}

void TestStudyCommands::comparesWithADeployment() {
    const std::string deploy = "--deploy=fly deploy -r ewr -r ams -r nrt";
    const Result said = run(compare_command(), {two_, deploy, "--format", "csv"});
    QCOMPARE(said.status, int(Done));
    QVERIFY(said.out == run(compare_command(), {two_, three_, "--format", "csv"}).out);
    QVERIFY(said.out == run(compare_command(), {deploy, "--format", "csv"}).out); // the story is of the same two
}

void TestStudyCommands::refusesAnotherWorld() {
    const std::string small = CATCHMENT_TEST_DATA "/small-world";
    const std::string other =
        write(QStringLiteral("other.json"), "{\"format\": \"catchment-scenario\", \"version\": 1,\n \"world\": \"" +
                                                QByteArray::fromStdString(small) + "\", \"regions\": []}");
    const Result result = run(compare_command(), {two_, other});
    QCOMPARE(result.status, int(WrongInput));
    QCOMPARE(result.err, other + ":2: another world than that of the other scenario; expected the same, or --world "
                                 "with one for both\n");
    QVERIFY(result.out.empty());
    QCOMPARE(run(compare_command(), {other, other}).status, int(Done));
}

void TestStudyCommands::sweepsWhatSolveSays() {
    const std::vector<std::string> words = {"--choose", "2", "--from", "ewr, nrt,AMS", "--objective", "median-rtt"};
    const Result result = run(sweep_command(), words);
    QCOMPARE(result.status, int(Done));
    QCOMPARE(result.err, std::string("exhaustive: all 3 deployments\n"));
    QVERIFY(result.out == run(sweep_command(), words).out);
    const QJsonObject sweep = json(result);
    QCOMPARE(sweep["method"].toString(), QStringLiteral("exhaustive"));
    QCOMPARE(sweep["results"].toArray().size(), 3);
    double last = 0;
    for (const QJsonValue &entry : sweep["results"].toArray()) {
        std::string deploy = "fly deploy";
        for (const QJsonValue &code : entry["regions"].toArray()) {
            deploy += " -r " + code.toString().toStdString();
        }
        const QJsonObject solved = json(run(solve_command(), {"--deploy", deploy}));
        QCOMPARE(entry["value"], solved["summary"]["medianRttMs"]);
        QCOMPARE(entry["unreachedUsers"], solved["summary"]["unreachedUsers"]);
        QVERIFY(entry["value"].toDouble() >= last);
        last = entry["value"].toDouble();
    }
    const Result csv = run(sweep_command(), {"--choose", "2", "--from", "ewr,nrt,ams", "--format", "csv"});
    QVERIFY(csv.out.starts_with("rank,regions,unreached_users,value\n1,"));
}

void TestStudyCommands::sweepsGreedily() {
    const Result result = run(sweep_command(), {"--choose=2", "--from=ewr,nrt,ams,sin", "--method=greedy"});
    QCOMPARE(result.status, int(Done));
    QVERIFY(result.err.starts_with("greedy with local search: "));
    QCOMPARE(json(result)["method"].toString(), QStringLiteral("greedy"));
}

void TestStudyCommands::wrongWords_data() {
    QTest::addColumn<QString>("command");
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const QString &command, const QStringList &words, const QString &message) {
        QTest::newRow(name) << command << words << "catchment " + command + ": " + message + "\n";
    };
    row("no scenarios", "compare", {}, "no scenarios; expected two files, or --deploy");
    row("one scenario", "compare", {"a"}, "only one scenario; expected two files, or --deploy");
    row("three", "compare", {"a", "b", "c"}, "too many words, from 'c' on; expected two scenario files");
    row("compare as", "compare", {"a", "b", "--format", "geojson"},
        "unknown format 'geojson'; expected text, json or csv");
    row("no number", "sweep", {}, "no number of regions; expected --choose K");
    row("none", "sweep", {"--choose", "0"},
        "--choose: '0'; expected a whole number from 1 to 18, as many as there are regions to choose from");
    row("too many", "sweep", {"--choose", "3", "--from", "ams,ewr"},
        "--choose: '3'; expected a whole number from 1 to 2, as many as there are regions to choose from");
    row("no digits", "sweep", {"--choose", "3x", "--from", "ams,ewr"},
        "--choose: '3x'; expected a whole number from 1 to 2, as many as there are regions to choose from");
    row("region", "sweep", {"--choose", "1", "--from", "ams,amx"},
        "--from: unknown region 'amx'; expected region codes such as ams, arn or lax, with commas between");
    row("twice", "sweep", {"--choose", "1", "--from", "ams,ewr,ams"},
        "--from: 'ams' is named twice; expected each region once");
    row("objective", "sweep", {"--choose", "1", "--objective", "rtt"},
        "--objective: 'rtt'; expected mean-rtt, median-rtt or p95-rtt");
    row("method", "sweep", {"--choose", "1", "--method", "fast"}, "--method: 'fast'; expected exhaustive or greedy");
    row("sweep as", "sweep", {"--choose", "1", "--format", "text"}, "unknown format 'text'; expected json or csv");
}

void TestStudyCommands::wrongWords() {
    QFETCH(QString, command);
    QFETCH(QStringList, words);
    QFETCH(QString, message);
    std::vector<std::string> plain;
    for (const QString &word : words) {
        plain.push_back(word.toStdString());
    }
    const Result result = run(command == QLatin1String("sweep") ? sweep_command() : compare_command(), plain);
    QCOMPARE(result.status, int(WrongInput));
    QCOMPARE(QString::fromStdString(result.err), message);
    QVERIFY(result.out.empty());
}

QTEST_APPLESS_MAIN(TestStudyCommands)
#include "tst_study_commands.moc"
