// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>

#include <span>
#include <vector>

/// Clipping of rings by Sutherland and Hodgman: a ring that a line cuts into several parts stays one ring, whose
/// parts are joined along the line. That is invisible when filled, and cancels out of areas.
namespace catchment::maps {

/// A ring; the first point is not repeated.
using Ring = std::vector<QPointF>;

/// What lies on the side of a line where `normal`·p ≤ `offset`. `out` is overwritten; it must not be `in`.
void clip_half_plane(const Ring &in, Ring &out, QPointF normal, double offset);

Ring clip_to_rectangle(Ring ring, const QRectF &rectangle);

/// Twice the enclosed area, positive where the ring turns clockwise on a page (y down).
double doubled_area(std::span<const QPointF> ring);

} // namespace catchment::maps
