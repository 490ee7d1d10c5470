// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/edits/tuning_edits.h"
#include "app/files/autosave.h"
#include "app/files/scenario_document.h"
#include "app/files/session_store.h"
#include "app/program.h"
#include "app/window.h"
#include "io/files.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <memory>
#include <unistd.h>

using namespace catchment;
using namespace catchment::app;

namespace {

const QString session_files = QStringLiteral("*.session.json");

QDir sessions() { return QDir(SessionStore::usualFolder()); }

QString onlySession() {
    const QStringList files = sessions().entryList({session_files}, QDir::Files);
    return files.size() == 1 ? sessions().filePath(files.front()) : QString();
}

std::unique_ptr<Program> openProgram() {
    WindowOptions options;
    options.world = CATCHMENT_RESOURCES "/world";
    auto program = std::make_unique<Program>(*qApp, options);
    program->window().show();
    program->start();
    return program;
}

/// Types a command into the window's command bar.
void deploy(Program &program, const QString &words) {
    auto *line = program.window().findChild<QLineEdit *>(QStringLiteral("commandLine"));
    line->setFocus();
    line->selectAll();
    QTest::keyClicks(line, words);
    QTest::keyClick(line, Qt::Key_Return);
}

/// The program in a process of its own: carries out two commands, waits until they are kept, and is killed.
int runAndDie() {
    const auto program = openProgram();
    if (!QTest::qWaitFor([&] { return program->workspace().results.catchments() != nullptr; }, 60000)) {
        return 3;
    }
    deploy(*program, QStringLiteral("fly deploy -a shop -r sin,lhr"));
    deploy(*program, QStringLiteral("fly deploy -a shop -r sin,lhr,nrt"));
    const auto both_kept = [] {
        const QString file = onlySession();
        return !file.isEmpty() && parseSavedWork(read_file(file.toStdString()), "session").edits.size() == 2;
    };
    if (!QTest::qWaitFor(both_kept, 60000)) {
        return 4;
    }
    ::kill(::getpid(), SIGKILL);
    return 5;
}

/// Keeps ever longer work, over and over, until it is killed.
[[noreturn]] void keepUntilKilled() {
    const SessionStore store(SessionStore::usualFolder());
    ScenarioDocument document;
    Autosave autosave(document, store.own());
    for (int i = 0;; ++i) {
        document.apply(prepend(document.scenario(), {"ams", std::nullopt}, i % 5 + 1));
        autosave.flush();
    }
}

} // namespace

class TestRecovery : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();

    void offersTheWorkOfAKilledProgram();
    void discardsIt();
    void leavesItForTheNextWhereItIsNotAnswered();
    void aCleanExitLeavesNothing();
    void aLivingProgramIsLeftAlone();
    void killedWhileItWritesItStillHasAWholeFile();
    void damagedFilesArePutAside();
    void unknownNamesLeaveTheOpenWorkAlone();

private:
    QTemporaryDir folder_;
};

namespace {

/// This program as a process of its own.
void startChild(QProcess &child, const QString &how) {
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.start(QCoreApplication::applicationFilePath(), {how});
}

void killOne() {
    QProcess child;
    startChild(child, QStringLiteral("--die"));
    QVERIFY(child.waitForFinished(120000));
    QCOMPARE(child.exitStatus(), QProcess::CrashExit);
    QVERIFY(!onlySession().isEmpty());
}

template <class Widget>
Widget *inOffer(Program &program, const char *name) {
    return program.window().findChild<QWidget *>(QStringLiteral("leftWork"))->findChild<Widget *>(QLatin1String(name));
}

bool offered(Program &program) { return inOffer<QLabel>(program, "offerText")->isVisible(); }

} // namespace

void TestRecovery::initTestCase() {
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder_.path());
    qputenv("XDG_DATA_HOME", folder_.path().toUtf8());
    use_working_graphics();
}

void TestRecovery::init() {
    QDir(sessions()).removeRecursively();
    QVERIFY(QDir().mkpath(sessions().path()));
}

void TestRecovery::offersTheWorkOfAKilledProgram() {
    killOne();
    const auto program = openProgram();
    QTRY_VERIFY(offered(*program));
    QVERIFY(!QApplication::activeModalWidget());
    const QString text = inOffer<QLabel>(*program, "offerText")->text();
    QVERIFY2(text.contains(QStringLiteral("shop")), qPrintable(text));

    inOffer<QPushButton>(*program, "offerTake")->click();
    ScenarioDocument &document = program->workspace().document;
    QCOMPARE(document.scenario().regions, (std::vector<std::string>{"sin", "lhr", "nrt"}));
    QVERIFY(document.isModified());
    QVERIFY(program->window().isWindowModified());
    QVERIFY(!offered(*program));
    QCOMPARE(document.undoStack().count(), 2);
    QCOMPARE(document.undoStack().undoText(), QStringLiteral("fly deploy -a shop -r sin,lhr,nrt"));
    QTRY_VERIFY(program->workspace().results.catchments());
    QCOMPARE(program->workspace().results.catchments()->solution->scenario->regions.size(), std::size_t{3});
    // It is now this program's, and safe again.
    QVERIFY(!onlySession().isEmpty());
    document.undoStack().undo();
    document.undoStack().undo();
    QVERIFY(document.scenario() == story());
    QVERIFY(!document.isModified());
}

