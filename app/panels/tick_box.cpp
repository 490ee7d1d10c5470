// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/tick_box.h"

#include "maps/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace catchment::app {

void paintTickBox(QPainter &painter, const maps::Theme &theme, const QRectF &place, bool ticked) {
    painter.setPen(QPen(ticked ? theme.accent : theme.muted, 1.2));
    painter.setBrush(ticked ? theme.accent : theme.field);
    painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 3.5, 3.5);
    if (ticked) {
        const auto at = [&](double x, double y) {
            return place.topLeft() + QPointF(x, y) * (place.width() / tickBoxSize);
        };
        QPainterPath tick(at(4, 8.3));
        tick.lineTo(at(7, 11.2));
        tick.lineTo(at(12, 5));
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(theme.on_accent, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPath(tick);
    }
}

void paintRowGround(QPainter &painter, const maps::Theme &theme, const QRect &row, bool lit, bool focused) {
    if (lit) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.hover);
        painter.drawRoundedRect(row.adjusted(4, 1, -4, -1), 6, 6);
    }
    if (focused) {
        painter.setPen(QPen(theme.accent, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(row).adjusted(4.5, 1.5, -4.5, -1.5), 6, 6);
    }
}

} // namespace catchment::app
