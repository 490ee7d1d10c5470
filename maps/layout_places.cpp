// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/layout_parts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>
#include <set>

namespace catchment::maps::layout {
namespace {

/// A dot whose area grows with the users.
double dot_radius(const Scene &scene, std::uint64_t users) {
    const double grown = std::min(2.2, std::sqrt(scene.closeness));
    return scene.stroke(std::clamp(0.8 * std::sqrt(static_cast<double>(users) / 1e6), 0.7, 4.4) * grown);
}

std::vector<Pie::Sector> sectors_of(const Scene &scene, const CityOutcome &city) {
    std::map<std::uint32_t, double> users; // region, or beyond all: captured, none
    constexpr std::uint32_t captured = 0xfffffffe, none = 0xffffffff;
    double total = 0;
    for (const NetworkOutcome &outcome : scene.content.catchments->outcomes_of(city.city)) {
        users[outcome.region ? outcome.region->value : outcome.captured ? captured : none] += outcome.users;
        total += outcome.users;
    }
    std::vector<Pie::Sector> result;
    for (const auto &[region, count] : users)
        if (count > 0)
            result.push_back(
                {count / total,
                 region == none
                     ? scene.theme.unreached
                     : scene.solid_colour(region == captured ? std::nullopt : std::optional(RegionId(region)))});
    std::stable_sort(result.begin(), result.end(),
                     [](const Pie::Sector &a, const Pie::Sector &b) { return a.share > b.share; });
    return result;
}

void add_cities(const Scene &scene, const std::vector<std::size_t> &by_size, DisplayList &list) {
    const Catchments &catchments = *scene.content.catchments;
    const QRectF seen = scene.page.adjusted(-10, -10, 10, 10);
    DisplayList markers;
    for (const std::size_t i : by_size) {
        const City &city = scene.world().cities[i];
        const CityOutcome &outcome = catchments.cities[i];
        const auto place = scene.page_of(city.place);
        // From afar, what has fewer users than a dot can show is left to the cells.
        if (static_cast<double>(city.users) < 4e5 / std::pow(scene.closeness, 1.6) || city.users == 0 || !place ||
            !seen.contains(*place))
            continue;
        const QPointF at = *place;
        const QString id = QString::fromStdString(city.id);
        const double radius = dot_radius(scene, city.users);
        const double rim = radius > scene.stroke(1.4) ? scene.stroke(0.7) : scene.stroke(0.3);
        Group &group = list.group(Layer::Cities);
        if (!scene.stands_out(CityId(i))) {
            group.items.push_back({id, Disc{at, radius, scene.theme.coast, scene.theme.city, rim}});
            continue;
        }
        const bool split = !scene.content.times && ((outcome.region && outcome.region_share < 0.97) ||
                                                    (outcome.captured_share > 0.03 && outcome.captured_share < 0.97));
        if (split && radius >= scene.stroke(2.2)) {
            group.items.push_back({id, Pie{at, radius, sectors_of(scene, outcome), scene.theme.city, rim}});
        } else {
            const auto time = scene.time_of(CityId(i));
            const QColor colour = time                  ? time_colour(scene.theme, *time)
                                  : scene.content.times ? scene.theme.unreached
                                  : outcome.captured || outcome.region
                                      ? scene.solid_colour(outcome.captured ? std::nullopt : outcome.region)
                                      : scene.theme.unreached;
            group.items.push_back({id, Disc{at, radius, colour, scene.theme.city, rim}});
        }
        if (outcome.not_nearest && radius >= scene.stroke(1.8)) {
            QPainterPath ring;
            const double around = radius + scene.stroke(2);
            ring.addEllipse(at, around, around);
            markers.group(Layer::Markers).items.push_back({id, Stroke{ring, scene.theme.text, scene.stroke(0.9), {}}});
        }
    }
    list.append(std::move(markers));
}

/// A tag with the region's code, as near to its place as there is room.
void add_regions(const Scene &scene, LabelPlacer &placer, DisplayList &list) {
    const Catchments &catchments = *scene.content.catchments;
    const Operator &op = catchments.op();
    // The ones with most users get their places first.
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < op.regions.size(); ++i)
        if (catchments.solution->announces(RegionId(i)))
            order.push_back(i);
    const auto users = [&](std::size_t i) {
        const RegionOutcome *outcome = catchments.region(RegionId(i));
        return outcome ? outcome->users : 0;
    };
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return users(a) > users(b); });

    struct Tag {
        std::size_t region;
        QPointF at;
    };
    const double radius = scene.stroke(5), size = scene.text(12);
    std::vector<Tag> tags;
    for (const std::size_t i : order) {
        const auto place = scene.page_of(op.regions[i].place);
        if (!place || !scene.page.contains(*place))
            continue;
        const QPointF at = *place;
        placer.block(QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius));
        tags.push_back({i, at});
    }
    Group &group = list.group(Layer::Regions);
    std::vector<Item> boxes;
    for (const Tag &tag : tags) {
        const QString code = QString::fromStdString(op.regions[tag.region].code);
        const QColor colour = scene.theme.solid(scene.region_colour(RegionId(tag.region)));
        QSizeF words = text_size(code, size, FontWeight::SemiBold);
        const QSizeF padded(words.width() + scene.text(10), scene.text(18));
        if (const auto box = placer.place_near(tag.at, radius + scene.text(3), padded, scene.text(90))) {
            const QPointF centre = box->center();
            if (std::hypot(centre.x() - tag.at.x(), centre.y() - tag.at.y()) >
                padded.width() / 2 + radius + scene.text(8)) {
                QPainterPath leader(tag.at);
                leader.lineTo(centre);
                group.items.push_back({code, Stroke{leader, scene.theme.path_casing, scene.stroke(3), {}}});
                group.items.push_back({code, Stroke{leader, colour, scene.stroke(1.4), {}}});
            }
            QPainterPath pill, rim;
            const double corner = padded.height() / 2;
            pill.addRoundedRect(*box, corner, corner);
            const double edge = scene.stroke(1.3);
            rim.addRoundedRect(box->adjusted(-edge, -edge, edge, edge), corner + edge, corner + edge);
            boxes.push_back({code, Fill{rim, scene.theme.path_casing}});
            boxes.push_back({code, Fill{pill, colour}});
            Text text;
            text.text = code;
            text.size = size;
            text.weight = FontWeight::SemiBold;
            text.anchor = Text::Anchor::Centre;
            text.position = {centre.x(), centre.y() + size * 0.33};
            text.colour = text_on(colour);
            boxes.push_back({code, text});
        }
        group.items.push_back(
            {code, Disc{tag.at, radius, scene.theme.path_casing, scene.theme.path, scene.stroke(0.6)}});
        group.items.push_back({code, Disc{tag.at, radius - scene.stroke(1.6), colour, Qt::transparent, 0}});
    }
    std::move(boxes.begin(), boxes.end(), std::back_inserter(group.items));
}

