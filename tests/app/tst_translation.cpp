// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/program.h"
#include "app/translation.h"
#include "app/window.h"
#include "io/results.h"
#include "io/scenario_io.h"
#include "qml/models/numbers.h"

#include <QAction>
#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QMenuBar>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace catchment;
using namespace catchment::app;

/// The window in German; what other programs read stays as it is in English.
class TestTranslation : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();

    void theMenusAreGerman();
    void figuresAreWrittenAsTheLocaleHasThem();
    void outputsAreNot();

private:
    QTemporaryDir folder_;
    std::unique_ptr<Program> program_;
    std::string english_;
};

namespace {

QStringList textsOf(const QList<QAction *> &actions) {
    QStringList texts;
    for (const QAction *action : actions) {
        if (!action->isSeparator()) {
            texts << QString(action->text()).remove(QLatin1Char('&'));
        }
        if (action->menu()) {
            texts << textsOf(action->menu()->actions());
        }
    }
    return texts;
}

std::unique_ptr<Program> openProgram() {
    WindowOptions options;
    options.world = CATCHMENT_RESOURCES "/world";
    auto program = std::make_unique<Program>(*qApp, options);
    program->window().show();
    program->start();
    return program;
}

} // namespace

void TestTranslation::initTestCase() {
    if (!QFile::exists(QStringLiteral(":/translations/catchment_de.qm"))) {
        QSKIP("built without Qt's Linguist tools");
    }
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder_.path());
    qputenv("XDG_DATA_HOME", folder_.path().toUtf8());
    use_working_graphics();
    {
        const auto english = openProgram();
        QTRY_VERIFY(english->workspace().results.catchments());
        english_ = solve_csv(*english->workspace().results.catchments());
        QVERIFY(textsOf(english->window().menuBar()->actions()).contains(QStringLiteral("Edit")));
    }
    const QLocale german(QLocale::German, QLocale::Germany);
    QLocale::setDefault(german);
    useLanguageOf(german, *qApp);
    program_ = openProgram();
    QTRY_VERIFY(program_->workspace().results.catchments());
}

void TestTranslation::cleanupTestCase() {
    program_.reset();
    QLocale::setDefault(QLocale::c());
}

void TestTranslation::theMenusAreGerman() {
    const QStringList texts = textsOf(program_->window().menuBar()->actions());
    for (const char *word :
         {"Datei", "Bearbeiten", "Ansicht", "Hilfe", "Speichern", "Tastenkürzel", "Einzugsgebiete"}) {
        QVERIFY2(texts.contains(QString::fromUtf8(word)), word);
    }
    for (const char *word : {"File", "Edit", "View", "Help", "Save", "Undo", "Theme", "Catchments", "Regions"}) {
        QVERIFY2(!texts.contains(QString::fromLatin1(word)), word);
    }
    // Contexts of classes, of functions, and of QML.
    QCOMPARE(deployRegion(story(), "nrt", true).name, QStringLiteral("nrt ausrollen"));
    QCOMPARE(qml::usersText(2.1e9), QStringLiteral("2,10 Mrd."));
    QCOMPARE(QCoreApplication::translate("MapView", "Zoom in"), QStringLiteral("Vergrößern"));
}

void TestTranslation::figuresAreWrittenAsTheLocaleHasThem() {
    QCOMPARE(qml::kmText(1145), QStringLiteral("1.145 km"));
    QCOMPARE(qml::msText(4.25), QStringLiteral("4,3 ms"));
    const QString status = program_->window().findChild<QLabel *>(QStringLiteral("statusFigures"))->text();
    QVERIFY2(status.contains(QStringLiteral("Nutzer")), qPrintable(status));
}

void TestTranslation::outputsAreNot() {
    QVERIFY(solve_csv(*program_->workspace().results.catchments()) == english_);
    ScenarioDocument &document = program_->workspace().document;
    document.apply(deployRegion(document.scenario(), "nrt", true));
    QVERIFY(parse_scenario(write_scenario(document.scenario()), "itself") == document.scenario());
    SavedWork work = document.work();
    work.when = QDateTime::currentDateTimeUtc();
    const SavedWork again = parseSavedWork(writeSavedWork(work), "itself");
    QCOMPARE(again.when, work.when);
    QVERIFY(again.scenario() == work.scenario());
}

int main(int argc, char **argv) {
    prepare_window();
    QLocale::setDefault(QLocale::c());
    QApplication application(argc, argv);
    TestTranslation test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_translation.moc"
