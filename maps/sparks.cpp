// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/sparks.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace catchment::maps {
namespace {

constexpr double half_length = 4.2, half_width = 3.2, tail = 13, rim = 1.5, cross_arm = 4.5; // pixels

/// A straight stroke as a quad.
void append_stroke(QPointF a, QPointF b, double width, QRgb colour, std::vector<Quad> &quads) {
    const QPointF way = b - a;
    const double length = std::hypot(way.x(), way.y());
    if (length <= 0) {
        return;
    }
    const QPointF side = QPointF(-way.y(), way.x()) * (width / 2 / length);
    quads.push_back({{a + side, b + side, b - side, a - side}, {colour, colour, colour, colour}});
}

struct Pen {
    QPointF at, along;
    double scale = 1;
    QRgb colour = 0;

    QPointF point(double forward, double sideways) const {
        return at + (along * forward + QPointF(-along.y(), along.x()) * sideways) * scale;
    }
};

void append_filled(const Pen &pen, std::vector<Quad> &quads) {
    quads.push_back({{pen.point(0, 1.1), pen.point(0, -1.1), pen.point(-tail, -0.3), pen.point(-tail, 0.3)},
                     {pen.colour, pen.colour, 0, 0}});
    quads.push_back(
        {{pen.point(half_length, 0), pen.point(0, half_width), pen.point(-half_length, 0), pen.point(0, -half_width)},
         {pen.colour, pen.colour, pen.colour, pen.colour}});
}

void append_hollow(const Pen &pen, std::vector<Quad> &quads) {
    const std::array corners = {pen.point(half_length, 0), pen.point(0, half_width), pen.point(-half_length, 0),
                                pen.point(0, -half_width)};
    for (std::size_t i = 0; i < corners.size(); ++i) {
        append_stroke(corners[i], corners[(i + 1) % corners.size()], rim * pen.scale, pen.colour, quads);
    }
}

void append_cross(const Pen &pen, std::vector<Quad> &quads) {
    const double arm = cross_arm * pen.scale / std::numbers::sqrt2;
    append_stroke(pen.at + QPointF(-arm, -arm), pen.at + QPointF(arm, arm), rim * pen.scale, pen.colour, quads);
    append_stroke(pen.at + QPointF(-arm, arm), pen.at + QPointF(arm, -arm), rim * pen.scale, pen.colour, quads);
}

QPointF direction_between(QPointF from, QPointF to) {
    const QPointF way = to - from;
    const double length = std::hypot(way.x(), way.y());
    return length > 0 ? way / length : QPointF(1, 0);
}

} // namespace

GeoPoint on_the_way(GeoPoint from, GeoPoint to, double part) {
    const Direction a = direction(from);
    const Direction b = direction(to);
    const double angle = 2 * std::asin(std::min(1.0, std::sqrt(squared_chord(a, b)) / 2));
    const double sine = std::sin(angle);
    if (sine < 1e-9) {
        return part < 0.5 ? from : to;
    }
    const double u = std::sin((1 - part) * angle) / sine;
    const double v = std::sin(part * angle) / sine;
    const double x = u * a[0] + v * b[0];
    const double y = u * a[1] + v * b[1];
    const double z = u * a[2] + v * b[2];
    constexpr double degrees = 180 / std::numbers::pi;
    return {std::atan2(z, std::hypot(x, y)) * degrees, std::atan2(y, x) * degrees};
}

void append_sparks(const std::vector<Spark> &sparks, const Projection &projection, const MapView &view,
                   const Theme &theme, std::vector<Quad> &quads) {
    const QRectF seen(-20, -20, view.size.width() + 40, view.size.height() + 40);
    for (const Spark &spark : sparks) {
        const double part = std::clamp(spark.part, 0.0, 1.0);
        const QPointF plane = projection.forward(on_the_way(spark.from, spark.to, part));
        const QPointF page = view.to_page(plane);
        if (projection.hides(plane) || !seen.contains(page)) {
            continue;
        }
        // Its direction: a little way on, or back at the end.
        const double other = part < 0.99 ? part + 0.01 : part - 0.01;
        const QPointF near = view.to_page(projection.forward(on_the_way(spark.from, spark.to, other)));
        const QPointF along = part < 0.99 ? direction_between(page, near) : direction_between(near, page);
        const Pen pen{page, along, theme.stroke_scale, spark.colour};
        switch (spark.form) {
        case Spark::Form::Announcement:
            append_filled(pen, quads);
            break;
        case Spark::Form::Withdrawal:
            append_hollow(pen, quads);
            break;
        case Spark::Form::Lost:
            append_cross(pen, quads);
            break;
        }
    }
}

} // namespace catchment::maps
