// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data/data_panel.h"
#include "app/data/designs_panel.h"
#include "app/data/edge_panel.h"
#include "app/data/instance_model.h"
#include "app/edits/edge_edits.h"
#include "app/workspace.h"
#include "io/world_reader.h"
#include "qml/models/data_tables.h"
#include "qml/models/numbers.h"
#include "qml/models/text_table_model.h"
#include "routing/solver.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QMenu>
#include <QSlider>
#include <QSpinBox>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace catchment;
using namespace catchment::app;
using Table = qml::DataTableModel::Table;

namespace {

constexpr int patience = 30'000; ///< ms, for a machine that is busy with other things

} // namespace

/// The page of the edge and that of the data, each alone over the built-in world.
class TestDataPanels : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void edgesAreSwitchedOn();
    void instancesAreEdited();
    void limitsAreEdits();
    void aDayIsPlayed();
    void anEditEndsTheDay();
    void dataIsPlaced();
    void quorums();
    void tables();
    void bestPlaceIsTaken();
    void nothingIsAskedOfNoData();
    void designsBesideEachOther();
    void designsOfNothing();

private:
    void solve();
    template <class Panel>
    Panel *shown(int width = 700) {
        auto *panel = new Panel(*workspace_);
        panel_.reset(panel);
        panel->resize(width, 200);
        panel->show();
        return panel;
    }
    template <class Widget>
    Widget *get(const char *name) const {
        return panel_->findChild<Widget *>(QString::fromLatin1(name));
    }
    void choose(const char *name, const QVariant &data) const {
        auto *box = get<QComboBox>(name);
        box->setCurrentIndex(box->findData(data));
        emit box->activated(box->currentIndex());
    }
    const Scenario &scenario() const { return workspace_->document.scenario(); }
    void apply(Edit edit) {
        workspace_->document.apply(std::move(edit));
        solve();
    }

    std::shared_ptr<const World> world_ = read_world(CATCHMENT_RESOURCES "/world");
    std::unique_ptr<Workspace> workspace_;
    std::unique_ptr<QWidget> panel_;
};

void TestDataPanels::init() {
    workspace_ = std::make_unique<Workspace>(*qApp, Appearance::Mode::Light);
    workspace_->document.setWorld(world_);
    workspace_->document.start(story());
    workspace_->results.setWorld(world_);
    solve();
}

void TestDataPanels::cleanup() {
    panel_.reset();
    workspace_.reset();
}

/// What the solver's thread does after an edit.
void TestDataPanels::solve() {
    SolveResult result;
    result.catchments = catchments(Solver(world_).solve(scenario()));
    workspace_->results.setResult(result);
}

void TestDataPanels::edgesAreSwitchedOn() {
    shown<EdgePanel>(240);
    QVERIFY(!get<QTableView>("instanceTable")->isEnabled());
    get<QCheckBox>("announceEverywhere")->click();
    QVERIFY(scenario().announce == Announce::Everywhere);
    solve();
    auto *table = get<QTableView>("instanceTable");
    QVERIFY(table->isEnabled());
    QCOMPARE(table->model()->rowCount(), 2);
    QVERIFY(!table->model()->index(0, InstanceModel::Load).data().toString().isEmpty());
    QVERIFY(get<QLabel>("edgeSum")->text().contains(QStringLiteral("served")));
    workspace_->document.undoStack().undo();
    QVERIFY(scenario() == story());
    QVERIFY(!get<QCheckBox>("announceEverywhere")->isChecked());
}

void TestDataPanels::instancesAreEdited() {
    apply(announceFrom(scenario(), Announce::Everywhere));
    shown<EdgePanel>(240);
    QAbstractItemModel *model = get<QTableView>("instanceTable")->model();
    const QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(model->setData(model->index(1, InstanceModel::Count), 3));
    const std::vector<Instances> three = {{"ams", 3, 0}};
    QVERIFY(scenario().edge.instances == three);
    QVERIFY(model->setData(model->index(1, InstanceModel::Failed), 7)); // no more than there are
    QCOMPARE(scenario().edge.instances[0].failed, 3);
    solve();
    QVERIFY(model->index(1, InstanceModel::Load).data().toString().contains(QStringLiteral("down")));
    QVERIFY(!model->setData(model->index(1, InstanceModel::Load), 1));
    apply(deployRegion(scenario(), "nrt", true));
    QCOMPARE(model->rowCount(), 3);
}

void TestDataPanels::limitsAreEdits() {
    apply(announceFrom(scenario(), Announce::Everywhere));
    shown<EdgePanel>(240);
    get<QSpinBox>("hardLimit")->setValue(10);
    QCOMPARE(*scenario().edge.hard_limit, 10);
    solve();
    QVERIFY(get<QLabel>("edgeSum")->text().contains(QStringLiteral("fail")));
    get<QSpinBox>("softLimit")->setValue(20); // the hard one follows
    QCOMPARE(*scenario().edge.soft_limit, 20);
    QCOMPARE(*scenario().edge.hard_limit, 20);
    get<QCheckBox>("overflow")->click();
    QVERIFY(!scenario().edge.overflow);
    get<QCheckBox>("atOneHour")->click();
    QVERIFY(scenario().edge.hour);
    get<QSlider>("edgeHour")->setValue(29);
    QCOMPARE(*scenario().edge.hour, 14.5);
    get<QSpinBox>("hardLimit")->setValue(0); // none
    QVERIFY(!scenario().edge.hard_limit);
}

