// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/map_view.h"
#include "maps/projection.h"

#include <QTest>
#include <proj.h>

#include <cmath>
#include <string>
#include <utility>

using namespace catchment;
using namespace catchment::maps;

class ProjectionTest : public QObject {
    Q_OBJECT

private slots:
    void round_trip_data() {
        QTest::addColumn<int>("kind");
        for (const ProjectionKind kind : all_projections())
            QTest::newRow(std::string(projection_word(kind)).c_str()) << static_cast<int>(kind);
    }

    void round_trip() {
        QFETCH(int, kind);
        for (const double meridian : {0.0, 150.0, -100.0}) {
            const Projection projection(static_cast<ProjectionKind>(kind), meridian, 25);
            for (double lat = -80; lat <= 80; lat += 16)
                for (double lon = -175; lon <= 175; lon += 25) {
                    const QPointF plane = projection.forward(GeoPoint{lat, lon});
                    if (projection.hides(plane))
                        continue;
                    const auto back = projection.inverse(plane);
                    QVERIFY(back);
                    QVERIFY(std::abs(back->lat - lat) < 1e-4);
                    QVERIFY(std::abs(relative_longitude(back->lon - lon, 0)) < 1e-4);
                }
        }
    }

    void words() {
        for (const ProjectionKind kind : all_projections())
            QCOMPARE(projection_from_word(projection_word(kind)), std::optional(kind));
        QVERIFY(!projection_from_word("flat"));
    }

    void both_ends_of_the_sheet_stay_apart() {
        const Projection projection(ProjectionKind::EqualEarth);
        QVERIFY(projection.forward(GeoPoint{10, 180}).x() > 10000);
        QVERIFY(projection.forward(GeoPoint{10, -180}).x() < -10000);
    }

    void outside_is_nowhere() {
        QVERIFY(!Projection(ProjectionKind::EqualEarth).inverse(QPointF(17000, -8000)));
        QVERIFY(!Projection(ProjectionKind::Mercator).inverse(QPointF(0, -30000)));
    }

    void equal_earth_keeps_areas() {
        const Projection projection(ProjectionKind::EqualEarth);
        const auto area = [&](double lat) {
            const QPointF a = projection.forward(GeoPoint{lat, 20}), b = projection.forward(GeoPoint{lat, 20.1});
            const QPointF c = projection.forward(GeoPoint{lat + 0.1, 20});
            const QPointF u = b - a, v = c - a;
            return std::abs(u.x() * v.y() - u.y() * v.x()) / std::cos((lat + 0.05) * M_PI / 180);
        };
        QVERIFY(std::abs(area(60) / area(0) - 1) < 0.01);
    }

    void great_circles_keep_their_length() {
        const GeoPoint tokyo{35.68, 139.69}, seattle{47.61, -122.33};
        const auto line = great_circle(tokyo, seattle);
        double km = 0;
        for (std::size_t i = 1; i < line.size(); ++i) {
            const double step = great_circle_km(line[i - 1], line[i]);
            QVERIFY(step <= 100.001);
            km += step;
        }
        QVERIFY(std::abs(km - great_circle_km(tokyo, seattle)) < 0.01);
    }

    void lines_are_cut_at_the_edge() {
        const auto line = great_circle({35.68, 139.69}, {47.61, -122.33});
        for (const ProjectionKind kind : all_projections()) {
            const Projection projection(kind);
            const auto pieces = plane_lines(projection, line);
            // A globe above Africa hides the whole of it.
            QCOMPARE(pieces.size(), std::size_t{projection.is_globe() ? 0u : 2u});
            for (const auto &plane : pieces) {
                for (std::size_t i = 1; i < plane.size(); ++i) {
                    const QPointF step = plane[i] - plane[i - 1];
                    // Mercator stretches most, at 55° by 1.8.
                    QVERIFY(std::hypot(step.x(), step.y()) < 250);
                }
            }
        }
        QCOMPARE(split_at_cut(line, 180).size(), std::size_t{1});
    }

    /// The globe is our own arithmetic: PROJ's orthographic projection is what it has to equal.
    void the_globe_is_projs_ortho() {
        for (const auto &[lon, lat] : {std::pair{0.0, 0.0}, {100.0, 20.0}, {-60.0, -70.0}, {179.5, 89.0}}) {
            const Projection globe(ProjectionKind::Globe, lon, lat);
            const std::string definition = "+proj=ortho +lon_0=" + std::to_string(lon) +
                                           " +lat_0=" + std::to_string(lat) + " +R=" + std::to_string(earth_radius_km);
            PJ_CONTEXT *const context = proj_context_create();
            PJ *const ortho = proj_create(context, definition.c_str());
            QVERIFY(ortho);
            int seen = 0, hidden = 0;
            for (double y = -85; y <= 85; y += 8.5)
                for (double x = -180; x < 180; x += 7.5) {
                    const QPointF ours = globe.forward(GeoPoint{y, x});
                    proj_errno_reset(ortho);
                    const PJ_COORD theirs = proj_trans(ortho, PJ_FWD, proj_coord(x * M_PI / 180, y * M_PI / 180, 0, 0));
                    if (globe.hides(ours)) {
                        ++hidden;
                        QVERIFY(proj_errno(ortho) != 0 ||
                                std::hypot(theirs.xy.x, theirs.xy.y) > 0.9999 * earth_radius_km);
                        QVERIFY(std::abs(std::hypot(ours.x(), ours.y()) - earth_radius_km) < 1e-5);
                        continue;
                    }
                    ++seen;
                    QVERIFY(std::abs(ours.x() - theirs.xy.x) < 1e-4 && std::abs(ours.y() + theirs.xy.y) < 1e-4);
                }
            QVERIFY(seen > 300 && hidden > 300);
            proj_destroy(ortho);
            proj_context_destroy(context);
        }
    }

    void lines_end_at_the_edge_of_the_globe() {
        const Projection globe(ProjectionKind::Globe, -100, 40);
        const auto line = great_circle({19.08, 72.88}, {40.71, -74.01}); // Mumbai to New York
        const auto pieces = plane_lines(globe, line);
        QCOMPARE(pieces.size(), std::size_t{1});
        const QPointF first = pieces.front().front(), last = pieces.front().back();
        QVERIFY(std::abs(std::hypot(first.x(), first.y()) - earth_radius_km) < 1);
        QVERIFY(!globe.hides(last));
    }

    void the_sheets_edge_stays_on_its_side() {
        for (const ProjectionKind kind : {ProjectionKind::EqualEarth, ProjectionKind::Robinson}) {
            const Projection projection(kind);
            for (double lat = -80; lat <= 80; lat += 5)
                for (const double lon : {-180.0, 180.0}) {
                    const QPointF there = projection.forward(GeoPoint{lat, lon});
                    const GeoPoint back = projection.inverse(std::span(&there, 1)).front();
                    QVERIFY(back.lon * lon > 0);
                }
        }
    }

    void zoom_keeps_the_point_under_the_pointer() {
        const MapView view = fit_view(Projection(ProjectionKind::EqualEarth), {1280, 720});
        const QPointF at(300, 200);
        const QPointF before = view.to_plane(at), after = view.zoomed(3, at).to_plane(at);
        QVERIFY((before - after).manhattanLength() < 1e-6);
        QVERIFY((view.to_page(view.to_plane(at)) - at).manhattanLength() < 1e-6);
    }
};

QTEST_GUILESS_MAIN(ProjectionTest)
#include "tst_projection.moc"
