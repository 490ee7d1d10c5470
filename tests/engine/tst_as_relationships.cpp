// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "io/as_relationships.h"
#include "io/decompress.h"
#include "io/input_error.h"
#include "rib/as_graph_view.h"

#include <QTemporaryDir>
#include <QTest>

#include <boost/graph/strong_components.hpp>
#include <boost/graph/topological_sort.hpp>
#include <boost/iostreams/copy.hpp>
#include <boost/iostreams/device/array.hpp>
#include <boost/iostreams/device/back_inserter.hpp>
#include <boost/iostreams/filter/bzip2.hpp>
#include <boost/iostreams/filter/gzip.hpp>
#include <boost/iostreams/filter/lzma.hpp>
#include <boost/iostreams/filtering_stream.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>

using namespace catchment;

/// The reader of relationship files, compressed or not, and the graph that is made of them.
class TestAsRelationships : public QObject {
    Q_OBJECT

private slots:
    void bothSerials();
    void mixedLineEnds();
    void longLines();
    void duplicatesAndSiblings();
    void refusals_data();
    void refusals();
    void archives_data();
    void archives();
    void filesThatAreNone();
    void providerCycle();
    void longProviderCycle();
    void rows();
    void boostSeesTheGraph();
    void referenceFile();
};

namespace {

const std::string small = "# a comment\n1|2|-1|bgp\n3|1|0|mlp\n";

template <class Filter>
std::string packed(const std::string &text, Filter filter) {
    namespace io = boost::iostreams;
    std::string out;
    io::filtering_ostream stream;
    stream.push(filter);
    stream.push(io::back_inserter(out));
    stream << text;
    stream.reset();
    return out;
}

std::string packed(const QString &how, const std::string &text) {
    namespace io = boost::iostreams;
    return how == "gz"    ? packed(text, io::gzip_compressor())
           : how == "bz2" ? packed(text, io::bzip2_compressor())
                          : packed(text, io::lzma_compressor());
}

QString message(const std::string &content) {
    try {
        build_as_graph(parse_as_relationships("f", content));
    } catch (const InputError &error) {
        return error.what();
    }
    return "nothing";
}

std::filesystem::path reference(const char *name) {
    const char *folder = std::getenv("CATCHMENT_REFERENCE");
    return (folder ? std::filesystem::path(folder)
                   : std::filesystem::path(CATCHMENT_RESOURCES) / "../../shared/reference") /
           name;
}

} // namespace

void TestAsRelationships::bothSerials() {
    const AsRelationships first = parse_as_relationships("f", "1|2|-1\n1|3|0\n");
    const AsRelationships second = parse_as_relationships("f", "1|2|-1|bgp,mlp\n1|3|0|bgp");
    for (const AsRelationships *r : {&first, &second}) {
        QCOMPARE(r->links.size(), std::size_t{2});
        QVERIFY(r->links[0].transit && r->links[0].a == Asn{1} && r->links[0].b == Asn{2});
        QVERIFY(!r->links[1].transit && r->lines[1] == 2);
    }
}

void TestAsRelationships::mixedLineEnds() {
    const AsRelationships r = parse_as_relationships("f", "\xEF\xBB\xBF# a\r\n1|2|-1\r\r\n3|4|0\n\n5|6|0|x\r7|8|-1");
    QCOMPARE(r.links.size(), std::size_t{4});
    QVERIFY((r.lines == std::vector<std::size_t>{2, 4, 6, 7}));
    QCOMPARE(r.comments, std::size_t{1});
}

