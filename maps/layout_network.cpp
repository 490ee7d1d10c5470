// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/colour.h"
#include "maps/layout_parts.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <utility>

namespace catchment::maps::layout {
namespace {

/// The line moved sideways by `offset` pixels, to the right of its direction.
QPolygonF beside(const QPolygonF &line, double offset) {
    if (offset == 0)
        return line;
    QPolygonF result;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QPointF along = line[std::min(i + 1, line.size() - 1)] - line[std::max<qsizetype>(i - 1, 0)];
        const double length = std::hypot(along.x(), along.y());
        const QPointF normal = length > 0 ? QPointF(-along.y(), along.x()) / length : QPointF();
        result.append(line[i] + normal * offset);
    }
    return result;
}

/// Width in pixels by users: twice as wide for four times as many.
double flow_width(double users) { return std::clamp(4.6 * std::sqrt(users / 1e9), 0.5, 5.0); }

/// Below so many users a stretch is left out of the map of the whole world: it would be a cobweb.
constexpr double fewest_users = 9e6;

/// One network's routers, each alike and strong enough to be found at once.
void add_routers_of(const Scene &scene, NetworkId network, DisplayList &list) {
    const World &world = scene.world();
    const double half = scene.stroke(4.5);
    for (auto i = world.router_begin[network.index()]; i < world.router_begin[network.index() + 1]; ++i) {
        const City &city = world.city(world.routers[i].city);
        const auto at = scene.page_of(city.place);
        if (!at || !scene.page.contains(*at))
            continue;
        QPainterPath square, rim;
        square.addRect(QRectF(at->x() - half, at->y() - half, 2 * half, 2 * half));
        rim.addRect(square.boundingRect().adjusted(-1, -1, 1, 1));
        Group &group = list.group(Layer::Presence);
        group.items.push_back({QString::fromStdString(city.id), Fill{rim, scene.theme.page}});
        group.items.push_back({QString::fromStdString(city.id), Fill{square, scene.theme.text}});
    }
}

} // namespace

void add_fibre(const Scene &scene, DisplayList &list) {
    if (!scene.shows(Layer::Fibre))
        return;
    QPainterPath path;
    for (const FibreSegment &segment : scene.world().fibre) {
        QPainterPath one;
        for (const QPolygonF &line : scene.lines_between(segment.from, segment.to))
            one.addPolygon(line);
        if (one.isEmpty())
            continue;
        path.addPath(one);
        list.group(Layer::Fibre)
            .items.push_back({fibre_id(scene.world(), segment.from, segment.to),
                              Stroke{one, Qt::transparent, scene.stroke(0.6), {}}});
    }
    QColor colour = scene.theme.fibre;
    colour.setAlphaF(0.22f);
    list.group(Layer::Fibre).items.push_back({QStringLiteral("fibre"), Stroke{path, colour, scene.stroke(0.6), {}}});
}

void add_presence(const Scene &scene, DisplayList &list) {
    if (!scene.shows(Layer::Presence))
        return;
    if (scene.content.emphasis.network) {
        add_routers_of(scene, *scene.content.emphasis.network, list);
        return;
    }
    std::vector<int> networks(scene.world().cities.size(), 0);
    for (const Router &router : scene.world().routers)
        ++networks[router.city.index()];
    QColor colour = scene.theme.text;
    colour.setAlphaF(0.4f);
    for (std::size_t i = 0; i < networks.size(); ++i) {
        const City &city = scene.world().cities[i];
        const auto at = scene.page_of(city.place);
        if (networks[i] == 0 || !at || !scene.page.contains(*at))
            continue;
        // Areas are in proportion: 100 networks, 9 pixels across.
        const double half = scene.stroke(std::clamp(0.45 * std::sqrt(networks[i]), 0.8, 9.0));
        QPainterPath square;
        square.addRect(QRectF(at->x() - half, at->y() - half, 2 * half, 2 * half));
        list.group(Layer::Presence).items.push_back({QString::fromStdString(city.id), Fill{square, colour}});
    }
}

