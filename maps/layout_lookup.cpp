// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/layout_parts.h"
#include "study/lookup.h"

#include <QCoreApplication>

#include <array>

namespace catchment::maps::layout {
namespace {

struct LookupWords {
    Q_DECLARE_TR_FUNCTIONS(catchment::maps::LookupWords)
};

class Drawer {
public:
    Drawer(const Scene &scene, LabelPlacer &placer, DisplayList &list, DisplayList &labels)
        : scene_(scene), placer_(placer), group_(list.group(Layer::Paths)), labels_(labels) {}

    /// A question on its way: thin dots, so that nobody takes it for the packets.
    void question(CityId from, CityId to) {
        QPainterPath path;
        for (const QPolygonF &line : scene_.lines_between(from, to))
            path.addPolygon(line);
        group_.items.push_back({{}, Stroke{path, scene_.theme.label_halo, scene_.stroke(3.2), {}}});
        group_.items.push_back(
            {QStringLiteral("lookup"),
             Stroke{path, scene_.theme.label, scene_.stroke(1.4), {scene_.stroke(1.4), scene_.stroke(3)}}});
    }

    /// A square on its corner, or upright, with a name.
    void mark(CityId city, bool on_its_corner, const QString &words) {
        const auto at = scene_.page_of(scene_.world().city(city).place);
        if (!at)
            return;
        const double half = scene_.stroke(on_its_corner ? 7 : 5.5);
        QPolygonF shape;
        for (const QPointF corner : on_its_corner
                                        ? std::array{QPointF(0, -1), QPointF(1, 0), QPointF(0, 1), QPointF(-1, 0)}
                                        : std::array{QPointF(-1, -1), QPointF(1, -1), QPointF(1, 1), QPointF(-1, 1)})
            shape << *at + corner * half;
        shape << shape.front();
        QPainterPath path;
        path.addPolygon(shape);
        group_.items.push_back({QStringLiteral("lookup"), Fill{path, scene_.theme.label_halo}});
        group_.items.push_back({{}, Stroke{path, scene_.theme.label, scene_.stroke(1.5), {}}});
        placer_.block(QRectF(at->x() - half, at->y() - half, 2 * half, 2 * half));
        if (words.isEmpty())
            return;
        const double size = scene_.text(11);
        const QSizeF box = text_size(words, size, FontWeight::Medium);
        if (const auto place = placer_.place_near(*at, half + scene_.text(3), box, scene_.text(40)))
            labels_.group(Layer::Labels)
                .items.push_back({{}, text_in(*place, words, size, FontWeight::Medium, scene_.theme)});
    }

private:
    const Scene &scene_;
    LabelPlacer &placer_;
    Group &group_;
    DisplayList &labels_;
};

} // namespace

void add_lookup(const Scene &scene, LabelPlacer &placer, DisplayList &list, DisplayList &labels) {
    const Catchments &catchments = *scene.content.catchments;
    if (!scene.shows(Layer::Paths) || !scene.content.journey || catchments.solution->by_region.empty())
        return;
    const Lookup found = lookup(catchments, scene.content.journey->city, scene.content.journey->outcome);
    const QString resolver = found.resolver
                                 ? LookupWords::tr("%1's resolver")
                                       .arg(QString::fromStdString(resolver_name(catchments.world(), found.resolver)))
                                 : LookupWords::tr("its network's resolver");
    std::optional<CityId> server;
    if (found.authority)
        server = catchments.op().regions[found.authority->index()].city;
    Drawer drawer(scene, placer, list, labels);
    if (found.at != found.client)
        drawer.question(found.client, found.at);
    if (server && *server != found.at)
        drawer.question(found.at, *server);
    // That a network's own stands where its users are needs no words.
    const bool at_home = !found.resolver && found.at == found.client;
    drawer.mark(found.at, true,
                server == found.at ? LookupWords::tr("%1 and name server").arg(resolver)
                : at_home          ? QString()
                                   : resolver);
    if (server && *server != found.at)
        drawer.mark(*server, false, LookupWords::tr("name server"));
}

} // namespace catchment::maps::layout
