// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/program.h"
#include "app/widgets/elided_label.h"
#include "app/window.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QSettings>
#include <QStatusBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

using namespace catchment;
using namespace catchment::app;

/// Drives the real window as a person would: types, ticks, reads, undoes.
class TestWindow : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();

    void opensOnTheStory();
    void ticksARegionAndUndoes();
    void runsACommand();
    void saysWhatIsWrongWithACommand();
    void savesAndOpens();
    void saysWhatIsWrongWithAFile();
    void opensTheFileItIsGiven();
    void switchesThemes();
    void selectsACity();

private:
    template <class Widget>
    Widget *get(const char *name) const {
        return program_->window().findChild<Widget *>(QString::fromLatin1(name));
    }
    void open(WindowOptions options = {});
    void tick(const QString &code);
    QModelIndex region(const QString &code) const;
    QString shown(const char *label) const { return get<QLabel>(label)->text(); }
    std::vector<std::string> solvedRegions() const;

    QTemporaryDir folder_;
    std::unique_ptr<Program> program_;
};

void TestWindow::initTestCase() {
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder_.path());
    use_working_graphics();
}

void TestWindow::init() { QSettings().clear(); }

void TestWindow::cleanup() { program_.reset(); }

void TestWindow::open(WindowOptions options) {
    options.world = CATCHMENT_RESOURCES "/world";
    program_ = std::make_unique<Program>(*qApp, options);
    program_->window().show();
    program_->start();
    QTRY_VERIFY(program_->workspace().results.catchments());
}

std::vector<std::string> TestWindow::solvedRegions() const {
    return program_->workspace().results.catchments()->solution->scenario->regions;
}

QModelIndex TestWindow::region(const QString &code) const {
    const QAbstractItemModel *model = get<QTreeView>("regionsView")->model();
    const QModelIndexList found = model->match(model->index(0, 0), Qt::DisplayRole, code, 1,
                                               Qt::MatchStartsWith | Qt::MatchRecursive | Qt::MatchCaseSensitive);
    return found.value(0);
}

void TestWindow::tick(const QString &code) {
    auto *view = get<QTreeView>("regionsView");
    QVERIFY(region(code).isValid());
    view->setFocus(); // where the map has it, Space plays
    view->setCurrentIndex(region(code));
    QTest::keyClick(view, Qt::Key_Space);
}

void TestWindow::opensOnTheStory() {
    open();
    QCOMPARE(solvedRegions(), (std::vector<std::string>{"ewr", "ams"}));
    QCOMPARE(get<QLineEdit>("commandLine")->text(), QStringLiteral("fly deploy -a my-app -r usa-east -r \"ams\""));
    QVERIFY(shown("statusFigures").contains(QStringLiteral("networks")));
    QVERIFY(!program_->workspace().selection.city().isEmpty());
    QVERIFY(shown("journeyHeadline").contains(QStringLiteral("→")));
    QVERIFY(get<QTreeView>("journeyView")->model()->rowCount() >= 3);
    QCOMPARE(region(QStringLiteral("ewr")).data(Qt::CheckStateRole).toInt(), static_cast<int>(Qt::Checked));
    QVERIFY(!get<QTableView>("moversTable")->isVisible());
    QVERIFY(!program_->window().isWindowModified());
}

void TestWindow::ticksARegionAndUndoes() {
    open();
    const QString status = shown("statusFigures").section(QStringLiteral("users"), 1);
    const QString sentence = shown("changesSentence");
    const QString headline = shown("journeyHeadline");

    tick(QStringLiteral("nrt"));
    QTRY_COMPARE(solvedRegions(), (std::vector<std::string>{"ewr", "ams", "nrt"}));
    QVERIFY(get<ElidedLabel>("changesTitle")->text().contains(QStringLiteral("Deploy nrt")));
    QVERIFY(shown("changesSentence").contains(QStringLiteral("users moved")));
    auto *table = get<QTableView>("moversTable");
    QVERIFY(table->isVisible());
    QCOMPARE(table->model()->index(0, 1).data().toString(), QStringLiteral("nrt"));
    QVERIFY(shown("statusFigures").section(QStringLiteral("users"), 1) != status);
    QVERIFY(program_->window().isWindowModified());

    // By its action rather than its keys: shortcuts need an active window, which some platforms never give.
    for (QAction *action : program_->window().findChildren<QAction *>()) {
        if (action->shortcut() == QKeySequence(QKeySequence::Undo)) {
            action->trigger();
            break; // menus that follow the scenario have new actions now
        }
    }
    QTRY_COMPARE(solvedRegions(), (std::vector<std::string>{"ewr", "ams"}));
    QCOMPARE(shown("statusFigures").section(QStringLiteral("users"), 1), status);
    QCOMPARE(shown("changesSentence"), sentence);
    QCOMPARE(shown("journeyHeadline"), headline);
    QVERIFY(!table->isVisible());
    QCOMPARE(region(QStringLiteral("nrt")).data(Qt::CheckStateRole).toInt(), static_cast<int>(Qt::Unchecked));
    QVERIFY(!program_->window().isWindowModified());
}

