// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "io/input_error.h"
#include "io/scenario_io.h"

#include <QTest>

using namespace catchment;

/// The `operator` of a scenario file: what it says comes back, and what is wrong is named with its line.
class TestOperatorIo : public QObject {
    Q_OBJECT

private slots:
    void everyKey();
    void leastOperator();
    void roundTrip();
    void refuses_data();
    void refuses();
};

namespace {

std::string with(const std::string &operator_text) {
    return "{\"format\": \"catchment-scenario\", \"version\": 1,\n\"operator\": " + operator_text + "\n}\n";
}

/// An operator with one region whose further keys are these.
std::string with_region(const std::string &keys) {
    return with("{\"asn\": 64500, \"prefix\": \"192.0.2.0/24\", \"regions\": [\n{" + keys + "}]}");
}

OwnOperator example() {
    OwnOperator op{Asn{64500}, "Example", {0xC0000200, 24}, {}};
    op.regions.push_back({"lhr",
                          "London",
                          {51.51, -0.13},
                          {{Asn{1299}, Relationship::Provider, ""},
                           {Asn{6939}, Relationship::Peer, "linx"},
                           {Asn{7}, Relationship::Customer, ""}}});
    op.regions.push_back({"x-1", "S\u00e3o Paulo", {-23.55, -46.63}, {}});
    return op;
}

} // namespace

void TestOperatorIo::everyKey() {
    const Scenario s = parse_scenario(with(R"({"asn": 64500, "name": "Example", "prefix": "192.0.2.0/24",
        "regions": [{"code": "lhr", "name": "London", "lat": 51.51, "lon": -0.13,
                     "sessions": [{"asn": 1299, "relationship": "provider"},
                                  {"asn": 6939, "relationship": "peer", "via": "linx"},
                                  {"asn": 7, "relationship": "customer", "via": null}]},
                    {"code": "x-1", "name": "São Paulo", "lat": -23.55, "lon": -46.63, "sessions": []}]})"),
                                      "s.json");
    QVERIFY(s.own_operator == example());
    QCOMPARE(s.own_operator->region("x-1")->name, std::string("São Paulo"));
    QVERIFY(!s.own_operator->region("fra"));
}

void TestOperatorIo::leastOperator() {
    const Scenario s = parse_scenario(with_region(R"("code": "a", "lat": 90, "lon": -180)"), "s.json");
    QCOMPARE(s.own_operator->name, std::string("AS64500"));
    QCOMPARE(s.own_operator->regions.front().name, std::string("a"));
    QVERIFY(s.own_operator->regions.front().sessions.empty());
    QVERIFY(!parse_scenario(with("null"), "s.json").own_operator);
}

void TestOperatorIo::roundTrip() {
    Scenario s = story();
    QVERIFY(parse_scenario(write_scenario(s), "s.json") == s);
    s.own_operator = example();
    QVERIFY(parse_scenario(write_scenario(s), "s.json") == s);
    QCOMPARE(write_scenario(parse_scenario(write_scenario(s), "s.json")), write_scenario(s));
    s.own_operator->regions.clear();
    QVERIFY(parse_scenario(write_scenario(s), "s.json") == s);
}

void TestOperatorIo::refuses_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    QTest::addColumn<QByteArray>("says");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const std::string &text, int line, const char *says, const char *expected) {
        QTest::newRow(name) << QByteArray::fromStdString(text) << line << QByteArray(says) << QByteArray(expected);
    };
    row("a word", with("\"fly\""), 2, "'operator'", "object");
    row("no number", with(R"({"prefix": "192.0.2.0/24", "regions": []})"), 2, "without 'asn'", "asn, prefix");
    row("no prefix", with(R"({"asn": 1, "regions": []})"), 2, "without 'prefix'", "regions");
    row("no regions", with(R"({"asn": 1, "prefix": "192.0.2.0/24"})"), 2, "without 'regions'", "regions");
    row("AS 0", with(R"({"asn": 0, "prefix": "192.0.2.0/24", "regions": []})"), 2, "'asn'", "1");
    row("a long prefix", with(R"({"asn": 1, "prefix": "192.0.2.0/25", "regions": []})"), 2, "192.0.2.0/25", "24");
    row("host bits", with(R"({"asn": 1, "prefix": "192.0.2.1/24", "regions": []})"), 2, "192.0.2.1/24", "bits");
    row("an unknown key", with("{\"asn\": 1,\n\"colour\": 2}"), 3, "unknown key 'colour' in 'operator'", "prefix");
    row("no code", with_region(R"("lat": 1, "lon": 2)"), 3, "without 'code'", "lat");
    row("no place", with_region(R"("code": "a", "lat": 1)"), 3, "without 'lon'", "lon");
    row("a code in capitals", with_region(R"("code": "LHR", "lat": 1, "lon": 2)"), 3, "'LHR'", "lower-case");
    row("an empty code", with_region(R"("code": "", "lat": 1, "lon": 2)"), 3, "'code' is ''", "lower-case");
    row("a long code", with_region(R"("code": "abcdefghijklmnopq", "lat": 1, "lon": 2)"), 3, "abcdefghijklmnopq", "16");
    row("beyond the pole", with_region(R"("code": "a", "lat": 90.5, "lon": 2)"), 3, "'lat'", "-90 to 90");
    row("beyond the date line", with_region(R"("code": "a", "lat": 1, "lon": -181)"), 3, "'lon'", "-180 to 180");
    row("a session without a relationship",
        with_region("\"code\": \"a\", \"lat\": 1, \"lon\": 2,\n\"sessions\": [{\"asn\": 5}]"), 4,
        "without 'relationship'", "relationship");
    row("a strange relationship",
        with_region(
            "\"code\": \"a\", \"lat\": 1, \"lon\": 2,\n\"sessions\": [{\"asn\": 5, \"relationship\": \"friend\"}]"),
        4, "'friend'", "provider, peer or customer");
    row("a strange key of a session",
        with_region("\"code\": \"a\", \"lat\": 1, \"lon\": 2,\n\"sessions\": [{\"asn\": 5, \"med\": 1}]"), 4,
        "unknown key 'med'", "via");
}

void TestOperatorIo::refuses() {
    QFETCH(QByteArray, text);
    QFETCH(int, line);
    QFETCH(QByteArray, says);
    QFETCH(QByteArray, expected);
    try {
        parse_scenario(text.toStdString(), "s.json");
    } catch (const InputError &error) {
        const QByteArray message = error.what();
        QVERIFY2(message.startsWith("s.json:" + QByteArray::number(line) + ": "), message);
        QVERIFY2(message.contains(says), message);
        QVERIFY2(message.mid(message.indexOf("; expected")).contains(expected), message);
        return;
    }
    QFAIL("accepted");
}

QTEST_APPLESS_MAIN(TestOperatorIo)
#include "tst_operator_io.moc"
