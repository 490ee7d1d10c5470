// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/clip.h"

#include <algorithm>
#include <cmath>
#include <numbers>
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

namespace {

/// A part of a ring inside a disc; both ends on the edge.
struct Chain {
    Ring points;
    double entry = 0, exit = 0; ///< angles at the disc's centre
    bool used = false;
};

/// From angle `a` to `b` in the direction of `sense`, in [0, 2π).
double turn(double a, double b, double sense) {
    const double whole = 2 * std::numbers::pi;
    const double angle = std::fmod((b - a) * sense, whole);
    return angle < 0 ? angle + whole : angle;
}

} // namespace

std::vector<Ring> clip_to_disc(const std::vector<Ring> &rings, QPointF centre, double radius, bool clockwise) {
    const auto outside = [&](QPointF p) {
        return std::hypot(p.x() - centre.x(), p.y() - centre.y()) >= radius * (1 - 1e-9);
    };
    const auto angle = [&](QPointF p) { return std::atan2(p.y() - centre.y(), p.x() - centre.x()); };
    std::vector<Ring> result;
    std::vector<Chain> chains;
    for (const Ring &ring : rings) {
        const std::size_t n = ring.size();
        std::vector<char> out(n);
        for (std::size_t i = 0; i < n; ++i)
            out[i] = outside(ring[i]);
        if (std::find(out.begin(), out.end(), 1) == out.end())
            result.push_back(ring);
        for (std::size_t i = 0; i < n; ++i) {
            if (!out[i] || out[(i + 1) % n])
                continue;
            Chain chain;
            chain.points.push_back(ring[i]);
            std::size_t at = (i + 1) % n;
            for (; !out[at]; at = (at + 1) % n)
                chain.points.push_back(ring[at]);
            chain.points.push_back(ring[at]);
            chain.entry = angle(chain.points.front());
            chain.exit = angle(chain.points.back());
            chains.push_back(std::move(chain));
        }
    }
    // The inside is on the right of an outer ring that turns clockwise, and so is the disc's, walked clockwise.
    const double sense = clockwise ? 1 : -1;
    constexpr double step = std::numbers::pi / 180;
    for (std::size_t first = 0; first < chains.size(); ++first) {
        if (chains[first].used)
            continue;
        Ring loop;
        for (std::size_t at = first;;) {
            chains[at].used = true;
            loop.insert(loop.end(), chains[at].points.begin(), chains[at].points.end());
            std::size_t next = first;
            double least = turn(chains[at].exit, chains[first].entry, sense);
            for (std::size_t i = 0; i < chains.size(); ++i) {
                const double way = turn(chains[at].exit, chains[i].entry, sense);
                if (!chains[i].used && way < least) {
                    least = way;
                    next = i;
                }
            }
            for (double along = step; along < least; along += step) {
                const double a = chains[at].exit + sense * along;
                loop.push_back(centre + QPointF(std::cos(a), std::sin(a)) * radius);
            }
            if (next == first)
                break;
            at = next;
        }
        result.push_back(std::move(loop));
    }
    return result;
}

} // namespace catchment::maps
