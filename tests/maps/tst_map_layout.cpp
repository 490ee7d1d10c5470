// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/atlas.h"
#include "maps/flows.h"
#include "maps/fonts.h"
#include "maps/hit_test.h"
#include "maps/map_layout.h"
#include "maps/painter.h"
#include "maps/sample.h"

#include <QTest>

#include <cmath>
#include <map>
#include <set>

using namespace catchment;
using namespace catchment::maps;

/// The display list of a map, in every projection.
class MapLayoutTest : public QObject {
    Q_OBJECT

    static constexpr QSizeF page{1000, 560};

    static void each_projection() {
        QTest::addColumn<int>("kind");
        QTest::addColumn<double>("lon");
        QTest::addColumn<double>("lat");
        for (const ProjectionKind kind :
             {ProjectionKind::EqualEarth, ProjectionKind::Robinson, ProjectionKind::Mercator})
            QTest::newRow(std::string(projection_word(kind)).c_str()) << static_cast<int>(kind) << 0.0 << 0.0;
        const int globe = static_cast<int>(ProjectionKind::Globe);
        QTest::newRow("globe over Africa") << globe << 10.0 << 20.0;
        QTest::newRow("globe over the Pacific") << globe << 180.0 << 10.0;
        QTest::newRow("globe over the pole") << globe << -40.0 << 89.0;
        QTest::newRow("globe over Antarctica") << globe << 60.0 << -80.0;
    }

    static Projection projection() {
        return Projection(static_cast<ProjectionKind>(*static_cast<int *>(QTest::qData("kind", qMetaTypeId<int>()))),
                          *static_cast<double *>(QTest::qData("lon", qMetaTypeId<double>())),
                          *static_cast<double *>(QTest::qData("lat", qMetaTypeId<double>())));
    }

    static MapContent content(std::vector<std::string> regions = {"ewr", "ams"}) {
        MapContent result;
        result.catchments = test::sample_catchments(std::move(regions));
        result.selected = find_city(result.catchments->world(), "Tokyo");
        result.journey = journey(*result.catchments, *result.selected);
        return result;
    }

    static DisplayList lay_out(const Projection &projection, const MapContent &content, LayerSet layers) {
        MapOptions options;
        options.layers = std::move(layers);
        DisplayList list =
            layout_map(Atlas::shared(), projection, content, fit_view(projection, page), theme(u"light"), options);
        list.background = Qt::transparent;
        return list;
    }

private slots:
    void initTestCase() { load_fonts(); }

    /// Dots from the city to whom its user asks and on to the name server, where DNS steers.
    void lookup_is_drawn() {
        const auto drawn = [](const MapContent &shown) {
            int items = 0;
            for (const Group &group : lay_out(Projection(ProjectionKind::EqualEarth), shown, usual_layers()).groups)
                for (const Item &item : group.items)
                    items += item.id == QStringLiteral("lookup");
            return items;
        };
        QCOMPARE(drawn(content()), 0);
        MapContent dns = content();
        Scenario scenario = *dns.catchments->solution->scenario;
        scenario.steering = Steering::Dns;
        dns.catchments = catchments(Solver(dns.catchments->solution->topology->shared_world()).solve(scenario));
        dns.journey = journey(*dns.catchments, *dns.selected);
        QCOMPARE(drawn(dns), 3); // its network's resolver is in Tokyo: a mark, a question, and a mark where it is heard
        dns.journey.reset();
        QCOMPARE(drawn(dns), 0);
    }

    /// Under DNS as under anycast: every flow ends at the region that its users reach.
    void flows_follow_the_answer() {
        for (const Steering steering : {Steering::Anycast, Steering::Dns}) {
            Scenario scenario;
            scenario.regions = {"ewr", "ams", "gru"};
            scenario.steering = steering;
            const auto c = catchments(Solver(test::sample_world()).solve(scenario));
            const auto flows = flow_map(*c);
            double users = 0;
            std::map<std::pair<RegionId, CityId>, double> arriving; // loads at the regions' cities
            for (const FlowLoad &load : flows->loads)
                for (const CityId end : {load.from, load.to})
                    arriving[{*load.region, end}] += load.users;
            for (const auto &flow : flows->flows) {
                const std::vector<FibreLeg> legs = flow_legs(*c, flow);
                const CityId home = c->op().regions[flow.region->index()].city;
                QCOMPARE(legs.empty() ? flow.city : legs.back().to, home);
                users += flow.users;
                if (!legs.empty())
                    arriving[{*flow.region, home}] -= flow.users;
            }
            QVERIFY(std::abs(users - c->summary.users) < 1);
            for (const RegionOutcome &region : c->regions)
                QVERIFY(std::abs(arriving[{region.region, c->op().regions[region.region.index()].city}]) < 1);
        }
    }

