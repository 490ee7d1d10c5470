// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run_command.h"
#include "io/world_reader.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <iostream>
#include <map>
#include <set>
#include <sstream>

using namespace catchment;
using namespace catchment::app;

/// `catchment data` as a person types it, and what every command refuses of edges and data, on the built-in world.
class TestDataCommands : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void quorumAddsUp();
    void bestPrimaryFromSolveAndRtt();
    void bestIsRankedAsAsked();
    void simplestPlacement();
    void australiaCutOff_data();
    void australiaCutOff();
    void textTellsTheSame();
    void wrongFiles_data();
    void wrongFiles();
    void wrongWords_data();
    void wrongWords();

private:
    std::string write(const QString &name, const QByteArray &rest) const;

    QTemporaryDir folder_;
    std::shared_ptr<const World> world_;
};

namespace {

constexpr const char *quorum = R"("regions": ["ewr", "ams", "nrt"], "announce": "everywhere",
    "data": {"primary": "ewr", "replicas": ["ams", "nrt"], "consistency": "quorum", "writeQuorum": 2})";
constexpr const char *primary_only = R"("regions": ["ewr", "ams", "nrt"],
    "data": {"primary": "ewr", "replicas": ["ams", "nrt"], "consistency": "primary-only"})";

} // namespace

void TestDataCommands::initTestCase() { world_ = read_world(CATCHMENT_RESOURCES "/world"); }

std::string TestDataCommands::write(const QString &name, const QByteArray &rest) const {
    QFile file(folder_.filePath(name));
    const QByteArray text = "{\"format\": \"catchment-scenario\", \"version\": 1,\n" + rest + "}";
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size()) {
        qFatal("cannot write %s", qPrintable(file.fileName()));
    }
    return file.fileName().toStdString();
}

/// Every city's write latency from what `solve` and `data` print: to the edge, and what a write takes from there.
void TestDataCommands::quorumAddsUp() {
    const std::string file = write(QStringLiteral("quorum.json"), quorum);
    const Result result = run(data_command(), {file, "--format", "json"});
    QCOMPARE(result.status, int(Done));
    QVERIFY(result.err.empty());
    QVERIFY(result.out == run(data_command(), {file, "--format=json"}).out);
    const QJsonObject data = json(result);
    const QJsonObject solved = json(run(solve_command(), {file}));
    QCOMPARE(data["world"], solved["world"]);
    QCOMPARE(data["data"]["writeQuorum"].toInt(), 2);
    QCOMPARE(data["data"]["readQuorum"].toInt(), 2);
    QVERIFY(data["data"]["primaryInForce"].isNull());
    std::map<QString, double> behind;
    for (const QJsonValue &edge : data["edges"].toArray()) {
        behind[edge["code"].toString()] = edge["writeMs"].toDouble();
        QVERIFY(edge["writeMs"] == edge["readMs"]); // W and R are alike
        QCOMPARE(edge["staleMs"].toDouble(), 0.0);
    }
    const QJsonArray cities = data["cities"].toArray();
    QCOMPARE(cities.size(), solved["cities"].toArray().size());
    double users = 0, time = 0;
    for (qsizetype i = 0; i < cities.size(); ++i) {
        const QJsonValue city = solved["cities"][i];
        double sum = 0;
        for (const QJsonValue &network : city["networks"].toArray()) {
            sum +=
                network["share"].toDouble() * (network["rttMs"].toDouble() + behind.at(network["region"].toString()));
        }
        QCOMPARE(cities[i]["id"], city["id"]);
        QVERIFY(std::abs(cities[i]["writeMs"].toDouble() - sum) < 0.2); // of printed figures
        users += city["users"].toDouble();
        time += city["users"].toDouble() * cities[i]["writeMs"].toDouble();
    }
    QVERIFY(std::abs(data["summary"]["meanWriteMs"].toDouble() - time / users) < 0.1);
}

