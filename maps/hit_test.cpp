// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/hit_test.h"

#include <algorithm>
#include <cmath>

namespace catchment::maps {

namespace {

double distance_to(QPointF point, QPointF a, QPointF b) {
    const QPointF along = b - a;
    const double square = QPointF::dotProduct(along, along);
    const double t = square > 0 ? std::clamp(QPointF::dotProduct(point - a, along) / square, 0.0, 1.0) : 0;
    const QPointF away = point - (a + along * t);
    return std::hypot(away.x(), away.y());
}

} // namespace

HitTest::HitTest(const DisplayList &list) {
    for (const Group &group : list.groups) {
        for (const Item &item : group.items) {
            if (item.id.isEmpty())
                continue;
            if (group.layer == Layer::Regions) {
                if (const Fill *fill = std::get_if<Fill>(&item.shape))
                    regions_.push_back({fill->path.boundingRect(), item.id});
                else if (const Disc *disc = std::get_if<Disc>(&item.shape))
                    regions_.push_back({QRectF(disc->centre.x() - disc->radius, disc->centre.y() - disc->radius,
                                               2 * disc->radius, 2 * disc->radius),
                                        item.id});
            } else if (group.layer == Layer::Cities) {
                if (const Disc *disc = std::get_if<Disc>(&item.shape))
                    cities_.push_back({disc->centre, disc->radius, item.id});
                else if (const Pie *pie = std::get_if<Pie>(&item.shape))
                    cities_.push_back({pie->centre, pie->radius, item.id});
            } else if (group.layer == Layer::Labels) {
                if (const Text *text = std::get_if<Text>(&item.shape))
                    labels_.push_back({bounds(*text), item.id});
            } else if (group.layer == Layer::Exchanges) {
                if (const Fill *fill = std::get_if<Fill>(&item.shape))
                    exchanges_.push_back({fill->path.boundingRect(), item.id});
                else if (const Text *text = std::get_if<Text>(&item.shape))
                    exchanges_.push_back({bounds(*text), item.id});
            } else if (item.id.contains(QLatin1Char('|'))) {
                if (const Stroke *stroke = std::get_if<Stroke>(&item.shape)) {
                    Line line{{}, stroke->path.boundingRect(), stroke->width / 2, item.id};
                    for (const QPolygonF &piece : stroke->path.toSubpathPolygons())
                        line.pieces.push_back(piece);
                    const bool on_way = group.layer == Layer::Paths;
                    fibre_.insert(on_way ? fibre_.begin() : fibre_.end(), std::move(line));
                }
            }
        }
    }
}

void HitTest::add(const HitTest &below) {
    const auto append = [](auto &to, const auto &from) { to.insert(to.end(), from.begin(), from.end()); };
    append(regions_, below.regions_);
    append(cities_, below.cities_);
    append(labels_, below.labels_);
    append(exchanges_, below.exchanges_);
    append(fibre_, below.fibre_);
}

std::optional<Target> HitTest::at(QPointF page, double reach) const {
    for (const Box &region : regions_)
        if (region.area.contains(page))
            return Target{Target::Kind::Region, region.id};
    const Dot *best = nullptr;
    double least = reach;
    for (const Dot &city : cities_) {
        const double distance = std::hypot(page.x() - city.centre.x(), page.y() - city.centre.y()) - city.radius;
        // Equally near, the one drawn last, which is on top.
        if (distance <= std::max(0.0, least)) {
            least = std::max(0.0, distance);
            best = &city;
        }
    }
    if (best)
        return Target{Target::Kind::City, best->id};
    for (const Box &label : labels_)
        if (label.area.contains(page))
            return Target{Target::Kind::City, label.id};
    for (const Box &exchange : exchanges_)
        if (exchange.area.contains(page))
            return Target{Target::Kind::Exchange, exchange.id};
    if (const Line *line = line_at(page, reach / 2))
        return Target{Target::Kind::Fibre, line->id};
    return {};
}

bool HitTest::covers_region(const QRectF &page) const {
    return std::ranges::any_of(regions_, [&](const Box &region) { return region.area.intersects(page); });
}

const HitTest::Line *HitTest::line_at(QPointF page, double reach) const {
    const Line *best = nullptr;
    double least = reach;
    for (const Line &line : fibre_) {
        const double margin = line.half_width + reach;
        if (!line.area.adjusted(-margin, -margin, margin, margin).contains(page))
            continue;
        for (const QPolygonF &piece : line.pieces)
            for (qsizetype i = 1; i < piece.size(); ++i) {
                const double away = distance_to(page, piece[i - 1], piece[i]) - line.half_width;
                // Equally near, the first: the selected way.
                if (away < (best ? least - 1e-9 : least)) {
                    least = std::max(0.0, away);
                    best = &line;
                }
            }
    }
    return best;
}

} // namespace catchment::maps