    void no_line_jumps_data() { each_projection(); }
    void no_line_jumps() {
        const Projection in_use = projection();
        const DisplayList list = lay_out(in_use, content(), every_layer());
        const std::set<Layer> lines{
            Layer::Graticule, Layer::CatchmentBorders, Layer::Borders, Layer::Fibre, Layer::Flows, Layer::Paths,
            Layer::Lens};
        int segments = 0;
        for (const Group &group : list.groups)
            for (const Item &item : group.items)
                if (const Stroke *stroke = std::get_if<Stroke>(&item.shape); stroke && lines.contains(group.layer))
                    for (const QPolygonF &line : stroke->path.toSubpathPolygons())
                        for (qsizetype i = 1; i < line.size(); ++i) {
                            const QPointF step = line[i] - line[i - 1];
                            ++segments;
                            // 100 km of a great circle, or 2.5° of the graticule, stretched by Mercator.
                            QVERIFY2(std::hypot(step.x(), step.y()) < page.width() / 14,
                                     std::string(layer_word(group.layer)).c_str());
                        }
        QVERIFY(segments > 1000);
    }

    void no_area_leaves_the_world_data() { each_projection(); }
    void no_area_leaves_the_world() {
        const Projection in_use = projection();
        const auto painted = [&](LayerSet layers) {
            return render_image(lay_out(in_use, content(), std::move(layers)), page.toSize());
        };
        const QImage sea = painted({Layer::Sea}), land = painted({Layer::Land}), cells = painted({Layer::Cells});
        qint64 of_land = 0, of_cells = 0, land_off = 0, cells_off = 0;
        for (int y = 0; y < sea.height(); ++y)
            for (int x = 0; x < sea.width(); ++x) {
                const bool on_land = qAlpha(land.pixel(x, y)) > 200, on_cell = qAlpha(cells.pixel(x, y)) > 200;
                of_land += on_land;
                of_cells += on_cell;
                land_off += on_land && qAlpha(sea.pixel(x, y)) == 0;
                cells_off += on_cell && qAlpha(land.pixel(x, y)) == 0;
            }
        QVERIFY(of_land > 20000);
        QVERIFY2(land_off == 0, qPrintable(QString::number(land_off)));
        // A cell may stand over a coast by the tenth of a pixel that its outline is thinned by.
        QVERIFY2(cells_off <= of_cells / 500, qPrintable(QStringLiteral("%1 of %2").arg(cells_off).arg(of_cells)));
    }

    /// Whichever way the globe is turned, its land is where the flat map has it.
    void the_globes_land_is_the_flat_maps() {
        const Projection flat(ProjectionKind::EqualEarth);
        constexpr QSizeF sheet{3000, 1500};
        const MapView flat_view = fit_view(flat, sheet, std::array{-180.0, -90.0, 180.0, 90.0});
        MapOptions options;
        options.layers = {Layer::Land};
        DisplayList list = layout_map(Atlas::shared(), flat, {}, flat_view, theme(u"light"), options);
        list.background = Qt::transparent;
        const QImage flat_land = render_image(list, sheet.toSize());
        for (const auto &[lon, lat] :
             {std::pair{0.0, 0.0}, {180.0, 0.0}, {100.0, 60.0}, {-60.0, -75.0}, {20.0, 90.0}}) {
            const Projection globe(ProjectionKind::Globe, lon, lat);
            const MapView view = fit_view(globe, page);
            const QImage land = render_image(lay_out(globe, {}, {Layer::Land}), page.toSize());
            int differ = 0, compared = 0;
            for (int y = 0; y < land.height(); y += 2)
                for (int x = 0; x < land.width(); x += 2) {
                    const QPointF plane = view.to_plane(QPointF(x + 0.5, y + 0.5));
                    const auto place = globe.inverse(plane);
                    if (!place || std::hypot(plane.x(), plane.y()) > 0.98 * earth_radius_km)
                        continue;
                    const QPoint there = flat_view.to_page(flat.forward(*place)).toPoint();
                    if (!flat_land.rect().contains(there))
                        continue;
                    ++compared;
                    differ += (qAlpha(land.pixel(x, y)) > 127) != (qAlpha(flat_land.pixel(there)) > 127);
                }
            QVERIFY(compared > 40000);
            // Coasts fall on one pixel or the other.
            QVERIFY2(differ < compared / 50, qPrintable(QStringLiteral("%1 of %2").arg(differ).arg(compared)));
        }
    }

