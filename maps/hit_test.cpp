// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/hit_test.h"

#include <cmath>

namespace catchment::maps {

HitTest::HitTest(const DisplayList &list) {
    for (const Group &group : list.groups) {
        for (const Item &item : group.items) {
            if (item.id.isEmpty())
                continue;
            if (group.layer == Layer::Regions) {
                if (const Fill *fill = std::get_if<Fill>(&item.shape))
                    regions_.push_back({fill->path.boundingRect(), item.id});
                else if (const Disc *disc = std::get_if<Disc>(&item.shape))
                    regions_.push_back({QRectF(disc->centre.x() - disc->radius, disc->centre.y() - disc->radius,
                                               2 * disc->radius, 2 * disc->radius),
                                        item.id});
            } else if (group.layer == Layer::Cities) {
                if (const Disc *disc = std::get_if<Disc>(&item.shape))
                    cities_.push_back({disc->centre, disc->radius, item.id});
                else if (const Pie *pie = std::get_if<Pie>(&item.shape))
                    cities_.push_back({pie->centre, pie->radius, item.id});
            } else if (group.layer == Layer::Labels) {
                if (const Text *text = std::get_if<Text>(&item.shape))
                    labels_.push_back({bounds(*text), item.id});
            }
        }
    }
}

std::optional<Target> HitTest::at(QPointF page, double reach) const {
    for (const Box &region : regions_)
        if (region.area.contains(page))
            return Target{Target::Kind::Region, region.id};
    const Dot *best = nullptr;
    double least = reach;
    for (const Dot &city : cities_) {
        const double distance = std::hypot(page.x() - city.centre.x(), page.y() - city.centre.y()) - city.radius;
        // Equally near, the one drawn last, which is on top.
        if (distance <= std::max(0.0, least)) {
            least = std::max(0.0, distance);
            best = &city;
        }
    }
    if (best)
        return Target{Target::Kind::City, best->id};
    for (const Box &label : labels_)
        if (label.area.contains(page))
            return Target{Target::Kind::City, label.id};
    return {};
}

} // namespace catchment::maps
