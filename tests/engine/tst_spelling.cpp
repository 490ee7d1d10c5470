// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "world/spelling.h"

#include <QTest>

using namespace catchment;
using Words = std::vector<std::string>;

class TestSpelling : public QObject {
    Q_OBJECT

private slots:
    void trims();
    void staysInOneLine();
    void folds_data();
    void folds();
    void sameWords();
    void closest();
    void joins();
};

void TestSpelling::trims() {
    QCOMPARE(trimmed(" \t a b\r\n"), "a b");
    QCOMPARE(trimmed(" \n"), "");
    QCOMPARE(trimmed(""), "");
}

void TestSpelling::staysInOneLine() {
    QCOMPARE(in_one_line("São 'a\nb'\t\x7f"), std::string("São 'a?b'??"));
    QCOMPARE(in_one_line(""), std::string());
}

void TestSpelling::folds_data() {
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("plain");
    QTest::newRow("capitals") << "New York"
                              << "new york";
    QTest::newRow("tilde") << "São Paulo"
                           << "sao paulo";
    QTest::newRow("umlaut") << "ZÜRICH"
                            << "zurich";
    QTest::newRow("acute") << "Bogotá"
                           << "bogota";
    QTest::newRow("cedilla") << "Curaçao"
                             << "curacao";
    QTest::newRow("polish") << "Łódź"
                            << "lodz";
    QTest::newRow("turkish") << "Iğdır"
                             << "igdir";
    QTest::newRow("slash") << "København"
                           << "kobenhavn";
    QTest::newRow("ring") << "Malmö Å"
                          << "malmo a";
    QTest::newRow("czech") << "Plzeň Žďár"
                           << "plzen zdar";
    QTest::newRow("no Latin letters") << "東京"
                                      << "東京";
    QTest::newRow("digits and signs") << "usa-east 1"
                                      << "usa-east 1";
}

void TestSpelling::folds() {
    QFETCH(QString, word);
    QFETCH(QString, plain);
    QCOMPARE(QString::fromStdString(folded(word.toStdString())), plain);
}

void TestSpelling::sameWords() {
    QVERIFY(same_word("Sao Paulo", "São Paulo"));
    QVERIFY(same_word("AMS", "ams"));
    QVERIFY(!same_word("ams", "amsx"));
    QVERIFY(same_word("", ""));
}

void TestSpelling::closest() {
    const Words codes = {"ams", "arn", "bom", "ewr", "iad"};
    QCOMPARE(closest_words("amx", codes, 1), Words{"ams"});
    QCOMPARE(closest_words("AMS", codes, 1), Words{"ams"});
    QCOMPARE(closest_words("ewr", codes, 9).size(), 5u);
    QCOMPARE(closest_words("ewr", codes, 0).size(), 0u);
    QCOMPARE(closest_words("x", Words{}, 3).size(), 0u);
    QCOMPARE(closest_words("bb", Words{"ba", "ab", "bc"}, 3), (Words{"ba", "ab", "bc"})); // equally near: their order
    QCOMPARE(closest_words("amsterdam", Words{"ams", "potsdam"}, 1), Words{"ams"});       // a beginning counts
}

void TestSpelling::joins() {
    QCOMPARE(joined_with_or(Words{}), "");
    QCOMPARE(joined_with_or(Words{"a"}), "a");
    QCOMPARE(joined_with_or(Words{"a", "b"}), "a or b");
    QCOMPARE(joined_with_or(Words{"a", "b", "c"}), "a, b or c");
}

QTEST_APPLESS_MAIN(TestSpelling)
#include "tst_spelling.moc"
