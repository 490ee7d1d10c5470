// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/clip.h"

#include <utility>

namespace catchment::maps {

void clip_half_plane(const Ring &in, Ring &out, QPointF normal, double offset) {
    out.clear();
    if (in.empty())
        return;
    const auto beyond = [&](QPointF p) { return QPointF::dotProduct(normal, p) - offset; };
    QPointF last = in.back();
    double last_beyond = beyond(last);
    for (const QPointF &here : in) {
        const double here_beyond = beyond(here);
        if ((last_beyond > 0) != (here_beyond > 0)) {
            // From the inner end always, so that two rings that share the edge get the same point.
            const bool inward = last_beyond > 0;
            const QPointF inner = inward ? here : last;
            const QPointF outer = inward ? last : here;
            const double a = inward ? here_beyond : last_beyond;
            const double b = inward ? last_beyond : here_beyond;
            out.push_back(inner + (outer - inner) * (a / (a - b)));
        }
        if (here_beyond <= 0)
            out.push_back(here);
        last = here;
        last_beyond = here_beyond;
    }
}

Ring clip_to_rectangle(Ring ring, const QRectF &rectangle) {
    Ring other;
    other.reserve(ring.size());
    const std::pair<QPointF, double> sides[] = {{{-1, 0}, -rectangle.left()},
                                                {{1, 0}, rectangle.right()},
                                                {{0, -1}, -rectangle.top()},
                                                {{0, 1}, rectangle.bottom()}};
    for (const auto &[normal, offset] : sides) {
        clip_half_plane(ring, other, normal, offset);
        std::swap(ring, other);
    }
    return ring;
}

double doubled_area(std::span<const QPointF> ring) {
    double sum = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const QPointF a = ring[i];
        const QPointF b = ring[i + 1 == ring.size() ? 0 : i + 1];
        sum += a.x() * b.y() - b.x() * a.y();
    }
    return sum;
}

} // namespace catchment::maps
