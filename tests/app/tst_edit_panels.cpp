// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/map_menus.h"
#include "app/panels/fault_menus.h"
#include "app/program.h"
#include "app/window.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSlider>
#include <QSpinBox>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <algorithm>

using namespace catchment;
using namespace catchment::app;

/// Drives the panels by which a scenario is changed, as a person would: with keys and clicks, reading what they say.
class TestEditPanels : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();

    void fitTheDock();
    void tunesARegionAndASession();
    void addsAndRemovesASession();
    void breaksAndRepairs();
    void hijacks();
    void validates();
    void laysANetworkOfOnesOwn();
    void menusOfAHop();
    void menusOfACity();

private:
    template <class Widget>
    Widget *get(const char *name) const {
        return program_->window().findChild<Widget *>(QString::fromLatin1(name));
    }
    const Scenario &scenario() const { return program_->workspace().document.scenario(); }
    QString undoText() const { return program_->workspace().document.undoStack().undoText(); }
    void showTab(int tab) const { get<QTabWidget>("editPanels")->setCurrentIndex(tab); }
    void choose(QListView *view, const QString &text) const;
    void press(const char *name) const {
        auto *button = get<QAbstractButton>(name);
        QVERIFY2(button->isVisible() && button->isEnabled(), name);
        button->click();
    }
    void waitUntilSolved() const;

    QTemporaryDir folder_;
    std::unique_ptr<Program> program_;
};

void TestEditPanels::initTestCase() {
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder_.path());
    use_working_graphics();
}

void TestEditPanels::init() {
    QSettings().clear();
    WindowOptions options;
    options.world = CATCHMENT_RESOURCES "/world";
    program_ = std::make_unique<Program>(*qApp, options);
    program_->window().show();
    program_->start();
    QTRY_VERIFY(program_->workspace().results.catchments());
}

void TestEditPanels::cleanup() { program_.reset(); }

void TestEditPanels::choose(QListView *view, const QString &text) const {
    const QModelIndexList found =
        view->model()->match(view->model()->index(0, 0), Qt::DisplayRole, text, 1, Qt::MatchStartsWith);
    QVERIFY2(!found.isEmpty(), qPrintable(text));
    view->setFocus();
    view->setCurrentIndex(found.front());
}

void TestEditPanels::waitUntilSolved() const { QTRY_VERIFY(!program_->solver().busy()); }

void TestEditPanels::fitTheDock() {
    const auto *panels = get<QTabWidget>("editPanels");
    program_->workspace().selection.setRegion(QStringLiteral("ams"));
    press("addSession");
    press("operatorToggle");
    for (int tab = 0; tab < panels->count(); ++tab) {
        QVERIFY2(
            panels->widget(tab)->minimumSizeHint().width() <= 240,
            qPrintable(
                QStringLiteral("tab %1 needs %2 pixels").arg(tab).arg(panels->widget(tab)->minimumSizeHint().width())));
    }
    QVERIFY2(panels->minimumSizeHint().width() <= 240, qPrintable(QString::number(panels->minimumSizeHint().width())));
    QVERIFY(panels->minimumSizeHint().height() < 600);
}

void TestEditPanels::tunesARegionAndASession() {
    program_->workspace().selection.setRegion(QStringLiteral("ams"));
    auto *view = get<QListView>("sessionsView");
    choose(view, QStringLiteral("All sessions"));
    get<QSpinBox>("tunePrepend")->setValue(2);
    QCOMPARE(undoText(), QStringLiteral("Prepend 2 at ams"));
    choose(view, QStringLiteral("Arelion"));
    QCOMPARE(get<QSpinBox>("tunePrepend")->value(), 2);
    QVERIFY(!get<QToolButton>("tuneReset")->isEnabled());
    get<QCheckBox>("tuneWithhold")->click();
    QCOMPARE(undoText(), QStringLiteral("Withhold ams from AS1299"));
    QVERIFY(get<QCheckBox>("tuneWithhold")->font().weight() > QFont::Medium);
    get<QSpinBox>("tuneMed")->setValue(7);
    get<QCheckBox>("tuneNoExport")->click();
    QCOMPARE(scenario().tuning.size(), std::size_t{2});
    QCOMPARE(view->currentIndex().data().toString(), QStringLiteral("Arelion")); // it stays where one was
    press("tuneReset");
    QCOMPARE(undoText(), QStringLiteral("Reset ams–AS1299"));
    choose(view, QStringLiteral("All sessions"));
    press("tuneReset");
    QVERIFY(scenario() == story());
    QCOMPARE(get<QSpinBox>("tunePrepend")->value(), 0);
    program_->workspace().document.undoStack().undo();
    QCOMPARE(get<QSpinBox>("tunePrepend")->value(), 2);
    waitUntilSolved();
}