void TestDataPanels::aDayIsPlayed() {
    apply(announceFrom(scenario(), Announce::Everywhere));
    auto *panel = shown<EdgePanel>(240);
    QAbstractItemModel *model = get<QTableView>("instanceTable")->model();
    const int edits = workspace_->document.undoStack().count();
    const QString at_first = model->index(0, InstanceModel::Load).data().toString();
    get<QToolButton>("playDay")->click();
    QVERIFY(panel->playing());
    QTRY_VERIFY_WITH_TIMEOUT(model->index(0, InstanceModel::Load).data().toString() != at_first, patience);
    QCOMPARE(workspace_->document.undoStack().count(), edits); // no edit while it goes on
    get<QToolButton>("playDay")->click();
    QVERIFY(!panel->playing());
    QCOMPARE(workspace_->document.undoStack().count(), edits + 1);
    QVERIFY(scenario().edge.hour);
}

void TestDataPanels::anEditEndsTheDay() {
    apply(announceFrom(scenario(), Announce::Everywhere));
    auto *panel = shown<EdgePanel>(240);
    get<QToolButton>("playDay")->click();
    QVERIFY(panel->playing());
    workspace_->document.undoStack().undo();
    QVERIFY(!panel->playing());
    QVERIFY(!get<QToolButton>("playDay")->isChecked());
    QVERIFY(scenario() == story());
}

void TestDataPanels::dataIsPlaced() {
    auto *panel = shown<DataPanel>();
    QVERIFY(!panel->busy());
    QVERIFY(get<QLabel>("dataState")->isVisible());
    choose("dataModel", static_cast<int>(Consistency::Primary));
    QCOMPARE(scenario().data->primary, std::string("ewr"));
    QVERIFY(scenario().data->replicas == std::vector<std::string>{"ams"});
    solve();
    QVERIFY(panel->busy());
    QTRY_VERIFY_WITH_TIMEOUT(!panel->busy(), patience);
    QVERIFY(!get<QLabel>("dataState")->isVisible());
    QVERIFY(get<QWidget>("dataPlot")->isVisible());
    choose("dataPrimary", QStringLiteral("ams"));
    QCOMPARE(scenario().data->primary, std::string("ams"));
    get<QSlider>("writeShare")->setValue(40);
    QCOMPARE(scenario().data->write_share, 0.4);
    const auto actions = get<QToolButton>("dataReplicas")->menu()->actions();
    QCOMPARE(actions.size(), 1);
    actions[0]->trigger();
    QVERIFY(scenario().data->replicas.empty());
    choose("dataModel", -1);
    QVERIFY(!scenario().data);
    while (workspace_->document.undoStack().canUndo()) {
        workspace_->document.undoStack().undo();
    }
    QVERIFY(scenario() == story());
}

void TestDataPanels::quorums() {
    apply(deployRegion(scenario(), "nrt", true));
    shown<DataPanel>();
    QVERIFY(!get<QSpinBox>("writeQuorum")->isEnabled());
    choose("dataModel", static_cast<int>(Consistency::Quorum));
    QVERIFY(!scenario().data->write_quorum); // the majority goes without saying
    QCOMPARE(get<QSpinBox>("writeQuorum")->value(), 2);
    QCOMPARE(get<QSpinBox>("readQuorum")->value(), 2);
    get<QSpinBox>("writeQuorum")->setValue(3);
    QCOMPARE(*scenario().data->write_quorum, 3);
    QVERIFY(!scenario().data->read_quorum); // follows
    QCOMPARE(get<QSpinBox>("readQuorum")->value(), 1);
    QCOMPARE(get<QSpinBox>("writeQuorum")->maximum(), 3);
}

