// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "io/input_error.h"
#include "io/rib_announcements_reader.h"

#include <QTest>

using namespace catchment;

/// The reader of announcements, and origin validation.
class TestRibAnnouncements : public QObject {
    Q_OBJECT

private slots:
    void everyKey();
    void defaults();
    void refusals_data();
    void refusals();
    void validity_data();
    void validity();
    void resolution();
};

namespace {

//   11 === 12
//    |\   /|
//    | \ / |        11 and 12 are peers; 5 and 777 are customers of both.
//    5     777
AsGraph graph() {
    const std::vector<AsLink> links = {{Asn{11}, Asn{5}, true},
                                       {Asn{12}, Asn{5}, true},
                                       {Asn{11}, Asn{777}, true},
                                       {Asn{12}, Asn{777}, true},
                                       {Asn{12}, Asn{11}, false}};
    return AsGraph(links);
}

RibAnnouncements read(const std::string &text) { return parse_rib_announcements(text, "a.json", graph()); }

} // namespace

void TestRibAnnouncements::everyKey() {
    const RibAnnouncements all = read(R"({"announcements": [{"prefix": "10.0.0.0/16", "asn": 777, "path": [777, 3],
        "to": [12, 11], "prepend": {"11": 2}, "noExport": [12], "med": {"11": 5}}],
        "roas": [{"prefix": "10.0.0.0/8", "origin": 777, "maxLength": 16}, {"prefix": "10.0.0.0/16", "origin": 0}],
        "originValidation": [5, 99], "prefer": {"5": {"12": 500}}})");
    QCOMPARE(all.announcements.size(), std::size_t{1});
    const RibAnnouncement &a = all.announcements.front();
    QVERIFY((a.prefix == Prefix{0x0A000000, 16}));
    QVERIFY((a.path == std::vector{Asn{777}, Asn{3}}));
    QVERIFY((*a.to == std::vector{Asn{11}, Asn{12}}));
    QCOMPARE(a.tuning.size(), std::size_t{2});
    QCOMPARE(a.tuning[0].neighbour.value, 11u);
    QCOMPARE(a.tuning[0].prepend, std::uint16_t{2});
    QCOMPARE(a.tuning[0].med, 5u);
    QVERIFY(!a.tuning[0].no_export);
    QCOMPARE(a.tuning[1].neighbour.value, 12u);
    QVERIFY(a.tuning[1].no_export);
    QCOMPARE(all.roas.size(), std::size_t{2});
    QCOMPARE(all.roas[0].max_length, std::uint8_t{16});
    QCOMPARE(all.roas[1].max_length, std::uint8_t{16}); // its own length, where it is not said
    QVERIFY((all.origin_validation == std::vector{Asn{5}, Asn{99}}));
    QCOMPARE(all.prefer.size(), std::size_t{1});
    QCOMPARE(all.prefer[0].value, 500u);
}

void TestRibAnnouncements::defaults() {
    const RibAnnouncements all = read(R"({"announcements": [{"prefix": "10.0.0.0/16", "asn": 777}]})");
    QVERIFY((all.announcements[0].path == std::vector{Asn{777}}));
    QVERIFY(!all.announcements[0].to);
    QVERIFY(all.announcements[0].tuning.empty());
}

void TestRibAnnouncements::refusals_data() {
    QTest::addColumn<QString>("entry");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("problem");
    const auto row = [](const char *name, const char *entry, int line, const char *problem) {
        QTest::newRow(name) << entry << line << problem;
    };
    row("unknown key", "\"asn\": 777,\n\"mde\": {}", 3, "unknown key 'mde'");
    row("no asn", "\"to\": []", 2, "without an 'asn'");
    row("unknown network", "\"asn\": 778", 2, "AS778 is not in the relationship file");
    row("asn 0", "\"asn\": 0", 2, "'asn' is out of range");
    row("asn too large", "\"asn\": 4294967296", 2, "'asn' is out of range");
    row("asn as words", "\"asn\": \"777\"", 2, "'asn' is of the wrong type");
    row("path of another", "\"asn\": 777,\n\"path\": [5, 777]", 3, "'path' does not begin with AS777");
    row("empty path", "\"asn\": 777, \"path\": []", 2, "'path' does not begin with AS777");
    row("to no neighbour", "\"asn\": 777, \"to\": [11,\n5]", 3, "AS5 is no neighbour of AS777");
    row("prepend to no neighbour", "\"asn\": 777, \"prepend\":\n{\"5\": 1}", 3, "AS5 is no neighbour of AS777");
    row("prepend to a word", "\"asn\": 777, \"prepend\": {\"AS11\": 1}", 2, "key 'AS11' in 'prepend'");
    row("prepend by less", "\"asn\": 777, \"prepend\": {\"11\": -1}", 2, "is out of range");
    row("prepend by half", "\"asn\": 777, \"prepend\": {\"11\": 0.5}", 2, "is of the wrong type");
    row("NO_EXPORT as a word", "\"asn\": 777, \"noExport\": true", 2, "'noExport' is of the wrong type");
    row("MED below 0", "\"asn\": 777, \"med\": {\"11\": -5}", 2, "is out of range");
    row("second time", "\"asn\": 777},\n{\"prefix\": \"10.0.0.0/16\", \"asn\": 777", 3, "a second time, after line 2");
}

