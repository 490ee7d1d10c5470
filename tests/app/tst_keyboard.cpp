// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/program.h"
#include "app/widgets/mnemonics.h"
#include "app/widgets/shortcuts_dialog.h"
#include "app/widgets/tab_order.h"
#include "app/window.h"
#include "qml/map/live_map.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QMenu>
#include <QMenuBar>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QToolBar>
#include <QTreeWidget>

#include <memory>

using namespace catchment;
using namespace catchment::app;

/// Everything by keyboard, and everything with a name for those who hear rather than see.
class TestKeyboard : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();

    void whatTakesTheFocusHasAName();
    void whatIsDrawnOnTheMapHasAName();
    void everyEntryHasALetterOfItsOwn();
    void lettersAreGivenAndKept();
    void noShortcutIsThereTwice();
    void tabGoesFromPartToPart();
    void everyKeyIsListed();

private:
    MainWindow &window() const { return program_->window(); }

    QTemporaryDir folder_;
    std::unique_ptr<Program> program_;
};

namespace {

QString nameOf(QObject *object) {
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(object);
    return interface ? interface->text(QAccessible::Name) : QString();
}

QString pathOf(const QObject *object) {
    QStringList words;
    for (; object; object = object->parent()) {
        words.prepend(QLatin1String(object->metaObject()->className()) + QLatin1Char('#') + object->objectName());
    }
    return words.join(QLatin1Char('/'));
}

void allMenus(const QList<QAction *> &actions, QList<QMenu *> &found) {
    for (const QAction *action : actions) {
        if (QMenu *menu = action->menu()) {
            emit menu->aboutToShow();
            found << menu;
            allMenus(menu->actions(), found);
        }
    }
}

QList<QMenu *> menusOf(const MainWindow &window) {
    QList<QMenu *> found;
    allMenus(window.menuBar()->actions(), found);
    return found;
}

void namesOf(QAccessibleInterface *interface, QStringList &nameless, int &count) {
    for (int i = 0; i < interface->childCount(); ++i) {
        QAccessibleInterface *child = interface->child(i);
        if (!child) {
            continue;
        }
        if (child->state().focusable) {
            ++count;
            if (child->text(QAccessible::Name).isEmpty()) {
                nameless << pathOf(child->object());
            }
        }
        namesOf(child, nameless, count);
    }
}

} // namespace

void TestKeyboard::initTestCase() {
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder_.path());
    qputenv("XDG_DATA_HOME", folder_.path().toUtf8());
    use_working_graphics();
    WindowOptions options;
    options.world = CATCHMENT_RESOURCES "/world";
    program_ = std::make_unique<Program>(*qApp, options);
    window().show();
    program_->start();
    QTRY_VERIFY(program_->workspace().results.catchments());
}

void TestKeyboard::cleanupTestCase() { program_.reset(); }

void TestKeyboard::whatTakesTheFocusHasAName() {
    int count = 0;
    QStringList nameless;
    for (QWidget *widget : window().findChildren<QWidget *>()) {
        // Pop-ups have windows of their own and are named by what they belong to.
        const bool own = widget->window() == &window() && !widget->objectName().startsWith(QStringLiteral("qt_"));
        if (!own || widget->focusPolicy() == Qt::NoFocus || widget->focusProxy()) {
            continue;
        }
        ++count;
        if (nameOf(widget).isEmpty()) {
            nameless << pathOf(widget);
        }
    }
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(QLatin1Char('\n'))));
    QVERIFY(count > 15);
}

void TestKeyboard::whatIsDrawnOnTheMapHasAName() {
    QAccessible::setActive(true);
    auto *map = window().findChild<QWidget *>(QStringLiteral("mapView"));
    QVERIFY(map);
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(map);
    QVERIFY(interface);
    QStringList nameless;
    int count = 0;
    namesOf(interface, nameless, count);
    QVERIFY2(count > 3, qPrintable(QString::number(count)));
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(QLatin1Char('\n'))));
}

