// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/drawn.h"
#include "engine/random_security.h"
#include "io/input_error.h"
#include "io/scenario_io.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace catchment;
using naive::Dice;

/// Scenario files: what they say comes back, and what is wrong is named with its line.
class TestScenarioIo : public QObject {
    Q_OBJECT

private slots:
    void everyKey();
    void leastScenario();
    void roundTrip();
    void randomRoundTrip();
    void sameScenarioSameBytes();
    void whatIsEmptyIsNotRefused();
    void refuses_data();
    void refuses();
    void namesAreCheckedWithTheirLine();
    void readsAFile();
    void missingFile();
};

namespace {

constexpr const char *head = "{\"format\": \"catchment-scenario\", \"version\": 1,\n";

/// The scenario whose second line is `line`.
std::string with(const char *line) { return std::string(head) + line + "\n}\n"; }

Scenario full() {
    Scenario s;
    s.title = "Two \"regions\"";
    s.notes = "a\nb \u2192 c";
    s.world = "worlds/mine";
    s.app = "an app";
    s.regions = {"ewr", "ams"};
    Tuning &whole = s.tuning_for("ams");
    whole.prepend = 2;
    whole.withhold = false;
    Tuning &one = s.tuning_for("ewr", Asn{4'200'000'000});
    one.med = 4'294'967'295;
    one.no_export = true;
    s.faults = {{"ams"}, {Asn{10}, Asn{20}}, {{Asn{10}, Asn{20}}}, {"decix"}, {"TAT-14", "b"}};
    s.sessions = {{"ams", Asn{6939}, Relationship::Peer, "amsix"}, {"ewr", Asn{5}, Relationship::Customer, ""}};
    s.security.origin_validation = {Asn{7922}, Asn{1299}};
    s.security.roas = {{{0x0A000000, 8}, Asn{0}, 24}, {{0xCB007000, 22}, Asn{64500}, 22}};
    s.security.hijack = {Asn{4755}, "mumbai-in", 24, {Asn{4755}, Asn{64500}}};
    s.view.projection = "robinson";
    s.view.theme = "dark";
    s.view.extent = {-10, 35.5, 30, 60};
    s.view.layers = {"cities", "labels"};
    s.view.select = "berlin-de";
    s.view.size = {1920, 1080};
    s.view.dpi = 300;
    s.view.preset = "slide";
    s.view.subtitle = "below \"it\"";
    s.view.caption = "a\nb";
    s.view.without = {"date", "legend"};
    s.view.legend = false;
    s.steering = Steering::Dns;
    s.dns = {ResolverKind::Mixed, 0.125, true, 60};
    return s;
}

} // namespace

void TestScenarioIo::everyKey() {
    const Scenario s = parse_scenario(R"({
        "format": "catchment-scenario", "version": 1,
        "title": "Two regions", "notes": "n", "world": "builtin", "app": "my-app",
        "regions": ["ewr", "ams"], "announce": "deployed", "steering": "anycast", "operator": null,
        "tuning": [
            {"region": "ams", "prepend": 2},
            {"region": "ams", "neighbour": 1299, "noExport": true},
            {"region": "ewr", "neighbour": 174, "withhold": true},
            {"region": "ewr", "neighbour": 3356, "med": 10}],
        "faults": {"regions": ["ams"], "networks": [174], "links": [[1299, 3356]], "exchanges": ["amsix"],
                   "cables": ["TAT-14"]},
        "sessions": [{"region": "ams", "asn": 6939, "relationship": "peer", "via": "amsix"},
                     {"region": "ams", "asn": 6940, "relationship": "customer"}],
        "view": {"projection": "equal-earth", "theme": "light"}
    })",
                                      "s.json");
    QCOMPARE(s.title, "Two regions");
    QCOMPARE(s.regions, (std::vector<std::string>{"ewr", "ams"}));
    QCOMPARE(s.tuning.size(), 4u);
    QCOMPARE(s.tuning[0].prepend, std::optional(2));
    QVERIFY(!s.tuning[0].neighbour);
    QCOMPARE(s.tuning[1].no_export, std::optional(true));
    QCOMPARE(s.tuning[1].neighbour, std::optional(Asn{1299}));
    QVERIFY(!s.tuning[1].prepend);
    QCOMPARE(s.tuning[2].withhold, std::optional(true));
    QCOMPARE(s.tuning[3].med, std::optional(10u));
    QCOMPARE(s.faults, (Faults{{"ams"}, {Asn{174}}, {{Asn{1299}, Asn{3356}}}, {"amsix"}, {"TAT-14"}}));
    QCOMPARE(s.sessions, (std::vector<ExtraSession>{{"ams", Asn{6939}, Relationship::Peer, "amsix"},
                                                    {"ams", Asn{6940}, Relationship::Customer, ""}}));
    QCOMPARE(s.view.theme, "light");
}

