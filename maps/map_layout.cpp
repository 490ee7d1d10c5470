// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/fonts.h"
#include "maps/layout_parts.h"

#include <QFontMetricsF>

#include <algorithm>

namespace catchment::maps {
namespace layout {

bool Scene::stands_out(CityId city) const {
    const CityOutcome &now = content.catchments->cities[city.index()];
    if (content.emphasis.only && (now.captured || now.region != content.emphasis.only))
        return false;
    if (!content.emphasis.moved_only)
        return true;
    if (!content.before)
        return false;
    const CityOutcome &then = content.before->cities[city.index()];
    return now.region != then.region || now.captured != then.captured;
}

std::optional<std::size_t> Scene::time_of(CityId city) const {
    const auto &times = content.times;
    const bool there = times && city.index() < times->ms.size() && times->ms[city.index()] >= 0;
    return there ? std::optional(time_step(times->ms[city.index()])) : std::nullopt;
}

QColor Scene::region_colour(RegionId region) const {
    return maps::region_colour(content.catchments->op().regions[region.index()].code);
}

QColor Scene::solid_colour(const std::optional<RegionId> &region) const {
    return region ? theme.solid(region_colour(*region)) : theme.captured;
}

std::vector<QPolygonF> Scene::lines_of(std::span<const GeoPoint> places) const {
    std::vector<QPolygonF> result;
    const QRectF seen = page.adjusted(-20, -20, 20, 20);
    for (const auto &piece : plane_lines(projection, places)) {
        QPolygonF line;
        for (const QPointF &point : piece)
            line.append(view.to_page(point));
        if (line.boundingRect().adjusted(-1, -1, 1, 1).intersects(seen))
            result.push_back(std::move(line));
    }
    return result;
}

std::vector<QPolygonF> Scene::lines_between(CityId a, CityId b) const {
    std::vector<QPolygonF> result;
    const QRectF seen = page.adjusted(-20, -20, 20, 20);
    const auto [low, high] = std::minmax(a, b);
    for (const auto &piece : geodesics->between(low, high, projection)) {
        QPolygonF line;
        line.reserve(static_cast<qsizetype>(piece.size()));
        for (const QPointF &point : piece)
            line.append(view.to_page(point));
        if (!line.boundingRect().adjusted(-1, -1, 1, 1).intersects(seen))
            continue;
        if (a != low)
            std::reverse(line.begin(), line.end());
        result.push_back(std::move(line));
    }
    if (a != low)
        std::reverse(result.begin(), result.end());
    return result;
}

QString fibre_id(const World &world, CityId a, CityId b) {
    return QString::fromStdString(world.city(a).id + '|' + world.city(b).id);
}

QSizeF text_size(const QString &words, double size, FontWeight weight) {
    const QFontMetricsF metrics(map_font(size, weight));
    return {metrics.horizontalAdvance(words), metrics.capHeight() + metrics.descent() * 0.9};
}

Text text_in(const QRectF &box, const QString &words, double size, FontWeight weight, const Theme &theme) {
    const QFontMetricsF metrics(map_font(size, weight));
    Text text;
    text.text = words;
    text.position = {box.left(), box.top() + metrics.capHeight()};
    text.size = size;
    text.weight = weight;
    text.colour = theme.label;
    text.halo = theme.label_halo;
    text.halo.setAlphaF(0.85f);
    text.halo_width = size * 0.14;
    return text;
}

} // namespace layout

DisplayList layout_map(const Atlas &atlas, const Projection &projection, const MapContent &content, const MapView &view,
                       const Theme &theme, const MapOptions &options) {
    using namespace layout;
    const QRectF page = options.frame.value_or(QRectF(QPointF(), view.size));
    const double closeness = std::max(1.0, view.scale / fit_view(projection, page.size()).scale);
    const auto geodesics = content.catchments
                               ? atlas.geodesics(content.catchments->solution->topology->shared_world(), projection)
                               : nullptr;
    const Scene scene{atlas, projection, content, view, theme, options, geodesics, page, closeness};
    DisplayList list;
    list.size = view.size;
    add_ground(scene, list);
    if (content.catchments)
        add_cells(scene, list);
    add_borders(scene, list);
    if (content.catchments) {
        DisplayList labels;
        LabelPlacer placer(page.adjusted(2, 2, -2, -2));
        for (const QRectF &area : options.keep_clear)
            placer.block(area);
        add_fibre(scene, list);
        add_presence(scene, list);
        add_flows(scene, list);
        add_path(scene, placer, list, labels);
        add_proxy(scene, placer, list, labels);
        add_lookup(scene, placer, list, labels);
        add_exchanges(scene, placer, list, labels);
        add_places(scene, placer, list, labels);
        list.append(std::move(labels));
    }
    std::erase_if(list.groups, [&](const Group &group) { return !scene.shows(group.layer) || group.items.empty(); });
    for (Group &group : list.groups)
        group.clip = options.frame;
    return list;
}

} // namespace catchment::maps
