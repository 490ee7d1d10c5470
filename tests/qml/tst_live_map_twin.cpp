// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/sample.h"
#include "qml/map/live_map.h"

#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickView>
#include <QSignalSpy>
#include <QTest>

#include <cmath>
#include <memory>

using namespace catchment;
using catchment::qml::LiveMap;

/// Two maps that go together, in the view that compares two states.
class LiveMapTwinTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QQuickView> view_;
    LiveMap *map_ = nullptr;

    LiveMap *pinned() const { return view_->rootObject()->property("pinnedMap").value<LiveMap *>(); }

    static bool near(const QGeoCoordinate &a, const QGeoCoordinate &b) {
        return std::abs(a.latitude() - b.latitude()) < 0.5 && std::abs(a.longitude() - b.longitude()) < 0.5;
    }

private slots:
    void init() {
        view_ = std::make_unique<QQuickView>();
        view_->engine()->addImportPath(QStringLiteral("qrc:/qt/qml"));
        view_->setResizeMode(QQuickView::SizeRootObjectToView);
        view_->resize(800, 400);
        view_->setSource(QUrl(QStringLiteral("qrc:/qt/qml/Catchment/MapView.qml")));
        QVERIFY(view_->rootObject());
        map_ = view_->rootObject()->findChild<LiveMap *>(QStringLiteral("liveMap"));
        map_->setPlaying(false);
        view_->show();
        QVERIFY(QTest::qWaitForWindowExposed(view_.get()));
        QSignalSpy settled(map_, &LiveMap::settled);
        map_->setCatchments(test::sample_catchments());
        QVERIFY(settled.wait(20000));
    }

    void cleanup() { view_.reset(); }

    void there_is_a_second_map_only_where_two_are_compared() {
        QVERIFY(!pinned());
        view_->rootObject()->setProperty("comparison", QStringLiteral("side-by-side"));
        QVERIFY(pinned());
        QCOMPARE(map_->width(), 400.0);
        QCOMPARE(pinned()->width(), 400.0);
        QCOMPARE(map_->x(), 400.0);
        view_->rootObject()->setProperty("comparison", QStringLiteral("swipe"));
        QCOMPARE(map_->width(), 800.0);
        QCOMPARE(pinned()->width(), 800.0);
        QCOMPARE(pinned()->parentItem()->width(), 400.0); // it is cut at the line
        view_->rootObject()->setProperty("comparison", QString());
        QVERIFY(!pinned());
        QCOMPARE(map_->width(), 800.0);
    }

    void both_see_the_same_whichever_is_moved() {
        for (const QString &projection : {QStringLiteral("equal-earth"), QStringLiteral("globe")}) {
            map_->setProjection(projection);
            view_->rootObject()->setProperty("comparison", QStringLiteral("swipe"));
            QCOMPARE(pinned()->projection(), projection);
            map_->setZoom(3);
            map_->setCentre(QGeoCoordinate(40, 20));
            QVERIFY(near(pinned()->centre(), map_->centre()));
            QVERIFY(std::abs(pinned()->zoom() - 3) < 0.01);
            pinned()->setCentre(QGeoCoordinate(10, -60));
            QVERIFY(near(map_->centre(), QGeoCoordinate(10, -60)));
            pinned()->showWorld();
            QVERIFY(std::abs(map_->zoom() - 1) < 0.01);
            view_->rootObject()->setProperty("comparison", QString());
        }
    }

    void looks_are_taken_and_results_are_not() {
        view_->rootObject()->setProperty("comparison", QStringLiteral("side-by-side"));
        const auto other = test::sample_catchments({"ewr", "ams", "nrt"});
        QSignalSpy settled(pinned(), &LiveMap::settled);
        pinned()->setCatchments(other);
        QVERIFY(settled.wait(20000));
        map_->setTheme(QStringLiteral("dark"));
        map_->setLayerShown(QStringLiteral("exchanges"), true);
        map_->setProjection(QStringLiteral("robinson"));
        QCOMPARE(pinned()->theme(), QStringLiteral("dark"));
        QCOMPARE(pinned()->projection(), QStringLiteral("robinson"));
        bool exchanges = false;
        for (const qml::LayerEntry &layer : pinned()->layers())
            exchanges |= layer.word == u"exchanges" && layer.shown;
        QVERIFY(exchanges);
        QCOMPARE(pinned()->catchments(), other);
        QCOMPARE(map_->legend().size(), 2);
        QCOMPARE(pinned()->legend().size(), 3);
    }
};

QTEST_MAIN(LiveMapTwinTest)
#include "tst_live_map_twin.moc"