void TestDataPanels::tables() {
    DataPlacement data;
    data.primary = "ewr";
    data.replicas = {"ams"};
    apply(setData(scenario(), data));
    auto *panel = shown<DataPanel>(1200);
    QTRY_VERIFY_WITH_TIMEOUT(!panel->busy(), patience);
    auto *table = get<QTableView>("dataTable");
    const QAbstractItemModelTester tester(table->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(table->isVisible() && get<QWidget>("dataPlot")->isVisible()); // there is room for both
    const auto rows = [&](Table which) {
        choose("dataView", static_cast<int>(which));
        return table->model()->rowCount();
    };
    QCOMPARE(rows(Table::Edges), 2);
    QCOMPARE(rows(Table::Failures), 2);
    QCOMPARE(rows(Table::Replicas), 2);
    QCOMPARE(rows(Table::Places), static_cast<int>(world_->own_operator.regions.size()));
    QVERIFY(rows(Table::Cities) > 100);
    emit table->clicked(table->model()->index(3, 0));
    QVERIFY(world_->city_by_id.contains(workspace_->selection.city().toStdString()));
    panel->resize(700, 200);
    QVERIFY(!get<QWidget>("dataPlot")->isVisible());
    choose("dataView", -2); // a chart
    QVERIFY(get<QWidget>("dataPlot")->isVisible() && !table->isVisible());
}

void TestDataPanels::bestPlaceIsTaken() {
    DataPlacement data;
    data.primary = "ams";
    apply(setData(scenario(), data));
    auto *panel = shown<DataPanel>();
    QTRY_VERIFY_WITH_TIMEOUT(!panel->busy(), patience);
    choose("dataView", static_cast<int>(Table::Places));
    auto *table = get<QTableView>("dataTable");
    const int role = static_cast<int>(qml::DataTableModel::Role::Code);
    QModelIndex best = table->model()->index(0, 0);
    if (best.data(role) == QStringLiteral("ams")) { // it is there already
        best = best.siblingAtRow(1);
    }
    const QString code = best.data(role).toString();
    emit table->activated(best);
    QCOMPARE(QString::fromStdString(scenario().data->primary), code);
    QVERIFY(scenario().deploys(code.toStdString()));
    const std::vector<std::string> replicas{"ams"}; // a copy stays where the primary was
    QVERIFY(scenario().data->replicas == replicas);
}

void TestDataPanels::nothingIsAskedOfNoData() {
    auto *panel = shown<DataPanel>();
    solve();
    QVERIFY(!panel->busy());
    QCOMPARE(get<QTableView>("dataTable")->model()->rowCount(), 0);
}

/// Three failures of each region, cities that can be sorted and chosen, and the figures that `designs` prints.
void TestDataPanels::designsBesideEachOther() {
    auto *panel = shown<DesignsPanel>(1200);
    QTRY_VERIFY_WITH_TIMEOUT(!panel->busy() && get<QTableView>("designFigures")->isVisible(), patience);
    const QAbstractItemModel *figures = get<QTableView>("designFigures")->model();
    const EdgeStudy study = *edge_study(world_, story());
    QCOMPARE(figures->columnCount(), 3);
    QCOMPARE(figures->index(0, 1).data().toString(), qml::msText(study.deployed.journeys.mean_rtt_ms));
    QCOMPARE(figures->index(0, 2).data().toString(), qml::msText(study.everywhere.journeys.mean_rtt_ms));
    QVERIFY(get<QLabel>("designsSentence")->text().contains(qml::msText(study.everywhere.journeys.mean_rtt_ms)));

    auto *details = get<QTableView>("designDetails");
    QAbstractItemModel *model = details->model();
    const QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model->rowCount(), 6);
    const QModelIndex instances = model->index(2, 0);
    QVERIFY(instances.data().toString().contains(QStringLiteral("instances in ams")));
    QVERIFY(instances.siblingAtColumn(2).data().toString().isEmpty()); // nobody goes to another edge
    QVERIFY(!instances.siblingAtColumn(3).data().toString().isEmpty());
    emit details->clicked(instances);
    QCOMPARE(workspace_->selection.region(), QStringLiteral("ams"));

    choose("designsView", 2);
    QVERIFY(model->rowCount() > 1000);
    const auto users = [&](int row) {
        return world_
            ->city(world_->city_by_id.at(
                model->index(row, 0).data(static_cast<int>(qml::TextTableModel::Role::City)).toString().toStdString()))
            .users;
    };
    QVERIFY(users(0) >= users(1) && users(1) >= users(2));
    details->sortByColumn(4, Qt::AscendingOrder);
    const int sort = static_cast<int>(qml::TextTableModel::Role::Sort);
    double last = -1e9;
    for (int row = 0; row < model->rowCount(); ++row) {
        const double difference = model->index(row, 4).data(sort).toDouble();
        QVERIFY2(last <= difference, qPrintable(QStringLiteral("%1: %2, %3").arg(row).arg(last).arg(difference)));
        last = difference;
    }
    emit details->clicked(model->index(0, 0));
    QVERIFY(!workspace_->selection.city().isEmpty());

    panel->resize(700, 200); // no room for both
    QTRY_VERIFY(!get<QTableView>("designFigures")->isVisible());
    choose("designsView", 0);
    QVERIFY(get<QTableView>("designFigures")->isVisible() && !details->isVisible());
}

void TestDataPanels::designsOfNothing() {
    apply(deployRegion(scenario(), "ewr", false));
    apply(deployRegion(scenario(), "ams", false));
    auto *panel = shown<DesignsPanel>();
    QVERIFY(get<QLabel>("designsSentence")->text().contains(QStringLiteral("deployed nowhere")));
    QVERIFY(!get<QTableView>("designDetails")->isVisible());
    apply(deployRegion(scenario(), "nrt", true));
    QTRY_VERIFY_WITH_TIMEOUT(!panel->busy() && get<QTableView>("designDetails")->isVisible(), patience);
    QCOMPARE(get<QTableView>("designDetails")->model()->rowCount(), 3);
}

QTEST_MAIN(TestDataPanels)
#include "tst_data_panels.moc"
