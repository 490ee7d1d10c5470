// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/map_view.h"
#include "maps/sparks.h"

#include <QPolygonF>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace catchment;
using namespace catchment::maps;

/// Messages on their way.
class TestSparks : public QObject {
    Q_OBJECT

    static constexpr GeoPoint amsterdam{52.37, 4.9}, new_york{40.71, -74.01}, sydney{-33.87, 151.21};

private slots:
    /// From end to end at an even pace, by the shortest way.
    void goByTheGreatCircle() {
        const double whole = great_circle_km(amsterdam, new_york);
        for (double part = 0; part <= 1; part += 0.125) {
            const GeoPoint at = on_the_way(amsterdam, new_york, part);
            QVERIFY(std::abs(great_circle_km(amsterdam, at) - part * whole) < 0.01);
            QVERIFY(std::abs(great_circle_km(at, new_york) - (1 - part) * whole) < 0.01);
        }
        QVERIFY(great_circle_km(on_the_way(sydney, sydney, 0.7), sydney) < 0.01);
    }

    /// Each form is drawn otherwise, and around its place.
    void differByForm() {
        const Projection projection(ProjectionKind::EqualEarth);
        const MapView view = fit_view(projection, {800, 400});
        const QPointF at = view.to_page(projection.forward(on_the_way(amsterdam, new_york, 0.5)));
        std::vector<std::size_t> counts;
        for (const auto form : {Spark::Form::Announcement, Spark::Form::Withdrawal, Spark::Form::Lost}) {
            std::vector<Quad> quads;
            append_sparks({{amsterdam, new_york, 0.5, form, qRgb(200, 30, 30)}}, projection, view, theme(u"light"),
                          quads);
            counts.push_back(quads.size());
            for (const Quad &quad : quads) {
                for (const QPointF &corner : quad.corners) {
                    QVERIFY(std::hypot(corner.x() - at.x(), corner.y() - at.y()) < 20);
                }
            }
            // Only the announcement is filled.
            const bool covered = std::ranges::any_of(quads, [&](const Quad &quad) {
                QPolygonF shape(QList<QPointF>(quad.corners.begin(), quad.corners.end()));
                return shape.containsPoint(at + QPointF(0.3, 0.9), Qt::WindingFill);
            });
            QVERIFY(form == Spark::Form::Lost || covered == (form == Spark::Form::Announcement));
        }
        QVERIFY(counts[0] != counts[1] && counts[1] != counts[2]);
    }

    /// What is behind the globe is not drawn.
    void hiddenByTheGlobe() {
        const Projection globe(ProjectionKind::Globe, 0, 50);
        const MapView view = fit_view(globe, {400, 400});
        std::vector<Quad> quads;
        append_sparks({{sydney, sydney, 0, Spark::Form::Lost, qRgb(0, 0, 0)}}, globe, view, theme(u"dark"), quads);
        QVERIFY(quads.empty());
        append_sparks({{amsterdam, amsterdam, 0, Spark::Form::Lost, qRgb(0, 0, 0)}}, globe, view, theme(u"dark"),
                      quads);
        QVERIFY(!quads.empty());
    }
};

QTEST_GUILESS_MAIN(TestSparks)
#include "tst_sparks.moc"