void TestKeyboard::everyEntryHasALetterOfItsOwn() {
    const QList<QMenu *> menus = menusOf(window());
    QVERIFY(menus.size() >= 8);
    QSet<QKeySequence> bar;
    for (const QAction *action : window().menuBar()->actions()) {
        const QKeySequence letter = QKeySequence::mnemonic(action->text());
        QVERIFY2(!letter.isEmpty() && !bar.contains(letter), qPrintable(action->text()));
        bar.insert(letter);
    }
    for (const QMenu *menu : menus) {
        QSet<QKeySequence> letters;
        for (const QAction *action : menu->actions()) {
            if (action->isSeparator()) {
                continue;
            }
            const QString where = menu->title() + QStringLiteral(" › ") + action->text();
            const QKeySequence letter = QKeySequence::mnemonic(action->text());
            QVERIFY2(!letter.isEmpty(), qPrintable(where));
            QVERIFY2(!letters.contains(letter), qPrintable(where));
            letters.insert(letter);
        }
    }
}

void TestKeyboard::lettersAreGivenAndKept() {
    QMenu menu;
    const QAction *given = menu.addAction(QStringLiteral("Open"));
    const QAction *own = menu.addAction(QStringLiteral("Of its &own"));
    const QAction *same = menu.addAction(QStringLiteral("An&other"));
    const QAction *name = menu.addAction(QStringLiteral("Q && A.json"));
    const QAction *none = menu.addAction(QStringLiteral("oo"));
    for (int time = 0; time < 2; ++time) { // the second time nothing changes
        giveMnemonics(menu);
        QCOMPARE(given->text(), QStringLiteral("O&pen"));
        QCOMPARE(own->text(), QStringLiteral("Of its &own"));
        QCOMPARE(same->text(), QStringLiteral("&Another"));
        QCOMPARE(name->text(), QStringLiteral("&Q && A.json"));
        QCOMPARE(none->text(), QStringLiteral("oo"));
    }
}

void TestKeyboard::noShortcutIsThereTwice() {
    QHash<QString, QString> seen;
    for (const QAction *action : window().findChildren<QAction *>()) {
        for (const QKeySequence &keys : action->shortcuts()) {
            const QString word = keys.toString();
            if (action->shortcutContext() != Qt::WindowShortcut) {
                continue; // where the focus tells which is meant
            }
            QVERIFY2(!seen.contains(word) || seen[word] == action->text(),
                     qPrintable(word + QStringLiteral(": ") + seen[word] + QStringLiteral(", ") + action->text()));
            seen[word] = action->text();
        }
    }
    QVERIFY(seen.size() > 10);
}

void TestKeyboard::tabGoesFromPartToPart() {
    const QList<QWidget *> stops = tabStops(window());
    QVERIFY(stops.size() > 10);
    const char *parts[] = {"commandToolbar", "regionsDock", "mapView", "journeyDock", "chartsDock"};
    int at = 0;
    QSet<int> reached;
    for (const QWidget *stop : stops) {
        for (int part = 0; part < int(std::size(parts)); ++part) {
            const auto *widget = window().findChild<QWidget *>(QLatin1String(parts[part]));
            QVERIFY2(widget, parts[part]);
            if (widget == stop || widget->isAncestorOf(stop)) {
                QVERIFY2(part >= at, qPrintable(pathOf(stop)));
                at = part;
                reached.insert(part);
            }
        }
    }
    QCOMPARE(reached.size(), qsizetype(std::size(parts)));
}

void TestKeyboard::everyKeyIsListed() {
    QStringList listed;
    for (const ShortcutGroup &group : shortcutsOf(window())) {
        QVERIFY(!group.title.isEmpty() && !group.title.contains(QLatin1Char('&')));
        for (const auto &[what, keys] : group.entries) {
            QVERIFY(!what.isEmpty() && !keys.isEmpty());
            listed << keys;
        }
    }
    for (const QAction *action : window().findChildren<QAction *>()) {
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        if (!keys.isEmpty() && !action->text().isEmpty()) {
            QVERIFY2(listed.filter(keys).size() > 0, qPrintable(action->text()));
        }
    }
    showShortcuts(window());
    auto *dialog = window().findChild<QWidget *>(QStringLiteral("shortcutsDialog"));
    QVERIFY(dialog && dialog->isVisible());
    QVERIFY(!QApplication::activeModalWidget());
    QVERIFY(dialog->findChild<QTreeWidget *>()->topLevelItemCount() >= 4);
    dialog->close();
}

int main(int argc, char **argv) {
    prepare_window();
    QApplication application(argc, argv);
    TestKeyboard test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_keyboard.moc"
