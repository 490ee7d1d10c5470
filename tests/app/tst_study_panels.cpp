// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/playbook_chart.h"
#include "app/studies/next_region_panel.h"
#include "app/studies/playbook_panel.h"
#include "app/studies/sweep_panel.h"
#include "app/workspace.h"
#include "io/world_reader.h"
#include "routing/solver.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace catchment;
using namespace catchment::app;

namespace {

constexpr int patience = 30'000; ///< ms, for a machine that is busy with other things

} // namespace

/// The panels of the studies, each alone over the built-in world.
class TestStudyPanels : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void playbookIsComputedWhenItIsSeen();
    void playbookAppliesACell();
    void playbookKnowsWhenItIsStale();
    void playbookCanBeCancelled();
    void nextRegionFollowsAndDeploys();
    void sweepRanksAndDeploys();
    void sweepFollowsItsCandidates();

private:
    void solve();
    template <class Panel>
    Panel *shown() {
        auto *panel = new Panel(*workspace_);
        panel_.reset(panel);
        panel->resize(700, 180);
        panel->show();
        return panel;
    }
    template <class Widget>
    Widget *get(const char *name) const {
        return panel_->findChild<Widget *>(QString::fromLatin1(name));
    }
    const Scenario &scenario() const { return workspace_->document.scenario(); }

    std::shared_ptr<const World> world_ = read_world(CATCHMENT_RESOURCES "/world");
    std::unique_ptr<Workspace> workspace_;
    std::unique_ptr<QWidget> panel_;
};

void TestStudyPanels::init() {
    workspace_ = std::make_unique<Workspace>(*qApp, Appearance::Mode::Light);
    workspace_->document.setWorld(world_);
    workspace_->document.start(story());
    workspace_->results.setWorld(world_);
    solve();
}

void TestStudyPanels::cleanup() {
    panel_.reset();
    workspace_.reset();
}

/// What the solver's thread does after an edit.
void TestStudyPanels::solve() {
    SolveResult result;
    result.catchments = catchments(Solver(world_).solve(scenario()));
    workspace_->results.setResult(result);
}

void TestStudyPanels::playbookIsComputedWhenItIsSeen() {
    PlaybookPanel hidden(*workspace_);
    QVERIFY(!hidden.busy());
    auto *panel = shown<PlaybookPanel>();
    QVERIFY(panel->busy());
    QTRY_VERIFY_WITH_TIMEOUT(panel->playbook(), patience);
    QCOMPARE(panel->playbook()->regions.size(), 2u);
    QVERIFY(!get<QPushButton>("playbookButton")->isEnabled()); // there is nothing to compute
    auto *figure = get<QComboBox>("playbookFigure");
    QCOMPARE(figure->currentIndex(), 0);
    QVERIFY(figure->findText(QStringLiteral("users of ams")) > 0);
    figure->setCurrentIndex(figure->findText(QStringLiteral("mean RTT")));
    emit figure->activated(figure->currentIndex());
    QVERIFY(!panel->grab().isNull());
}

void TestStudyPanels::playbookAppliesACell() {
    auto *panel = shown<PlaybookPanel>();
    QTRY_VERIFY_WITH_TIMEOUT(panel->playbook(), patience);
    auto *chart = get<PlaybookChart>("playbookChart");
    // The first row is that of the region which stands first in the operator's table.
    const std::string code = world_->own_operator.regions[panel->playbook()->regions[0].index()].code;
    chart->setFocus();
    QTest::keyClick(chart, Qt::Key_Right);
    QTest::keyClick(chart, Qt::Key_Right);
    QVERIFY(chart->accessibleDescription().contains(QStringLiteral("prepend 2")) || !chart->hasFocus());
    QTest::keyClick(chart, Qt::Key_Return);
    QVERIFY(has_setting(scenario(), code, {2}));
    QTest::keyClick(chart, Qt::Key_End);
    QTest::keyClick(chart, Qt::Key_Return);
    QVERIFY(!scenario().deploys(code));
    QTest::keyClick(chart, Qt::Key_Home);
    QTest::keyClick(chart, Qt::Key_Return); // deployed again, without a prepend
    QVERIFY(has_setting(scenario(), code, {0}));
    for (int i = 0; i < 3; ++i) {
        workspace_->document.undoStack().undo();
    }
    QVERIFY(scenario() == story());
}

void TestStudyPanels::playbookKnowsWhenItIsStale() {
    auto *panel = shown<PlaybookPanel>();
    QTRY_VERIFY_WITH_TIMEOUT(panel->playbook(), patience);
    auto *button = get<QPushButton>("playbookButton");
    const auto before = panel->playbook();
    workspace_->document.apply(deployRegion(scenario(), "nrt", true));
    QVERIFY(button->isEnabled());
    QVERIFY(get<QLabel>("playbookState")->text().contains(QStringLiteral("changed")));
    workspace_->document.undoStack().undo(); // it is of this scenario again
    QVERIFY(!button->isEnabled());
    workspace_->document.undoStack().redo();
    button->click();
    QTRY_VERIFY_WITH_TIMEOUT(panel->playbook() != before, patience);
    QCOMPARE(panel->playbook()->regions.size(), 3u);
    QVERIFY(!button->isEnabled());
}

void TestStudyPanels::playbookCanBeCancelled() {
    auto *panel = shown<PlaybookPanel>();
    QVERIFY(panel->busy());
    get<QPushButton>("playbookButton")->click();
    QVERIFY(!panel->busy());
    QVERIFY(!panel->playbook());
    QVERIFY(get<QPushButton>("playbookButton")->isEnabled());
}

void TestStudyPanels::nextRegionFollowsAndDeploys() {
    auto *panel = shown<NextRegionPanel>();
    auto *table = get<QTableView>("nextRegionTable");
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 16, patience);
    QVERIFY(!panel->busy());
    emit table->activated(table->model()->index(0, 1));
    QCOMPARE(scenario().regions.size(), 3u);
    solve();
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 15, patience);
}

void TestStudyPanels::sweepRanksAndDeploys() {
    auto *panel = shown<SweepPanel>();
    auto *table = get<QTableView>("sweepTable");
    get<QComboBox>("sweepChoose")->setCurrentIndex(1);
    get<QPushButton>("sweepButton")->click();
    QVERIFY(panel->busy());
    QTRY_VERIFY_WITH_TIMEOUT(!panel->busy(), patience);
    QCOMPARE(table->model()->rowCount(), 18 * 17 / 2);
    emit table->activated(table->model()->index(0, 0));
    QCOMPARE(scenario().regions.size(), 2u);
    QVERIFY(scenario().regions != story().regions);
    workspace_->document.undoStack().undo();
    QVERIFY(scenario() == story());
}

void TestStudyPanels::sweepFollowsItsCandidates() {
    shown<SweepPanel>();
    auto *choose = get<QComboBox>("sweepChoose");
    QCOMPARE(choose->count(), 18);
    QCOMPARE(choose->currentIndex(), 2);
    get<QComboBox>("sweepFrom")->setCurrentIndex(1);
    QCOMPARE(choose->count(), 2);
    QCOMPARE(choose->currentIndex(), 1);
    workspace_->document.apply(deployRegion(scenario(), "nrt", true));
    QCOMPARE(choose->count(), 3);
}

QTEST_MAIN(TestStudyPanels)
#include "tst_study_panels.moc"
