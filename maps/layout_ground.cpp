// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/layout_parts.h"

#include <cmath>

namespace catchment::maps::layout {
namespace {

constexpr double grid_step = 30;      // degrees
constexpr double detail_pixels = 0.5; // points of a coast that lie closer are left out

/// The points of each arc on the page, without those that no eye could tell apart. The ends always stay, so that arcs
/// still meet.
std::vector<QPolygonF> arcs_on_page(const Scene &scene) {
    const Geography &geography = scene.atlas.geography();
    const auto points = scene.atlas.land_points(scene.projection);
    const std::vector<QPointF> &plane = *points;
    std::vector<QPolygonF> result(geography.arcs.size());
    for (std::size_t a = 0; a < geography.arcs.size(); ++a) {
        const Geography::Arc &arc = geography.arcs[a];
        QPolygonF &line = result[a];
        line.reserve(static_cast<qsizetype>(arc.last - arc.first));
        for (std::uint32_t i = arc.first; i < arc.last; ++i) {
            const QPointF point = scene.view.to_page(plane[i]);
            if (line.isEmpty() || i + 1 == arc.last || (point - line.last()).manhattanLength() >= detail_pixels)
                line.append(point);
        }
    }
    return result;
}

QRectF far_around(const QRectF &page) { return page.adjusted(-40, -40, 40, 40); }

/// Appends the part of a line that is near the page and, where it runs along the edge of a globe, seen.
void append_line(QPainterPath &path, const QPolygonF &line, const QRectF &near, const Scene *globe = nullptr) {
    if (line.size() < 2 || !line.boundingRect().adjusted(-1, -1, 1, 1).intersects(near))
        return;
    bool drawing = false;
    for (qsizetype i = 1; i < line.size(); ++i) {
        const QRectF box = QRectF(line[i - 1], line[i]).normalized().adjusted(-1, -1, 1, 1);
        const bool hidden = globe && globe->projection.hides(globe->view.to_plane(line[i - 1])) &&
                            globe->projection.hides(globe->view.to_plane(line[i]));
        if (hidden || !box.intersects(near)) {
            drawing = false;
            continue;
        }
        if (!drawing)
            path.moveTo(line[i - 1]);
        path.lineTo(line[i]);
        drawing = true;
    }
}

Ring ring_of(const std::vector<ArcUse> &uses, const std::vector<QPolygonF> &arcs) {
    Ring ring;
    for (const ArcUse &use : uses) {
        const QPolygonF &arc = arcs[use.arc];
        if (use.reversed)
            for (qsizetype i = arc.size(); i-- > 1;)
                ring.push_back(arc[i]);
        else
            ring.insert(ring.end(), arc.begin(), arc.end() - 1);
    }
    return ring;
}

QPainterPath land_path(const Scene &scene, const std::vector<QPolygonF> &arcs) {
    const QRectF near = far_around(scene.page);
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    const QPointF middle = scene.view.to_page({0, 0});
    const double radius = earth_radius_km * scene.view.scale;
    std::vector<Ring> rings;
    for (const LandPolygon &polygon : scene.atlas.geography().polygons) {
        rings.clear();
        for (const auto &uses : polygon.rings)
            rings.push_back(ring_of(uses, arcs));
        if (scene.projection.is_globe())
            rings = clip_to_disc(rings, middle, radius, scene.atlas.land_is_clockwise());
        for (const Ring &whole : rings) {
            QPolygonF ring(QList<QPointF>(whole.begin(), whole.end()));
            const QRectF box = ring.boundingRect();
            // An islet that would not tint a single pixel is left out.
            if (ring.size() < 3 || !box.intersects(near) || box.width() * box.height() < 0.06)
                continue;
            if (!near.contains(box)) {
                const Ring clipped = clip_to_rectangle(Ring(ring.begin(), ring.end()), near);
                ring = QPolygonF(QList<QPointF>(clipped.begin(), clipped.end()));
                if (ring.size() < 3)
                    continue;
            }
            path.addPolygon(ring);
            path.closeSubpath();
        }
    }
    return path;
}

QPainterPath graticule(const Scene &scene) {
    const double limit = std::min(scene.projection.latitude_limit(), 90.0);
    QPainterPath path;
    std::vector<GeoPoint> line;
    const auto add = [&] {
        for (const QPolygonF &piece : scene.lines_of(line))
            append_line(path, piece, far_around(scene.page));
        line.clear();
    };
    for (double lon = -180 + grid_step; lon < 180; lon += grid_step) {
        for (double lat = -limit; lat <= limit; lat += 2.5)
            line.push_back({lat, lon});
        add();
    }
    const double meridian = scene.projection.central_meridian();
    for (double lat = -60; lat <= 60; lat += grid_step) {
        for (double lon = -179.999; lon < 180; lon += 2.5)
            line.push_back({lat, relative_longitude(lon + meridian, 0)});
        line.push_back({lat, relative_longitude(179.999 + meridian, 0)});
        add();
    }
    return path;
}

} // namespace

void add_ground(const Scene &scene, DisplayList &list) {
    if (!scene.shows(Layer::Sea) && !scene.shows(Layer::Graticule) && !scene.shows(Layer::Land))
        return;
    QPainterPath outline;
    for (const QPolygonF &ring : scene.projection.outline().toSubpathPolygons()) {
        Ring on_page;
        for (const QPointF &point : ring)
            on_page.push_back(scene.view.to_page(point));
        const Ring clipped = clip_to_rectangle(std::move(on_page), far_around(scene.page));
        outline.addPolygon(QPolygonF(QList<QPointF>(clipped.begin(), clipped.end())));
        outline.closeSubpath();
    }
    list.group(Layer::Sea).items.push_back({QStringLiteral("sea"), Fill{outline, scene.theme.sea}});
    list.group(Layer::Graticule)
        .items.push_back(
            {QStringLiteral("graticule"), Stroke{graticule(scene), scene.theme.graticule, scene.stroke(0.8), {}}});
    list.group(Layer::Land)
        .items.push_back({QStringLiteral("land"), Fill{land_path(scene, arcs_on_page(scene)), scene.theme.land}});
}

void add_borders(const Scene &scene, DisplayList &list) {
    if (!scene.shows(Layer::Borders))
        return;
    const std::vector<QPolygonF> arcs = arcs_on_page(scene);
    const Geography &geography = scene.atlas.geography();
    const Scene *globe = scene.projection.is_globe() ? &scene : nullptr;
    QPainterPath coasts, borders;
    for (std::size_t i = 0; i < arcs.size(); ++i) {
        if (geography.arcs[i].kind == ArcKind::Coast)
            append_line(coasts, arcs[i], far_around(scene.page), globe);
        else if (geography.arcs[i].kind == ArcKind::Border)
            append_line(borders, arcs[i], far_around(scene.page), globe);
    }
    const double grown = std::min(1.6, std::sqrt(scene.closeness));
    Group &group = list.group(Layer::Borders);
    QColor border = scene.theme.border;
    border.setAlphaF(0.55f);
    group.items.push_back({QStringLiteral("countries"), Stroke{borders, border, scene.stroke(0.5 * grown), {}}});
    group.items.push_back(
        {QStringLiteral("coasts"), Stroke{coasts, scene.theme.coast, scene.stroke(0.45 * grown), {}}});
}

} // namespace catchment::maps::layout
