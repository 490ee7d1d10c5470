// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/distance_chart.h"
#include "app/charts/rtt_chart.h"
#include "app/workspace.h"
#include "maps/sample.h"

#include <QApplication>
#include <QTest>
#include <qcustomplot.h>

using namespace catchment;
using namespace catchment::app;

/// The charts of round-trip times and distances.
class TestCharts : public QObject {
    Q_OBJECT

    std::unique_ptr<Workspace> workspace_;

    void give(const std::shared_ptr<const Catchments> &now, const std::shared_ptr<const Catchments> &before = nullptr) {
        SolveResult result;
        result.catchments = now;
        result.before = before;
        workspace_->results.setResult(std::move(result));
    }

private slots:
    void init() { workspace_ = std::make_unique<Workspace>(*qApp, Appearance::Mode::Light); }

    void theBarsHoldAllReachedUsers() {
        RttChart chart(*workspace_);
        const auto now = test::sample_catchments({"ewr", "ams", "nrt"});
        give(now, test::sample_catchments());
        double users = 0;
        int bars = 0;
        for (int i = 0; i < chart.plot().plottableCount(); ++i) {
            if (const auto *layer = qobject_cast<QCPBars *>(chart.plot().plottable(i))) {
                ++bars;
                for (const QCPBarsData &bar : *layer->data())
                    users += bar.value;
            }
        }
        QCOMPARE(bars, 3);
        QVERIFY(std::abs(users - (now->summary.users - now->summary.unreached_users)) < 1);
        QCOMPARE(chart.plot().graphCount(), 1); // the outline of before
    }

    void aClickOnADotSelectsItsCity() {
        DistanceChart chart(*workspace_);
        chart.resize(600, 300);
        chart.show();
        QVERIFY(QTest::qWaitForWindowExposed(&chart));
        const auto now = test::sample_catchments();
        give(now);
        chart.plot().replot();
        const auto id = find_city(now->world(), "Sydney");
        const CityOutcome &sydney = now->cities[id->index()];
        const QPointF dot(chart.plot().xAxis->coordToPixel(sydney.region_km),
                          chart.plot().yAxis->coordToPixel(sydney.rtt_ms));
        QCOMPARE(chart.cityAt(dot), sydney.city);
        QVERIFY(!chart.cityAt(QPointF(chart.plot().width() - 2, 2)));
        QTest::mouseClick(&chart.plot(), Qt::LeftButton, {}, dot.toPoint());
        QCOMPARE(workspace_->selection.city(), QStringLiteral("sydney-au"));
    }

    void nothingIsFasterThanLight() {
        const auto now = test::sample_catchments();
        const LatencyModel latency;
        for (const CityOutcome &city : now->cities)
            QVERIFY(!city.region || city.rtt_ms > latency.limit_ms(city.region_km));
    }
};

QTEST_MAIN(TestCharts)
#include "tst_charts.moc"