void TestAsRelationships::longLines() {
    const std::string comment = "#" + std::string(500'000, 'x') + "\n";
    QCOMPARE(parse_as_relationships("f", comment + "1|2|-1\n" + comment + "1|3|0\n").links.size(), std::size_t{2});
    QVERIFY(message("1|2|-1\n" + std::string(2'000'000, '#')).startsWith("f:2: a line of more than 1048576 bytes"));
}

void TestAsRelationships::duplicatesAndSiblings() {
    const AsRelationships r = parse_as_relationships("f", "1|2|-1\n2|3|1\n4|5|0\n1|2|-1|bgp\n5|4|0\n1|3|0\n1|2|1\n");
    QCOMPARE(r.links.size(), std::size_t{3});
    QCOMPARE(r.duplicates, std::size_t{2});
    QCOMPARE(r.siblings, std::size_t{2});
    QVERIFY((r.lines == std::vector<std::size_t>{1, 3, 6}));
}

void TestAsRelationships::refusals_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("problem");
    const auto row = [](const char *name, const QByteArray &content, const char *problem) {
        QTest::newRow(name) << content << problem;
    };
    row("empty", "", "f: is empty; expected ");
    row("comments only", "# 1|2|-1\n", "f: has no relationships; expected ");
    row("words", "1|2|-1\nhello world\n", "f:2: 'hello world' is no relationship; expected ");
    row("binary", QByteArray("\x01\x02\0\x7f|", 5), "f:1: '????|' is no relationship; expected ");
    row("a field missing", "1|2\n", "f:1: '1|2' is no relationship; expected ");
    row("a word as number", "1|two|-1\n", "f:1: '1|two|-1' is no relationship; expected ");
    row("a space", "1 |2|-1\n", "f:1: '1 |2|-1' is no relationship; expected ");
    row("number too large", "1|4294967296|-1\n", "f:1: '1|4294967296|-1' is no relationship; expected ");
    row("AS 0", "0|2|-1\n", "f:1: AS number 0 in '0|2|-1'; expected ");
    row("unknown relationship", "#\n1|2|7\n", "f:2: relationship 7 in '1|2|7'; expected ");
    row("with itself", "2|2|0\n", "f:1: AS2 is linked with itself; expected ");
    row("two relationships", "1|2|-1\n3|4|0\n2|1|0\n",
        "f:3: AS2 and AS1 are peers, but in line 1 AS1 provides for AS2; expected ");
    row("both ways", "1|2|-1\n2|1|-1\n", "f:2: AS2 provides for AS1, but in line 1 AS1 provides for AS2; expected ");
}

void TestAsRelationships::refusals() {
    QFETCH(QByteArray, content);
    QFETCH(QString, problem);
    const QString actual = message(content.toStdString());
    QVERIFY2(actual.startsWith(problem), qPrintable(actual));
}

void TestAsRelationships::archives_data() {
    QTest::addColumn<QString>("how");
    for (const char *how : {"gz", "bz2", "xz"}) {
        QTest::newRow(how) << how;
    }
}

void TestAsRelationships::archives() {
    QFETCH(QString, how);
    std::string text = small;
    for (std::uint32_t asn = 1; asn < 5000; ++asn) {
        text += std::to_string(asn) + '|' + std::to_string(asn * 7919 + 10000) + "|-1\n";
    }
    const std::string whole = packed(how, text);
    QCOMPARE(parse_as_relationships("f", whole).links.size(), std::size_t{5001});
    QCOMPARE(parse_as_relationships("f", whole + packed(how, "900001|900002|0\n")).links.size(), std::size_t{5002});
    for (const std::size_t kept : {whole.size() / 2, whole.size() - 1, whole.size() - 5, std::size_t{8}}) {
        const QString actual = message(whole.substr(0, kept));
        QVERIFY2(actual.contains("archive breaks off or is damaged"), qPrintable(actual));
    }
    std::string damaged = whole;
    damaged[whole.size() / 2] = static_cast<char>(damaged[whole.size() / 2] ^ 0x55);
    QVERIFY(message(damaged) != "nothing"); // a block is read before its checksum: its lines may be wrong first
    QVERIFY(message(whole + "and more").contains("archive breaks off or is damaged"));
}

void TestAsRelationships::filesThatAreNone() {
    const QTemporaryDir folder;
    const std::filesystem::path place = folder.path().toStdString();
    QVERIFY_EXCEPTION_THROWN(read_as_relationships(place / "none"), InputError);
    QVERIFY_EXCEPTION_THROWN(read_as_relationships(place), InputError);
    std::ofstream(place / "some.txt", std::ios::binary) << packed("xz", small); // the name does not matter
    QCOMPARE(read_as_relationships(place / "some.txt").links.size(), std::size_t{2});
    QCOMPARE(read_decompressed(place / "some.txt"), small);
    QVERIFY_EXCEPTION_THROWN(read_decompressed(place / "some.txt", small.size() - 1), InputError);
}

