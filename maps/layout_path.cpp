// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/fonts.h"
#include "maps/layout_parts.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>
#include <set>

namespace catchment::maps::layout {
namespace {

/// A run of legs that one network carries.
struct Stretch {
    NetworkId network;
    std::vector<QPolygonF> lines;
};

std::vector<Stretch> stretches_of(const Scene &scene, const Journey &journey) {
    std::vector<Stretch> result;
    for (const JourneyLeg &leg : journey.legs) {
        if (result.empty() || result.back().network != leg.network)
            result.push_back({leg.network, {}});
        for (QPolygonF &line : scene.lines_between(leg.fibre.from, leg.fibre.to)) {
            // Legs that continue each other are one line, so that dashes and joins run through.
            auto &lines = result.back().lines;
            if (!lines.empty() && (lines.back().last() - line.first()).manhattanLength() < 0.01) {
                line.removeFirst();
                lines.back() += line;
            } else {
                lines.push_back(std::move(line));
            }
        }
    }
    return result;
}

double length_of(const QPolygonF &line) {
    double length = 0;
    for (qsizetype i = 1; i < line.size(); ++i)
        length += std::hypot(line[i].x() - line[i - 1].x(), line[i].y() - line[i - 1].y());
    return length;
}

/// The point half way along the longest piece that is on the page.
std::optional<QPointF> middle_of(const Stretch &stretch, const QRectF &page) {
    std::optional<QPointF> best;
    double longest = 0;
    for (const QPolygonF &line : stretch.lines) {
        const double length = length_of(line);
        if (length <= longest)
            continue;
        double left = length / 2;
        for (qsizetype i = 1; i < line.size(); ++i) {
            const QPointF step = line[i] - line[i - 1];
            const double part = std::hypot(step.x(), step.y());
            if (left <= part && part > 0) {
                const QPointF point = line[i - 1] + step * (left / part);
                if (page.contains(point)) {
                    best = point;
                    longest = length;
                }
                break;
            }
            left -= part;
        }
    }
    return best;
}

void keep_clear(LabelPlacer &placer, const Stretch &stretch, double width) {
    for (const QPolygonF &line : stretch.lines)
        for (qsizetype i = 1; i < line.size(); ++i) {
            const QPointF step = line[i] - line[i - 1];
            const int parts = std::max(1, static_cast<int>(std::hypot(step.x(), step.y()) / (2 * width)));
            for (int part = 0; part < parts; ++part) {
                const QPointF at = line[i - 1] + step * (static_cast<double>(part) / parts);
                placer.block(QRectF(at.x() - width / 2, at.y() - width / 2, width, width));
            }
        }
}

void add_label(const Scene &scene, LabelPlacer &placer, DisplayList &labels, QPointF at, double radius,
               const QString &words, double size, FontWeight weight, double reach) {
    const QSizeF box = text_size(words, size, weight);
    const double air = scene.text(3);
    if (const auto place = placer.place_near(at, radius + air, box, reach))
        labels.group(Layer::Labels).items.push_back({{}, text_in(*place, words, size, weight, scene.theme)});
}

/// The decision that is brought out; none: the whole way is shown alike.
const Decision *looked_at(const Scene &scene, const Journey &journey) {
    const auto hop = scene.content.hop;
    return hop && *hop < journey.decisions.size() ? &journey.decisions[*hop] : nullptr;
}

/// Where the routes that lost at the router looked at, else at the first, would have led: the best one to each other
/// place.
void add_ghosts(const Scene &scene, const Journey &journey, Group &group) {
    if (journey.decisions.empty() || (!journey.outcome.region && !journey.outcome.captured))
        return;
    const Decision *const chosen = looked_at(scene, journey);
    const Decision &decision = chosen ? *chosen : journey.decisions.front();
    const Solution &solution = scene.content.catchments->routes(journey.outcome);
    std::set<std::optional<RegionId>> drawn{journey.outcome.region};
    for (const CandidateRoute &candidate : decision.candidates) {
        if (candidate.lost_at == Step::Unusable || !drawn.insert(candidate.region).second)
            continue;
        QPainterPath path;
        for (const JourneyLeg &leg : route_legs(solution, decision.router, candidate.session))
            for (const QPolygonF &line : scene.lines_between(leg.fibre.from, leg.fibre.to))
                path.addPolygon(line);
        QColor colour = scene.solid_colour(candidate.region);
        colour.setAlphaF(0.8f);
        QColor casing = scene.theme.path_casing;
        casing.setAlphaF(0.5f);
        group.items.push_back({{}, Stroke{path, casing, scene.stroke(3.4), {}}});
        group.items.push_back(
            {QStringLiteral("lost"), Stroke{path, colour, scene.stroke(1.5), {scene.stroke(2.5), scene.stroke(3.5)}}});
    }
}

} // namespace

void add_path(const Scene &scene, LabelPlacer &placer, DisplayList &list, DisplayList &labels) {
    if (!scene.shows(Layer::Paths) || !scene.content.journey)
        return;
    const Journey &journey = *scene.content.journey;
    const Topology &topology = *scene.content.catchments->solution->topology;
    const std::vector<Stretch> stretches = stretches_of(scene, journey);
    Group &group = list.group(Layer::Paths);
    add_ghosts(scene, journey, group);
    for (const JourneyLeg &leg : journey.legs) {
        QPainterPath line;
        for (const QPolygonF &piece : scene.lines_between(leg.fibre.from, leg.fibre.to))
            line.addPolygon(piece);
        group.items.push_back({fibre_id(scene.world(), leg.fibre.from, leg.fibre.to),
                               Stroke{line, Qt::transparent, scene.stroke(6.2), {}}});
    }

    const Decision *const chosen = looked_at(scene, journey);
    const double core = scene.stroke(2.6), casing = scene.stroke(6.2);
    for (const Stretch &stretch : stretches) {
        QPainterPath path;
        for (const QPolygonF &line : stretch.lines)
            path.addPolygon(line);
        group.items.push_back({{}, Stroke{path, scene.theme.path_casing, casing, {}}});
        keep_clear(placer, stretch, casing);
    }
    // Whole and dashed in turn: where the way changes hands shows without colour.
    for (std::size_t i = 0; i < stretches.size(); ++i) {
        QPainterPath path;
        for (const QPolygonF &line : stretches[i].lines)
            path.addPolygon(line);
        const QString id = QString::number(topology.asn(stretches[i].network).value);
        std::vector<double> dash;
        if (i % 2 == 1)
            dash = {scene.stroke(7), scene.stroke(4)};
        const bool brought_out = chosen && chosen->network == stretches[i].network;
        if (brought_out)
            group.items.push_back({{}, Stroke{path, scene.theme.accent, scene.stroke(7), {}}});
        group.items.push_back({id, Stroke{path, brought_out ? scene.theme.path_casing : scene.theme.path, core, dash}});
    }

    // Where it starts, and each handover: a ring; a square in it where the two meet at an exchange.
    const auto ring = [&](CityId city, double radius) -> std::optional<QPointF> {
        const auto place = scene.page_of(scene.world().city(city).place);
        if (!place)
            return {};
        const QPointF at = *place;
        group.items.push_back({QString::fromStdString(scene.world().city(city).id),
                               Disc{at, radius, scene.theme.path_casing, scene.theme.path, scene.stroke(1.5)}});
        placer.block(QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius).adjusted(-2, -2, 2, 2));
        return at;
    };
    if (chosen) // where it was decided, also where nothing is carried
        if (const auto at = scene.page_of(scene.world().city(chosen->city).place))
            group.items.push_back({QStringLiteral("hop"),
                                   Disc{*at, scene.stroke(9), Qt::transparent, scene.theme.accent, scene.stroke(2.5)}});
    const double small = scene.text(11);
    const auto start = ring(journey.city, scene.stroke(4));
    if (start)
        add_label(scene, placer, labels, *start, scene.stroke(6),
                  QString::fromStdString(scene.world().city(journey.city).name), scene.text(13), FontWeight::SemiBold,
                  scene.text(40));
    for (const Hop &hop : journey.hops) {
        const CityId city = topology.city_of(hop.exit);
        const auto place = city == journey.city ? start : ring(city, scene.stroke(3));
        if (!place)
            continue;
        const QPointF at = *place;
        QString words = QString::fromStdString(scene.world().city(city).name);
        if (const auto exchange = topology.exchange_of(hop.session)) {
            const double half = scene.stroke(1.9);
            QPainterPath square;
            square.addRect(QRectF(at.x() - half, at.y() - half, 2 * half, 2 * half));
            group.items.push_back(
                {QString::fromStdString(scene.world().exchange(*exchange).id), Fill{square, scene.theme.path}});
            const QString name = QString::fromStdString(scene.world().exchange(*exchange).name);
            words = city == journey.city ? name : name + QStringLiteral(", ") + words;
        } else if (city == journey.city) {
            continue;
        }
        add_label(scene, placer, labels, at, scene.stroke(5), words, small, FontWeight::Regular, scene.text(30));
    }
    for (const Stretch &stretch : stretches)
        if (const auto at = middle_of(stretch, scene.page)) {
            const QString name = QString::fromStdString(topology.name_of(stretch.network));
            const QString asn = QStringLiteral("AS%1").arg(topology.asn(stretch.network).value);
            add_label(scene, placer, labels, *at, casing / 2 + scene.stroke(2), name + QStringLiteral(" · ") + asn,
                      scene.text(11.5), FontWeight::Medium, scene.text(60));
        }
}

} // namespace catchment::maps::layout