void TestEditPanels::addsAndRemovesASession() {
    program_->workspace().selection.setRegion(QStringLiteral("ams"));
    press("addSession");
    auto *network = get<QLineEdit>("sessionNetwork");
    QVERIFY(network->isVisible());
    QVERIFY(!get<QPushButton>("sessionAdd")->isEnabled());
    QTest::keyClicks(network, QStringLiteral("AS4755"));
    QVERIFY(get<QPushButton>("sessionAdd")->isEnabled());
    QVERIFY(get<QComboBox>("sessionMeeting")->findData(QStringLiteral("amsix")) > 0);
    get<QComboBox>("sessionMeeting")
        ->setCurrentIndex(get<QComboBox>("sessionMeeting")->findData(QStringLiteral("amsix")));
    press("sessionAdd");
    QVERIFY(!network->isVisible());
    QCOMPARE(scenario().sessions.size(), std::size_t{1});
    const ExtraSession &added = scenario().sessions.front();
    QCOMPARE(added.region, std::string("ams"));
    QCOMPARE(added.asn, Asn{4755});
    QCOMPARE(added.via, std::string("amsix"));
    waitUntilSolved();
    QVERIFY(get<QToolButton>("removeSession")->isEnabled());
    press("removeSession");
    QVERIFY(scenario() == story());
    waitUntilSolved();
}

void TestEditPanels::breaksAndRepairs() {
    showTab(1);
    auto *view = get<QListView>("faultsView");
    QVERIFY(!get<QPushButton>("repairAll")->isEnabled());
    QTest::keyClicks(get<QLineEdit>("faultSearch"), QStringLiteral("1299"));
    auto *kind = get<QComboBox>("faultKind");
    kind->setCurrentIndex(kind->findText(QStringLiteral("Networks")));
    choose(view, QStringLiteral("Arelion"));
    QTest::keyClick(view, Qt::Key_Space);
    QCOMPARE(undoText(), QStringLiteral("Fail AS1299"));
    QCOMPARE(view->model()->index(0, 0).data(Qt::CheckStateRole).toInt(), static_cast<int>(Qt::Checked));
    waitUntilSolved();
    press("repairAll");
    QVERIFY(scenario() == story());
    waitUntilSolved();
}

void TestEditPanels::hijacks() {
    showTab(2);
    auto *hijacker = get<QLineEdit>("hijacker");
    QVERIFY(!get<QPushButton>("hijackButton")->isEnabled());
    QTest::keyClicks(hijacker, QStringLiteral("AS4755"));
    emit hijacker->editingFinished();
    auto *city = get<QComboBox>("hijackCity");
    QVERIFY(city->count() > 0);
    city->setCurrentIndex(city->findData(QStringLiteral("mumbai-in")));
    auto *length = get<QComboBox>("hijackLength");
    QCOMPARE(length->itemData(0).toInt(), 22);
    QCOMPARE(length->itemData(length->count() - 1).toInt(), 24);
    length->setCurrentIndex(length->count() - 1);
    press("hijackButton");
    QCOMPARE(undoText(), QStringLiteral("Hijack by AS4755 with a /24"));
    QVERIFY(scenario().security.hijack == (Hijack{Asn{4755}, "mumbai-in", 24, {Asn{4755}}}));
    auto *captured = get<QLabel>("capturedUsers");
    QTRY_VERIFY(captured->isVisible() && captured->text().contains(QStringLiteral("100 %")));
    QTRY_VERIFY(get<QLabel>("capturedByRegion")->text().contains(QStringLiteral("ams loses")));
    QTest::mouseClick(get<QCheckBox>("hijackForged"), Qt::LeftButton, {}, QPoint(10, 10));
    QCOMPARE(scenario().security.hijack->path.back(), Asn{40509}); // while it is on, every control changes it
    press("hijackButton");
    QVERIFY(scenario() == story());
    QTRY_VERIFY(!captured->isVisible());
    waitUntilSolved();
}

void TestEditPanels::validates() {
    showTab(2);
    get<QSlider>("validationShare")->setValue(50);
    const std::size_t all = program_->workspace().results.world()->networks.size();
    QCOMPARE(scenario().security.origin_validation.size(), (all + 1) / 2);
    auto *view = get<QListView>("validatorsView");
    view->setFocus();
    view->setCurrentIndex(view->model()->index(0, 0));
    const bool validated = view->currentIndex().data(Qt::CheckStateRole).toInt() == Qt::Checked;
    QTest::keyClick(view, Qt::Key_Space);
    QCOMPARE(scenario().security.origin_validation.size(), (all + 1) / 2 + (validated ? -1 : 1));
    get<QSlider>("validationShare")->setValue(0);
    QVERIFY(scenario() == story());
    auto *roas = get<QComboBox>("roas");
    emit roas->activated(1);
    QVERIFY(scenario().security.roas && scenario().security.roas->empty());
    emit roas->activated(0);
    QVERIFY(scenario() == story());
    waitUntilSolved();
}

