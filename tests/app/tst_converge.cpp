// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"

#include <QTest>

#include <iostream>
#include <sstream>

using namespace catchment::app;

/// `catchment converge` as a person types it, on the built-in world.
class TestConverge : public QObject {
    Q_OBJECT

private slots:
    void tellsWhatHappened();
    void eventsMayBeRepeated();
    void sameBytesForTheSameSeed();
    void wrongWords_data();
    void wrongWords();
    void aCapThatIsTooLow();
};

namespace {

struct Result {
    int status = 0;
    std::string out;
    std::string err;
};

Result converge(const std::vector<std::string> &words) {
    std::ostringstream out, err;
    std::streambuf *const old_out = std::cout.rdbuf(out.rdbuf());
    std::streambuf *const old_err = std::cerr.rdbuf(err.rdbuf());
    const int status = run_command(converge_command(), words);
    std::cout.rdbuf(old_out);
    std::cerr.rdbuf(old_err);
    return {status, out.str(), err.str()};
}

} // namespace

void TestConverge::tellsWhatHappened() {
    const Result result = converge({"--event", "withdraw ams"});
    QCOMPARE(result.status, int(Done));
    QVERIFY(result.err.empty());
    QVERIFY(result.out.starts_with("Parameters\n"));
    QVERIFY(result.out.find("\n0.000 s   withdraw ams\n") != std::string::npos);
    QVERIFY(result.out.find("\nEnd   ") != std::string::npos);
    const Result json = converge({"--event", "withdraw ams", "--format", "json"});
    QVERIFY(json.out.find("\"event\":\"withdraw ams\"") != std::string::npos);
}

void TestConverge::eventsMayBeRepeated() {
    const Result result = converge({"--event", "withdraw ams @3", "--event=announce ams @4.5", "--mrai", "0"});
    QCOMPARE(result.status, int(Done));
    QVERIFY(result.out.find("\n3.000 s   withdraw ams\n") != std::string::npos);
    QVERIFY(result.out.find("\n4.500 s   announce ams\n") != std::string::npos);
}

void TestConverge::sameBytesForTheSameSeed() {
    const std::vector<std::string> words = {"--event", "fail network 3356", "--format", "json", "--seed", "5"};
    const Result first = converge(words);
    QCOMPARE(first.status, int(Done));
    QVERIFY(first.out == converge(words).out);
}

void TestConverge::wrongWords_data() {
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const QStringList &words, const QString &message) {
        QTest::newRow(name) << words << "catchment converge: " + message + "\n";
    };
    row("no event", {}, "no event; expected --event, such as --event 'withdraw ams'");
    row("region", {"--event", "withdraw amx"},
        "--event 'withdraw amx': unknown region 'amx'; expected a region code such as ams, arn or lax");
    row("order", {"--event", "withdraw ams @5", "--event", "announce ams @4"},
        "--event 'announce ams' is timed before the event in front of it; expected events in the order of their times");
    row("format", {"--event", "withdraw ams", "--format", "csv"}, "unknown format 'csv'; expected text or json");
    row("seed", {"--event", "withdraw ams", "--seed", "x"}, "--seed: 'x'; expected a whole number");
    row("interval", {"--event", "withdraw ams", "--mrai", "-1"}, "--mrai: '-1'; expected seconds");
    row("no number", {"--event", "withdraw ams", "--mrai", "nan"}, "--mrai: 'nan'; expected seconds");
    row("factor", {"--event", "withdraw ams", "--least-factor", "1.5"},
        "--least-factor: '1.5'; expected a number from 0 to 1");
    row("cap", {"--event", "withdraw ams", "--cap", "0"}, "--cap: '0'; expected how many messages, at least 1");
}

void TestConverge::wrongWords() {
    QFETCH(QStringList, words);
    QFETCH(QString, message);
    std::vector<std::string> plain;
    for (const QString &word : words) {
        plain.push_back(word.toStdString());
    }
    const Result result = converge(plain);
    QCOMPARE(result.status, int(WrongInput));
    QCOMPARE(QString::fromStdString(result.err), message);
    QVERIFY(result.out.empty());
}

void TestConverge::aCapThatIsTooLow() {
    const Result result = converge({"--event", "withdraw ams", "--cap", "1000"});
    QCOMPARE(result.status, int(Failed));
    QVERIFY(result.err.find("the routes do not settle, and none is claimed; AS") != std::string::npos);
    QVERIFY(result.err.ends_with(" were still changing when the cap was reached\n"));
    QCOMPARE(result.err.find('\n'), result.err.size() - 1);
    QVERIFY(result.out.find("\nEnd") == std::string::npos);
}

QTEST_APPLESS_MAIN(TestConverge)
#include "tst_converge.moc"