    void emphasis_leaves_the_rest_plain() {
        const Projection flat(ProjectionKind::EqualEarth);
        const auto regions_of = [&](const MapContent &what) {
            std::set<QString> codes;
            for (const Group &group : lay_out(flat, what, {Layer::Cells}).groups)
                for (const Item &item : group.items)
                    codes.insert(item.id);
            return codes;
        };
        MapContent all = content({"ewr", "ams", "nrt"});
        QCOMPARE(regions_of(all), (std::set<QString>{"ewr", "ams", "nrt"}));
        MapContent one = all;
        one.emphasis.only = find_region(all.catchments->op(), "ams");
        QCOMPARE(regions_of(one), (std::set<QString>{"ams"}));
        MapContent moved = all;
        moved.before = test::sample_catchments({"ewr", "ams"});
        moved.emphasis.moved_only = true;
        QCOMPARE(regions_of(moved), (std::set<QString>{"nrt"}));
        moved.before = moved.catchments;
        QVERIFY(regions_of(moved).empty());
    }

    void the_lens_hatches_what_is_not_at_the_nearest() {
        const Projection flat(ProjectionKind::EqualEarth);
        const MapContent what = content();
        bool far = false;
        for (const CityOutcome &city : what.catchments->cities)
            far = far || (city.region && city.region != city.nearest);
        bool hatched = false;
        for (const Group &group : lay_out(flat, what, {Layer::Lens}).groups)
            for (const Item &item : group.items)
                hatched = hatched || std::holds_alternative<Hatch>(item.shape);
        QVERIFY(far);
        QVERIFY(hatched);
    }

    void what_is_drawn_can_be_hit() {
        const Projection flat(ProjectionKind::EqualEarth);
        const MapContent what = content();
        const World &world = what.catchments->world();
        const MapView view = fit_view(flat, page);
        LayerSet layers = every_layer();
        const HitTest hits(lay_out(flat, what, layers));
        const auto at = [&](GeoPoint place) { return view.to_page(flat.forward(place)); };
        const City &mumbai = world.city(*find_city(world, "Mumbai"));
        QCOMPARE(hits.at(at(mumbai.place)), (Target{Target::Kind::City, "mumbai-in"}));
        // The middle of a crossing, far from any city.
        const GeoPoint ny = world.city(*find_city(world, "New York")).place;
        const GeoPoint london = world.city(*find_city(world, "London")).place;
        const auto crossing = great_circle(ny, london);
        const auto target = hits.at(at(crossing[crossing.size() / 2]));
        QVERIFY(target);
        QCOMPARE(target->kind, Target::Kind::Fibre);
        const QStringList ends = target->id.split('|');
        QCOMPARE((std::set<QString>(ends.begin(), ends.end())), (std::set<QString>{"new-york-us", "london-gb"}));
        QVERIFY(!hits.at(at({-45, -120})));
        // A cell knows its city.
        const auto cell = Atlas::shared().cells().at(flat.forward(GeoPoint{39.0, -98.0}));
        QVERIFY(cell);
        const auto cities = Atlas::shared().cell_cities(what.catchments->solution->topology->shared_world());
        QVERIFY(!Atlas::shared().cells().at(flat.forward(GeoPoint{0, -30})));
        QVERIFY(*cell < cities->size());
    }

    void the_route_that_lost_is_a_ghost() {
        const Projection flat(ProjectionKind::EqualEarth);
        const MapContent what = content();
        bool other = false;
        for (const CandidateRoute &route : what.journey->decisions.front().candidates)
            other = other || route.region != *what.journey->outcome.region;
        bool ghost = false;
        for (const Group &group : lay_out(flat, what, {Layer::Paths}).groups)
            for (const Item &item : group.items)
                ghost = ghost || item.id == u"lost";
        QCOMPARE(ghost, other);
        QVERIFY(other);
    }

    void the_decision_looked_at_is_brought_out() {
        const Projection flat(ProjectionKind::EqualEarth);
        MapContent what = content();
        const auto rings = [&] {
            std::vector<QPointF> places;
            for (const Group &group : lay_out(flat, what, {Layer::Paths}).groups)
                for (const Item &item : group.items)
                    if (item.id == u"hop")
                        places.push_back(std::get<Disc>(item.shape).centre);
            return places;
        };
        QVERIFY(rings().empty());
        const MapView view = fit_view(flat, page);
        for (std::size_t hop = 0; hop < what.journey->decisions.size(); ++hop) {
            what.hop = hop;
            const CityId city = what.journey->decisions[hop].city;
            QCOMPARE(rings().size(), std::size_t{1});
            QCOMPARE(rings().front(), view.to_page(flat.forward(what.catchments->world().city(city).place)));
        }
        what.hop = what.journey->decisions.size(); // of another journey: nothing to bring out
        QVERIFY(rings().empty());
    }
};

QTEST_MAIN(MapLayoutTest)
#include "tst_map_layout.moc"
