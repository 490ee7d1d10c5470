// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "io/input_error.h"
#include "io/peeringdb.h"
#include "made_up_peeringdb.h"

#include <QTest>

#include <algorithm>

using namespace catchment;

/// The reader of PeeringDB's dump.
class TestPeeringDb : public QObject {
    Q_OBJECT

private slots:
    void everySection();
    void sectionsInAnyOrder();
    void whatIsPassedOver();
    void policies();
    void coordinates();
    void longTexts();
    void madeUpDump();
    void refusals_data();
    void refusals();
};

namespace {

const std::string dump = R"({
  "net": {"data": [{"id": 7, "asn": 42, "name": " PCH ", "info_type": "Educational/Research", "status": "ok",
                    "policy_general": "Open", "info_prefixes4": 100, "poc_set": [{"id": 1, "name": "x"}]}], "meta": {}},
  "fac": {"data": [{"id": 1, "name": "A", "city": "Ashburn", "country": "US", "latitude": 39, "longitude": -77.5}]},
  "ix": {"data": [{"id": 2, "name": "DE-CIX Frankfurt", "city": "Frankfurt", "country": "DE"}]},
  "netfac": {"data": [{"id": 3, "net_id": 7, "fac_id": 1, "local_asn": 42}]},
  "netixlan": {"data": [{"id": 4, "net_id": 7, "ix_id": 2, "asn": 42, "speed": 10000}]}
})";

QString refusal(const std::string &content) {
    try {
        parse_peeringdb("f", content);
    } catch (const InputError &error) {
        return error.what();
    }
    return "nothing";
}

} // namespace

void TestPeeringDb::everySection() {
    const PeeringDb db = parse_peeringdb("f", dump);
    QCOMPARE(db.nets.size(), std::size_t{1});
    QCOMPARE(db.nets[0].id, std::uint64_t{7});
    QCOMPARE(db.nets[0].asn.value, 42u);
    QCOMPARE(db.nets[0].name, std::string("PCH"));
    QCOMPARE(db.nets[0].type, std::string("Educational/Research"));
    QVERIFY(db.nets[0].policy == PeeringPolicy::Open);
    QCOMPARE(db.facilities.size(), std::size_t{1});
    QCOMPARE(db.facilities[0].city + db.facilities[0].country, std::string("AshburnUS"));
    QVERIFY((db.facilities[0].place == GeoPoint{39, -77.5}));
    QCOMPARE(db.exchanges.size(), std::size_t{1});
    QCOMPARE(db.exchanges[0].name, std::string("DE-CIX Frankfurt"));
    QVERIFY(db.at_facilities.size() == 1 && db.at_facilities[0].net == 7 && db.at_facilities[0].facility == 1);
    QVERIFY(db.at_exchanges.size() == 1 && db.at_exchanges[0].net == 7 && db.at_exchanges[0].exchange == 2);
    QCOMPARE(db.not_ok, std::size_t{0});
}

void TestPeeringDb::sectionsInAnyOrder() {
    // Lists without `data` around them, fields in another order, what is not known first.
    const PeeringDb db = parse_peeringdb(
        "f", R"({"org":[{"id":1}],"netixlan":[{"ix_id":2,"net_id":7}],"net":[{"asn":42,"id":7},{"asn":43,"id":8}]})");
    QCOMPARE(db.nets.size(), std::size_t{2});
    QVERIFY(!db.nets[0].policy && db.nets[0].name.empty());
    QCOMPARE(db.at_exchanges.size(), std::size_t{1});
}

void TestPeeringDb::whatIsPassedOver() {
    const PeeringDb db = parse_peeringdb("f", R"({
        "poc": {"data": [1, [2], {"id": "x", "asn": []}, null]}, "meta": 3,
        "net": {"meta": {"generated": 1, "data": [{"id": false}]}, "data": [
            {"id": 1, "asn": 1, "status": "deleted"}, {"status": "pending"},
            {"id": 2, "asn": 2, "status": "ok", "name": null, "asn_set": {"id": "a", "deep": [[{"asn": "b"}]]}}]}})");
    QCOMPARE(db.not_ok, std::size_t{2});
    QCOMPARE(db.nets.size(), std::size_t{1});
    QCOMPARE(db.nets[0].asn.value, 2u);
    QVERIFY(db.nets[0].name.empty());
}

void TestPeeringDb::policies() {
    const auto policy = [](const std::string &words) {
        return parse_peeringdb("f", R"({"net":[{"id":1,"asn":1,"policy_general":")" + words + "\"}]}").nets[0].policy;
    };
    QVERIFY(policy("Open") == PeeringPolicy::Open);
    QVERIFY(policy("Selective") == PeeringPolicy::Selective);
    QVERIFY(policy("Restrictive") == PeeringPolicy::Restrictive);
    QVERIFY(policy("No") == PeeringPolicy::Restrictive);
    QVERIFY(!policy("") && !policy("anything"));
}

void TestPeeringDb::coordinates() {
    const auto place = [](const std::string &fields) {
        return parse_peeringdb("f", R"({"fac":[{"id":1,)" + fields + "}]}").facilities[0].place;
    };
    QVERIFY((place(R"("latitude":-1,"longitude":2.5)") == GeoPoint{-1, 2.5}));
    QVERIFY(!place(R"("latitude":null,"longitude":null)"));
    QVERIFY(!place(R"("latitude":5)"));
    QVERIFY(!place(R"("latitude":95,"longitude":0)"));
}

