// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/map_panel.h"
#include "app/program.h"
#include "app/widgets/city_table.h"
#include "app/window.h"
#include "io/files.h"
#include "io/results.h"
#include "qml/map/live_map.h"
#include "qml/models/city_table_model.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QSettings>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace catchment;
using namespace catchment::app;
using qml::CityTableModel;

/// The search over everything with a name, and the table of all cities.
class TestFinding : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void init();

    void searchGoesToACity();
    void searchGoesToARegion();
    void searchShowsANetwork();
    void searchGoesToAnExchange();
    void escapeLeavesTheSearch();
    void tableIsTheTwinOfTheMap();
    void tableIsFilteredAndSorted();
    void tableIsCopied();
    void tableIsExported();

private:
    template <class Widget>
    Widget *get(const char *name) const {
        return program_->window().findChild<Widget *>(QString::fromLatin1(name));
    }
    void trigger(const QKeySequence &keys) const;
    void search(const char *words) const;
    qml::LiveMap &map() const { return *program_->window().map().map(); }
    bool mapIsAt(double lat, double lon) const {
        return map().centre().isValid() && map().centre().distanceTo(QGeoCoordinate(lat, lon)) < 300e3;
    }
    CityTable &table() const { return *program_->window().findChild<CityTable *>(); }

    QTemporaryDir folder_;
    std::unique_ptr<Program> program_;
};

void TestFinding::initTestCase() {
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder_.path());
    qputenv("XDG_DATA_HOME", folder_.path().toUtf8());
    use_working_graphics();
    WindowOptions options;
    options.world = CATCHMENT_RESOURCES "/world";
    program_ = std::make_unique<Program>(*qApp, options);
    program_->window().show();
    program_->start();
    QTRY_VERIFY(program_->workspace().results.catchments());
}

void TestFinding::cleanupTestCase() { program_.reset(); }

void TestFinding::init() {
    map().showWorld();
    get<QLineEdit>("cityFilter")->clear();
    get<QTabWidget>("detailTabs")->setCurrentIndex(0);
}

/// By its action: shortcuts need an active window, which some platforms never give.
void TestFinding::trigger(const QKeySequence &keys) const {
    for (QAction *action : program_->window().findChildren<QAction *>()) {
        if (action->shortcut() == keys) {
            action->trigger();
            return;
        }
    }
    QFAIL("there is no such action");
}

void TestFinding::search(const char *words) const {
    trigger(QKeySequence(Qt::CTRL | Qt::Key_K));
    auto *line = get<QLineEdit>("searchLine");
    QVERIFY(line->isVisible());
    QVERIFY(line->text().isEmpty());
    QTest::keyClicks(line, QString::fromUtf8(words));
    QTest::keyClick(line, Qt::Key_Return);
    QVERIFY(!line->isVisible());
}

void TestFinding::searchGoesToACity() {
    search("reykjavik");
    QCOMPARE(program_->workspace().selection.city(), QStringLiteral("reykjavik-is"));
    QVERIFY(mapIsAt(64.1, -21.9));
    QVERIFY(map().zoom() > 3);
}

void TestFinding::searchGoesToARegion() {
    search("syd");
    QCOMPARE(program_->workspace().selection.region(), QStringLiteral("syd"));
    QVERIFY(mapIsAt(-33.9, 151.2));
}

void TestFinding::searchShowsANetwork() {
    search("AS3356");
    QCOMPARE(map().shownNetwork(), 3356U);
    const auto shown = [this] {
        for (const qml::LayerEntry &entry : map().layers()) {
            if (entry.word == u"presence") {
                return entry.shown;
            }
        }
        return false;
    };
    QVERIFY(shown());
    map().setLayerShown(QStringLiteral("presence"), false);
    QCOMPARE(map().shownNetwork(), 0U);
}

void TestFinding::searchGoesToAnExchange() {
    search("AMS-IX");
    QVERIFY(mapIsAt(52.4, 4.9));
}

void TestFinding::escapeLeavesTheSearch() {
    const QString before = program_->workspace().selection.city();
    trigger(QKeySequence(Qt::CTRL | Qt::Key_K));
    auto *line = get<QLineEdit>("searchLine");
    QTest::keyClicks(line, QStringLiteral("tokyo"));
    QTest::keyClick(line, Qt::Key_Escape);
    QVERIFY(!line->isVisible());
    QCOMPARE(program_->workspace().selection.city(), before);
}

