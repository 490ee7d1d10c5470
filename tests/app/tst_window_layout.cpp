// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/map_panel.h"
#include "app/program.h"
#include "app/window.h"
#include "qml/map/live_map.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDockWidget>
#include <QSettings>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace catchment;
using namespace catchment::app;

/// The window comes back as it was left, and goes back to how it came.
class TestWindowLayout : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();

    void comesBackAsItWasLeft();
    void theMapAloneIsNotKept();
    void isReset();
    void whatAnotherVersionKeptIsLeftAlone();

private:
    void open();
    void close() const;
    MainWindow &window() const { return program_->window(); }
    template <class Widget>
    Widget *get(const char *name) const {
        return window().findChild<Widget *>(QString::fromLatin1(name));
    }

    QTemporaryDir folder_;
    std::unique_ptr<Program> program_;
};

void TestWindowLayout::initTestCase() {
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder_.path());
    qputenv("XDG_DATA_HOME", folder_.path().toUtf8());
    use_working_graphics();
}

void TestWindowLayout::init() {
    QSettings().clear();
    open();
}

void TestWindowLayout::cleanup() { program_.reset(); }

void TestWindowLayout::open() {
    WindowOptions options;
    options.world = CATCHMENT_RESOURCES "/world";
    program_ = std::make_unique<Program>(*qApp, options);
    window().show();
    program_->start();
    QTRY_VERIFY(program_->workspace().results.catchments());
}

void TestWindowLayout::close() const { QVERIFY(window().close()); }

void TestWindowLayout::comesBackAsItWasLeft() {
    window().resize(1111, 666);
    get<QDockWidget>("journeyDock")->hide();
    get<QTabWidget>("detailTabs")->setCurrentIndex(1);
    auto *speed = get<QComboBox>("speed");
    speed->setCurrentIndex(3);
    emit speed->activated(3);
    for (QAction *action : window().findChildren<QAction *>()) {
        if (action->data().toString() == QStringLiteral("robinson")) {
            action->trigger();
        }
    }
    close();
    open();
    QCOMPARE(window().size(), QSize(1111, 666));
    QVERIFY(!get<QDockWidget>("journeyDock")->isVisible());
    QVERIFY(get<QDockWidget>("regionsDock")->isVisible());
    QCOMPARE(get<QTabWidget>("detailTabs")->currentIndex(), 1);
    QCOMPARE(get<QComboBox>("speed")->currentIndex(), 3);
    QCOMPARE(window().map().map()->speed(), 2.0);
    QCOMPARE(window().map().map()->projection(), QStringLiteral("robinson"));
}

void TestWindowLayout::theMapAloneIsNotKept() {
    window().showMapAlone(true);
    QVERIFY(!get<QDockWidget>("regionsDock")->isVisible());
    close();
    open();
    QVERIFY(get<QDockWidget>("regionsDock")->isVisible());
    QVERIFY(get<QWidget>("commandToolbar")->isVisible());
}

void TestWindowLayout::isReset() {
    const QSize size = window().size();
    window().resize(1000, 600);
    get<QDockWidget>("journeyDock")->hide();
    window().addDockWidget(Qt::RightDockWidgetArea, get<QDockWidget>("regionsDock"));
    get<QTabWidget>("detailTabs")->setCurrentIndex(1);
    close();
    open(); // what was kept is no longer what it came with
    window().resetLayout();
    QCOMPARE(window().size(), size);
    QVERIFY(get<QDockWidget>("journeyDock")->isVisible());
    QCOMPARE(window().dockWidgetArea(get<QDockWidget>("regionsDock")), Qt::LeftDockWidgetArea);
    QCOMPARE(get<QTabWidget>("detailTabs")->currentIndex(), 0);
}

void TestWindowLayout::whatAnotherVersionKeptIsLeftAlone() {
    close();
    for (const QByteArray &damage : {QByteArray("nonsense"), QByteArray(), window().saveState(999)}) {
        program_.reset();
        QSettings().setValue(QStringLiteral("window/panels"), damage);
        QSettings().setValue(QStringLiteral("window/geometry"), damage);
        QSettings().setValue(QStringLiteral("window/tabs/detailTabs"), 99);
        QSettings().setValue(QStringLiteral("speed"), QStringLiteral("fast"));
        open();
        QVERIFY(get<QDockWidget>("regionsDock")->isVisible());
        QVERIFY(get<QTabWidget>("detailTabs")->currentIndex() >= 0);
        QCOMPARE(get<QComboBox>("speed")->currentIndex(), 2);
        close();
    }
}

int main(int argc, char **argv) {
    prepare_window();
    QApplication application(argc, argv);
    TestWindowLayout test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_window_layout.moc"
