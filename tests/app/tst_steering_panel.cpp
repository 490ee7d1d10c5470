// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/edits/steering_edits.h"
#include "app/studies/steering_panel.h"
#include "app/widgets/steering_choice.h"
#include "app/workspace.h"
#include "io/world_reader.h"
#include "qml/models/steering_models.h"
#include "routing/solver.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTest>

using namespace catchment;
using namespace catchment::app;
using qml::SteeringTotalsModel;

namespace {

constexpr int patience = 30'000; ///< ms, for a machine that is busy with other things

} // namespace

/// Anycast or DNS: the choice, its settings, and the page that compares them, over the built-in world.
class TestSteeringPanel : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void theChoiceIsAnEdit();
    void settingsAreEdits();
    void aShareOfAFileStays();
    void comparesBoth();
    void anEventCutsUsersOff();
    void aCityIsSelected();
    void bothMaps();
    void oneTableWhereThereIsNoRoom();

private:
    void solve();
    void show(int width = 700);
    template <class Widget>
    Widget *get(const char *name) const {
        return panel_->findChild<Widget *>(QString::fromLatin1(name));
    }
    const Scenario &scenario() const { return workspace_->document.scenario(); }
    QString figure(int row, int column) const {
        return get<QTableView>("steeringTotals")->model()->index(row, column).data().toString();
    }
    void choose(const char *name, const QVariant &data) const {
        auto *box = get<QComboBox>(name);
        box->setCurrentIndex(box->findData(data));
        emit box->activated(box->currentIndex());
    }

    std::shared_ptr<const World> world_ = read_world(CATCHMENT_RESOURCES "/world");
    std::unique_ptr<Workspace> workspace_;
    std::unique_ptr<SteeringPanel> panel_;
};

void TestSteeringPanel::init() {
    workspace_ = std::make_unique<Workspace>(*qApp, Appearance::Mode::Light);
    workspace_->document.setWorld(world_);
    workspace_->document.start(story());
    workspace_->results.setWorld(world_);
    solve();
}

void TestSteeringPanel::cleanup() {
    panel_.reset();
    workspace_.reset();
}

/// What the solver's thread does after an edit.
void TestSteeringPanel::solve() {
    SolveResult result;
    result.catchments = catchments(Solver(world_).solve(scenario()));
    workspace_->results.setResult(result);
}

void TestSteeringPanel::show(int width) {
    panel_ = std::make_unique<SteeringPanel>(*workspace_);
    panel_->resize(width, 180);
    panel_->show();
    QTRY_VERIFY_WITH_TIMEOUT(!panel_->busy() && !figure(0, 1).isEmpty(), patience);
}

void TestSteeringPanel::theChoiceIsAnEdit() {
    SteeringChoice choice(workspace_->document);
    QCOMPARE(choice.currentIndex(), 0);
    choice.setFocus();
    QTest::keyClick(&choice, Qt::Key_Down);
    QVERIFY(scenario().steering == Steering::Dns);
    workspace_->document.undoStack().undo();
    QVERIFY(scenario() == story());
    QCOMPARE(choice.currentIndex(), 0);
}

void TestSteeringPanel::settingsAreEdits() {
    show();
    choose("dnsResolver", static_cast<int>(ResolverKind::Mixed));
    QVERIFY(scenario().dns.resolver == ResolverKind::Mixed);
    QVERIFY(get<QSpinBox>("dnsPublicShare")->isEnabled());
    get<QSpinBox>("dnsPublicShare")->setValue(35);
    get<QCheckBox>("dnsClientSubnet")->click();
    get<QSpinBox>("dnsTtl")->setValue(20);
    QCOMPARE(scenario().dns, (Dns{ResolverKind::Mixed, 0.35, true, 20}));
    QCOMPARE(workspace_->document.undoStack().count(), 4);
    QVERIFY(workspace_->document.undoStack().undoText().contains(QStringLiteral("20 s")));
    for (int i = 0; i < 4; ++i) {
        workspace_->document.undoStack().undo();
    }
    QVERIFY(scenario() == story());
    QVERIFY(!get<QSpinBox>("dnsPublicShare")->isEnabled());
    QCOMPARE(get<QSpinBox>("dnsTtl")->value(), Dns::default_ttl);
}

