// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/painter.h"

#include "maps/fonts.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace catchment::maps {
namespace {

/// Draws one item; the painter's state need not survive.
struct ItemPainter {
    QPainter &painter;
    TextAs text_as;

    void operator()(const Fill &fill) const { painter.fillPath(fill.path, fill.colour); }

    void operator()(const Stroke &stroke) const {
        if (stroke.colour.alpha() == 0) // there to be hit, not to be seen
            return;
        // Round joins of a thin line cost several times the line, and nobody sees them.
        const bool thin = stroke.width * painter.transform().m11() < 2;
        QPen pen(stroke.colour, stroke.width, Qt::SolidLine, stroke.dash.empty() && !thin ? Qt::RoundCap : Qt::FlatCap,
                 thin ? Qt::BevelJoin : Qt::RoundJoin);
        if (!stroke.dash.empty()) {
            QList<qreal> pattern; // in units of the width
            for (const double length : stroke.dash)
                pattern.append(length / stroke.width);
            pen.setDashPattern(pattern);
        }
        painter.strokePath(stroke.path, pen);
    }

    void operator()(const Hatch &hatch) const {
        painter.save();
        painter.setClipPath(hatch.path, Qt::IntersectClip);
        // Lines stand where they stand on the page, so that neighbouring areas' lines continue each other.
        const QRectF box = hatch.path.boundingRect() & painter.clipBoundingRect();
        const double step = hatch.spacing * std::numbers::sqrt2;
        const double sense = hatch.falling ? 1 : -1;
        QPainterPath lines;
        const double low = std::min(box.left() - sense * box.top(), box.left() - sense * box.bottom());
        const double high = std::max(box.right() - sense * box.top(), box.right() - sense * box.bottom());
        for (double at = std::floor(low / step) * step; at <= high; at += step) {
            lines.moveTo(at + sense * box.top(), box.top());
            lines.lineTo(at + sense * box.bottom(), box.bottom());
        }
        painter.strokePath(lines, QPen(hatch.colour, hatch.width, Qt::SolidLine, Qt::FlatCap));
        painter.restore();
    }

    void operator()(const Disc &disc) const {
        painter.setPen(Qt::NoPen);
        if (disc.outline_width > 0) {
            painter.setBrush(disc.outline);
            const double radius = disc.radius + disc.outline_width;
            painter.drawEllipse(disc.centre, radius, radius);
        }
        painter.setBrush(disc.fill);
        painter.drawEllipse(disc.centre, disc.radius, disc.radius);
    }

    void operator()(const Pie &pie) const {
        painter.setPen(Qt::NoPen);
        if (pie.outline_width > 0) {
            painter.setBrush(pie.outline);
            const double radius = pie.radius + pie.outline_width;
            painter.drawEllipse(pie.centre, radius, radius);
        }
        const QRectF box(pie.centre.x() - pie.radius, pie.centre.y() - pie.radius, 2 * pie.radius, 2 * pie.radius);
        double angle = 90; // the top; QPainter counts anticlockwise
        for (const Pie::Sector &sector : pie.sectors) {
            const double sweep = 360 * sector.share;
            painter.setBrush(sector.colour);
            painter.drawPie(box, qRound(angle * 16), -qRound(sweep * 16));
            angle -= sweep;
        }
    }

    void operator()(const Text &text) const {
        const QPointF base(bounds(text).left(), text.position.y());
        const QFont face = map_font(text.size, text.weight);
        // Outlines rather than cached glyphs: placed to fractions of a pixel, and alike on every paint device.
        QPainterPath path;
        path.addText(base, face, text.text);
        if (text.halo_width > 0)
            painter.strokePath(path, QPen(text.halo, 2 * text.halo_width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        if (text_as == TextAs::Outlines) {
            painter.fillPath(path, text.colour);
            return;
        }
        painter.setFont(face);
        painter.setPen(text.colour);
        painter.drawText(base, text.text);
    }
};

} // namespace

void paint(QPainter &painter, const DisplayList &list, TextAs text_as) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (list.background.alpha() > 0)
        painter.fillRect(QRectF(QPointF(), list.size), list.background);
    for (const Group &group : list.groups) {
        painter.save();
        if (group.clip)
            painter.setClipRect(*group.clip, Qt::IntersectClip);
        for (const Item &item : group.items)
            std::visit(ItemPainter{painter, text_as}, item.shape);
        painter.restore();
    }
    painter.restore();
}

QImage render_image(const DisplayList &list, QSize size) {
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    render_over(image, list);
    return image;
}

void render_over(QImage &image, const DisplayList &list) {
    QPainter painter(&image);
    painter.scale(image.width() / list.size.width(), image.height() / list.size.height());
    paint(painter, list);
}

} // namespace catchment::maps