void add_city_labels(const Scene &scene, const std::vector<std::size_t> &by_size, LabelPlacer &placer,
                     DisplayList &labels) {
    if (!scene.shows(Layer::Labels))
        return;
    // The path names its own.
    std::set<CityId> on_path;
    if (scene.content.journey && scene.shows(Layer::Paths)) {
        on_path.insert(scene.content.journey->city);
        for (const Hop &hop : scene.content.journey->hops)
            on_path.insert(scene.content.catchments->solution->topology->city_of(hop.exit));
    }
    const double size = scene.text(11);
    const double area =
        scene.page.width() * scene.page.height() / (scene.options.text_scale * scene.options.text_scale);
    // About one label for every 150 × 150 pixels: a map, not a list.
    int left = static_cast<int>(area / (150 * 150));
    // Names of one crowded country must not take the room of a continent's.
    const double apart = scene.text(52);
    std::vector<QPointF> named;
    for (const std::size_t i : by_size) {
        if (left == 0)
            break;
        const City &city = scene.world().cities[i];
        const auto place = scene.page_of(city.place);
        if (city.users == 0 || !place || !scene.page.contains(*place) || on_path.contains(CityId(i)) ||
            scene.at_the_edge(city.place))
            continue;
        const QPointF at = *place;
        if (std::any_of(named.begin(), named.end(),
                        [&](QPointF other) { return std::hypot(other.x() - at.x(), other.y() - at.y()) < apart; }))
            continue;
        const QString name = QString::fromStdString(city.name);
        const FontWeight weight = city.users > 8'000'000 ? FontWeight::Medium : FontWeight::Regular;
        const double radius = dot_radius(scene, city.users) + scene.text(2.5);
        if (const auto box = placer.place_around(at, radius, text_size(name, size, weight))) {
            named.push_back(at);
            // Air around a label keeps two names from reading as one.
            placer.block(box->adjusted(-scene.text(5), -scene.text(3), scene.text(5), scene.text(3)));
            labels.group(Layer::Labels)
                .items.push_back({QString::fromStdString(city.id), text_in(*box, name, size, weight, scene.theme)});
            --left;
        }
    }
}

} // namespace

void add_places(const Scene &scene, LabelPlacer &placer, DisplayList &list, DisplayList &labels) {
    constexpr std::array layers{Layer::Cities, Layer::Markers, Layer::Regions, Layer::Labels};
    if (std::none_of(layers.begin(), layers.end(), [&](Layer layer) { return scene.shows(layer); }))
        return;
    std::vector<std::size_t> by_size(scene.world().cities.size());
    std::iota(by_size.begin(), by_size.end(), std::size_t{0});
    std::stable_sort(by_size.begin(), by_size.end(), [&](std::size_t a, std::size_t b) {
        return scene.world().cities[a].users > scene.world().cities[b].users;
    });
    add_cities(scene, by_size, list);
    add_regions(scene, placer, list);
    add_city_labels(scene, by_size, placer, labels);
}

} // namespace catchment::maps::layout