void TestFinding::tableIsTheTwinOfTheMap() {
    trigger(QKeySequence(Qt::CTRL | Qt::Key_T));
    auto *view = get<QTableView>("cityTable");
    const QAbstractItemModelTester tester(view->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(view->isVisible());
    const auto current = [view] { return view->currentIndex().siblingAtColumn(0).data().toString(); };
    program_->workspace().selection.setCity(QStringLiteral("berlin-de"));
    QCOMPARE(current(), QStringLiteral("Berlin"));
    QTest::keyClick(view, Qt::Key_Down);
    QVERIFY(current() != QStringLiteral("Berlin"));
    QCOMPARE(view->currentIndex().data(static_cast<int>(CityTableModel::Role::Id)).toString(),
             program_->workspace().selection.city());
    // New results come into the rows that are there.
    ScenarioDocument &document = program_->workspace().document;
    document.apply(deployOnly(document.scenario(), "nrt"));
    QTRY_COMPARE(view->model()->index(0, CityTableModel::RegionColumn).data().toString(), QStringLiteral("nrt"));
    document.undoStack().undo();
    QTRY_VERIFY(program_->workspace().results.catchments()->regions.size() == 2);
}

void TestFinding::tableIsFilteredAndSorted() {
    trigger(QKeySequence(Qt::CTRL | Qt::Key_T));
    auto *view = get<QTableView>("cityTable");
    const int all = view->model()->rowCount();
    program_->workspace().selection.setCity(QStringLiteral("tokyo-jp"));
    get<QLineEdit>("cityFilter")->setText(QStringLiteral("São  br"));
    const int some = view->model()->rowCount();
    QVERIFY(some > 1 && some < all / 10);
    QCOMPARE(program_->workspace().selection.city(), QStringLiteral("tokyo-jp")); // a filter selects nothing
    for (const int column : {int(CityTableModel::Users), int(CityTableModel::Rtt)}) {
        view->sortByColumn(column, Qt::AscendingOrder);
        for (int row = 1; row < some; ++row) {
            const auto key = [&](int at) {
                return view->model()->index(at, column).data(static_cast<int>(CityTableModel::Role::Sort)).toDouble();
            };
            QVERIFY(key(row - 1) <= key(row));
        }
    }
    get<QLineEdit>("cityFilter")->clear();
    QCOMPARE(view->model()->rowCount(), all);
}

void TestFinding::tableIsCopied() {
    trigger(QKeySequence(Qt::CTRL | Qt::Key_T));
    program_->workspace().selection.setCity(QStringLiteral("chicago-us"));
    get<QAction>("copyCities")->trigger();
    const QStringList lines = QGuiApplication::clipboard()->text().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 2);
    const QStringList heads = lines[0].split(QLatin1Char('\t'));
    const QStringList cells = lines[1].split(QLatin1Char('\t'));
    QCOMPARE(heads.size(), static_cast<int>(CityTableModel::ColumnCount));
    QCOMPARE(cells.size(), heads.size());
    QCOMPARE(cells[CityTableModel::Name], QStringLiteral("Chicago"));
    bool number = false;
    QVERIFY(cells[CityTableModel::Users].toLongLong(&number) > 0);
    QVERIFY(number);
}

void TestFinding::tableIsExported() {
    trigger(QKeySequence(Qt::CTRL | Qt::Key_T));
    const Catchments &catchments = *program_->workspace().results.catchments();
    const QString file = folder_.filePath(QStringLiteral("cities.csv"));
    QVERIFY(table().save(file));
    QVERIFY(read_file(file.toStdString()) == solve_csv(catchments)); // not a byte else

    get<QLineEdit>("cityFilter")->setText(QStringLiteral("chicago"));
    QVERIFY(table().save(file));
    const QStringList some = QString::fromStdString(read_file(file.toStdString())).split(QLatin1Char('\n'));
    const QStringList all = QString::fromStdString(solve_csv(catchments)).split(QLatin1Char('\n'));
    QCOMPARE(some.front(), all.front());
    QVERIFY(some.size() > 2 && some.size() < 50);
    for (const QString &line : some) {
        QVERIFY(all.contains(line));
    }
    QVERIFY(!table().save(folder_.path()));
    QVERIFY(get<QWidget>("messageBar")->isVisible());
}

int main(int argc, char **argv) {
    prepare_window();
    QApplication application(argc, argv);
    TestFinding test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_finding.moc"