void TestSteeringPanel::aShareOfAFileStays() {
    show();
    workspace_->document.apply(setDns(scenario(), {ResolverKind::Mixed, 0.123, false, 300}));
    get<QSpinBox>("dnsTtl")->setValue(60);
    QCOMPARE(scenario().dns.public_share, 0.123);
}

void TestSteeringPanel::comparesBoth() {
    Scenario scenario = story();
    scenario.dns.resolver = ResolverKind::Public;
    workspace_->document.start(scenario);
    solve();
    show();
    const auto study = *steering_study(world_, scenario);
    QVERIFY(study.dns.total.by_resolver.users > 0 && study.anycast.total.by_policy.users > 0);
    QVERIFY(figure(SteeringTotalsModel::Resolver, SteeringTotalsModel::ByDns).contains(QStringLiteral("ms")));
    QCOMPARE(figure(SteeringTotalsModel::Resolver, SteeringTotalsModel::ByAnycast), QStringLiteral("0"));
    QCOMPARE(figure(SteeringTotalsModel::Policy, SteeringTotalsModel::ByDns), QStringLiteral("0"));
    QCOMPARE(get<QTableView>("steeringCities")->model()->rowCount(),
             static_cast<int>(std::min(worst_cities(study).size(), qml::SteeringCityModel::most_rows)));
    QVERIFY(!panel_->grab().isNull());
}

void TestSteeringPanel::anEventCutsUsersOff() {
    show();
    const QString before = figure(SteeringTotalsModel::Stuck, SteeringTotalsModel::ByDns);
    choose("steeringEvent", QStringLiteral("ams"));
    QTRY_VERIFY_WITH_TIMEOUT(!panel_->busy(), patience);
    const QString after = figure(SteeringTotalsModel::Stuck, SteeringTotalsModel::ByDns);
    QVERIFY(after != before && after.contains(QStringLiteral("150 s")));
    // Also where it has happened already.
    Scenario failed = story();
    failed.faults.regions = {"ams"};
    workspace_->document.start(failed);
    solve();
    QTRY_VERIFY_WITH_TIMEOUT(!panel_->busy(), patience);
    QCOMPARE(figure(SteeringTotalsModel::Stuck, SteeringTotalsModel::ByDns), after);
}

void TestSteeringPanel::aCityIsSelected() {
    show();
    auto *table = get<QTableView>("steeringCities");
    QVERIFY(table->model()->rowCount() > 3);
    const QModelIndex row = table->model()->index(2, 0);
    emit table->activated(row);
    const auto city = world_->city_by_id.find(workspace_->selection.city().toStdString());
    QVERIFY(city != world_->city_by_id.end());
    QVERIFY(row.data().toString().startsWith(QString::fromStdString(world_->city(city->second).name)));
}

void TestSteeringPanel::bothMaps() {
    show();
    choose("steeringEvent", QStringLiteral("ams"));
    const QSignalSpy wanted(panel_.get(), &SteeringPanel::sideBySideWanted);
    get<QPushButton>("steeringBoth")->click();
    QCOMPARE(wanted.count(), 1);
    QVERIFY(scenario().steering == Steering::Dns);
    QCOMPARE(scenario().faults.regions, std::vector<std::string>{"ams"});
    Scenario pinned = scenario();
    pinned.steering = Steering::Anycast;
    QVERIFY(workspace_->pin.scenario() == pinned);
    workspace_->document.undoStack().undo();
    QVERIFY(scenario() == story());
}

void TestSteeringPanel::oneTableWhereThereIsNoRoom() {
    show(700);
    auto *totals = get<QTableView>("steeringTotals");
    auto *cities = get<QTableView>("steeringCities");
    QVERIFY(totals->isVisible() && !cities->isVisible());
    auto *which = get<QComboBox>("steeringTable");
    which->setCurrentIndex(1);
    emit which->activated(1);
    QVERIFY(!totals->isVisible() && cities->isVisible());
    panel_->resize(1100, 180);
    QTRY_VERIFY(totals->isVisible() && cities->isVisible());
    QVERIFY(!which->isVisible());
}

QTEST_MAIN(TestSteeringPanel)
#include "tst_steering_panel.moc"
