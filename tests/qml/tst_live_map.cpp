// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/atlas.h"
#include "maps/map_layout.h"
#include "maps/painter.h"
#include "maps/sample.h"
#include "qml/map/live_map.h"

#include <QHoverEvent>
#include <QQmlEngine>
#include <QQuickView>
#include <QSignalSpy>
#include <QStringList>
#include <QTest>

#include <algorithm>
#include <cmath>
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
        view_->requestActivate(); // keys go to the active window alone
        QVERIFY(QTest::qWaitForWindowActive(view_.get()));
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
        for (const QString &word : {QStringLiteral("robinson"), QStringLiteral("mercator"), QStringLiteral("globe"),
                                    QStringLiteral("equal-earth")}) {
            QVERIFY(settle([&] { map_->setProjection(word); }));
            QCOMPARE(map_->projection(), word);
        }
    }

    void layers_are_switched_and_isolated() {
        QVERIFY(settle([&] { map_->setCatchments(test::sample_catchments()); }));
        const auto shown = [&](const QString &word) {
            for (const qml::LayerEntry &entry : map_->layers())
                if (entry.word == word)
                    return entry.shown;
            return false;
        };
        QVERIFY(shown("flows") && !shown("exchanges"));
        const QImage before = view_->grabWindow();
        QVERIFY(settle([&] { map_->setLayerShown("catchments", false); }));
        QVERIFY(!shown("catchments"));
        QVERIFY(view_->grabWindow() != before);
        QVERIFY(settle([&] { map_->setLayerShown("catchments", true); }));
        QVERIFY(settle([&] { map_->isolateLayer("exchanges"); }));
        QVERIFY(shown("exchanges") && !shown("flows") && !shown("catchments"));
        QVERIFY(settle([&] { map_->isolateLayer("exchanges"); }));
        QVERIFY(shown("flows") && !shown("exchanges"));
        QVERIFY(settle([&] { map_->setOnlyRegion("ams"); }));
        QVERIFY(settle([&] { map_->setOnlyRegion(QString()); }));
    }

    void the_globe_turns() {
        QVERIFY(settle([&] { map_->setCatchments(test::sample_catchments()); }));
        QVERIFY(settle([&] { map_->setProjection(QStringLiteral("globe")); }));
        const QGeoCoordinate before = map_->centre();
        QSignalSpy settled(map_, &LiveMap::settled);
        QTest::mousePress(view_.get(), Qt::LeftButton, {}, QPoint(320, 200));
        QTest::mouseMove(view_.get(), QPoint(360, 200));
        QTest::mouseMove(view_.get(), QPoint(400, 200));
        QTest::mouseRelease(view_.get(), Qt::LeftButton, {}, QPoint(400, 200));
        QVERIFY(map_->centre().longitude() < before.longitude() - 5);
        QVERIFY(std::abs(map_->centre().latitude() - before.latitude()) < 1);
        QVERIFY(settled.wait(20000));
        // What is in front can be clicked, also after it has turned.
        QSignalSpy clicked(map_, &LiveMap::cityClicked);
        QVERIFY(settle([&] { map_->setCentre(QGeoCoordinate(20, 75)); }));
        QTest::mouseClick(view_.get(), Qt::LeftButton, {}, map_->positionOf(QGeoCoordinate(19.08, 72.88)).toPoint());
        QCOMPARE(clicked.size(), 1);
        QCOMPARE(clicked.first().first().toString(), QStringLiteral("mumbai-in"));
    }

    void keys_reach_what_the_pointer_reaches() {
        QVERIFY(settle([&] { map_->setCatchments(test::sample_catchments()); }));
        const QPoint nothing = map_->positionOf(QGeoCoordinate(-40, -120)).toPoint();
        const auto hover = [&] {
            QHoverEvent event(QEvent::HoverMove, nothing, nothing, nothing);
            QCoreApplication::sendEvent(map_, &event);
        };
        hover();
        QTRY_VERIFY(map_->hoverTitle().isEmpty());
        map_->forceActiveFocus();
        QSignalSpy clicked(map_, &LiveMap::cityClicked);
        QSignalSpy menu(map_, &LiveMap::cityContextRequested);
        QTest::keyClick(view_.get(), Qt::Key_N);
        QVERIFY(map_->hoverTitle().startsWith(QLatin1String("Tokyo"))); // the largest of the sample
        // The scene repeats the last event of a pointer that rests, for what may have come under it.
        hover();
        QVERIFY(map_->hoverTitle().startsWith(QLatin1String("Tokyo")));
        QTest::keyClick(view_.get(), Qt::Key_N);
        QVERIFY(map_->hoverTitle().startsWith(QLatin1String("Shanghai")));
        QTest::keyClick(view_.get(), Qt::Key_P);
        QTest::keyClick(view_.get(), Qt::Key_Return);
        QCOMPARE(clicked.size(), 1);
        QCOMPARE(clicked.first().first().toString(), QStringLiteral("tokyo-jp"));
        QTest::keyClick(view_.get(), Qt::Key_Menu);
        QCOMPARE(menu.size(), 1);
        QTest::keyClick(view_.get(), Qt::Key_Escape);
        QVERIFY(map_->hoverTitle().isEmpty());
    }

    void reduced_motion_shows_the_end_at_once() {
        map_->setReducedMotion(true);
        QVERIFY(settle([&] { map_->setCatchments(test::sample_catchments()); }));
        QVERIFY(settle([&] { map_->setCatchments(test::sample_catchments({"ewr", "ams", "nrt"})); }));
        const QImage now = view_->grabWindow();
        QTest::qWait(600);
        QVERIFY(view_->grabWindow() == now);
    }

    /// Whatever draws the scene (OpenGL or the painter), it looks as the painter paints the display list.
    void the_scene_is_what_the_painter_paints() {
        const auto catchments = test::sample_catchments();
        map_->setReducedMotion(true);
        QVERIFY(settle([&] { map_->setCatchments(catchments); }));
        QVERIFY(settle([&] { map_->setLayerShown("flows", false); })); // and with them the particles
        maps::LayerSet layers = maps::usual_layers();
        layers.erase(maps::Layer::Fibre);
        layers.erase(maps::Layer::Flows);
        maps::MapOptions options;
        options.layers = layers;
        maps::MapContent content;
        content.catchments = catchments;
        const maps::Projection projection(maps::ProjectionKind::EqualEarth);
        maps::MapView view = maps::fit_view(projection, map_->size());
        view.centre = projection.forward(GeoPoint{map_->centre().latitude(), map_->centre().longitude()});
        maps::DisplayList list =
            maps::layout_map(maps::Atlas::shared(), projection, content, view, maps::theme(u"light"), options);
        list.background = maps::theme(u"light").page;
        const QImage painted = maps::render_image(list, map_->size().toSize());
        const QImage scene = view_->grabWindow().convertToFormat(QImage::Format_ARGB32_Premultiplied);
        QCOMPARE(scene.size(), painted.size());
        // What QML lays over the map is not in the list: Asia is compared, where nothing lies. 99 of 100 pixels are
        // within 12 of 255 in each colour; the rest is for textures that are smoothed.
        int differ = 0, compared = 0;
        const QRect area(330, 60, 230, 200);
        for (int y = area.top(); y <= area.bottom(); ++y)
            for (int x = area.left(); x <= area.right(); ++x) {
                const QColor a = scene.pixelColor(x, y), b = painted.pixelColor(x, y);
                const int most = std::max(
                    {std::abs(a.red() - b.red()), std::abs(a.green() - b.green()), std::abs(a.blue() - b.blue())});
                differ += most > 12;
                ++compared;
            }
        if (differ > compared / 100) {
            scene.save(QStringLiteral("live_map_scene.png"));
            painted.save(QStringLiteral("live_map_painted.png"));
        }
        QVERIFY2(differ <= compared / 100, qPrintable(QStringLiteral("%1 of %2").arg(differ).arg(compared)));
    }

    void it_can_go_while_a_picture_is_being_painted() {
        map_->setCatchments(test::sample_catchments());
        map_->setTheme(QStringLiteral("dark"));
        view_.reset();
    }
};

QTEST_MAIN(LiveMapTest)
#include "tst_live_map.moc"
