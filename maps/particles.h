// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/flows.h"
#include "maps/geodesics.h"
#include "maps/map_view.h"
#include "maps/projection.h"
#include "maps/theme.h"

#include <QPointF>
#include <QRgb>

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <vector>

class QPainter;

namespace catchment::maps {

/// Four corners on the page, in order around, each with its colour (premultiplied).
struct Quad {
    std::array<QPointF, 4> corners;
    std::array<QRgb, 4> colours;
};

/// Draws quads in one colour each (that of the strongest corner): for machines without OpenGL.
void paint(QPainter &painter, const std::vector<Quad> &quads);

/// Users on their way from cities to regions, as short comets along the fibre: more where there are more users, and a
/// way takes as long as its latency, many times slowed down. A pure function of time: no state moves.
class Particles {
public:
    Particles() = default;

    /// `count` particles, shared out by users and by how long each way takes, so that what flows is in proportion to
    /// users. `only`: those of one region.
    Particles(Geodesics &geodesics, const Catchments &catchments, const FlowMap &flows, const Projection &projection,
              const Theme &theme, int count = 2000, std::optional<RegionId> only = {});

    /// From now on each way takes a whole part of `seconds` (the nearest to what it took), so that the state after them
    /// is that at the beginning.
    void repeat_every(double seconds);

    int count() const { return static_cast<int>(particles_.size()); }

    /// Where they are after `seconds`, appended to `quads`. `stroke_scale`: thickness.
    void append(double seconds, const MapView &view, double stroke_scale, std::vector<Quad> &quads) const;

    /// Seconds for one way of a round trip of 100 ms.
    static constexpr double seconds_per_100_ms = 5;

private:
    /// A great circle in the plane; where the map is cut, a new piece begins.
    struct Line {
        std::vector<QPointF> points;
        std::vector<double> at; ///< length up to each point, km in the plane; jumps over the cut count nothing
    };
    struct Leg {
        std::uint32_t line = 0;
        bool reversed = false;
        double begin = 0; ///< along the way
    };
    struct Way {
        std::vector<Leg> legs;
        double length = 0;
        double seconds = 1;
        QRgb colour = 0;
    };
    struct Particle {
        std::uint32_t way = 0;
        float phase = 0;    ///< 0 … 1
        float sideways = 0; ///< -1 … 1
    };
    struct Place {
        QPointF point, direction;
    };

    using Lines = std::map<std::pair<CityId, CityId>, std::uint32_t>; ///< indices into lines_

    Way way_of(const Flow &flow, const Catchments &catchments, Geodesics &geodesics, const Projection &projection,
               const Theme &theme, Lines &known);
    std::uint32_t line_between(CityId a, CityId b, Geodesics &geodesics, const Projection &projection, Lines &known);
    Place place_on(const Way &way, double length) const;

    std::vector<Line> lines_;
    std::vector<Way> ways_;
    std::vector<Particle> particles_;
};

} // namespace catchment::maps
