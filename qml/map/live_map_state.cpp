// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/map/live_map_state.h"

#include "maps/theme.h"
#include "qml/models/numbers.h"

#include <QStringList>

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>

namespace catchment::qml {
namespace {

constexpr int ring_corners = 20;

/// A ring as quads.
void append_ring(QPointF centre, double radius, double width, QRgb colour, std::vector<maps::Quad> &quads) {
    const auto on = [&](int corner, double distance) {
        const double angle = 2 * std::numbers::pi * corner / ring_corners;
        return centre + QPointF(std::cos(angle), std::sin(angle)) * distance;
    };
    for (int i = 0; i < ring_corners; ++i)
        quads.push_back({{on(i, radius), on(i + 1, radius), on(i + 1, radius - width), on(i, radius - width)},
                         {colour, colour, colour, colour}});
}

QString region_share(const Catchments &catchments, const CityOutcome &city) {
    std::map<std::uint32_t, double> users;
    double reached = 0;
    for (const NetworkOutcome &outcome : catchments.outcomes_of(city.city))
        if (outcome.region) {
            users[outcome.region->value] += outcome.users;
            reached += outcome.users;
        }
    std::vector<std::pair<double, std::uint32_t>> order;
    for (const auto &[region, count] : users)
        order.emplace_back(-count, region);
    std::sort(order.begin(), order.end());
    QStringList words;
    for (const auto &[count, region] : order)
        words.append(QStringLiteral("%1 %2").arg(QString::fromStdString(catchments.op().regions[region].code),
                                                 shareText(-count / reached)));
    return words.join(QStringLiteral(", "));
}

} // namespace

void LiveMap::State::tick() {
    if (!clock.isValid()) {
        clock.start();
        return;
    }
    // After a pause (a hidden window) the picture goes on where it was.
    const double step = std::min(0.1, static_cast<double>(clock.nsecsElapsed()) / 1e9);
    clock.restart();
    seconds += step;
    if (playing)
        flow_seconds += step * speed;
    if (fading() >= 1 && fade_begin >= 0) {
        fade_begin = -1;
        before = {};
    }
    if (!pulsing())
        pulses.clear();
}

void LiveMap::State::lay_out_quads() {
    quads.clear();
    // Particles of another projection than the one wanted wait for theirs.
    if (picture.particles && picture.view.projection == view.projection)
        picture.particles->append(flow_seconds, view, 1, quads);
    if (!pulsing())
        return;
    const double t = (seconds - pulse_begin) / pulse_seconds;
    for (const Pulse &pulse : pulses) {
        const double alpha = (1 - t) * (1 - t);
        const QRgb c = pulse.colour;
        append_ring(view.to_page(projection.forward(pulse.place)), 3 + pulse.radius * std::sqrt(t), 2,
                    qRgba(static_cast<int>(qRed(c) * alpha), static_cast<int>(qGreen(c) * alpha),
                          static_cast<int>(qBlue(c) * alpha), static_cast<int>(255 * alpha)),
                    quads);
    }
}

QRectF LiveMap::State::area_of(const maps::MapView &of) const {
    return {view.to_page(of.to_plane({0, 0})), view.to_page(of.to_plane({of.size.width(), of.size.height()}))};
}

std::optional<maps::Target> LiveMap::State::target_at(QPointF item) const {
    if (picture.view.projection != view.projection)
        return {};
    return picture.hits.at(picture.view.to_page(view.to_plane(item)));
}

void LiveMap::State::find_pulses(const Catchments &old_ones, const Catchments &new_ones) {
    pulses.clear();
    if (old_ones.cities.size() != new_ones.cities.size() || &old_ones.world() != &new_ones.world())
        return;
    std::vector<std::pair<double, std::size_t>> moved;
    for (std::size_t i = 0; i < new_ones.cities.size(); ++i)
        if (old_ones.cities[i].region != new_ones.cities[i].region ||
            old_ones.cities[i].captured != new_ones.cities[i].captured)
            moved.emplace_back(-static_cast<double>(new_ones.world().cities[i].users), i);
    // The largest tell the story; a thousand rings would be noise.
    constexpr std::size_t most = 150;
    std::sort(moved.begin(), moved.end());
    moved.resize(std::min(moved.size(), most));
    const maps::Theme &colours = maps::theme(theme);
    for (const auto &[users, i] : moved) {
        const auto region = new_ones.cities[i].region;
        const QColor colour = new_ones.cities[i].captured ? colours.captured
                              : region ? colours.solid(maps::region_colour(new_ones.op().regions[region->index()].code))
                                       : colours.unreached;
        pulses.push_back(
            {new_ones.world().cities[i].place, std::clamp(std::sqrt(-users / 1e6) * 4, 6.0, 26.0), colour.rgba()});
    }
    if (!pulses.empty())
        pulse_begin = seconds;
}

maps::MapView LiveMap::State::world_view(QSizeF size) const { return maps::fit_view(projection, size); }

maps::MapView LiveMap::State::limited(maps::MapView wanted, QSizeF size) const {
    const maps::MapView world = world_view(size);
    wanted.projection = projection.kind();
    wanted.size = size;
    wanted.scale = std::clamp(wanted.scale, world.scale, world.scale * closest);
    const QRectF room = world.visible_plane();
    const QSizeF seen = size / wanted.scale;
    const auto keep = [](double centre, double low, double high, double length) {
        return length >= high - low ? (low + high) / 2 : std::clamp(centre, low + length / 2, high - length / 2);
    };
    wanted.centre = {keep(wanted.centre.x(), room.left(), room.right(), seen.width()),
                     keep(wanted.centre.y(), room.top(), room.bottom(), seen.height())};
    return wanted;
}

HoverText hover_text(const Catchments &catchments, const maps::Target &target) {
    HoverText text;
    const QString separator = QStringLiteral(" · ");
    if (target.kind == maps::Target::Kind::Region) {
        const auto region = find_region(catchments.op(), target.id.toStdString());
        if (!region)
            return text;
        const Region &its = catchments.op().regions[region->index()];
        text.title = QStringLiteral("%1 %2").arg(target.id, QString::fromStdString(its.name));
        if (const RegionOutcome *outcome = catchments.region(*region))
            text.detail = QStringList{LiveMap::tr("%1 users").arg(usersText(outcome->users)), shareText(outcome->share),
                                      LiveMap::tr("median %1").arg(msText(outcome->median_rtt_ms))}
                              .join(separator);
        return text;
    }
    const auto found = catchments.world().city_by_id.find(target.id.toStdString());
    if (found == catchments.world().city_by_id.end())
        return text;
    const City &city = catchments.world().city(found->second);
    const CityOutcome &outcome = catchments.cities[found->second.index()];
    text.title = QStringLiteral("%1, %2").arg(QString::fromStdString(city.name), QString::fromStdString(city.country));
    QStringList words{LiveMap::tr("%1 users").arg(usersText(static_cast<double>(city.users)))};
    if (outcome.captured_share > 0)
        words.append(LiveMap::tr("%1 captured").arg(shareText(outcome.captured_share)));
    if (!outcome.region) {
        if (outcome.captured_share < 0.9995)
            words.append(LiveMap::tr("unreached"));
    } else {
        words.append(outcome.region_share < 0.995
                         ? region_share(catchments, outcome) + QLatin1Char(' ') + msText(outcome.rtt_ms)
                         : QStringLiteral("%1 %2").arg(
                               QString::fromStdString(catchments.op().regions[outcome.region->index()].code),
                               msText(outcome.rtt_ms)));
        if (outcome.not_nearest && outcome.nearest)
            words.append(LiveMap::tr("%1 is %2 nearer")
                             .arg(QString::fromStdString(catchments.op().regions[outcome.nearest->index()].code),
                                  kmText(outcome.region_km - outcome.nearest_km)));
        if (outcome.contested())
            words.append(LiveMap::tr("contested, %1 certain").arg(shareText(outcome.certainty)));
    }
    text.detail = words.join(separator);
    return text;
}

} // namespace catchment::qml
