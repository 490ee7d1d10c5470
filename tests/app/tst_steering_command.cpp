// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run_command.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <iostream>
#include <sstream>

using namespace catchment::app;

/// `catchment steering`, and what other commands make of a scenario under DNS, on the built-in world.
class TestSteeringCommand : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void saysWhatSolveSays();
    void tellsOfAnEvent();
    void explainsByResolver();
    void wrongWords_data();
    void wrongWords();

private:
    std::string write(const QString &name, const QByteArray &rest) const;

    QTemporaryDir folder_;
    std::string anycast_; ///< ewr, ams; resolvers of both kinds
    std::string dns_;     ///< the same, steered by DNS
};

std::string TestSteeringCommand::write(const QString &name, const QByteArray &rest) const {
    QFile file(folder_.filePath(name));
    const QByteArray text = R"({"format": "catchment-scenario", "version": 1, "regions": ["ewr", "ams"],)" + rest + "}";
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size()) {
        qFatal("cannot write %s", qPrintable(file.fileName()));
    }
    return file.fileName().toStdString();
}

void TestSteeringCommand::initTestCase() {
    const QByteArray dns = R"("dns": {"resolver": "mixed", "publicShare": 0.5, "ttl": 60})";
    anycast_ = write(QStringLiteral("anycast.json"), dns);
    dns_ = write(QStringLiteral("dns.json"), R"("steering": "dns",)" + dns);
}

void TestSteeringCommand::saysWhatSolveSays() {
    const Result result = run(steering_command(), {dns_, "--format", "json"});
    QCOMPARE(result.status, int(Done));
    QVERIFY(result.out == run(steering_command(), {anycast_, "--format", "json"}).out); // both, whatever it is
    const QJsonObject study = json(result);
    QVERIFY(study["event"].isNull());
    QCOMPARE(study["resolvers"]["ttl"].toInt(), 60);
    const QJsonObject by_dns = json(run(solve_command(), {dns_}));
    QCOMPARE(study["dns"]["summary"], by_dns["summary"]);
    QCOMPARE(study["anycast"]["summary"], json(run(solve_command(), {anycast_}))["summary"]);
    for (const QJsonValue &city : by_dns["cities"].toArray()) {
        for (const QJsonValue &network : city["networks"].toArray()) {
            QVERIFY(network["region"].isNull() || network["region"] == network["answered"]);
            const QString resolver = network["resolver"].toString();
            QVERIFY(resolver == QStringLiteral("own") || resolver.contains(u'@'));
        }
    }
}

void TestSteeringCommand::tellsOfAnEvent() {
    const Result text = run(steering_command(), {anycast_, "--event", "FAIL region ams"});
    QCOMPARE(text.status, int(Done));
    QVERIFY(text.err.empty());
    QVERIFY(text.out.find("Event       fail region ams\n") != std::string::npos);
    const QJsonObject study = json(run(steering_command(), {anycast_, "--event", "fail region ams", "--format=json"}));
    QCOMPARE(study["dns"]["meanStuckSeconds"].toDouble(), 30.0);
    QCOMPARE(study["dns"]["longestStuckSeconds"].toDouble(), 60.0);
    QVERIFY(study["dns"]["stuckUsers"].toInteger() > 0);
    QVERIFY(study["anycast"]["longestStuckSeconds"].toDouble() < 60);
}

void TestSteeringCommand::explainsByResolver() {
    const auto lookup = [this](const std::string &resolver) {
        const std::vector<std::string> words{dns_, "--from", "Chicago", "--resolver", resolver, "--format", "json"};
        return json(run(explain_command(), words))["lookup"].toObject();
    };
    QCOMPARE(lookup("own")["resolver"].toString(), QStringLiteral("own"));
    QVERIFY(lookup("Quad9")["resolver"].toString().startsWith(QStringLiteral("Quad9@")));
    QCOMPARE(lookup("Quad9")["answered"].toString(), QStringLiteral("ewr"));
    const Result text = run(explain_command(), {dns_, "--from", "Chicago", "--resolver", "Quad9"});
    QVERIFY(text.out.find("Quad9's resolver in ") != std::string::npos);
}

void TestSteeringCommand::wrongWords_data() {
    QTest::addColumn<QString>("command");
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const QString &command, const QStringList &words, const QString &message) {
        QTest::newRow(name) << command << words << "catchment " + command + ": " + message + "\n";
    };
    row("format", "steering", {"--format", "csv"}, "unknown format 'csv'; expected text or json");
    row("event", "steering", {"--event", "fail region amx"},
        "--event 'fail region amx': unknown region 'amx'; expected a region code such as ams, arn or lax");
    row("time", "steering", {"--event", "fail region ams @3"},
        "--event 'fail region ams @3': it says when; expected no time, since nothing else happens");
    row("resolver", "explain", {"--from", "Chicago", "--resolver", "Quad8"},
        "--resolver: nobody there asks 'Quad8'; expected one of own");
    row("messages", "converge", {"DNS", "--event", "fail region ams"},
        "'steering' is 'dns', under which each region has a prefix of its own; expected anycast (message by message "
        "nothing else is built yet)");
}

void TestSteeringCommand::wrongWords() {
    QFETCH(QString, command);
    QFETCH(QStringList, words);
    QFETCH(QString, message);
    std::vector<std::string> plain;
    for (const QString &word : words) {
        plain.push_back(word == QLatin1String("DNS") ? dns_ : word.toStdString());
    }
    const auto which = std::ranges::find(commands(), command.toStdString(), &Command::name);
    const Result result = run(*which, plain);
    QCOMPARE(result.status, int(WrongInput));
    QCOMPARE(QString::fromStdString(result.err), message);
    QVERIFY(result.out.empty());
}

QTEST_APPLESS_MAIN(TestSteeringCommand)
#include "tst_steering_command.moc"
