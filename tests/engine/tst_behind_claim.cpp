// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "io/data_results.h"
#include "io/input_error.h"
#include "io/results.h"
#include "io/world_reader.h"
#include "lesson/behind_claim.h"
#include "lesson/claim.h"
#include "lesson/course.h"
#include "routing/solver.h"
#include "study/data_study.h"
#include "study/edge_study.h"

#include <QTest>

#include <nlohmann/json.hpp>

#include <cmath>

using namespace catchment;
using Json = nlohmann::ordered_json;

/// What lessons claim of instances and of data is what `solve` and `data` print.
class TestBehindClaim : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void saysWhatIsPrinted_data();
    void saysWhatIsPrinted();
    void networksOfACity();
    void claims_data();
    void claims();
    void nothingToClaim();
    void orderSaysNothing();

private:
    std::shared_ptr<const World> world_;
    Scenario scenario_; ///< every edge announces; instances in ewr and ams, data as well
    std::shared_ptr<const Catchments> solved_;
};

void TestBehindClaim::initTestCase() {
    world_ = read_world(CATCHMENT_RESOURCES "/world");
    scenario_.regions = {"ewr", "ams"};
    scenario_.announce = Announce::Everywhere;
    scenario_.data.emplace();
    scenario_.data->primary = "ewr";
    scenario_.data->replicas = {"ams"};
    solved_ = catchments(Solver(world_).solve(scenario_));
}

void TestBehindClaim::saysWhatIsPrinted_data() {
    QTest::addColumn<QStringList>("cut");
    QTest::newRow("whole") << QStringList{};
    QStringList australian;
    for (const FibreSegment &s : world_->fibre) {
        if ((world_->city(s.from).country == "AU") != (world_->city(s.to).country == "AU")) {
            australian << QString::fromStdString(s.name);
        }
    }
    QTest::newRow("Australia cut off") << australian;
}

void TestBehindClaim::saysWhatIsPrinted() {
    QFETCH(QStringList, cut);
    Scenario scenario = scenario_;
    for (const QString &cable : cut) {
        scenario.faults.cables.push_back(cable.toStdString());
    }
    const DataStudy study = *data_study(world_, scenario);
    const Json data = Json::parse(data_json(study, {}));
    const Json solved = Json::parse(solve_json(*study.catchments));
    for (const char *id : {"chicago-us", "sydney-au", "perth-au", "tokyo-jp", "frankfurt-de", "lagos-ng"}) {
        const std::size_t i = world_->city_by_id.at(id).index();
        const BehindTheEdge is = behind_the_edge_of(*study.catchments, CityId(i), std::nullopt);
        const auto near = [](std::optional<double> value, const Json &printed) {
            return value ? std::abs(*value - printed.get<double>()) <= 0.05 + 1e-9 : printed.is_null();
        };
        const Json &city = solved["cities"][i];
        QVERIFY(city["instance"].is_null()
                    ? !is.instance
                    : city["instance"] == Json(world_->own_operator.regions[is.instance->index()].code));
        QVERIFY(near(is.proxy_rtt_ms, city["proxyRttMs"]));
        QVERIFY(near(is.read_ms, data["cities"][i]["readMs"]));
        QVERIFY(near(is.write_ms, data["cities"][i]["writeMs"]));
        QVERIFY(near(is.stale_ms, data["cities"][i]["staleMs"]));
    }
}

/// The city as a whole is the mean of its networks.
void TestBehindClaim::networksOfACity() {
    const CityId city = world_->city_by_id.at("chicago-us");
    double users = 0, proxy = 0, write = 0;
    for (const NetworkOutcome &o : solved_->outcomes_of(city)) {
        const BehindTheEdge of = behind_the_edge_of(*solved_, city, o.network);
        users += o.users;
        proxy += o.users * *of.proxy_rtt_ms;
        write += o.users * *of.write_ms;
    }
    const BehindTheEdge all = behind_the_edge_of(*solved_, city, std::nullopt);
    QVERIFY(std::abs(*all.proxy_rtt_ms - proxy / users) < 1e-9);
    QVERIFY(std::abs(*all.write_ms - write / users) < 1e-9);
}

