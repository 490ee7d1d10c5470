// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "world/geo.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

class QByteArray;

/// Land and countries as Natural Earth has them: arcs that polygons share, so that a coast is told from a border.
/// Immutable; resources/map/README.md describes the file. Does not know projections.
namespace catchment::maps {

enum class ArcKind : std::uint8_t {
    Coast,
    Border, ///< shared by two polygons
    Frame   ///< where the sheet is cut at ±180° or ends at the pole: filled to, never stroked
};

/// ISO 3166-1 alpha-2 in two bytes; zeros: nobody's.
using CountryCode = std::array<char, 2>;

/// One use of an arc by a ring.
struct ArcUse {
    std::uint32_t arc = 0;
    bool reversed = false;
};

struct LandPolygon {
    std::uint32_t country = 0;              ///< index into Geography::countries
    std::vector<std::vector<ArcUse>> rings; ///< closed; the outer one first, then holes, which turn the other way
};

class Geography {
public:
    /// Reads the compact form. Throws std::runtime_error where it is not that.
    explicit Geography(const QByteArray &data);

    std::vector<CountryCode> countries;
    std::vector<GeoPoint> points; ///< of all arcs
    struct Arc {
        ArcKind kind = ArcKind::Coast;
        std::uint32_t first = 0, last = 0; ///< points[first, last)
    };
    std::vector<Arc> arcs;
    std::vector<LandPolygon> polygons;

    /// The vertices of a ring as indices into `points`, the joint of two arcs once, the first not repeated.
    std::vector<std::uint32_t> ring_points(const std::vector<ArcUse> &ring) const;

private:
    void append(const Arc &arc, GeoPoint point);
};

} // namespace catchment::maps
