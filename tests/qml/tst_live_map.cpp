// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/sample.h"
#include "qml/map/live_map.h"

#include <QQmlEngine>
#include <QQuickView>
#include <QSignalSpy>
#include <QStringList>
#include <QTest>

#include <functional>
#include <memory>

using namespace catchment;
using catchment::qml::LiveMap;

namespace {

QStringList warnings;

void note(QtMsgType type, const QMessageLogContext &, const QString &message) {
    if (type != QtDebugMsg && type != QtInfoMsg && !message.contains(QLatin1String("XDG_RUNTIME_DIR")))
        warnings.append(message);
}

} // namespace

class LiveMapTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QQuickView> view_;
    LiveMap *map_ = nullptr;

    /// Waits until the picture of the present state is there.
    bool settle(const std::function<void()> &change) {
        QSignalSpy settled(map_, &LiveMap::settled);
        change();
        return settled.wait(20000);
    }

private slots:
    void init() {
        warnings.clear();
        qInstallMessageHandler(note);
        view_ = std::make_unique<QQuickView>();
        view_->engine()->addImportPath(QStringLiteral("qrc:/qt/qml"));
        view_->setResizeMode(QQuickView::SizeRootObjectToView);
        view_->resize(640, 360);
        view_->setSource(QUrl(QStringLiteral("qrc:/qt/qml/Catchment/MapView.qml")));
        QVERIFY(view_->rootObject());
        map_ = view_->rootObject()->findChild<LiveMap *>(QStringLiteral("liveMap"));
        QVERIFY(map_);
        map_->setPlaying(false);
        view_->show();
        QVERIFY(QTest::qWaitForWindowExposed(view_.get()));
    }

    void cleanup() {
        view_.reset();
        qInstallMessageHandler(nullptr);
        QVERIFY2(warnings.isEmpty(), qPrintable(warnings.join(QLatin1Char('\n'))));
    }

    void shows_results_and_a_path() {
        const auto catchments = test::sample_catchments();
        QVERIFY(settle([&] { map_->setCatchments(catchments); }));
        QCOMPARE(map_->legend().size(), 2);
        QCOMPARE(map_->particleCount(), 2000);
        const auto city = find_city(catchments->world(), "Chicago");
        QVERIFY(settle([&] {
            map_->setSelectedCity(QStringLiteral("chicago-us"));
            map_->setJourney(journey(*catchments, *city));
        }));
        QVERIFY(settle([&] { map_->setCatchments(test::sample_catchments({"ewr", "ams", "nrt"})); }));
        QCOMPARE(map_->legend().size(), 3);
        QVERIFY(!view_->grabWindow().isNull());
    }

    void shows_what_is_captured() {
        QVERIFY(settle([&] { map_->setCatchments(test::sample_catchments()); }));
        const auto hijacked = test::hijacked_catchments();
        QVERIFY(settle([&] { map_->setCatchments(hijacked); }));
        QCOMPARE(map_->legend().size(), 3);
        const auto city = find_city(hijacked->world(), "Mexico City");
        const auto way = journey(*hijacked, *city);
        QVERIFY(way->outcome.captured);
        QVERIFY(settle([&] {
            map_->setSelectedCity(QStringLiteral("mexico-city-mx"));
            map_->setJourney(way);
        }));
        QTest::mouseMove(view_.get(), map_->positionOf(QGeoCoordinate(19.43, -99.13)).toPoint());
        QTRY_VERIFY(map_->hoverDetail().contains(QLatin1String("100 % captured")));
    }

    void a_click_finds_the_city() {
        QVERIFY(settle([&] { map_->setCatchments(test::sample_catchments()); }));
        QSignalSpy clicked(map_, &LiveMap::cityClicked);
        QSignalSpy empty(map_, &LiveMap::emptyClicked);
        const QPointF mumbai = map_->positionOf(QGeoCoordinate(19.08, 72.88));
        QTest::mouseClick(view_.get(), Qt::LeftButton, {}, mumbai.toPoint());
        QCOMPARE(clicked.size(), 1);
        QCOMPARE(clicked.first().first().toString(), QStringLiteral("mumbai-in"));
        QTest::mouseMove(view_.get(), mumbai.toPoint());
        QTRY_VERIFY(map_->hoverTitle().startsWith(QLatin1String("Mumbai")));
        QTest::mouseClick(view_.get(), Qt::LeftButton, {}, map_->positionOf(QGeoCoordinate(-30, 80)).toPoint());
        QCOMPARE(empty.size(), 1);
    }

    void a_right_click_finds_the_region() {
        QVERIFY(settle([&] { map_->setCatchments(test::sample_catchments()); }));
        QSignalSpy asked(map_, &LiveMap::regionContextRequested);
        QTest::mouseClick(view_.get(), Qt::RightButton, {}, map_->positionOf(QGeoCoordinate(52.37, 4.9)).toPoint());
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first().first().toString(), QStringLiteral("ams"));
    }

    void keys_move_the_view() {
        map_->forceActiveFocus();
        QCOMPARE(map_->zoom(), 1.0);
        QTest::keyClick(view_.get(), Qt::Key_Plus);
        QVERIFY(map_->zoom() > 1.4);
        const QGeoCoordinate before = map_->centre();
        QTest::keyClick(view_.get(), Qt::Key_Right);
        QVERIFY(map_->centre().longitude() > before.longitude());
        QTest::keyClick(view_.get(), Qt::Key_0);
        QCOMPARE(map_->zoom(), 1.0);
    }

    void themes_and_projections() {
        QVERIFY(settle([&] { map_->setCatchments(test::sample_catchments()); }));
        const QColor light = map_->colours().panel;
        QVERIFY(settle([&] { map_->setTheme(QStringLiteral("dark")); }));
        QVERIFY(map_->colours().panel != light);
        for (const QString &word :
             {QStringLiteral("robinson"), QStringLiteral("mercator"), QStringLiteral("equal-earth")}) {
            QVERIFY(settle([&] { map_->setProjection(word); }));
            QCOMPARE(map_->projection(), word);
        }
    }

    void it_can_go_while_a_picture_is_being_painted() {
        map_->setCatchments(test::sample_catchments());
        map_->setTheme(QStringLiteral("dark"));
        view_.reset();
    }
};

QTEST_MAIN(LiveMapTest)
#include "tst_live_map.moc"
