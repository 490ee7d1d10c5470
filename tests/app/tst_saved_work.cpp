// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/edits/tuning_edits.h"
#include "app/files/saved_work.h"
#include "app/files/scenario_document.h"
#include "io/input_error.h"

#include <QSignalSpy>
#include <QTest>

using namespace catchment;
using namespace catchment::app;

namespace {

/// Three edits, the last of them undone, with the file as it was after the first.
void work(ScenarioDocument &document) {
    document.apply(deployRegion(document.scenario(), "nrt", true));
    document.undoStack().setClean();
    document.apply(prepend(document.scenario(), {"ams", std::nullopt}, 2));
    document.apply(deployOnly(document.scenario(), "sin"));
    document.undoStack().undo();
}

} // namespace

class TestSavedWork : public QObject {
    Q_OBJECT

private slots:
    void comesBackWithItsHistory();
    void comesBackFromText();
    void isShortenedFromItsBeginning();
    void damageIsSaidWithItsLine_data();
    void damageIsSaidWithItsLine();
    void everyTruncationIsRefused();
};

void TestSavedWork::comesBackWithItsHistory() {
    ScenarioDocument document;
    work(document);
    ScenarioDocument other;
    const QSignalSpy changed(&other, &ScenarioDocument::scenarioChanged);
    QVERIFY(other.restore(document.work()));
    QCOMPARE(changed.count(), 1);
    QVERIFY(other.scenario() == document.scenario());
    QVERIFY(other.isModified());
    QCOMPARE(other.undoStack().undoText(), QStringLiteral("Prepend 2 at ams"));
    QCOMPARE(other.undoStack().redoText(), QStringLiteral("Deploy only sin"));
    other.undoStack().undo();
    QVERIFY(!other.isModified());
    other.undoStack().undo();
    QVERIFY(other.scenario() == story());
    QVERIFY(other.isModified());
}

void TestSavedWork::comesBackFromText() {
    ScenarioDocument document;
    work(document);
    SavedWork before = document.work();
    before.when = QDateTime::currentDateTimeUtc();
    before.file = QStringLiteral("/home/ä \"x\"/three.catchment.json");
    before.world = QStringLiteral("/worlds/1");
    const std::string text = writeSavedWork(before);
    const SavedWork after = parseSavedWork(text, "session");
    QCOMPARE(after.when, before.when);
    QCOMPARE(after.file, before.file);
    QCOMPARE(after.world, before.world);
    QVERIFY(after.start == before.start);
    QCOMPARE(after.edits.size(), before.edits.size());
    for (std::size_t i = 0; i < after.edits.size(); ++i) {
        QCOMPARE(after.edits[i].name, before.edits[i].name);
        QVERIFY(after.edits[i].scenario == before.edits[i].scenario);
    }
    QCOMPARE(after.index, 2);
    QCOMPARE(after.clean, 1);
    QCOMPARE(writeSavedWork(after), text);
}

void TestSavedWork::isShortenedFromItsBeginning() {
    ScenarioDocument document;
    work(document);
    const SavedWork whole = document.work();
    for (int most = 0; most <= 4; ++most) {
        SavedWork work = whole;
        shorten(work, most);
        QVERIFY(work.scenario() == whole.scenario());
        const auto dropped = static_cast<int>(whole.edits.size() - work.edits.size());
        QCOMPARE(dropped, std::clamp(3 - most, 0, 2)); // two are in force
        QCOMPARE(work.index, 2 - dropped);
        QCOMPARE(work.clean, 1 - dropped); // -1 where it is no longer among them
    }
}

void TestSavedWork::damageIsSaidWithItsLine_data() {
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("said");
    QTest::newRow("another format") << QByteArray("catchment-session") << QByteArray("catchment-scenario")
                                    << QStringLiteral("'format'");
    QTest::newRow("a later version") << QByteArray("\"version\": 1") << QByteArray("\"version\": 2")
                                     << QStringLiteral("'version'");
    QTest::newRow("index beyond the edits")
        << QByteArray("\"index\": 2") << QByteArray("\"index\": 9") << QStringLiteral("'index'");
    QTest::newRow("no clean state") << QByteArray("\"clean\"") << QByteArray("\"claen\"")
                                    << QStringLiteral("'clean' is missing");
    QTest::newRow("a scenario that is none")
        << QByteArray("\\\"version\\\": 1") << QByteArray("\\\"version\\\": 7") << QStringLiteral("version");
}

void TestSavedWork::damageIsSaidWithItsLine() {
    QFETCH(const QByteArray, from);
    QFETCH(const QByteArray, to);
    QFETCH(const QString, said);
    ScenarioDocument document;
    work(document);
    SavedWork before = document.work();
    before.when = QDateTime::currentDateTimeUtc();
    QByteArray text = QByteArray::fromStdString(writeSavedWork(before));
    QVERIFY(text.contains(from));
    text.replace(from, to);
    try {
        parseSavedWork(text.toStdString(), "the-session");
        QFAIL("nothing was said");
    } catch (const InputError &error) {
        const QString words = QString::fromUtf8(error.what());
        QVERIFY2(words.contains(said), error.what());
        QVERIFY2(words.startsWith(QStringLiteral("the-session:")), error.what());
        QVERIFY(error.line > 0);
    }
}

void TestSavedWork::everyTruncationIsRefused() {
    ScenarioDocument document;
    work(document);
    SavedWork before = document.work();
    before.when = QDateTime::currentDateTimeUtc();
    const std::string text = writeSavedWork(before);
    for (std::size_t length = 0; length + 2 < text.size(); length += 7) {
        QVERIFY_EXCEPTION_THROWN(parseSavedWork(text.substr(0, length), "session"), InputError);
    }
}

QTEST_GUILESS_MAIN(TestSavedWork)
#include "tst_saved_work.moc"
