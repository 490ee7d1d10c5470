// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/cell_areas.h"
#include "maps/clip.h"
#include "maps/sample.h"

#include <QTest>

#include <cmath>
#include <map>

using namespace catchment;
using namespace catchment::maps;

class CellAreasTest : public QObject {
    Q_OBJECT

    /// Twice the area, positive where the ring turns anticlockwise with north up.
    static double turn(const CellArea::Ring &ring) {
        double sum = 0;
        for (std::size_t i = 1; i < ring.size(); ++i)
            sum += ring[i - 1].lon * ring[i].lat - ring[i].lon * ring[i - 1].lat;
        return sum;
    }

    std::vector<CellArea> areas_ = cell_areas(Atlas::shared(), test::sample_world());

private slots:
    /// RFC 7946, 3.1.6: four positions or more, the last the first, outer rings anticlockwise, holes clockwise.
    void rings_are_as_geojson_has_them() {
        QVERIFY(areas_.size() > 500);
        for (const CellArea &area : areas_) {
            QVERIFY(!area.polygons.empty());
            for (const auto &polygon : area.polygons)
                for (std::size_t r = 0; r < polygon.size(); ++r) {
                    const CellArea::Ring &ring = polygon[r];
                    QVERIFY(ring.size() >= 4);
                    QVERIFY(ring.front() == ring.back());
                    QCOMPARE(turn(ring) > 0, r == 0);
                }
        }
    }

    /// 3.1.9: what the antimeridian cuts is cut there. A cell is some 130 km wide.
    void none_crosses_the_antimeridian() {
        bool east = false, west = false;
        for (const CellArea &area : areas_)
            for (const auto &polygon : area.polygons) {
                double least = 180, most = -180, lat = 0;
                for (const GeoPoint place : polygon[0]) {
                    QVERIFY(std::abs(place.lon) <= 180 && std::abs(place.lat) <= 90);
                    least = std::min(least, place.lon);
                    most = std::max(most, place.lon);
                    lat = std::max(lat, std::abs(place.lat));
                }
                QVERIFY2(most - least < 1.6 / std::cos(std::min(lat, 85.0) * 3.14159 / 180),
                         qPrintable(QStringLiteral("%1 … %2").arg(least).arg(most)));
                east = east || most > 179.9;
                west = west || least < -179.9;
            }
        QVERIFY(east && west); // Chukotka lies on both sides
    }

    /// No ring passes a point twice.
    void rings_do_not_touch_themselves() {
        for (const CellArea &area : areas_)
            for (const auto &polygon : area.polygons)
                for (const CellArea::Ring &ring : polygon) {
                    std::map<std::pair<double, double>, int> seen;
                    for (std::size_t i = 1; i < ring.size(); ++i)
                        QCOMPARE((++seen[{ring[i].lon, ring[i].lat}]), 1);
                }
    }

    /// In the plane of equal areas, they cover what the cells do.
    void they_cover_the_cells() {
        const CellGrid &grid = Atlas::shared().cells();
        const auto cities = Atlas::shared().cell_cities(test::sample_world());
        const Projection plane(ProjectionKind::EqualEarth);
        double of_cells = 0, of_areas = 0;
        for (const CellArea &area : areas_)
            for (const auto &polygon : area.polygons)
                for (const CellArea::Ring &ring : polygon)
                    of_areas -= doubled_area(plane.forward(ring)) / 2;
        for (std::size_t c = 0; c < grid.cells.size(); ++c)
            if ((*cities)[c])
                for (std::uint32_t r = grid.cells[c].first_ring; r < grid.cells[c].last_ring; ++r) {
                    Ring ring;
                    for (std::uint32_t i = grid.ring_begin[r]; i < grid.ring_begin[r + 1]; ++i)
                        ring.push_back(grid.points[grid.corners[i]]);
                    of_cells += doubled_area(ring) / 2;
                }
        QVERIFY(std::abs(std::abs(of_cells) / of_areas - 1) < 1e-4);
    }
};

QTEST_MAIN(CellAreasTest)
#include "tst_cell_areas.moc"
