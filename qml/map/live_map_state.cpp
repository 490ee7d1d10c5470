// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/map/live_map_state.h"

#include "maps/atlas.h"
#include "maps/theme.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace catchment::qml {
namespace {

constexpr int ring_corners = 48;

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
    if (!pulsing()) {
        pulses.clear();
        waves.clear();
    }
}

void LiveMap::State::lay_out_quads() {
    quads.clear();
    // Particles of another projection than the one wanted wait for theirs.
    // On a globe that turns they go with the picture that is shown.
    if (picture.particles && picture.view.projection == view.projection && !marks_only &&
        layers.contains(maps::Layer::Flows)) {
        maps::MapView shown = view;
        shown.scale = projection.is_globe() ? picture.view.scale : view.scale;
        picture.particles->append(flow_seconds, shown, maps::theme(theme).stroke_scale, quads);
    }
    if (!sparks.empty())
        maps::append_sparks(sparks, projection, view, maps::theme(theme), quads);
    if (!pulsing())
        return;
    const double t = (seconds - pulse_begin) / pulse_seconds;
    for (const Wave &wave : waves)
        append_wave(wave, t);
    for (const Pulse &pulse : pulses) {
        if (projection.hides(projection.forward(pulse.place)))
            continue;
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
    const QPointF plane = view.to_plane(item);
    if (auto target = picture.hits.at(picture.view.to_page(plane)))
        return target;
    const auto place = projection.inverse(plane);
    if (!catchments || !place || !layers.contains(maps::Layer::Cells))
        return {};
    const maps::Atlas &atlas = maps::Atlas::shared();
    const auto cell = atlas.cells().at(equal_earth.forward(*place));
    const auto city = cell ? (*atlas.cell_cities(catchments->solution->topology->shared_world()))[*cell] : std::nullopt;
    if (!city)
        return {};
    return maps::Target{maps::Target::Kind::Cell, QString::fromStdString(catchments->world().city(*city).id)};
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

void LiveMap::State::find_waves(const Catchments &old_ones, const Catchments &new_ones) {
    waves.clear();
    if (old_ones.op().regions.size() != new_ones.op().regions.size())
        return;
    for (std::size_t i = 0; i < new_ones.op().regions.size(); ++i) {
        const bool announced = new_ones.solution->announces(RegionId(i));
        if (announced == old_ones.solution->announces(RegionId(i)))
            continue;
        const Region &region = new_ones.op().regions[i];
        waves.push_back({region.place, maps::theme(theme).solid(maps::region_colour(region.code)).rgba(), announced});
    }
    if (!waves.empty())
        pulse_begin = seconds;
}

/// Three rings, one behind the other, that spread from a region and fade; backwards where it withdrew.
void LiveMap::State::append_wave(const Wave &wave, double t) {
    const QPointF plane = projection.forward(wave.place);
    if (projection.hides(plane))
        return;
    const double reach = 0.35 * std::max(picture.view.size.width(), picture.view.size.height());
    for (int ring = 0; ring < 3; ++ring) {
        const double at = wave.announced ? t - 0.12 * ring : 1 - t - 0.12 * ring;
        if (at <= 0 || at >= 1)
            continue;
        const double alpha = 0.7 * (1 - at) * (1 - 0.25 * ring);
        const QRgb c = wave.colour;
        append_ring(view.to_page(plane), 6 + reach * std::sqrt(at), 2.2,
                    qRgba(static_cast<int>(qRed(c) * alpha), static_cast<int>(qGreen(c) * alpha),
                          static_cast<int>(qBlue(c) * alpha), static_cast<int>(255 * alpha)),
                    quads);
    }
}

std::optional<RegionId> LiveMap::State::only() const {
    if (!catchments || only_region.isEmpty())
        return {};
    const auto region = find_region(catchments->op(), only_region.toStdString());
    return region && catchments->solution->announces(*region) ? region : std::nullopt;
}

std::optional<NetworkId> LiveMap::State::network() const {
    if (!catchments || shown_network == 0)
        return {};
    const auto found = catchments->world().network_by_asn.find(Asn{shown_network});
    return found != catchments->world().network_by_asn.end() ? std::optional(found->second) : std::nullopt;
}

maps::LayerSet LiveMap::State::usual_layers() {
    // On screen the ways that carry users are enough.
    maps::LayerSet layers = maps::usual_layers();
    layers.erase(maps::Layer::Fibre);
    return layers;
}

maps::MapView LiveMap::State::world_view(QSizeF size) const {
    const double room = std::max(1.0, size.height() - top_inset);
    maps::MapView fitting = maps::fit_view(projection, {size.width(), room});
    fitting.size = size;
    fitting.centre.ry() -= (size.height() - room) / 2 / fitting.scale;
    if (!projection.is_globe()) { // what room is left over is of use below, where the legend lies
        constexpr double most_above = 16;
        const double above = (room - maps::world_bounds(projection).height() * fitting.scale) / 2;
        fitting.centre.ry() += std::max(0.0, above - most_above) / fitting.scale;
    }
    return fitting;
}

maps::MapView LiveMap::State::limited(maps::MapView wanted, QSizeF size) const {
    const maps::MapView world = world_view(size);
    wanted.projection = projection.kind();
    wanted.size = size;
    wanted.scale = std::clamp(wanted.scale, world.scale, world.scale * closest);
    if (projection.is_globe()) {
        wanted.centre = world.centre * (world.scale / wanted.scale);
        return wanted;
    }
    const QRectF room = world.visible_plane();
    const QSizeF seen = size / wanted.scale;
    const auto keep = [](double centre, double low, double high, double length) {
        return length >= high - low ? (low + high) / 2 : std::clamp(centre, low + length / 2, high - length / 2);
    };
    wanted.centre = {keep(wanted.centre.x(), room.left(), room.right(), seen.width()),
                     keep(wanted.centre.y(), room.top(), room.bottom(), seen.height())};
    return wanted;
}

} // namespace catchment::qml