void add_exchanges(const Scene &scene, LabelPlacer &placer, DisplayList &list, DisplayList &labels) {
    if (!scene.shows(Layer::Exchanges))
        return;
    std::vector<int> members(scene.world().exchanges.size(), 0);
    for (const Member &member : scene.world().members)
        ++members[member.exchange.index()];
    std::vector<std::size_t> order(members.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return members[a] > members[b]; });
    const double half = scene.stroke(4), size = scene.text(10);
    for (const Exchange &exchange : scene.world().exchanges)
        if (const auto at = scene.page_of(scene.world().city(exchange.city).place))
            placer.block(QRectF(at->x() - half, at->y() - half, 2 * half, 2 * half));
    for (const std::size_t i : order) {
        const Exchange &exchange = scene.world().exchanges[i];
        const GeoPoint place = scene.world().city(exchange.city).place;
        const auto at = scene.page_of(place);
        if (!at || !scene.page.contains(*at))
            continue;
        QPainterPath diamond;
        diamond.addPolygon(QPolygonF(
            {*at + QPointF(0, -half), *at + QPointF(half, 0), *at + QPointF(0, half), *at + QPointF(-half, 0)}));
        diamond.closeSubpath();
        const QString id = QString::fromStdString(exchange.id);
        Group &group = list.group(Layer::Exchanges);
        group.items.push_back({id, Fill{diamond, scene.theme.panel}});
        group.items.push_back({id, Stroke{diamond, scene.theme.text, scene.stroke(1.2), {}}});
        const QString name = QString::fromStdString(exchange.name);
        if (scene.at_the_edge(place))
            continue;
        if (const auto box = placer.place_around(*at, half + scene.text(2), text_size(name, size, FontWeight::Regular)))
            labels.group(Layer::Exchanges)
                .items.push_back({id, text_in(*box, name, size, FontWeight::Regular, scene.theme)});
    }
}

void add_flows(const Scene &scene, DisplayList &list) {
    if (!scene.shows(Layer::Flows))
        return;
    const auto flows = scene.content.flows ? scene.content.flows : flow_map(*scene.content.catchments);
    const double grown = std::min(1.6, std::pow(scene.closeness, 0.3));

    Group &group = list.group(Layer::Flows);
    struct Strand {
        double width = 0;
        QPainterPath path;
    };
    // Few strokes: one per region and half pixel of width.
    std::map<std::pair<std::optional<RegionId>, int>, Strand> strands;
    const double least = fewest_users / std::pow(scene.closeness, 1.5);
    for (std::size_t first = 0, last; first < flows->loads.size(); first = last) {
        const FlowLoad &stretch = flows->loads[first];
        double total = 0, most = 0;
        for (last = first; last < flows->loads.size() && flows->loads[last].from == stretch.from &&
                           flows->loads[last].to == stretch.to;
             ++last) {
            if (scene.content.emphasis.only && flows->loads[last].region != scene.content.emphasis.only)
                continue;
            total += scene.stroke(flow_width(flows->loads[last].users) * grown);
            most = std::max(most, flows->loads[last].users);
        }
        if (most < least)
            continue;
        const auto lines = scene.lines_between(stretch.from, stretch.to);
        if (lines.empty())
            continue;
        // Regions side by side, the bundle centred on the fibre.
        double at = -total / 2;
        QPainterPath middle;
        for (const QPolygonF &line : lines)
            middle.addPolygon(line);
        group.items.push_back(
            {fibre_id(scene.world(), stretch.from, stretch.to), Stroke{middle, Qt::transparent, total, {}}});
        for (std::size_t i = first; i < last; ++i) {
            if (scene.content.emphasis.only && flows->loads[i].region != scene.content.emphasis.only)
                continue;
            const double width = scene.stroke(flow_width(flows->loads[i].users) * grown);
            Strand &strand = strands[{flows->loads[i].region, static_cast<int>(std::lround(width * 2))}];
            strand.width = std::max(strand.width, width);
            for (const QPolygonF &line : lines)
                strand.path.addPolygon(beside(line, last - first == 1 ? 0 : at + width / 2));
            at += width;
        }
    }
    QColor casing = scene.theme.label_halo;
    casing.setAlphaF(scene.theme.dark ? 0.45f : 0.5f);
    for (const auto &[key, strand] : strands)
        if (strand.width > scene.stroke(1.2))
            group.items.push_back({{}, Stroke{strand.path, casing, strand.width + scene.stroke(1.0), {}}});
    for (auto &[key, strand] : strands) {
        const QColor solid = scene.solid_colour(key.first);
        QColor colour = mix(solid, scene.theme.text, scene.theme.dark ? 0.2 : 0.3);
        colour.setAlphaF(strand.width > scene.stroke(1.2) ? 1.0f : 0.75f);
        const std::string code =
            key.first ? scene.content.catchments->op().regions[key.first->index()].code : "captured";
        group.items.push_back({QString::fromStdString(code), Stroke{std::move(strand.path), colour, strand.width, {}}});
    }
}

} // namespace catchment::maps::layout
