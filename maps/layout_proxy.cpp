// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/flows.h"
#include "maps/layout_parts.h"
#include "study/backbone.h"
#include "study/proxy.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <map>

namespace catchment::maps::layout {
namespace {

struct ProxyWords {
    Q_DECLARE_TR_FUNCTIONS(catchment::maps::ProxyWords)
};

class Drawer {
public:
    Drawer(const Scene &scene, const Proxied &proxied)
        : scene_(scene), catchments_(*scene.content.catchments), proxied_(proxied),
          backbone_(*catchments_.solution->topology) {}

    /// Of every edge: thin, by how many users go on, a stretch that several share once.
    void all(Group &group) const {
        std::map<std::pair<CityId, CityId>, double> users;
        for (const RegionOutcome &edge : catchments_.regions)
            for (const Served &part : proxied_.at(edge.region).parts)
                for (const FibreLeg &leg : backbone_.way(edge.region, part.instance))
                    users[std::minmax(leg.from, leg.to)] += edge.users * part.share;
        std::map<int, QPainterPath> by_width; // few strokes: one per half pixel
        for (const auto &[ends, count] : users)
            if (count > 0)
                for (const QPolygonF &line : scene_.lines_between(ends.first, ends.second))
                    by_width[static_cast<int>(std::lround(2 * (1 + count / 4e8)))].addPolygon(line);
        QColor colour = scene_.theme.accent;
        colour.setAlphaF(0.6F);
        for (const auto &[halves, path] : by_width)
            group.items.push_back(
                {QStringLiteral("backbone"), Stroke{path, colour, scene_.stroke(halves / 2.0), dots()}});
    }

    /// Of the selected way: on from its edge, dotted, so that nobody takes it for routes of the Internet.
    void selected(const Served &part, RegionId edge, Group &group, LabelPlacer &placer, DisplayList &labels) const {
        const std::vector<FibreLeg> legs = backbone_.way(edge, part.instance);
        QPainterPath path;
        for (const FibreLeg &leg : legs)
            for (const QPolygonF &line : scene_.lines_between(leg.from, leg.to))
                path.addPolygon(line);
        if (path.isEmpty())
            return;
        group.items.push_back({{}, Stroke{path, scene_.theme.path_casing, scene_.stroke(6.2), {}}});
        group.items.push_back({QStringLiteral("proxy"), Stroke{path, scene_.theme.accent, scene_.stroke(3), dots()}});
        const QString words = ProxyWords::tr("proxy to %1").arg(code(part.instance));
        const double size = scene_.text(11.5);
        if (const auto at = scene_.page_of(scene_.world().city(legs[legs.size() / 2].from).place))
            if (const auto box = placer.place_near(*at, scene_.stroke(5), text_size(words, size, FontWeight::Medium),
                                                   scene_.text(60)))
                labels.group(Layer::Labels)
                    .items.push_back({{}, text_in(*box, words, size, FontWeight::Medium, scene_.theme)});
    }

private:
    std::vector<double> dots() const { return {scene_.stroke(2), scene_.stroke(3)}; }
    QString code(RegionId region) const {
        return QString::fromStdString(catchments_.op().regions[region.index()].code);
    }
    const Scene &scene_;
    const Catchments &catchments_;
    const Proxied &proxied_;
    const Backbone backbone_;
};

} // namespace

void add_proxy(const Scene &scene, LabelPlacer &placer, DisplayList &list, DisplayList &labels) {
    const Catchments &catchments = *scene.content.catchments;
    const bool paths = scene.shows(Layer::Paths) && scene.content.journey;
    if (catchments.solution->scenario->announce != Announce::Everywhere || (!paths && !scene.shows(Layer::Flows)))
        return;
    const Proxied behind = proxied(catchments);
    const Drawer drawer(scene, behind);
    if (scene.shows(Layer::Flows) && !scene.content.emphasis.only)
        drawer.all(list.group(Layer::Flows));
    if (!paths || !scene.content.journey->outcome.region)
        return;
    const RegionId edge = *scene.content.journey->outcome.region;
    for (const Served &part : behind.at(edge).parts)
        drawer.selected(part, edge, list.group(Layer::Paths), placer, labels);
}

} // namespace catchment::maps::layout
