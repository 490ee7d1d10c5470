// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/geography.h"

#include <QByteArray>

#include <algorithm>
#include <stdexcept>
#include <string>

namespace catchment::maps {
namespace {

/// The integers of the compact form, with a check at every byte.
class Reader {
public:
    explicit Reader(const QByteArray &data) : at_(data.constData()), end_(at_ + data.size()) {}

    std::uint32_t number() {
        std::uint32_t value = 0;
        for (int shift = 0;; shift += 7) {
            if (at_ == end_ || shift > 28)
                throw std::runtime_error("map data: cut short");
            const auto byte = static_cast<unsigned char>(*at_++);
            value |= std::uint32_t(byte & 0x7f) << shift;
            if (byte < 0x80)
                return value;
        }
    }

    std::int32_t difference() {
        const std::uint32_t value = number();
        return static_cast<std::int32_t>(value >> 1) ^ -static_cast<std::int32_t>(value & 1);
    }

    std::uint32_t number_below(std::size_t limit) {
        const std::uint32_t value = number();
        if (value >= limit)
            throw std::runtime_error("map data: an index is too large");
        return value;
    }

    /// A count of things of at least one byte each.
    std::uint32_t count() { return number_below(static_cast<std::size_t>(end_ - at_) + 1); }

    std::string text() {
        const std::uint32_t size = count();
        at_ += size;
        return {at_ - size, size};
    }

    void expect(std::string_view magic) {
        if (static_cast<std::size_t>(end_ - at_) < magic.size() || std::string_view(at_, magic.size()) != magic)
            throw std::runtime_error("map data: not a map");
        at_ += magic.size();
    }

private:
    const char *at_;
    const char *end_;
};

} // namespace

Geography::Geography(const QByteArray &data) {
    Reader in(data);
    in.expect("CMAP1\n");
    double frame[4];
    for (double &value : frame)
        value = QByteArray::fromStdString(in.text()).toDouble();
    const auto [left, bottom, step_x, step_y] = frame;

    countries.resize(in.count());
    for (CountryCode &code : countries) {
        const std::string text = in.text();
        code = text.size() == 2 ? CountryCode{text[0], text[1]} : CountryCode{};
    }

    arcs.resize(in.count());
    points.reserve(static_cast<std::size_t>(data.size()) / 2);
    for (Arc &arc : arcs) {
        arc.kind = static_cast<ArcKind>(in.number_below(3));
        arc.first = static_cast<std::uint32_t>(points.size());
        std::int32_t x = 0, y = 0;
        for (std::uint32_t left_over = in.count(); left_over > 0; --left_over) {
            x += in.difference();
            y += in.difference();
            // Rounding must not push the sheet's eastern edge over to the west.
            append(arc, {bottom + y * step_y, std::min(180.0, left + x * step_x)});
        }
        arc.last = static_cast<std::uint32_t>(points.size());
    }

    polygons.resize(in.count());
    for (LandPolygon &polygon : polygons) {
        polygon.country = in.number_below(countries.size());
        polygon.rings.resize(in.count());
        for (std::vector<ArcUse> &ring : polygon.rings) {
            ring.resize(in.count());
            for (ArcUse &use : ring) {
                const std::uint32_t reference = in.number_below(arcs.size() * 2);
                use = {reference / 2, (reference & 1) != 0};
            }
        }
    }
}

/// A long straight line, such as a border along a parallel, bends on most maps: it gets points in between.
void Geography::append(const Arc &arc, GeoPoint point) {
    constexpr double longest = 1.5; // degrees
    if (points.size() > arc.first) {
        const GeoPoint last = points.back();
        const double lat = point.lat - last.lat, lon = point.lon - last.lon;
        const int steps = static_cast<int>(std::ceil(std::max(std::abs(lat), std::abs(lon)) / longest));
        for (int i = 1; i < steps; ++i)
            points.push_back({last.lat + lat * i / steps, last.lon + lon * i / steps});
    }
    points.push_back(point);
}

std::vector<std::uint32_t> Geography::ring_points(const std::vector<ArcUse> &ring) const {
    std::vector<std::uint32_t> result;
    for (const ArcUse &use : ring) {
        const Arc &arc = arcs[use.arc];
        // The last point of an arc is the first one of the next.
        if (use.reversed) {
            for (std::uint32_t i = arc.last; i-- > arc.first + 1;)
                result.push_back(i);
        } else {
            for (std::uint32_t i = arc.first; i + 1 < arc.last; ++i)
                result.push_back(i);
        }
    }
    return result;
}

} // namespace catchment::maps
