// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>

class QPainter;

namespace catchment::maps {
struct Theme;
}

namespace catchment::app {

constexpr int tickBoxSize = 16; ///< pixels, with text of the usual size

/// A box, ticked or not, as the lists of the window draw it.
void paintTickBox(QPainter &painter, const maps::Theme &theme, const QRectF &place, bool ticked);

/// The ground of a row that is selected or under the pointer, with a rim where the keys go.
void paintRowGround(QPainter &painter, const maps::Theme &theme, const QRect &row, bool lit, bool focused);

} // namespace catchment::app