void TestRecovery::discardsIt() {
    killOne();
    const auto program = openProgram();
    QTRY_VERIFY(offered(*program));
    inOffer<QPushButton>(*program, "offerLeave")->click();
    QVERIFY(!offered(*program));
    QVERIFY(sessions().entryList({session_files}, QDir::Files).isEmpty());
    QVERIFY(program->workspace().document.scenario() == story());
}

void TestRecovery::leavesItForTheNextWhereItIsNotAnswered() {
    killOne();
    for (int time = 0; time < 2; ++time) {
        const auto program = openProgram();
        QTRY_VERIFY(offered(*program));
    }
    QVERIFY(!onlySession().isEmpty());
}

void TestRecovery::aCleanExitLeavesNothing() {
    {
        const auto program = openProgram();
        QTRY_VERIFY(program->workspace().results.catchments());
        deploy(*program, QStringLiteral("fly deploy -a shop -r sin"));
        QTRY_VERIFY(!onlySession().isEmpty());
        // What is saved needs no keeping.
        QVERIFY(program->workspace().document.save(folder_.filePath(QStringLiteral("shop.catchment.json"))));
        QTRY_VERIFY(onlySession().isEmpty());
        deploy(*program, QStringLiteral("fly deploy -a shop -r lhr"));
        QTRY_VERIFY(!onlySession().isEmpty());
    }
    QCOMPARE(sessions().entryList(QDir::Files | QDir::NoDotAndDotDot), QStringList());
}

void TestRecovery::aLivingProgramIsLeftAlone() {
    QProcess other;
    startChild(other, QStringLiteral("--keep"));
    QTRY_VERIFY(!onlySession().isEmpty());
    const QString session = onlySession();
    {
        const auto program = openProgram();
        QTRY_VERIFY(program->workspace().results.catchments());
        QVERIFY(!offered(*program));
    }
    QVERIFY(QFile::exists(session));
    other.kill();
    other.waitForFinished();
    // Dead, it is offered to one program only.
    QStringList problems;
    const SessionStore first(SessionStore::usualFolder());
    const SessionStore second(SessionStore::usualFolder());
    const auto left = first.takeLeft(problems);
    QCOMPARE(left.size(), std::size_t{1});
    QVERIFY(second.takeLeft(problems).empty());
    QVERIFY(problems.isEmpty());
}

void TestRecovery::killedWhileItWritesItStillHasAWholeFile() {
    for (int round = 0; round < 8; ++round) {
        init();
        QProcess child;
        startChild(child, QStringLiteral("--keep"));
        QTRY_VERIFY(!onlySession().isEmpty());
        QTest::qWait(3 + 11 * round); // anywhere in its writing
        child.kill();
        QVERIFY(child.waitForFinished());
        QStringList problems;
        const SessionStore store(SessionStore::usualFolder());
        const auto left = store.takeLeft(problems);
        QVERIFY2(problems.isEmpty(), qPrintable(problems.join(QLatin1Char('\n'))));
        QCOMPARE(left.size(), std::size_t{1});
        QVERIFY(!left.front().work.edits.empty());
        // Neither is there half of another one.
        QCOMPARE(sessions().entryList({QStringLiteral("*.session.json.*")}, QDir::Files), QStringList());
    }
}

void TestRecovery::damagedFilesArePutAside() {
    const QString name = sessions().filePath(QStringLiteral("broken"));
    write_file((name + QStringLiteral(".session.json")).toStdString(), "{\n  \"format\": \"catchment-ses");
    const auto program = openProgram();
    auto *message = program->window().findChild<QLabel *>(QStringLiteral("messageText"));
    QTRY_VERIFY(message->isVisible());
    QVERIFY2(message->text().contains(QStringLiteral("broken.session.json:2:")), qPrintable(message->text()));
    QVERIFY2(message->text().contains(QStringLiteral("broken.damaged")), qPrintable(message->text()));
    QVERIFY(QFile::exists(name + QStringLiteral(".damaged")));
    QVERIFY(!QFile::exists(name + QStringLiteral(".session.json")));
    QVERIFY(!offered(*program));
    QTRY_VERIFY(program->workspace().results.catchments());
}

void TestRecovery::unknownNamesLeaveTheOpenWorkAlone() {
    ScenarioDocument document;
    document.apply(deployRegion(document.scenario(), "qqq", true));
    SavedWork work = document.work();
    work.when = QDateTime::currentDateTimeUtc();
    const QString session = sessions().filePath(QStringLiteral("other.session.json"));
    write_file(session.toStdString(), writeSavedWork(work));
    const auto program = openProgram();
    QTRY_VERIFY(offered(*program));
    inOffer<QPushButton>(*program, "offerTake")->click();
    auto *message = program->window().findChild<QLabel *>(QStringLiteral("messageText"));
    QVERIFY(message->isVisible());
    QVERIFY2(message->text().contains(QStringLiteral("qqq")), qPrintable(message->text()));
    QVERIFY(program->workspace().document.scenario() == story());
    QVERIFY(QFile::exists(session));
}

int main(int argc, char **argv) {
    prepare_window();
    const QString how = argc > 1 ? QString::fromLocal8Bit(argv[1]) : QString();
    if (how == u"--keep") {
        QCoreApplication application(argc, argv);
        keepUntilKilled();
    }
    QApplication application(argc, argv);
    if (how == u"--die") {
        use_working_graphics();
        return runAndDie();
    }
    TestRecovery test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_recovery.moc"
