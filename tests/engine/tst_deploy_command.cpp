// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/deploy_command.h"

#include <QTest>

using namespace catchment;
using Codes = std::vector<std::string>;

/// `fly deploy …` and `fly scale count …`, word by word.
class TestDeployCommand : public QObject {
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void unknownRegionNamesTheClosest();
    void scaleKeepsItsCount();
    void deploySetsTheRegions();
    void scaleAddsAndRemoves();
    void keepsTheAppWhereNoneIsNamed();
};

namespace {

const Operator &fly() {
    static const Operator op = [] {
        Operator out;
        out.asn = Asn{64500};
        for (const auto &[code, name, alias] :
             {std::tuple("ams", "Amsterdam", ""), std::tuple("ewr", "Secaucus, NJ", "usa-east"),
              std::tuple("nrt", "Tokyo", ""), std::tuple("lhr", "London", "uk")}) {
            Region region;
            region.code = code;
            region.name = name;
            if (*alias) {
                region.aliases = {alias};
            }
            out.regions.push_back(region);
        }
        return out;
    }();
    return op;
}

DeployCommand read(const char *words) { return parse_deploy_command(words, fly()); }

std::string joined(const Codes &codes) {
    std::string out;
    for (const std::string &code : codes) {
        out += (out.empty() ? "" : " ") + code;
    }
    return out;
}

} // namespace

void TestDeployCommand::reads_data() {
    QTest::addColumn<QByteArray>("words");
    QTest::addColumn<QByteArray>("app");
    QTest::addColumn<QByteArray>("regions");
    const auto row = [](const char *name, const char *words, const char *app, const char *regions) {
        QTest::newRow(name) << QByteArray(words) << QByteArray(app) << QByteArray(regions);
    };
    row("the words of the story", R"(fly deploy -a my-app -r usa-east -r "ams")", "my-app", "ewr ams");
    row("one region", "fly deploy -a my-app -r ams", "my-app", "ams");
    row("without an app", "fly deploy -r ams", "", "ams");
    row("flyctl", "flyctl deploy -a x -r ams", "x", "ams");
    row("long options", "fly deploy --app x --region ams --region ewr", "x", "ams ewr");
    row("plural", "fly deploy --regions ams,ewr", "", "ams ewr");
    row("commas", "fly deploy -r ams,ewr,nrt", "", "ams ewr nrt");
    row("commas and blanks in quotes", "fly deploy -r 'ams, ewr , nrt'", "", "ams ewr nrt");
    row("equals", "fly deploy --app=x --region=ams,ewr", "x", "ams ewr");
    row("short equals", "fly deploy -a=x -r=ams", "x", "ams");
    row("quoted app with a blank", "fly deploy -a 'my app' -r ams", "my app", "ams");
    row("quotes inside a word", "fly deploy -r a\"m\"s", "", "ams");
    row("quoted option value", "fly deploy --region=\"ams,ewr\"", "", "ams ewr");
    row("escaped blank", "fly deploy -a my\\ app -r ams", "my app", "ams");
    row("typographic quotes", "fly deploy -a \u201Cmy-app\u201D -r \u201Cams\u201D", "my-app", "ams");
    row("blanks everywhere", "  fly   deploy\t-a  x \n -r   ams  ", "x", "ams");
    row("alias", "fly deploy -r usa-east", "", "ewr");
    row("capitals", "fly deploy -r AMS -r USA-East", "", "ams ewr");
    row("twice the same", "fly deploy -r ams -r ams,ewr -r usa-east", "", "ams ewr");
    row("options in any order", "fly deploy -r ams -a x -r ewr", "x", "ams ewr");
    row("the last app counts", "fly deploy -a x -a y -r ams", "y", "ams");
}

void TestDeployCommand::reads() {
    QFETCH(QByteArray, words);
    QFETCH(QByteArray, app);
    QFETCH(QByteArray, regions);
    const DeployCommand command = read(words.constData());
    QVERIFY(command.kind == DeployCommand::Kind::Deploy);
    QCOMPARE(QByteArray::fromStdString(command.app), app);
    QCOMPARE(QByteArray::fromStdString(joined(command.regions)), regions);
}