/// Mean write latency with the primary in each region, from the RTTs that `solve` prints, to the edge, and `rtt`, on
/// from there. `rtt` counts 1 ms of access, which is in the first already.
void TestDataCommands::bestPrimaryFromSolveAndRtt() {
    const std::string file = write(QStringLiteral("primary-only.json"), primary_only);
    const std::vector<std::string> deployed{"ewr", "ams", "nrt"};
    const auto &regions = world_->own_operator.regions;
    QByteArray pairs = "from_lat,from_lon,to_lat,to_lon\n";
    const auto place = [&](CityId city) {
        const GeoPoint at = world_->city(city).place;
        return QByteArray::number(at.lat, 'f', 6) + ',' + QByteArray::number(at.lon, 'f', 6);
    };
    for (const std::string &from : deployed) {
        const auto region = std::ranges::find(regions, from, &Region::code);
        for (const Region &to : regions) {
            pairs += place(region->city) + ',' + place(to.city) + '\n';
        }
    }
    QFile table(folder_.filePath(QStringLiteral("pairs.csv")));
    QVERIFY(table.open(QIODevice::WriteOnly) && table.write(pairs) == pairs.size());
    table.close();
    const Result rtt = run(rtt_command(), {"--pairs", table.fileName().toStdString()});
    QCOMPARE(rtt.status, int(Done));
    std::istringstream rows(rtt.out);
    std::string line;
    std::getline(rows, line);
    std::map<std::pair<std::string, std::string>, double> way;
    for (const std::string &from : deployed) {
        for (const Region &to : regions) {
            QVERIFY(std::getline(rows, line));
            way[{from, to.code}] = std::stod(line.substr(line.rfind(',') + 1)) - 1;
        }
    }

    const QJsonObject solved = json(run(solve_command(), {file}));
    std::map<std::string, double> mean;
    for (const Region &to : regions) {
        double time = 0, users = 0;
        for (const QJsonValue &city : solved["cities"].toArray()) {
            for (const QJsonValue &network : city["networks"].toArray()) {
                if (!network["region"].isNull()) {
                    const double people = city["users"].toDouble() * network["share"].toDouble();
                    const double on = way.at({network["region"].toString().toStdString(), to.code});
                    time += people * (network["rttMs"].toDouble() + on);
                    users += people;
                }
            }
        }
        mean[to.code] = time / users;
    }
    const QJsonArray best = json(run(data_command(), {file, "--best", "mean", "--format", "json"}))["best"].toArray();
    QCOMPARE(best.size(), static_cast<qsizetype>(regions.size()));
    const auto least = std::ranges::min_element(mean, {}, [](const auto &entry) { return entry.second; });
    QCOMPARE(best[0]["code"].toString().toStdString(), least->first);
    for (const QJsonValue &one : best) {
        QVERIFY(std::abs(one["meanWriteMs"].toDouble() - mean.at(one["code"].toString().toStdString())) < 0.2);
        QCOMPARE(one["unwritableUsers"].toInteger(), 0);
    }
    // The placement as it stands is one of them.
    const QJsonObject now = json(run(data_command(), {file, "--format", "json"}));
    QCOMPARE(row_of(best, QStringLiteral("ewr"))["meanWriteMs"], now["summary"]["meanWriteMs"]);
    QCOMPARE(row_of(best, QStringLiteral("ewr"))["p95WriteMs"], now["summary"]["p95WriteMs"]);
}