void TestPeeringDb::longTexts() {
    // Longer than what is read at a time, with a line end inside a piece and none elsewhere.
    const std::string filler = R"({"id": 1, "notes": ")" + std::string(200'000, 'x') + "\"}";
    const std::string text = "{\"org\": [" + filler + "," + filler + "],\n\"net\": [{\"id\": 5, \"asn\": 6}]}";
    QCOMPARE(parse_peeringdb("f", text).nets.size(), std::size_t{1});
    QCOMPARE(refusal(text.substr(0, text.size() - 5) + "x}]}"),
             QString("f:2: not JSON at 'x'; expected valid JSON (RFC 8259)"));
}

/// The dump that is made up for tests and benchmarks is read as what it is.
void TestPeeringDb::madeUpDump() {
    const PeeringDbSize size{300, 50, 20, 600, 500, 100};
    const std::vector<City> cities{{"a", "Zürich \"City\"", "CH", {47.4, 8.5}, 10},
                                   {"b", "Rome", "IT", {41.9, 12.5}, 5}};
    std::string text;
    make_up_peeringdb(1, size, {Asn{3}, Asn{7}}, cities, [&text](std::string_view piece) { text += piece; });
    const PeeringDb db = parse_peeringdb("f", text);
    const std::size_t kept =
        db.nets.size() + db.facilities.size() + db.exchanges.size() + db.at_facilities.size() + db.at_exchanges.size();
    QCOMPARE(kept + db.not_ok, std::size_t{1470});
    QVERIFY(db.not_ok > 0 && db.nets.size() > 280 && db.at_exchanges.size() > 470);
    QVERIFY(std::ranges::any_of(db.nets, [](const auto &net) { return net.asn == Asn{7}; }));
    QVERIFY(std::ranges::any_of(db.facilities, [](const auto &f) { return f.city == "Zürich \"City\"" && f.place; }));
}

void TestPeeringDb::refusals_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const QByteArray &content, const QString &message) {
        QTest::newRow(name) << content << message;
    };
    const QString whole = "a whole number, not negative";
    row("empty", "", "f:1: the JSON text breaks off; expected valid JSON (RFC 8259)");
    row("words", "{\n\nno", "f:3: not JSON at 'no'; expected valid JSON (RFC 8259)");
    row("words at the end", "{\"net\": [], what}", "f:1: not JSON at 'w'; expected valid JSON (RFC 8259)");
    row("breaks off", "{\"net\": [{\"id\": 1,\n", "f:1: the JSON text breaks off; expected valid JSON (RFC 8259)");
    row("binary",
        QByteArray("\x7f"
                   "ELF\0\1",
                   6),
        "f:1: not JSON at '?'; expected valid JSON (RFC 8259)");
    row("another object", "{\"a\": 1}",
        "f: is no dump of PeeringDB; expected net, fac, ix, netfac or netixlan in an object");
    row("a list", "[]", "f:1: a list; expected an object with net, fac, ix, netfac and netixlan");
    row("a number", "12", "f:1: a number; expected an object with net, fac, ix, netfac and netixlan");
    row("section", "{\"net\":\n 5}", "f:2: 'net' is a number; expected a list of objects, or data with one");
    row("data", "{\"fac\": {\n\"data\": {}}}", "f:2: 'fac' is an object; expected a list of objects, or data with one");
    row("record", "{\"ix\": [\n{\"id\": 1},\n\"x\"]}", "f:3: a text in 'ix'; expected objects");
    row("list in a list", "{\"ix\": [[]]}", "f:1: a list in 'ix'; expected objects");
    row("no id", "{\"net\": [\n{\"asn\": 1}]}", "f:2: 'id' in 'net' is missing; expected a whole number");
    row("no asn", "{\"net\": [{\"id\": 1\n}]}", "f:2: 'asn' in 'net' 1 is missing; expected a whole number");
    row("no net", "{\"netfac\": [{\"id\": 9, \"fac_id\": 1}]}",
        "f:1: 'net_id' in 'netfac' 9 is missing; expected a whole number");
    row("asn a text", "{\"net\": [{\"id\": 3,\n\"asn\": \"1\"}]}",
        "f:2: 'asn' in 'net' 3 is a text; expected " + whole);
    row("asn negative", "{\"net\": [{\"id\": 3, \"asn\": -1}]}",
        "f:1: 'asn' in 'net' 3 is a number; expected " + whole);
    row("asn a fraction", "{\"net\": [{\"id\": 3, \"asn\": 1.5}]}",
        "f:1: 'asn' in 'net' 3 is a number; expected " + whole);
    row("asn a list", "{\"net\": [{\"id\": 3, \"asn\": [1]}]}", "f:1: 'asn' in 'net' 3 is a list; expected " + whole);
    row("asn 0", "{\"net\": [{\"id\": 3, \"asn\": 0}]}",
        "f:1: 'asn' in 'net' 3 is 0; expected numbers from 1 to 4294967295");
    row("asn too large", "{\"net\": [{\"id\": 3, \"asn\": 4294967296}]}",
        "f:1: 'asn' in 'net' 3 is 4294967296; expected numbers from 1 to 4294967295");
    row("name a number", "{\"ix\": [{\"id\": 3, \"name\": 1}]}", "f:1: 'name' in 'ix' 3 is a number; expected a text");
    row("latitude a text", "{\"fac\": [{\"id\": 3, \"latitude\": \"1\"}]}",
        "f:1: 'latitude' in 'fac' 3 is a text; expected degrees, or null");
    row("deep", "{\"a\": " + QByteArray(100, '['), "f:1: nested too deeply; expected at most 64 levels");
}

void TestPeeringDb::refusals() {
    QFETCH(QByteArray, content);
    QFETCH(QString, message);
    QCOMPARE(refusal(content.toStdString()), message);
}

QTEST_APPLESS_MAIN(TestPeeringDb)
#include "tst_peeringdb.moc"
