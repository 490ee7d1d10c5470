// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/atlas.h"
#include "maps/clip.h"
#include "maps/sample.h"

#include <QTest>

#include <cmath>
#include <map>

using namespace catchment;
using namespace catchment::maps;

class CellsTest : public QObject {
    Q_OBJECT

    static double area_of_rings(const CellGrid &grid, const Cell &cell) {
        double doubled = 0;
        for (std::uint32_t ring = cell.first_ring; ring < cell.last_ring; ++ring) {
            Ring points;
            for (std::uint32_t i = grid.ring_begin[ring]; i < grid.ring_begin[ring + 1]; ++i)
                points.push_back(grid.points[grid.corners[i]]);
            doubled += doubled_area(points);
        }
        return std::abs(doubled) / 2;
    }

private slots:
    void cells_fill_the_land() {
        const CellGrid &grid = Atlas::shared().cells();
        double area = 0;
        const double whole = 1.5 * std::sqrt(3.0) * CellGrid::edge_km * CellGrid::edge_km;
        for (const Cell &cell : grid.cells) {
            const double its = area_of_rings(grid, cell);
            QVERIFY(its <= whole * 1.001);
            area += its;
        }
        // Land without Antarctica: 135 million km² (Natural Earth draws it a little simpler).
        QVERIFY2(area > 132e6 && area < 137e6, qPrintable(QString::number(area)));
    }

    void countries_keep_their_areas() {
        const CellGrid &grid = Atlas::shared().cells();
        std::map<std::string, double> area;
        for (const Cell &cell : grid.cells) {
            const CountryCode code = Atlas::shared().geography().countries[cell.country];
            area[std::string(code.data(), 2)] += area_of_rings(grid, cell);
        }
        const auto about = [&](const char *code, double km2) { return std::abs(area[code] / km2 - 1) < 0.03; };
        QVERIFY(about("BR", 8.51e6));
        QVERIFY(about("RU", 16.9e6)); // in two parts: Chukotka lies beyond 180°
        QVERIFY(about("DE", 0.357e6));
        QVERIFY(std::abs(area["FJ"] / 18300 - 1) < 0.15);
    }

    void every_side_between_cells_of_one_country_cancels() {
        const CellGrid &grid = Atlas::shared().cells();
        QCOMPARE(grid.sides.size(), grid.corners.size());
        std::vector<int> net(grid.side_count, 0);
        for (const CellSide side : grid.sides)
            net[side.number] += side.reversed ? -1 : 1;
        // What is left is the coast: no side twice in one direction.
        const auto doubled = std::count_if(net.begin(), net.end(), [](int n) { return std::abs(n) > 1; });
        QVERIFY2(doubled < 20, qPrintable(QString::number(doubled)));
        const auto coast = std::count_if(net.begin(), net.end(), [](int n) { return n != 0; });
        QVERIFY(coast > 30'000 && coast < 100'000);
    }

    void a_cell_takes_a_near_city_of_its_own_country() {
        const auto world = test::sample_world();
        const auto cities = Atlas::shared().cell_cities(world);
        const CellGrid &grid = Atlas::shared().cells();
        const Projection plane(ProjectionKind::EqualEarth);
        int taken = 0;
        for (std::size_t i = 0; i < grid.cells.size(); ++i) {
            if (!(*cities)[i])
                continue;
            ++taken;
            const City &city = world->city(*(*cities)[i]);
            const CountryCode code = Atlas::shared().geography().countries[grid.cells[i].country];
            QCOMPARE(std::string(code.data(), 2), city.country);
            const GeoPoint centre = plane.inverse(std::span(&grid.cells[i].centre, 1)).front();
            QVERIFY(great_circle_km(centre, city.place) <= 300.01);
        }
        QVERIFY(taken > 300);
    }
};

QTEST_GUILESS_MAIN(CellsTest)
#include "tst_cells.moc"