void TestDataCommands::bestIsRankedAsAsked() {
    const std::string file = write(QStringLiteral("ranked.json"), primary_only);
    for (const auto &[word, key] : {std::pair{"mean", "meanWriteMs"}, {"p95", "p95WriteMs"}}) {
        const QJsonArray best = json(run(data_command(), {file, "--best", word, "--format", "json"}))["best"].toArray();
        for (qsizetype i = 1; i < best.size(); ++i) {
            QVERIFY(best[i - 1][QLatin1String(key)].toDouble() <= best[i][QLatin1String(key)].toDouble());
        }
    }
    const QJsonArray mean = json(run(data_command(), {file, "--best", "mean", "--format", "json"}))["best"].toArray();
    const QJsonArray p95 = json(run(data_command(), {file, "--best", "p95", "--format", "json"}))["best"].toArray();
    QVERIFY(mean != p95);
    const Result text = run(data_command(), {file, "--best", "mean"});
    QVERIFY(has(text.out, "\n" + mean[0]["code"].toString().toStdString() + ' '));
    QVERIFY(!json(run(data_command(), {file, "--format", "json"})).contains(QStringLiteral("best")));
}

/// The story says nothing of data: a primary where it was deployed first, replicas elsewhere, and it says so.
void TestDataCommands::simplestPlacement() {
    const Result story = run(data_command(), {"--format", "json"});
    QCOMPARE(story.status, int(Done));
    QVERIFY(has(story.err, "taking a primary in ewr"));
    const QJsonObject simplest = json(story);
    QCOMPARE(simplest["data"]["primary"].toString(), QStringLiteral("ewr"));
    QCOMPARE(simplest["data"]["replicas"], QJsonArray{QStringLiteral("ams")});
    // A region that is taken away takes its data along.
    const std::string file = write(QStringLiteral("moved.json"), primary_only);
    const Result moved = run(data_command(), {file, "--deploy", "fly deploy -r ams -r nrt", "--format", "json"});
    QCOMPARE(moved.status, int(Done));
    const QJsonObject left = json(moved);
    QCOMPARE(left["data"]["primary"].toString(), QStringLiteral("ams"));
    QCOMPARE(left["data"]["replicas"], QJsonArray{QStringLiteral("nrt")});
}

void TestDataCommands::australiaCutOff_data() {
    QTest::addColumn<QByteArray>("consistency");
    QTest::addColumn<bool>("reads");  // in Sydney
    QTest::addColumn<bool>("writes"); // likewise
    QTest::newRow("primary") << QByteArray("primary") << true << false;
    QTest::newRow("primary only") << QByteArray("primary-only") << false << false;
    QTest::newRow("quorum") << QByteArray("quorum") << false << false;
    QTest::newRow("local") << QByteArray("local") << true << true;
}

/// Who reads, who writes, what is stale, and for how long after healing, as it is printed.
void TestDataCommands::australiaCutOff() {
    QFETCH(QByteArray, consistency);
    QFETCH(bool, reads);
    QFETCH(bool, writes);
    std::set<std::string> cables;
    for (const FibreSegment &s : world_->fibre) {
        if ((world_->city(s.from).country == "AU") != (world_->city(s.to).country == "AU")) {
            cables.insert('"' + s.name + '"');
        }
    }
    QByteArray cut;
    for (const std::string &cable : cables) {
        cut += (cut.isEmpty() ? "" : ", ") + QByteArray::fromStdString(cable);
    }
    const std::string file =
        write(QStringLiteral("cut.json"),
              R"("regions": ["ewr", "ams", "syd"], "announce": "everywhere", "faults": {"cables": [)" + cut +
                  R"(]}, "data": {"primary": "ewr", "replicas": ["ams", "syd"], "consistency": ")" + consistency +
                  R"(", "writeShare": 0.1})");
    const QJsonObject data = json(run(data_command(), {file, "--format", "json"}));
    const QStringList australian{QStringLiteral("syd"), QStringLiteral("mel")};
    double able = 0, unable = 0;
    qint64 written = 0;
    for (const QJsonValue &edge : data["edges"].toArray()) {
        const bool there = australian.contains(edge["code"].toString());
        QCOMPARE(edge["readMs"].isNull(), there && !reads);
        QCOMPARE(edge["writeMs"].isNull(), there && !writes);
        const bool cut_off = there || consistency == "local"; // hears nothing of the other side's writes
        QCOMPARE(edge["staleMs"].isNull(), cut_off);
        (edge["writeMs"].isNull() ? unable : able) += edge["users"].toDouble();
        written += there ? 0 : edge["users"].toInteger();
    }
    QVERIFY(std::abs(data["summary"]["writableUsers"].toDouble() - able) < 30); // of printed figures
    QVERIFY(writes || unable > 0);
    const QJsonObject syd = row_of(data["replicas"], QStringLiteral("syd"));
    QVERIFY(syd["up"].toBool() && syd["group"] != row_of(data["replicas"], QStringLiteral("ewr"))["group"]);
    QVERIFY(syd["lagMs"].isNull());
    // A thousandth of the people, 500 requests a day, a tenth of them writes; ten minutes; 10,000 records a second.
    const double missed = static_cast<double>(written) * 0.001 * 500 / 86400 * 0.1;
    QVERIFY(std::abs(syd["missedPerSecond"].toDouble() - missed) <= 0.5 + 1e-6);
    const double writes_now = data["summary"]["writesPerSecond"].toDouble();
    QVERIFY(std::abs(syd["catchUpSeconds"].toDouble() - missed * 600 / (10000 - writes_now)) < 0.5);
    QCOMPARE(row_of(data["replicas"], QStringLiteral("ewr"))["missedPerSecond"].toInteger() > 0, writes);
    const Result text = run(data_command(), {file});
    QVERIFY(has(text.out, "apart, group 1"));
    QCOMPARE(has(text.out, "since the cut"), reads);
    QVERIFY(has(text.out, "After a cut of 10 minutes"));
}

