// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "io/csv.h"
#include "io/input_error.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace catchment;

/// Tables with a header line (RFC 4180).
class TestCsv : public QObject {
    Q_OBJECT

private slots:
    void columnsByName();
    void quotes();
    void lineEnds_data();
    void lineEnds();
    void linesOfRows();
    void numbers();
    void badNumbers_data();
    void badNumbers();
    void refuses_data();
    void refuses();
    void fieldsAreWrittenAsTheyAreRead();
    void readsAFile();
};

namespace {

CsvTable table(const char *text) { return CsvTable("t.csv", text, {"a", "b"}); }

} // namespace

void TestCsv::columnsByName() {
    const CsvTable t = table("extra,b,a\nx,2,1\ny,4,3\n");
    QCOMPARE(t.size(), 2u);
    QCOMPARE(t.text(0, 0), "1");
    QCOMPARE(t.text(0, 1), "2");
    QCOMPARE(t.text(1, 0), "3");
    QCOMPARE(t.name(), "t.csv");
    QCOMPARE(table("a,b\n").size(), 0u);
    QCOMPARE(table("a,b\n,\n").text(0, 1), "");
}

void TestCsv::quotes() {
    const CsvTable t = table("a,\"b\"\n\"x, y\",\"say \"\"hi\"\"\"\n\"two\nlines\",\"\"\n");
    QCOMPARE(t.text(0, 0), "x, y");
    QCOMPARE(t.text(0, 1), "say \"hi\"");
    QCOMPARE(t.text(1, 0), "two\nlines");
    QCOMPARE(t.text(1, 1), "");
}

void TestCsv::lineEnds_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("unix") << QByteArray("a,b\n1,2\n3,4\n");
    QTest::newRow("windows") << QByteArray("a,b\r\n1,2\r\n3,4\r\n");
    QTest::newRow("mixed") << QByteArray("a,b\r\n1,2\n3,4\r\n");
    QTest::newRow("none at the end") << QByteArray("a,b\n1,2\n3,4");
    QTest::newRow("with a mark") << QByteArray("\xEF\xBB\xBF"
                                               "a,b\n1,2\n3,4\n");
    QTest::newRow("empty lines") << QByteArray("a,b\n\n1,2\n\n3,4\n\n");
}

void TestCsv::lineEnds() {
    QFETCH(QByteArray, text);
    const CsvTable t = table(text.constData());
    QCOMPARE(t.size(), 2u);
    QCOMPARE(t.text(0, 0), "1");
    QCOMPARE(t.text(0, 1), "2");
    QCOMPARE(t.text(1, 1), "4");
}

void TestCsv::linesOfRows() {
    const CsvTable t = table("a,b\r\n1,\"x\r\ny\nz\"\r\n\r\n2,3\r\n");
    QCOMPARE(t.line(0), 2u);
    QCOMPARE(t.line(1), 6u);
}

void TestCsv::numbers() {
    const CsvTable t = table("a,b\n-12.5,4294967295\n1e3,0\n");
    QCOMPARE(t.number(0, 0), -12.5);
    QCOMPARE(t.number(1, 0), 1000.0);
    QCOMPARE(t.whole(0, 1, 4294967295), 4294967295u);
    QCOMPARE(t.whole(1, 1, 10), 0u);
}

void TestCsv::badNumbers_data() {
    QTest::addColumn<QByteArray>("field");
    for (const char *field : {"", "x", "1x", "1,5", "nan", "inf", "-", " 1", "1e999", "0x10"}) {
        QTest::newRow(*field ? field : "empty") << QByteArray(field);
    }
}

void TestCsv::badNumbers() {
    QFETCH(QByteArray, field);
    const QByteArray text = "a,b\n1,1\n\"" + field + "\",\"" + field + "\"\n";
    const CsvTable t = table(text.constData());
    for (const bool whole : {false, true}) {
        try {
            whole ? static_cast<double>(t.whole(1, 1, 100)) : t.number(1, 0);
            QFAIL("was accepted");
        } catch (const InputError &error) {
            QCOMPARE(error.line, 3u);
            QCOMPARE(error.file, "t.csv");
            QVERIFY2(QByteArray(error.what()).startsWith("t.csv:3: "), error.what());
            QVERIFY2(QByteArray::fromStdString(error.problem).contains("'" + field + "'"), error.what());
            QVERIFY2(QByteArray::fromStdString(error.expected).contains("number"), error.what());
        }
    }
    QVERIFY_EXCEPTION_THROWN(table("a,b\n1,101\n").whole(0, 1, 100), InputError);
    QVERIFY_EXCEPTION_THROWN(table("a,b\n1,-1\n").whole(0, 1, 100), InputError);
    QVERIFY_EXCEPTION_THROWN(table("a,b\n1,1.5\n").whole(0, 1, 100), InputError);
}

void TestCsv::refuses_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char *name, const char *text, int line, const char *says) {
        QTest::newRow(name) << QByteArray(text) << line << QByteArray(says);
    };
    row("nothing", "", 0, "empty");
    row("empty lines only", "\n\n", 0, "empty");
    row("missing column", "a,c\n1,2\n", 1, "'b'");
    row("missing column, below empty lines", "\n\na\n", 3, "'b'");
    row("too few fields", "a,b\n1,2\n3\n", 3, "1 field");
    row("too many fields", "a,b\n1,2,3\n", 2, "3 fields");
    row("comma at the end", "a,b\n1,2,\n", 2, "3 fields");
    row("quote not closed", "a,b\n1,2\n\"3,4\n5,6\n", 3, "not closed");
    row("quote not closed in its second line", "a,b\n1,\"x\ny\"\n1,\"2\n", 4, "not closed");
    row("text after a quote", "a,b\n\"1\"x,2\n", 2, "after a closing quote");
    row("quote inside a field", "a,b\n1,x\"y\n", 2, "quote inside");
}

void TestCsv::refuses() {
    QFETCH(QByteArray, text);
    QFETCH(int, line);
    QFETCH(QByteArray, says);
    try {
        table(text.constData());
        QFAIL("was accepted");
    } catch (const InputError &error) {
        QCOMPARE(static_cast<int>(error.line), line);
        QVERIFY2(QByteArray(error.what()).contains(says), error.what());
        QVERIFY2(QByteArray(error.what()).contains("; expected "), error.what());
    }
}

void TestCsv::fieldsAreWrittenAsTheyAreRead() {
    QCOMPARE(csv_field("plain text"), "plain text");
    QCOMPARE(csv_field("a,b"), "\"a,b\"");
    for (const std::string field : {"", "x", "a,b", "\"", "say \"hi\", please", "two\nlines", "\r"}) {
        const CsvTable t("t.csv", "a,b\n" + csv_field(field) + ",1\n", {"a"});
        QCOMPARE(t.text(0, 0), field);
    }
}

void TestCsv::readsAFile() {
    const QTemporaryDir dir;
    QFile file(dir.filePath("t.csv"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("a,b\n1,x\n");
    file.close();
    const std::filesystem::path path = file.fileName().toStdString();
    const CsvTable t(path, {"b"});
    QCOMPARE(t.text(0, 0), "x");
    QCOMPARE(t.name(), path.string());
    QVERIFY_EXCEPTION_THROWN(CsvTable(path / "none", {"b"}), InputError);
}

QTEST_APPLESS_MAIN(TestCsv)
#include "tst_csv.moc"