void TestBehindClaim::claims_data() {
    QTest::addColumn<QByteArray>("claim");
    QTest::addColumn<bool>("holds");
    const BehindTheEdge tokyo = behind_the_edge_of(*solved_, world_->city_by_id.at("tokyo-jp"), std::nullopt);
    const auto about = [](const char *key, double least, double most) {
        return QByteArray(R"({"city": "tokyo-jp", ")") + key + "\": [" + QByteArray::number(least) + ", " +
               QByteArray::number(most) + "]}";
    };
    const auto row = [](const char *name, const QByteArray &claim, bool holds) {
        QTest::newRow(name) << claim << holds;
    };
    row("instance", R"({"city": "chicago-us", "instance": "ewr"})", true);
    row("another instance", R"({"city": "chicago-us", "instance": "ams"})", false);
    row("no instance", R"({"city": "chicago-us", "instance": null})", false);
    const std::pair<const char *, double> times[] = {{"proxyRttMs", *tokyo.proxy_rtt_ms},
                                                     {"readMs", *tokyo.read_ms},
                                                     {"writeMs", *tokyo.write_ms},
                                                     {"staleMs", *tokyo.stale_ms}};
    for (const auto &[key, ms] : times) {
        row(key, about(key, ms - 1, ms + 1), true);
        row(qPrintable(QString::fromLatin1(key) + QStringLiteral(" too short")), about(key, 0, ms - 1), false);
        row(qPrintable(QString::fromLatin1(key) + QStringLiteral(" is there")),
            QByteArray(R"({"city": "tokyo-jp", ")") + key + "\": null}", false);
    }
    row("a network", R"({"city": "chicago-us", "network": 7922, "instance": "ewr"})", true);
    row("misspelt", R"({"city": "chicago-us", "instanse": "ewr"})", false);
    const auto range = [](const char *first, double ms) {
        return QByteArray(first) + '[' + QByteArray::number(ms - 1) + ", " + QByteArray::number(ms + 1) + "]}";
    };
    const double journeys = behind_edge(*solved_).journeys.mean_rtt_ms;
    row("whole journeys", range(R"({"summary": "journeyMeanRttMs", "between": )", journeys), true);
    row("longer journeys", range(R"({"summary": "journeyMeanRttMs", "between": )", journeys + 5), false);
    // Were the primary elsewhere: what a scenario says that has it there.
    for (const char *code : {"ewr", "ams"}) {
        Scenario there = scenario_;
        there.data->primary = code;
        there.data->replicas = {code == std::string("ewr") ? "ams" : "ewr"};
        const double ms = data_study(world_, there)->all.write_ms;
        const QByteArray claim = QByteArray(R"({"primary": ")") + code + R"(", "meanWriteMs": )";
        row(qPrintable(QStringLiteral("primary in %1").arg(QLatin1String(code))), range(claim, ms), true);
        row(qPrintable(QStringLiteral("slower in %1").arg(QLatin1String(code))), range(claim, ms + 5), false);
    }
    row("primary nowhere", R"({"primary": "xyz", "meanWriteMs": [0, 1000]})", false);
}

void TestBehindClaim::claims() {
    QFETCH(QByteArray, claim);
    QFETCH(bool, holds);
    const JsonValue value = JsonValue::parse(claim.toStdString(), "claim");
    if (holds) {
        check_claim(value, {solved_, solved_});
    } else {
        QVERIFY_EXCEPTION_THROWN(check_claim(value, {solved_, solved_}), InputError);
    }
}

/// No data, and every instance down.
void TestBehindClaim::nothingToClaim() {
    Scenario scenario = scenario_;
    scenario.data.reset();
    scenario.edge.instances = {{"ewr", 1, 1}, {"ams", 1, 1}};
    const auto c = catchments(Solver(world_).solve(scenario));
    const auto check = [&](const char *text) { check_claim(JsonValue::parse(text, "claim"), {c, c}); };
    check(R"({"city": "chicago-us", "instance": null, "proxyRttMs": null, "readMs": null, "writeMs": null})");
    QVERIFY_EXCEPTION_THROWN(check(R"({"city": "chicago-us", "instance": "ewr"})"), InputError);
    QVERIFY_EXCEPTION_THROWN(check(R"({"city": "chicago-us", "proxyRttMs": [0, 1000]})"), InputError);
    QVERIFY_EXCEPTION_THROWN(check(R"({"city": "chicago-us", "writeMs": [0, 1000]})"), InputError);
    QVERIFY_EXCEPTION_THROWN(check(R"({"primary": "ewr", "meanWriteMs": [0, 1000]})"), InputError);
}

/// A task is done whatever the order in which instances and replicas stand.
void TestBehindClaim::orderSaysNothing() {
    Scenario s = scenario_;
    s.regions = {"ewr", "ams", "nrt"};
    s.edge.instances = {{"ewr", 2, 0}, {"nrt", 1, 0}, {"ams", 3, 1}};
    s.data->replicas = {"nrt", "ams"};
    const auto keys = [](const char *text) { return ScenarioKeys(JsonValue::parse(text, "keys")); };
    QVERIFY(stands_so(keys(R"({"edge": {"instances": [{"region": "ams", "count": 3, "failed": 1},
                                                      {"region": "ewr", "count": 2}]},
                               "data": {"primary": "ewr", "replicas": ["ams", "nrt"]}})"),
                      s));
    QVERIFY(!stands_so(keys(R"({"edge": {"instances": [{"region": "ams", "count": 3}]}})"), s));
    QVERIFY(!stands_so(keys(R"({"data": {"primary": "ams", "replicas": ["ewr", "nrt"]}})"), s));
}

QTEST_APPLESS_MAIN(TestBehindClaim)
#include "tst_behind_claim.moc"
