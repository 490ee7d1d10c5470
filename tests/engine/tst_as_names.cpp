// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "io/as_names.h"
#include "io/input_error.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace catchment;

/// The reader of the registries' names.
class TestAsNames : public QObject {
    Q_OBJECT

private slots:
    void namesAndCountries();
    void skips();
    void badBytes();
    void refusals_data();
    void refusals();
    void files();
};

void TestAsNames::namesAndCountries() {
    const AsNames names = parse_as_names("f", "\xEF\xBB\xBF"
                                              "# a comment\n1:LVLT-1, US\r\n\n3320:Deutsche Telekom, AG , DE\n9:, FR\n"
                                              "7:DSTL, EU\n8:X, ZZ\n4294967295:LAST, AP");
    QCOMPARE(names.lines, std::size_t{6});
    QCOMPARE(names.by_asn.at(Asn{1}).name, std::string("LVLT-1"));
    QCOMPARE(names.by_asn.at(Asn{1}).country, std::string("US"));
    QCOMPARE(names.by_asn.at(Asn{3320}).name, std::string("Deutsche Telekom, AG"));
    QCOMPARE(names.by_asn.at(Asn{9}).name, std::string());
    for (const std::uint32_t nowhere : {7u, 8u, 4294967295u}) {
        QCOMPARE(names.by_asn.at(Asn{nowhere}).country, std::string());
    }
}

void TestAsNames::skips() {
    const AsNames names = parse_as_names("f", "0:-Reserved AS-, ZZ\n5:FIRST, US\n5:SECOND, DE\n");
    QCOMPARE(names.reserved, std::size_t{1});
    QCOMPARE(names.duplicates, std::size_t{1});
    QCOMPARE(names.by_asn.size(), std::size_t{1});
    QCOMPARE(names.by_asn.at(Asn{5}).name, std::string("FIRST"));
}

void TestAsNames::badBytes() {
    const AsNames names = parse_as_names("f", "5:K\xF6ln \xC3\xBC\t\xED\xA0\x80, DE\n");
    const std::string bad = "\xEF\xBF\xBD";
    QCOMPARE(names.by_asn.at(Asn{5}).name, "K" + bad + "ln \xC3\xBC" + bad + bad + bad + bad);
}

void TestAsNames::refusals_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("message");
    const QString names_none = "names no network; expected asn:name, CC";
    QTest::newRow("empty") << QByteArray() << "f: is empty; expected asn:name, CC";
    QTest::newRow("comments only") << QByteArray("# nothing\n") << "f: has no names; expected asn:name, CC";
    QTest::newRow("words") << QByteArray("1:A, US\nno names here\n") << "f:2: 'no names here' " + names_none;
    QTest::newRow("no colon") << QByteArray("1 A, US\n") << "f:1: '1 A, US' " + names_none;
    QTest::newRow("no country") << QByteArray("1:A\n") << "f:1: '1:A' " + names_none;
    QTest::newRow("small letters") << QByteArray("1:A, us\n") << "f:1: '1:A, us' " + names_none;
    QTest::newRow("three letters") << QByteArray("\n\n1:A, USA\n") << "f:3: '1:A, USA' " + names_none;
    QTest::newRow("too large") << QByteArray("4294967296:A, US\n") << "f:1: '4294967296:A, US' " + names_none;
    QTest::newRow("binary") << QByteArray("\x00\x01\xFF\n", 4) << "f:1: '?\?\?' " + names_none;
}

void TestAsNames::refusals() {
    QFETCH(QByteArray, content);
    QFETCH(QString, message);
    try {
        parse_as_names("f", content.toStdString());
        QFAIL("not refused");
    } catch (const InputError &error) {
        QCOMPARE(QString(error.what()), message);
    }
}

void TestAsNames::files() {
    QTemporaryDir folder;
    const std::string path = folder.filePath("names.txt").toStdString();
    QFile file(QString::fromStdString(path));
    QVERIFY(file.open(QFile::WriteOnly));
    file.write("1:A, US\n");
    file.close();
    QCOMPARE(read_as_names(path).lines, std::size_t{1});
    QCOMPARE(read_as_names(path).name, path);
    QVERIFY_EXCEPTION_THROWN(read_as_names(path + ".none"), InputError);
}

QTEST_APPLESS_MAIN(TestAsNames)
#include "tst_as_names.moc"