void TestScenarioIo::leastScenario() {
    const Scenario s = parse_scenario(R"({"format": "catchment-scenario", "version": 1})", "s.json");
    QCOMPARE(s, Scenario{});
}

void TestScenarioIo::roundTrip() {
    QCOMPARE(parse_scenario(write_scenario(full()), "s.json"), full());
    QCOMPARE(parse_scenario(write_scenario(Scenario{}), "s.json"), Scenario{});
    QCOMPARE(parse_scenario(write_scenario(story()), "s.json"), story());
    QVERIFY(write_scenario(full()).ends_with("}\n"));
}

void TestScenarioIo::randomRoundTrip() {
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        Dice dice(seed);
        naive::Recipe recipe = naive::random_recipe(dice);
        Scenario scenario = naive::random_scenario(recipe, dice);
        naive::add_random_security(recipe, scenario, dice);
        naive::add_random_dns(recipe, scenario, dice);
        const std::string text = write_scenario(scenario);
        QCOMPARE(parse_scenario(text, "s.json"), scenario);
        check_scenario(scenario, *naive::build(recipe), "s.json", text);
    }
}

void TestScenarioIo::sameScenarioSameBytes() {
    QCOMPARE(write_scenario(full()), write_scenario(full()));
    QCOMPARE(write_scenario(parse_scenario(write_scenario(full()), "s.json")), write_scenario(full()));
}

void TestScenarioIo::whatIsEmptyIsNotRefused() {
    QCOMPARE(parse_scenario(with(R"("announce": "deployed", "steering": "anycast", "operator": null,
        "security": {"originValidation": [], "hijack": null}, "data": null)"),
                            "s.json"),
             Scenario{});
}