void TestDeployCommand::refuses_data() {
    QTest::addColumn<QByteArray>("words");
    QTest::addColumn<int>("column");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char *name, const char *words, int column, const char *says) {
        QTest::newRow(name) << QByteArray(words) << column << QByteArray(says);
    };
    row("nothing", "", 0, "fly deploy");
    row("blanks", "   ", 3, "fly deploy");
    row("another program", "docker deploy -r ams", 0, "docker");
    row("another verb", "fly launch -r ams", 4, "launch");
    row("no verb", "fly", 3, "deploy");
    row("scale without count", "fly scale memory 4 -r ams", 10, "memory");
    row("no count", "fly scale count --region ams", 28, "count");
    row("no whole count", "fly scale count two --region ams", 16, "two");
    row("negative count", "fly scale count -1 --region ams", 16, "-1");
    row("no region", "fly deploy -a my-app", 20, "region");
    row("no region to scale", "fly scale count 2 -a my-app", 27, "region");
    row("unknown option", "fly deploy --image x -r ams", 11, "--image");
    row("unknown word", "fly deploy ams", 11, "ams");
    row("option without a value", "fly deploy -r", 13, "region");
    row("option before an option", "fly deploy -r -a x", 14, "-r");
    row("double quote open", "fly deploy -a \"my-app -r ams", 14, "not closed");
    row("single quote open", "fly deploy -r 'ams", 14, "not closed");
    row("typographic quote open", "fly deploy -r \u201Cams", 14, "not closed");
    row("empty app", "fly deploy -a '' -r ams", 14, "empty");
    row("empty region", "fly deploy -r ams,,ewr", 14, "empty");
    row("comma at the end", "fly deploy -r ams,", 14, "empty");
    row("unknown region", "fly deploy -a x -r mars", 19, "mars");
    row("region of two lines", "fly deploy -r \"a\nb\"", 14, "a?b");
    row("unknown region after an equals", "fly deploy --region=mars", 20, "mars");
}

void TestDeployCommand::refuses() {
    QFETCH(QByteArray, words);
    QFETCH(int, column);
    QFETCH(QByteArray, says);
    try {
        read(words.constData());
        QFAIL("was accepted");
    } catch (const CommandError &error) {
        QVERIFY2(QByteArray(error.what()).contains(says), error.what());
        QVERIFY2(QByteArray(error.what()).contains("expected"), error.what());
        QCOMPARE(static_cast<int>(error.column), column);
    }
}

void TestDeployCommand::unknownRegionNamesTheClosest() {
    const auto message = [](const char *words) -> QByteArray {
        try {
            read(words);
        } catch (const CommandError &error) {
            return error.what();
        }
        return "accepted";
    };
    QVERIFY2(message("fly deploy -r amx").contains("expected a code such as ams"), message("fly deploy -r amx"));
    QVERIFY2(message("fly deploy -r usa-west").contains("such as ewr"), message("fly deploy -r usa-west"));
    QVERIFY2(message("fly deploy -r tokio").contains("such as nrt"), message("fly deploy -r tokio"));
}

void TestDeployCommand::scaleKeepsItsCount() {
    const DeployCommand command = read("fly scale count 3 --region ams,usa-east -a my-app");
    QVERIFY(command.kind == DeployCommand::Kind::Scale);
    QCOMPARE(command.count, 3);
    QCOMPARE(command.regions, (Codes{"ams", "ewr"}));
    QCOMPARE(command.app, "my-app");
    QCOMPARE(read("fly scale count --region nrt 0").count, 0);
}

void TestDeployCommand::deploySetsTheRegions() {
    Scenario before = story();
    before.title = "kept";
    const Scenario after = apply(read("fly deploy -a other -r nrt -r ams"), before);
    QCOMPARE(after.regions, (Codes{"nrt", "ams"}));
    QCOMPARE(after.app, "other");
    QCOMPARE(after.title, "kept");
}

void TestDeployCommand::scaleAddsAndRemoves() {
    Scenario scenario = story();
    QCOMPARE(scenario.regions, (Codes{"ewr", "ams"}));
    scenario = apply(read("fly scale count 2 --region nrt,ams"), scenario);
    QCOMPARE(scenario.regions, (Codes{"ewr", "ams", "nrt"}));
    scenario = apply(read("fly scale count 0 --region usa-east,lhr"), scenario);
    QCOMPARE(scenario.regions, (Codes{"ams", "nrt"}));
}

void TestDeployCommand::keepsTheAppWhereNoneIsNamed() {
    QCOMPARE(apply(read("fly deploy -r nrt"), story()).app, "my-app");
    QCOMPARE(apply(read("fly scale count 1 --region nrt"), story()).app, "my-app");
    QCOMPARE(apply(read("fly scale count 1 --region nrt -a b"), story()).app, "b");
}

QTEST_APPLESS_MAIN(TestDeployCommand)
#include "tst_deploy_command.moc"
