// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/validation_chart.h"
#include "app/edits/security_edits.h"
#include "app/studies/validation_panel.h"
#include "app/workspace.h"
#include "io/world_reader.h"
#include "routing/solver.h"

#include <QApplication>
#include <QLabel>
#include <QTest>
#include <qcustomplot.h>

#include <cmath>

using namespace catchment;
using namespace catchment::app;

namespace {

constexpr int patience = 60'000; ///< ms, for a machine that is busy with other things

Scenario hijacked() {
    Scenario scenario = story();
    scenario.security.hijack = Hijack{Asn{4755}, "mumbai-in", 22, {Asn{4755}}};
    return scenario;
}

} // namespace

/// The page that asks how many networks would have to validate, over the built-in world.
class TestValidationPanel : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void saysThatNobodyHijacks();
    void drawsWhatWasSolved();
    void validatorsMoveTheDotAlone();
    void saysWhyValidationDoesNotHelp();
    void waitsUntilItIsSeen();

private:
    void give(const Scenario &scenario);
    void show();
    QString sentence() const { return panel_->findChild<QLabel *>(QStringLiteral("validationSentence"))->text(); }
    ValidationChart &chart() const { return *panel_->findChild<ValidationChart *>(); }
    QCPGraph *line(const QString &name) const;
    QPointF dot() const;

    std::shared_ptr<const World> world_ = read_world(CATCHMENT_RESOURCES "/world");
    std::unique_ptr<Workspace> workspace_;
    std::unique_ptr<ValidationPanel> panel_;
};

void TestValidationPanel::init() {
    workspace_ = std::make_unique<Workspace>(*qApp, Appearance::Mode::Light);
    workspace_->document.setWorld(world_);
    workspace_->results.setWorld(world_);
    panel_ = std::make_unique<ValidationPanel>(*workspace_);
    panel_->resize(700, 170);
}

void TestValidationPanel::cleanup() {
    panel_.reset();
    workspace_.reset();
}

/// What the solver's thread does after an edit.
void TestValidationPanel::give(const Scenario &scenario) {
    SolveResult result;
    result.catchments = catchments(Solver(world_).solve(scenario));
    workspace_->results.setResult(result);
}

void TestValidationPanel::show() {
    panel_->show();
    QTRY_VERIFY_WITH_TIMEOUT(!panel_->busy(), patience);
}

QCPGraph *TestValidationPanel::line(const QString &name) const {
    QCustomPlot &plot = chart().plot();
    for (int i = 0; i < plot.graphCount(); ++i) {
        if (plot.graph(i)->name() == name) {
            return plot.graph(i);
        }
    }
    return nullptr;
}

QPointF TestValidationPanel::dot() const {
    const QCPGraph *now = line(QStringLiteral("now"));
    return now ? QPointF(now->data()->at(0)->key, now->data()->at(0)->value) : QPointF(-1, -1);
}

void TestValidationPanel::saysThatNobodyHijacks() {
    give(story());
    show();
    QVERIFY(sentence().contains(QStringLiteral("Nobody hijacks")));
    QVERIFY(!line(QStringLiteral("by lot")));
    QVERIFY(!panel_->grab().isNull());
}

void TestValidationPanel::drawsWhatWasSolved() {
    give(hijacked());
    show();
    const auto sweep = *validation_sweep(world_, {hijacked()});
    const QCPGraph *largest = line(QStringLiteral("the largest first"));
    const QCPGraph *lot = line(QStringLiteral("by lot"));
    QVERIFY(largest && lot);
    QCOMPARE(largest->dataCount(), static_cast<int>(sweep.largest_first.size()));
    for (int i = 0; i < largest->dataCount(); ++i) {
        const auto at = static_cast<std::size_t>(i);
        QCOMPARE(largest->data()->at(i)->key, 100 * sweep.largest_first[at].share);
        QCOMPARE(largest->data()->at(i)->value, 100 * sweep.largest_first[at].captured);
        QCOMPARE(lot->data()->at(i)->value, 100 * sweep.by_lot[at].captured);
    }
    QCOMPARE(dot(), QPointF(0, 100 * sweep.largest_first.front().captured));
    QVERIFY(sentence().contains(QStringLiteral("AS4755")) && sentence().contains(QStringLiteral("half")));
    QVERIFY(chart().plot().accessibleDescription().contains(QStringLiteral("by lot")));
    QVERIFY(!panel_->grab().isNull());
}

void TestValidationPanel::validatorsMoveTheDotAlone() {
    give(hijacked());
    show();
    const QPointF before = dot();
    const auto half = validators(*world_, 0.5, ValidatorOrder::LargestFirst);
    give(setOriginValidation(hijacked(), half).scenario);
    QVERIFY(!panel_->busy());
    QVERIFY(line(QStringLiteral("by lot")));
    QVERIFY(std::abs(dot().x() - 50) < 1);
    QVERIFY(dot().y() < before.y());
    // It lies on the line, of which it is a point.
    const QCPGraph *largest = line(QStringLiteral("the largest first"));
    QCOMPARE(dot().y(), largest->data()->at(largest->dataCount() / 2)->value);
}

void TestValidationPanel::saysWhyValidationDoesNotHelp() {
    Scenario forged = hijacked();
    forged.security.hijack->path.push_back(world_->own_operator.asn);
    give(forged);
    show();
    QVERIFY(sentence().contains(QStringLiteral("allows")));
    Scenario no_roa = hijacked();
    no_roa.security.roas.emplace();
    give(no_roa);
    QVERIFY(panel_->busy());
    QTRY_VERIFY_WITH_TIMEOUT(!panel_->busy(), patience);
    QVERIFY(sentence().contains(QStringLiteral("No ROA")));
    Scenario down = hijacked();
    down.faults.networks = {Asn{4755}};
    give(down);
    QTRY_VERIFY_WITH_TIMEOUT(!panel_->busy(), patience);
    QVERIFY(sentence().contains(QStringLiteral("failed")));
}

void TestValidationPanel::waitsUntilItIsSeen() {
    give(hijacked());
    QVERIFY(!panel_->busy());
    panel_->show();
    QVERIFY(panel_->busy());
    give(story()); // while it solves: the answer is dropped
    QVERIFY(!panel_->busy());
    QVERIFY(!line(QStringLiteral("by lot")));
}

QTEST_MAIN(TestValidationPanel)
#include "tst_validation_panel.moc"