void TestScenarioIo::refuses_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    QTest::addColumn<QByteArray>("says");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const std::string &text, int line, const char *says, const char *expected) {
        QTest::newRow(name) << QByteArray::fromStdString(text) << line << QByteArray(says) << QByteArray(expected);
    };
    row("nothing", "", 1, "breaks off", "JSON");
    row("no JSON", "regions: ewr", 1, "not JSON", "JSON");
    row("a list", "[]", 1, "format", "catchment-scenario");
    row("a key of two lines", with("\"a\\nb\": 1"), 2, "unknown key 'a\nb'", "data");
    row("no format", "{\"version\": 1}", 1, "format", "catchment-scenario");
    row("another format", "{\n\"format\": \"geojson\", \"version\": 1}", 2, "geojson", "catchment-scenario");
    row("no version", "{\"format\": \"catchment-scenario\"}", 1, "version", "1");
    row("a later version", "{\"format\": \"catchment-scenario\",\n\n\"version\": 2}", 3, "version", "1");
    row("version as text", "{\"format\": \"catchment-scenario\",\n\"version\": \"1\"}", 2, "version", "1");
    row("unknown key", with("\"region\": [\"ewr\"]"), 2, "'region'", "regions");
    row("unknown key, further down", with("\"title\": \"a\",\n\n\n\"fault\": {}"), 5, "'fault'", "faults");
    row("a key twice", with("\"title\": \"a\",\n\"title\": \"b\""), 3, "title", "once");
    row("cut off", std::string(head) + "\"title\": \"a", 2, "", "JSON");
    row("comma at the end", with("\"title\": \"a\","), 3, "not JSON", "JSON");
    row("title of a number", with("\"title\": 5"), 2, "'title'", "text");
    row("regions of a text", with("\"regions\": \"ewr\""), 2, "'regions'", "list");
    row("region of a number", with("\"regions\": [\"ewr\",\n 5]"), 3, "regions", "text");
    row("tuning without a region", with("\"tuning\": [{\"prepend\": 1}]"), 2, "region", "region");
    row("unknown key of a tuning", with("\"tuning\": [{\"region\": \"ams\",\n\"preprend\": 1}]"), 3, "preprend",
        "prepend");
    row("negative prepend", with("\"tuning\": [{\"region\": \"ams\", \"prepend\": -1}]"), 2, "prepend", "0 to");
    row("half a prepend", with("\"tuning\": [{\"region\": \"ams\", \"prepend\": 1.5}]"), 2, "prepend", "whole");
    row("med too large", with("\"tuning\": [{\"region\": \"ams\", \"med\": 4294967296}]"), 2, "med", "4294967295");
    row("withhold of a number", with("\"tuning\": [{\"region\": \"ams\", \"withhold\": 1}]"), 2, "withhold", "true");
    row("AS number 0", with("\"tuning\": [{\"region\": \"ams\", \"neighbour\": 0}]"), 2, "neighbour", "1 to");
    row("faults of a list", with("\"faults\": []"), 2, "faults", "object");
    row("unknown fault", with("\"faults\": {\"cable\": []}"), 2, "cable", "cables");
    row("a link of three", with("\"faults\": {\"links\": [[1, 2],\n[1, 2, 3]]}"), 3, "3", "two");
    row("a link of one number", with("\"faults\": {\"links\": [1]}"), 2, "links", "list");
    row("network as text", with("\"faults\": {\"networks\": [\"AS174\"]}"), 2, "networks", "whole");
    row("session without a relationship", with("\"sessions\": [{\"region\": \"ams\", \"asn\": 1}]"), 2, "sessions",
        "relationship");
    row("session with a sibling",
        with("\"sessions\": [{\"region\": \"ams\", \"asn\": 1, \"relationship\": \"sibling\"}]"), 2, "sibling", "peer");
    row("steering by chance", with("\"steering\": \"geo\""), 2, "geo", "anycast or dns");
    row("a resolver of nobody", with("\"dns\": {\"resolver\": \"isp\"}"), 2, "isp", "network, public or mixed");
    row("more than all", with("\"dns\": {\n\"publicShare\": 1.1}"), 3, "publicShare", "from 0 to 1");
    row("less than none", with("\"dns\": {\"publicShare\": -0.1}"), 2, "publicShare", "from 0 to 1");
    row("half a subnet", with("\"dns\": {\"clientSubnet\": 24}"), 2, "clientSubnet", "true or false");
    row("kept for ever", with("\"dns\": {\"ttl\": 604801}"), 2, "ttl", "604800");
    row("unknown key of dns", with("\"dns\": {\"ecs\": true}"), 2, "ecs", "clientSubnet");
    row("announce nowhere", with("\"announce\": \"nowhere\""), 2, "announce", "deployed or everywhere");
    row("edge of a list", with("\"edge\": []"), 2, "edge", "object");
    row("unknown key of the edge", with("\"edge\": {\n\"limit\": 5}"), 3, "limit", "softLimit");
    row("instances nowhere", with("\"edge\": {\"instances\": [{\"count\": 2}]}"), 2, "without a 'region'", "region");
    row("no instances", with("\"edge\": {\"instances\": [{\"region\": \"ams\", \"count\": 0}]}"), 2, "count", "1 to");
    row("more failed than there are",
        with("\"edge\": {\"instances\": [{\"failed\": 3, \"region\": \"ams\",\n\"count\": 2}]}"), 2, "failed",
        "0 to 2");
    row("a negative limit", with("\"edge\": {\"softLimit\": -1}"), 2, "softLimit", "1 to");
    row("limits upside down", with("\"edge\": {\"hardLimit\": 10,\n\"softLimit\": 20}"), 3, "softLimit", "at most 10");
    row("an hour too late", with("\"edge\": {\"hour\": 24.5}"), 2, "hour", "0 to 24");
    row("overflow of a number", with("\"edge\": {\"overflow\": 1}"), 2, "overflow", "true");
    row("data without a primary", with("\"data\": {\"writeShare\": 0.5}"), 2, "primary", "writes");
    row("quorum of nobody", with("\"data\": {\"consistency\": \"quorum\"}"), 2, "primary", "replicas");
    row("unknown consistency", with("\"data\": {\"primary\": \"ams\",\n\"consistency\": \"strong\"}"), 3, "strong",
        "primary-only");
    row("writes above one", with("\"data\": {\"primary\": \"ams\", \"writeShare\": 1.1}"), 2, "writeShare", "0 to 1");
    row("quorum larger than all",
        with("\"data\": {\"primary\": \"ams\", \"consistency\": \"quorum\",\n\"writeQuorum\": 2}"), 3, "2 of 1",
        "as many as there are");
    row("a quorum of a primary", with("\"data\": {\"primary\": \"ams\", \"readQuorum\": 1}"), 2, "readQuorum",
        "quorum");
    row("data twice in a region",
        with("\"regions\": [\"ams\", \"ewr\"],\n\"data\": {\"primary\": \"ams\",\n\"replicas\": [\"ewr\", \"ams\"]}"),
        4, "'ams' holds the data twice", "each region once");
    row("a replica twice", with("\"data\": {\"primary\": \"ams\", \"replicas\": [\"ewr\",\n\"ewr\"]}"), 3,
        "'ewr' holds the data twice", "each region once");
    row("instances twice",
        with("\"regions\": [\"ams\"],\n\"edge\": {\"instances\": [{\"region\": \"ams\"},\n{\"region\": \"ams\"}]}"), 4,
        "given twice", "each region once");
    row("unknown key of data", with("\"data\": {\"primary\": \"ams\", \"shards\": 2}"), 2, "shards", "replicas");
    row("half an operator", with("\"operator\": {\"asn\": 64500}"), 2, "operator", "prefix");
    row("half a hijack", with("\"security\": {\n\"hijack\": {\"asn\": 4755}}"), 3, "without 'city'", "prefixLength");
    row("a hijack of another",
        with("\"security\": {\"hijack\": {\"asn\": 1, \"city\": \"a\", \"prefixLength\": 24,\n"
             "\"path\": [2, 1]}}"),
        3, "AS1", "the hijacker first");
    row("an empty path",
        with("\"security\": {\"hijack\": {\"asn\": 1, \"city\": \"a\", \"prefixLength\": 24, \"path\": []}}"), 2,
        "path", "from 1 to");
    row("no such length", with("\"security\": {\"hijack\": {\"asn\": 1, \"city\": \"a\", \"prefixLength\": 33}}"), 2,
        "prefixLength", "32");
    row("unknown key of hijack", with("\"security\": {\"hijack\": {\"origin\": 1}}"), 2, "origin", "prefixLength");
    row("bits beyond the length", with("\"security\": {\"roas\": [{\"prefix\": \"10.0.0.1/8\", \"origin\": 1}]}"), 2,
        "10.0.0.1/8", "no bits");
    row("a shorter maximum",
        with("\"security\": {\"roas\": [\n{\"prefix\": \"10.0.0.0/8\", \"origin\": 1, \"maxLength\": 7}]}"), 3,
        "maxLength", "8");
    row("validator by name", with("\"security\": {\"originValidation\": [\"Comcast\"]}"), 2, "originValidation", "");
    row("unknown key of security", with("\"security\": {\"aspa\": []}"), 2, "aspa", "roas");
    row("unknown projection", with("\"view\": {\"projection\": \"flat\"}"), 2, "flat", "equal-earth");
    row("unknown theme", with("\"view\": {\"theme\": \"blue\"}"), 2, "blue", "light");
    row("extent of three", with("\"view\": {\"extent\": [1, 2, 3]}"), 2, "extent", "north");
    row("extent upside down", with("\"view\": {\"extent\": [0, 10, 20, 5]}"), 2, "extent", "south < north");
    row("size", with("\"view\": {\"size\": \"0x1080\"}"), 2, "size", "1920x1080");
    row("unknown key of the view", with("\"view\": {\"colour\": 1}"), 2, "colour", "projection");
}