void TestEditPanels::laysANetworkOfOnesOwn() {
    get<QToolButton>("operatorToggle")->click();
    press("layOwnNetwork");
    QVERIFY(scenario().own_operator);
    auto *asn = get<QLineEdit>("operatorAsn");
    QVERIFY(asn->isVisible());
    asn->setText(QStringLiteral("1299"));
    emit asn->editingFinished();
    QVERIFY2(get<QLabel>("operatorError")->text().contains(QStringLiteral("AS1299 is Arelion")),
             qPrintable(get<QLabel>("operatorError")->text()));
    asn->setText(QStringLiteral("AS64511"));
    emit asn->editingFinished();
    QCOMPARE(scenario().own_operator->asn, Asn{64511});
    QVERIFY(!get<QLabel>("operatorError")->isVisible());
    auto *city = get<QLineEdit>("operatorCity");
    city->setText(QStringLiteral("Singapore, SG"));
    press("operatorAdd");
    QCOMPARE(scenario().regions.back(), std::string("sin"));
    QTRY_COMPARE(program_->workspace().results.catchments()->regions.size(), std::size_t{3});
    city->setText(QStringLiteral("-40, -30"));
    press("operatorAdd");
    QCOMPARE(scenario().own_operator->regions.back().place.lat, -40.0);
    QTRY_COMPARE(program_->workspace().results.catchments()->regions.size(), std::size_t{4});
    // Its sessions are edited where those of any region are.
    program_->workspace().selection.setRegion(QStringLiteral("sin"));
    const std::size_t sessions = scenario().own_operator->region("sin")->sessions.size();
    auto *view = get<QListView>("sessionsView");
    view->setCurrentIndex(view->model()->index(1, 0));
    press("removeSession");
    QCOMPARE(scenario().own_operator->region("sin")->sessions.size(), sessions - 1);
    press("worldOperator");
    QVERIFY(!scenario().own_operator);
    QTRY_COMPARE(program_->workspace().results.catchments()->op().asn, Asn{40509});
    program_->workspace().document.undoStack().undo();
    QVERIFY(scenario().own_operator);
    waitUntilSolved();
}

void TestEditPanels::menusOfAHop() {
    const FaultMenus menus(program_->workspace());
    const auto &journey = program_->workspace().journey.journey();
    QVERIFY(journey);
    QMenu menu;
    menus.fillHop(menu, static_cast<int>(journey->hops.size()));
    menus.fillHop(menu, -1);
    QVERIFY(menu.isEmpty());
    menus.fillHop(menu, 0);
    QVERIFY(menu.actions().size() >= 2);
    QVERIFY(menu.actions()[0]->text().startsWith(QStringLiteral("Fail AS%1").arg(journey->path[0].value)));
    QCOMPARE(menu.actions()[1]->text(),
             QStringLiteral("Fail the link AS%1–AS%2").arg(journey->path[0].value).arg(journey->path[1].value));
    menu.actions()[1]->trigger();
    QCOMPARE(scenario().faults.links.size(), std::size_t{1});
    waitUntilSolved();
}

void TestEditPanels::menusOfACity() {
    const MapMenus menus(program_->workspace());
    QMenu menu;
    menus.fillCity(menu, QStringLiteral("mumbai-in"));
    QMenu *hijack = nullptr;
    for (QAction *action : menu.actions()) {
        QVERIFY(!action->text().contains(QStringLiteral("lace a region")));
        if (action->menu() && !hijack) {
            hijack = action->menu();
        }
    }
    QVERIFY(hijack);
    hijack->actions().front()->trigger();
    QCOMPARE(scenario().security.hijack->city, std::string("mumbai-in"));
    QCOMPARE(int(scenario().security.hijack->prefix_length), 22);
    waitUntilSolved();
    program_->workspace().document.undoStack().undo();

    get<QToolButton>("operatorToggle")->click();
    press("layOwnNetwork");
    QMenu own;
    menus.fillCity(own, QStringLiteral("mumbai-in"));
    const QList<QAction *> entries = own.actions();
    const auto place = std::ranges::find_if(
        entries, [](const QAction *a) { return a->text().contains(QStringLiteral("lace a region")); });
    QVERIFY(place != entries.end());
    (*place)->trigger();
    QCOMPARE(scenario().own_operator->regions.back().code, std::string("bom"));
    waitUntilSolved();
}

int main(int argc, char **argv) {
    prepare_window();
    QApplication application(argc, argv);
    TestEditPanels test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_edit_panels.moc"