/// Figures of the text are those of the JSON.
void TestDataCommands::textTellsTheSame() {
    const std::string file = write(QStringLiteral("text.json"), quorum);
    const Result text = run(data_command(), {file});
    QCOMPARE(text.status, int(Done));
    const QJsonObject data = json(run(data_command(), {file, "--format", "json"}));
    const auto ms = [](const QJsonValue &value) {
        return QString::number(value.toDouble(), 'f', 1).toStdString() + " ms";
    };
    QVERIFY(has(text.out, "Quorums of 3 replicas: 2 confirm a write, 2 answer a read.\n"));
    for (const char *key : {"meanReadMs", "medianWriteMs", "p95WriteMs", "meanMs"}) {
        QVERIFY(has(text.out, ms(data["summary"][QLatin1String(key)])));
    }
    for (const QJsonValue &edge : data["edges"].toArray()) {
        const std::size_t at = text.out.find('\n' + edge["code"].toString().toStdString() + ' ');
        QVERIFY(at != std::string::npos);
        QVERIFY(has(text.out.substr(at, text.out.find('\n', at + 1) - at), ms(edge["writeMs"])));
    }
}

void TestDataCommands::wrongFiles_data() {
    QTest::addColumn<QByteArray>("rest");
    QTest::addColumn<int>("line");
    QTest::addColumn<QByteArray>("says");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const QByteArray &rest, int line, const char *says, const char *expected) {
        QTest::newRow(name) << "\"regions\": [\"ewr\", \"ams\"],\n" + rest << line << QByteArray(says)
                            << QByteArray(expected);
    };
    row("primary not deployed", R"("data": {"primary": "nrt"})", 3, "the primary is in 'nrt', which is not deployed",
        "a deployed region such as ");
    row("replica not deployed", R"("data": {"primary": "ewr", "replicas": ["nrt"]})", 3,
        "a replica is in 'nrt', which is not deployed", "a deployed region such as ");
    row("primary unknown", R"("data": {"primary": "ansterdam"})", 3, "unknown region 'ansterdam'", "a region code");
    row("W above N", R"("data": {"primary": "ewr", "replicas": ["ams"], "consistency": "quorum", "writeQuorum": 3})", 3,
        "'writeQuorum' is 3 of 2 replicas", "from 1 to as many as there are");
    row("R above N", R"("data": {"primary": "ewr", "replicas": ["ams"], "consistency": "quorum", "readQuorum": 3})", 3,
        "'readQuorum' is 3 of 2 replicas", "from 1 to as many as there are");
    row("negative soft limit", R"("edge": {"softLimit": -5})", 3, "'softLimit' is out of range",
        "a whole number from 1 to ");
    row("negative hard limit", R"("edge": {"hardLimit": -1})", 3, "'hardLimit' is out of range",
        "a whole number from 1 to ");
    row("instances not deployed", R"("edge": {"instances": [{"region": "nrt"}]})", 3,
        "instances in 'nrt', which is not deployed", "a deployed region such as ");
}