void TestScenarioIo::refuses() {
    QFETCH(QByteArray, text);
    QFETCH(int, line);
    QFETCH(QByteArray, says);
    QFETCH(QByteArray, expected);
    try {
        parse_scenario(text.toStdString(), "s.catchment.json");
        QFAIL("was accepted");
    } catch (const InputError &error) {
        const QByteArray what = error.what();
        QVERIFY2(what.startsWith("s.catchment.json:" + QByteArray::number(line) + ": "), what);
        QVERIFY2(QByteArray::fromStdString(error.problem).contains(says), what);
        QVERIFY2(QByteArray::fromStdString(error.expected).contains(expected), what);
        QVERIFY2(!what.contains('\n'), what);
    }
}

void TestScenarioIo::namesAreCheckedWithTheirLine() {
    naive::Drawn d;
    d.city("a", 0).network(10, {"a"}).region("ams", "a").session("ams", 10);
    const auto world = d.world();
    const auto message = [&](const std::string &text) -> QByteArray {
        try {
            check_scenario(parse_scenario(text, "s.json"), *world, "s.json", text);
        } catch (const InputError &error) {
            return error.what();
        }
        return "accepted";
    };
    QCOMPARE(message(with("\"regions\": [\"ams\"]")), "accepted");
    const QByteArray region = message(with("\"regions\": [\"ams\",\n\"amx\"]"));
    QVERIFY2(region.startsWith("s.json:3: ") && region.contains("amx") && region.contains("ams"), region);
    const QByteArray network = message(with("\"title\": \"1999\",\n\"faults\": {\"networks\": [10,\n999]}"));
    QVERIFY2(network.startsWith("s.json:4: ") && network.contains("999"), network);
}

void TestScenarioIo::readsAFile() {
    const QTemporaryDir dir;
    const std::string path = dir.filePath("s.catchment.json").toStdString();
    QFile file(QString::fromStdString(path));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray::fromStdString("\xEF\xBB\xBF" + write_scenario(full())));
    file.close();
    QCOMPARE(read_scenario(path), full());
}

void TestScenarioIo::missingFile() {
    const QTemporaryDir dir;
    const std::string path = dir.filePath("none.json").toStdString();
    try {
        read_scenario(path);
        QFAIL("was accepted");
    } catch (const InputError &error) {
        QVERIFY2(QByteArray(error.what()).startsWith(QByteArray::fromStdString(path) + ": "), error.what());
    }
    QVERIFY_EXCEPTION_THROWN(read_scenario(dir.path().toStdString()), InputError);
}

QTEST_APPLESS_MAIN(TestScenarioIo)
#include "tst_scenario_io.moc"