void TestWindow::runsACommand() {
    open();
    auto *line = get<QLineEdit>("commandLine");
    line->selectAll();
    QTest::keyClicks(line, QStringLiteral("fly deploy -a shop -r sin,lhr"));
    QTest::keyClick(line, Qt::Key_Return);
    QTRY_COMPARE(solvedRegions(), (std::vector<std::string>{"sin", "lhr"}));
    QCOMPARE(program_->workspace().document.scenario().app, std::string("shop"));
    QVERIFY(!get<QLabel>("commandError")->isVisible());
    program_->workspace().document.undoStack().undo();
    QTRY_COMPARE(solvedRegions(), (std::vector<std::string>{"ewr", "ams"}));
}

void TestWindow::saysWhatIsWrongWithACommand() {
    open();
    auto *line = get<QLineEdit>("commandLine");
    line->setText(QStringLiteral("fly deploy -a my-app -r amz"));
    QTest::keyClick(line, Qt::Key_Return);
    auto *error = get<QLabel>("commandError");
    QVERIFY(error->isVisible());
    QVERIFY2(error->text().contains(QStringLiteral("ams")), qPrintable(error->text()));
    QCOMPARE(line->selectedText(), QStringLiteral("amz"));
    QVERIFY(!QApplication::activeModalWidget());
    QCOMPARE(program_->workspace().document.undoStack().count(), 0);

    line->setText(QStringLiteral("fly deploy -a \"my-app"));
    QTest::keyClick(line, Qt::Key_Return);
    QVERIFY(error->isVisible());
    QTest::keyClicks(line, QStringLiteral("\""));
    QVERIFY(!error->isVisible());
}

void TestWindow::savesAndOpens() {
    open();
    const QString file = folder_.filePath(QStringLiteral("three.catchment.json"));
    tick(QStringLiteral("nrt"));
    QTRY_COMPARE(solvedRegions().size(), std::size_t{3});
    QVERIFY(program_->workspace().document.save(file));
    QVERIFY(program_->window().windowTitle().contains(QStringLiteral("three.catchment.json")));
    QVERIFY(!program_->window().isWindowModified());
    program_->workspace().document.start(story());
    QTRY_COMPARE(solvedRegions().size(), std::size_t{2});
    QVERIFY(program_->workspace().document.open(file));
    QTRY_COMPARE(solvedRegions(), (std::vector<std::string>{"ewr", "ams", "nrt"}));
    QCOMPARE(get<QLineEdit>("commandLine")->text(), QStringLiteral("fly deploy -a my-app -r ewr -r ams -r nrt"));
}

void TestWindow::saysWhatIsWrongWithAFile() {
    open();
    QVERIFY(!program_->workspace().document.open(folder_.filePath(QStringLiteral("missing.catchment.json"))));
    QVERIFY(get<QWidget>("messageBar")->isVisible());
    QVERIFY(shown("messageText").contains(QStringLiteral("missing.catchment.json")));
    QVERIFY(!QApplication::activeModalWidget());
    QCOMPARE(solvedRegions(), (std::vector<std::string>{"ewr", "ams"}));
}

void TestWindow::opensTheFileItIsGiven() {
    const QString file = folder_.filePath(QStringLiteral("given.catchment.json"));
    QFile out(file);
    QVERIFY(out.open(QIODevice::WriteOnly));
    out.write(R"({"format": "catchment-scenario", "version": 1, "regions": ["syd", "gru"]})");
    out.close();
    WindowOptions options;
    options.scenario_file = file;
    open(options);
    QCOMPARE(solvedRegions(), (std::vector<std::string>{"syd", "gru"}));
    QVERIFY(program_->window().windowTitle().contains(QStringLiteral("given.catchment.json")));

    // One that is not there is said, and the story stands.
    options.scenario_file = folder_.filePath(QStringLiteral("gone.catchment.json"));
    open(options);
    QCOMPARE(solvedRegions(), (std::vector<std::string>{"ewr", "ams"}));
    QVERIFY(get<QWidget>("messageBar")->isVisible());
}

void TestWindow::switchesThemes() {
    WindowOptions options;
    options.theme = QStringLiteral("light");
    open(options);
    const QColor light = qApp->palette().color(QPalette::Window);
    program_->workspace().appearance.setMode(Appearance::Mode::Dark);
    const QColor dark = qApp->palette().color(QPalette::Window);
    QVERIFY(light.lightness() > 180);
    QVERIFY(dark.lightness() < 80);
}

void TestWindow::selectsACity() {
    open();
    program_->workspace().selection.setCity(QStringLiteral("berlin-de"));
    QVERIFY(shown("journeyHeadline").startsWith(QStringLiteral("Berlin → ams")));
    auto *networks = get<QComboBox>("journeyNetworks");
    QVERIFY(networks->count() > 1);
    networks->setCurrentIndex(1);
    emit networks->activated(1);
    QCOMPARE(program_->workspace().selection.network(), networks->itemData(1).toUInt());
    program_->workspace().selection.setCity(QStringLiteral("nowhere-zz"));
    QVERIFY(!shown("journeyHeadline").contains(QStringLiteral("→")));
}

int main(int argc, char **argv) {
    prepare_window();
    QApplication application(argc, argv);
    TestWindow test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_window.moc"