/// Every command that reads a scenario refuses it, in one line that says where and what was expected.
void TestDataCommands::wrongFiles() {
    QFETCH(QByteArray, rest);
    QFETCH(int, line);
    QFETCH(QByteArray, says);
    QFETCH(QByteArray, expected);
    const std::string file = write(QStringLiteral("wrong.json"), rest);
    for (const Command &command : {data_command(), designs_command(), solve_command(), check_command()}) {
        const Result result = run(command, {file});
        QCOMPARE(result.status, 2);
        QVERIFY(result.out.empty());
        QVERIFY(result.err.starts_with(file + ":" + std::to_string(line) + ": "));
        QVERIFY2(has(result.err, says.toStdString()), result.err.c_str());
        QVERIFY2(has(result.err, "; expected " + expected.toStdString()), result.err.c_str());
        QCOMPARE(std::count(result.err.begin(), result.err.end(), '\n'), 1);
    }
}

void TestDataCommands::wrongWords_data() {
    QTest::addColumn<QString>("command");
    QTest::addColumn<QStringList>("words"); // after the file
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("best of nothing") << "data" << QStringList{"--best", "median"} << QByteArray("mean or p95");
    QTest::newRow("best of a quorum") << "data" << QStringList{"--best", "mean"} << QByteArray("primary-only");
    QTest::newRow("data as csv") << "data" << QStringList{"--format", "csv"} << QByteArray("text or json");
    QTest::newRow("two files") << "data" << QStringList{"b.json"} << QByteArray("one scenario file");
    QTest::newRow("nothing deployed") << "data" << QStringList{"--deploy", "fly scale count 0 --region ewr,ams,nrt"}
                                      << QByteArray("a deployed \"primary\"");
    QTest::newRow("designs as csv") << "designs" << QStringList{"--format", "csv"} << QByteArray("text or json");
    QTest::newRow("two designs") << "designs" << QStringList{"b.json"} << QByteArray("one scenario file");
    QTest::newRow("sweep") << "sweep" << QStringList{"--choose", "2"} << QByteArray("\"announce\": \"deployed\"");
    QTest::newRow("withdraw") << "converge" << QStringList{"--event", "withdraw ams"}
                              << QByteArray("'fail region ams'");
    QTest::newRow("announce") << "steering" << QStringList{"--event", "announce lhr"}
                              << QByteArray("'repair region lhr'");
}

void TestDataCommands::wrongWords() {
    QFETCH(QString, command);
    QFETCH(QStringList, words);
    QFETCH(QByteArray, expected);
    const auto found = std::ranges::find(commands(), command.toStdString(), &Command::name);
    QVERIFY(found != commands().end());
    std::vector<std::string> all{write(QStringLiteral("words.json"), quorum)};
    for (const QString &word : words) {
        all.push_back(word.toStdString());
    }
    const Result result = run(*found, all);
    QCOMPARE(result.status, 2);
    QVERIFY(result.out.empty());
    const std::size_t at = result.err.find("; expected ");
    QVERIFY2(at != std::string::npos && result.err.find(expected.toStdString(), at) != std::string::npos,
             result.err.c_str());
}

QTEST_APPLESS_MAIN(TestDataCommands)
#include "tst_data_commands.moc"