void TestRibAnnouncements::refusals() {
    QFETCH(QString, entry);
    QFETCH(int, line);
    QFETCH(QString, problem);
    try {
        read("{\"announcements\": [\n{\"prefix\": \"10.0.0.0/16\", " + entry.toStdString() + "}]}");
        QFAIL("was read");
    } catch (const InputError &error) {
        QCOMPARE(error.line, static_cast<std::size_t>(line));
        QVERIFY2(QString(error.what()).contains(problem), error.what());
        QVERIFY2(!error.expected.empty(), error.what());
    }
    for (const char *whole :
         {"", "[]", "{}", "{\"announcements\": {}}", "{\"announcements\": [3]}", "{\"announcements\": [], \"roa\": []}",
          "{\"announcements\": [{\"prefix\": \"10.0.0.1/16\", \"asn\": 777}]}",
          "{\"announcements\": [{\"prefix\": \"::/0\", \"asn\": 777}]}",
          "{\"announcements\": [], \"roas\": [{\"prefix\": \"10.0.0.0/16\"}]}",
          "{\"announcements\": [], \"roas\": [{\"prefix\": \"10.0.0.0/16\", \"origin\": 1, \"maxLength\": 15}]}",
          "{\"announcements\": [], \"roas\": [{\"prefix\": \"10.0.0.0/16\", \"origin\": 1, \"maxLength\": 33}]}",
          "{\"announcements\": [], \"prefer\": {\"5\": {\"777\": 5}}}",
          "{\"announcements\": [], \"prefer\": {\"5\": 3}}", "{\"announcements\": [], \"prefer\": {\"6\": {}}}"}) {
        QVERIFY_EXCEPTION_THROWN(read(whole), InputError);
    }
}

void TestRibAnnouncements::validity_data() {
    QTest::addColumn<quint32>("address");
    QTest::addColumn<int>("length");
    QTest::addColumn<quint32>("origin");
    QTest::addColumn<int>("validity");
    const auto row = [](const char *name, quint32 address, int length, quint32 origin, RoaTable::Validity validity) {
        QTest::newRow(name) << address << length << origin << static_cast<int>(validity);
    };
    using enum RoaTable::Validity;
    row("as the ROA says", 0x0A000000, 16, 1, Valid);
    row("up to its longest", 0x0A000000, 20, 1, Valid);
    row("longer than that", 0x0A000000, 21, 1, Invalid);
    row("another origin", 0x0A000000, 16, 2, Invalid);
    row("one of several ROAs", 0x0A000000, 16, 3, Valid);
    row("shorter than any ROA", 0x0A000000, 15, 1, NotFound);
    row("beside it", 0x0A010000, 16, 1, NotFound);
    row("AS 0 forbids all", 0x0B000000, 8, 1, Invalid);
    row("AS 0 does not allow itself", 0x0B000000, 8, 0, Invalid);
}

void TestRibAnnouncements::validity() {
    const std::vector<Roa> roas = {
        {{0x0A000000, 16}, Asn{1}, 20}, {{0x0A000000, 16}, Asn{3}, 16}, {{0x0B000000, 8}, Asn{0}, 32}};
    QFETCH(quint32, address);
    QFETCH(int, length);
    QFETCH(quint32, origin);
    QFETCH(int, validity);
    QCOMPARE(static_cast<int>(RoaTable(roas).validate({address, static_cast<std::uint8_t>(length)}, Asn{origin})),
             validity);
}

void TestRibAnnouncements::resolution() {
    const AsGraph g = graph();
    const RibAnnouncements all = read(R"({"announcements": [
        {"prefix": "10.0.0.0/16", "asn": 777, "path": [777, 5, 99], "to": [11], "noExport": [12]},
        {"prefix": "10.0.0.0/8", "asn": 5, "prepend": {"11": 3}}, {"prefix": "10.0.0.0/16", "asn": 5}],
        "roas": [{"prefix": "10.0.0.0/16", "origin": 5}]})");
    const auto prefixes = resolve(all, g);
    QCOMPARE(prefixes.size(), std::size_t{2});
    QCOMPARE(prefixes[0].prefix.length, std::uint8_t{8});
    QCOMPARE(prefixes[0].announcers[0].to(g.find(Asn{11}).value()).prepend, std::uint16_t{3});
    QVERIFY(prefixes[0].announcers[0].to(g.find(Asn{12}).value()).announced);
    QCOMPARE(prefixes[1].announcers.size(), std::size_t{2});
    QCOMPARE(g.asn(prefixes[1].announcers[0].node).value, 5u);
    QVERIFY(!prefixes[1].announcers[0].invalid);
    const RibAnnouncer &forger = prefixes[1].announcers[1];
    QVERIFY(forger.invalid);
    QVERIFY(forger.forged == std::vector{g.find(Asn{5}).value()});
    QVERIFY(forger.to(g.find(Asn{11}).value()).announced);
    QVERIFY(!forger.to(g.find(Asn{12}).value()).announced);
}

QTEST_APPLESS_MAIN(TestRibAnnouncements)
#include "tst_rib_announcements.moc"
