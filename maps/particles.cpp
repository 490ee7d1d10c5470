// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/particles.h"

#include "maps/colour.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace catchment::maps {
namespace {

constexpr double shortest_seconds = 0.8;
constexpr double comet_length = 9, comet_width = 2.1, spread = 1.3; // pixels

/// A well-spread sequence in [0, 1): the same in every run.
double golden(std::size_t i) {
    const double value = 0.6180339887498949 * static_cast<double>(i + 1);
    return value - std::floor(value);
}

double seconds_on_the_way(const Flow &flow) {
    return std::max(shortest_seconds, flow.rtt_ms / 100 * Particles::seconds_per_100_ms);
}

QRgb faded(QRgb colour, double alpha) {
    return qRgba(static_cast<int>(qRed(colour) * alpha), static_cast<int>(qGreen(colour) * alpha),
                 static_cast<int>(qBlue(colour) * alpha), static_cast<int>(qAlpha(colour) * alpha));
}

} // namespace

void paint(QPainter &painter, const std::vector<Quad> &quads) {
    painter.setPen(Qt::NoPen);
    for (const Quad &quad : quads) {
        const QRgb strongest = *std::max_element(quad.colours.begin(), quad.colours.end(),
                                                 [](QRgb a, QRgb b) { return qAlpha(a) < qAlpha(b); });
        painter.setBrush(QColor::fromRgba(qUnpremultiply(strongest)));
        painter.drawConvexPolygon(quad.corners.data(), 4);
    }
}

Particles::Particles(Geodesics &geodesics, const Catchments &catchments, const FlowMap &flows,
                     const Projection &projection, const Theme &theme, int count, std::optional<RegionId> only) {
    Lines known;
    std::vector<double> weight_up_to;
    double total = 0;
    for (const Flow &flow : flows.flows) {
        // Who is at the region already does not travel.
        const bool at_home = flow.region && catchments.op().regions[flow.region->index()].city == flow.city;
        total += at_home || (only && flow.region != only) ? 0 : flow.users * seconds_on_the_way(flow);
        weight_up_to.push_back(total);
    }
    if (total <= 0)
        return;
    // Most flows are too small for a particle, and their ways are never looked up.
    std::size_t last_flow = flows.flows.size();
    for (int i = 0; i < count; ++i) {
        const auto index = static_cast<std::size_t>(i);
        const double at = (i + 0.5) / count * total;
        const auto found = std::lower_bound(weight_up_to.begin(), weight_up_to.end() - 1, at);
        const auto flow = static_cast<std::size_t>(found - weight_up_to.begin());
        if (std::exchange(last_flow, flow) != flow)
            ways_.push_back(way_of(flows.flows[flow], catchments, geodesics, projection, theme, known));
        if (ways_.back().length <= 0)
            continue;
        Particle particle;
        particle.way = static_cast<std::uint32_t>(ways_.size() - 1);
        particle.phase = static_cast<float>(golden(index));
        particle.sideways = static_cast<float>(golden(index * 7 + 3) * 2 - 1);
        particles_.push_back(particle);
    }
}

void Particles::repeat_every(double seconds) {
    for (Way &way : ways_)
        way.seconds = seconds / std::max(1.0, std::round(seconds / way.seconds));
}

Particles::Way Particles::way_of(const Flow &flow, const Catchments &catchments, Geodesics &geodesics,
                                 const Projection &projection, const Theme &theme, Lines &known) {
    Way way;
    for (const FibreLeg &leg : flow_legs(catchments, flow)) {
        const auto [low, high] = std::minmax(leg.from, leg.to);
        const std::uint32_t line = line_between(low, high, geodesics, projection, known);
        if (lines_[line].at.empty())
            continue; // behind the globe
        way.legs.push_back({line, leg.from != low, way.length});
        way.length += lines_[line].at.back();
    }
    way.seconds = seconds_on_the_way(flow);
    const QColor solid =
        flow.region ? theme.solid(region_colour(catchments.op().regions[flow.region->index()].code)) : theme.captured;
    way.colour = mix(solid, theme.dark ? QColor(Qt::white) : theme.text, theme.dark ? 0.45 : 0.40).rgba();
    return way;
}

std::uint32_t Particles::line_between(CityId a, CityId b, Geodesics &geodesics, const Projection &projection,
                                      Lines &known) {
    const auto [entry, is_new] = known.try_emplace({a, b}, static_cast<std::uint32_t>(lines_.size()));
    if (!is_new)
        return entry->second;
    Line line;
    double length = 0;
    for (const auto &piece : geodesics.between(a, b, projection)) {
        bool first = true;
        for (const QPointF &point : piece) {
            if (!first) {
                const QPointF step = point - line.points.back();
                length += std::hypot(step.x(), step.y());
            }
            first = false;
            line.points.push_back(point);
            line.at.push_back(length);
        }
    }
    lines_.push_back(std::move(line));
    return entry->second;
}

Particles::Place Particles::place_on(const Way &way, double length) const {
    auto leg = std::upper_bound(way.legs.begin(), way.legs.end(), length,
                                [](double l, const Leg &one) { return l < one.begin; });
    if (leg != way.legs.begin())
        --leg;
    const Line &line = lines_[leg->line];
    double along = length - leg->begin;
    if (leg->reversed)
        along = line.at.back() - along;
    const auto next = std::upper_bound(line.at.begin() + 1, line.at.end() - 1, along);
    const auto i = static_cast<std::size_t>(next - line.at.begin());
    const QPointF step = line.points[i] - line.points[i - 1];
    const double step_length = line.at[i] - line.at[i - 1];
    if (step_length <= 0)
        return {line.points[i], {1, 0}};
    const QPointF direction = step / step_length;
    return {line.points[i - 1] + direction * std::clamp(along - line.at[i - 1], 0.0, step_length),
            leg->reversed ? -direction : direction};
}

void Particles::append(double seconds, const MapView &view, double stroke_scale, std::vector<Quad> &quads) const {
    const QRectF seen(-20, -20, view.size.width() + 40, view.size.height() + 40);
    for (const Particle &particle : particles_) {
        const Way &way = ways_[particle.way];
        double phase = seconds / way.seconds + particle.phase;
        phase -= std::floor(phase);
        const Place place = place_on(way, phase * way.length);
        const QPointF head = view.to_page(place.point);
        if (!seen.contains(head))
            continue;
        const QPointF along = place.direction;
        const QPointF across(-along.y(), along.x());
        const QPointF centre = head + across * (particle.sideways * spread * stroke_scale);
        // Near its ends a comet fades, so that none pops up or vanishes.
        const double pixels = way.length * view.scale;
        const double alpha = std::clamp(std::min(phase, 1 - phase) * pixels / 8, 0.0, 1.0);
        const double tail = std::min(comet_length * stroke_scale, phase * pixels);
        const QPointF half = across * (comet_width / 2 * stroke_scale);
        const QRgb strong = faded(way.colour, alpha), weak = faded(way.colour, 0.0);
        quads.push_back(
            {{centre + half, centre - half, centre - along * tail - half * 0.4, centre - along * tail + half * 0.4},
             {strong, strong, weak, weak}});
    }
}

} // namespace catchment::maps
