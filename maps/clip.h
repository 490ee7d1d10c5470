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

/// What a disc shows of an area whose part outside it was drawn to its edge (Projection::forward does so with the far
/// side of a globe). `rings`: of one area, the outer one first; points on the edge count as outside. `clockwise`: so
/// turns an outer ring on the page. Where the area leaves the disc, the result follows the edge, in steps of a degree.
/// An area that holds the whole disc, none of its rings inside, is not recognised.
std::vector<Ring> clip_to_disc(const std::vector<Ring> &rings, QPointF centre, double radius, bool clockwise);

/// Twice the enclosed area, positive where the ring turns clockwise on a page (y down).
double doubled_area(std::span<const QPointF> ring);

} // namespace catchment::maps