void TestAsRelationships::providerCycle() {
    QCOMPARE(message("9|1|-1\n1|2|-1\n2|3|-1\n1|4|0\n3|1|-1\n3|8|-1\n"),
             QString("f:2: networks provide for each other in a circle: AS1 > AS2 > AS3 > AS1 (lines 2, 3, 5); "
                     "expected no network above itself"));
}

void TestAsRelationships::longProviderCycle() {
    std::string text;
    for (std::uint32_t asn = 1; asn < 100'000; ++asn) {
        text += std::to_string(asn) + '|' + std::to_string(asn + 1) + "|-1\n";
    }
    QCOMPARE(build_as_graph(parse_as_relationships("f", text)).transit_count(), 99'999u);
    QVERIFY(message(text + "100000|1|-1\n").startsWith("f:1: networks provide for each other in a circle: AS1 > AS2"));
}

void TestAsRelationships::rows() {
    const AsGraph graph =
        build_as_graph(parse_as_relationships("f", "70|5|-1\n70|30|-1\n9|5|-1\n30|5|-1\n9|70|0\n4|70|0\n100|70|0\n"));
    QCOMPARE(graph.size(), 6u);
    QCOMPARE(graph.transit_count(), 3u); // 9, 70, 30
    const auto words = [&graph](const AsGraph::Rows &rows, std::uint32_t asn) {
        QString out;
        for (const AsGraph::Node node : rows[graph.find(Asn{asn}).value()]) {
            out += QString::number(graph.asn(node).value) + ' ';
        }
        return out;
    };
    QCOMPARE(words(graph.providers(), 5), QString("9 30 70 "));
    QCOMPARE(words(graph.customers(), 70), QString("5 30 "));
    QCOMPARE(words(graph.peers(), 70), QString("4 9 100 "));
    QCOMPARE(words(graph.peers(), 4), QString("70 "));
    QVERIFY(!graph.find(Asn{6}));
    QVERIFY(graph.find(Asn{70}).value() < graph.find(Asn{30}).value());
    QVERIFY(std::ranges::is_sorted(graph.by_asn(), {}, [&](AsGraph::Node node) { return graph.asn(node); }));
}

void TestAsRelationships::boostSeesTheGraph() {
    const AsGraph graph = build_as_graph(parse_as_relationships("f", "1|2|-1\n2|3|-1\n1|3|-1\n4|3|-1\n"));
    const CustomerGraph down(graph);
    std::vector<AsGraph::Node> order;
    boost::topological_sort(down, std::back_inserter(order)); // customers before providers
    QCOMPARE(order.size(), std::size_t{4});
    std::vector<std::size_t> place(4);
    for (std::size_t i = 0; i < 4; ++i) {
        place[order[i]] = i;
    }
    for (AsGraph::Node node = 0; node < 4; ++node) {
        for (const AsGraph::Node customer : graph.customers()[node]) {
            QVERIFY(place[customer] < place[node]);
            QVERIFY(node < customer);
        }
    }
}

void TestAsRelationships::referenceFile() {
    const auto file = reference("20250901.as-rel2.txt.bz2");
    if (!std::filesystem::exists(file)) {
        QSKIP("no reference data beside the project");
    }
    const AsRelationships r = read_as_relationships(file);
    QCOMPARE(std::ranges::count(r.links, true, &AsLink::transit), 161'166);
    QCOMPARE(std::ranges::count(r.links, false, &AsLink::transit), 409'530);
    const AsGraph graph = build_as_graph(r);
    QCOMPARE(graph.size(), 78'643u);
    for (AsGraph::Node node = 0; node < graph.size(); ++node) {
        QCOMPARE(graph.customers()[node].empty(), node >= graph.transit_count());
        for (const AsGraph::Node provider : graph.providers()[node]) {
            QVERIFY(provider < node);
        }
    }
    for (const char *older : {"20161101.as-rel.txt.bz2", "20020101.as-rel.txt.xz"}) {
        QVERIFY(build_as_graph(read_as_relationships(reference(older))).size() > 10'000);
    }
}

QTEST_APPLESS_MAIN(TestAsRelationships)
#include "tst_as_relationships.moc"
