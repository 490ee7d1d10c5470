// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/command_line.h"
#include "world/world.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QTest>

using namespace catchment;
using namespace catchment::app;

namespace {

Operator threeRegions() {
    Operator op;
    op.regions.resize(3);
    op.regions[0].code = "ams";
    op.regions[0].name = "Amsterdam";
    op.regions[1].code = "arn";
    op.regions[1].name = "Stockholm";
    op.regions[2].code = "ewr";
    op.regions[2].name = "New York";
    op.regions[2].aliases = {"usa-east"};
    return op;
}

} // namespace

class TestCommandLine : public QObject {
    Q_OBJECT

private slots:
    void findsTheRegionWord_data();
    void findsTheRegionWord();
    void completesWhatIsTyped();
    void enterTakesNoCompletionThatWasNotChosen();
    void goesThroughThePast();
};

void TestCommandLine::findsTheRegionWord_data() {
    // The bar stands for the cursor.
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("word");
    QTest::newRow("after -r") << "fly deploy -r am|"
                              << "am";
    QTest::newRow("nothing yet") << "fly deploy -r |"
                                 << "";
    QTest::newRow("in a list") << "fly deploy -r ewr,a|"
                               << "a";
    QTest::newRow("after a comma") << "fly deploy --region ewr,|"
                                   << "";
    QTest::newRow("in quotes") << "fly deploy -r \"am|"
                               << "am";
    QTest::newRow("after =") << "fly scale count 2 --region=e|"
                             << "e";
    QTest::newRow("in the middle") << "fly deploy -r a|ms -a x"
                                   << "ams";
    QTest::newRow("the app") << "fly deploy -a am|" << QString();
    QTest::newRow("the verb") << "fl|" << QString();
    QTest::newRow("the flag itself") << "fly deploy -r|" << QString();
}

void TestCommandLine::findsTheRegionWord() {
    QFETCH(QString, words);
    QFETCH(QString, word);
    const int cursor = static_cast<int>(words.indexOf(u'|'));
    words.remove(cursor, 1);
    const auto found = regionWordAt(words, cursor);
    QCOMPARE(found.has_value(), !word.isNull());
    if (found) {
        QCOMPARE(words.mid(found->start, found->length), word);
    }
}

void TestCommandLine::completesWhatIsTyped() {
    CommandLine line;
    line.setRegions(threeRegions());
    line.show();
    QTest::keyClicks(&line, QStringLiteral("fly deploy -r us"));
    auto *completer = line.findChild<QCompleter *>();
    QVERIFY(completer);
    QTRY_VERIFY(completer->popup()->isVisible());
    QCOMPARE(completer->completionCount(), 1);
    QTest::keyClick(completer->popup(), Qt::Key_Down);
    QVERIFY(line.completing());
    QTest::keyClick(completer->popup(), Qt::Key_Enter);
    QTRY_COMPARE(line.text(), QStringLiteral("fly deploy -r usa-east"));
    QVERIFY(!line.completing());
}

void TestCommandLine::enterTakesNoCompletionThatWasNotChosen() {
    CommandLine line;
    line.setRegions(threeRegions());
    line.show();
    QTest::keyClicks(&line, QStringLiteral("fly deploy -r a"));
    auto *completer = line.findChild<QCompleter *>();
    QTRY_VERIFY(completer->popup()->isVisible());
    QVERIFY(!line.completing());
    QTest::keyClick(&line, Qt::Key_Enter);
    QCOMPARE(line.text(), QStringLiteral("fly deploy -r a"));
}

void TestCommandLine::goesThroughThePast() {
    CommandLine line;
    line.remember(QStringLiteral("first"));
    line.remember(QStringLiteral("second"));
    line.remember(QStringLiteral("second"));
    line.setText(QStringLiteral("draft"));
    QTest::keyClick(&line, Qt::Key_Up);
    QCOMPARE(line.text(), QStringLiteral("second"));
    QTest::keyClick(&line, Qt::Key_Up);
    QCOMPARE(line.text(), QStringLiteral("first"));
    QTest::keyClick(&line, Qt::Key_Up);
    QCOMPARE(line.text(), QStringLiteral("first"));
    QTest::keyClick(&line, Qt::Key_Down);
    QTest::keyClick(&line, Qt::Key_Down);
    QCOMPARE(line.text(), QStringLiteral("draft"));
}

QTEST_MAIN(TestCommandLine)
#include "tst_command_line.moc"
