// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/map_menus.h"

#include "app/edits/operator_edits.h"
#include "app/edits/scenario_edits.h"
#include "app/edits/security_edits.h"
#include "app/panels/fault_menus.h"
#include "app/workspace.h"
#include "qml/map/hover_text.h"
#include "qml/models/numbers.h"

#include <QCoreApplication>
#include <QMenu>

#include <algorithm>
#include <set>

namespace catchment::app {
namespace {

QString tr(const char *text) { return QCoreApplication::translate("catchment::app::MapMenus", text); }

/// The deployable region nearest to a place; none where the operator has none.
const Region *nearestDeployable(const Operator &op, GeoPoint place) {
    const Region *best = nullptr;
    for (const Region &region : op.regions) {
        const bool nearer = !best || great_circle_km(region.place, place) < great_circle_km(best->place, place);
        if (region.status == RegionStatus::Deployable && nearer) {
            best = &region;
        }
    }
    return best;
}

constexpr std::size_t mostNetworks = 16; ///< in a menu

/// The networks with a router in a city, those with most neighbours first.
std::vector<NetworkId> networksIn(const World &world, CityId city) {
    std::vector<NetworkId> out;
    for (const Router &router : world.routers) {
        if (router.city == city) {
            out.push_back(router.network);
        }
    }
    std::vector<std::uint32_t> neighbours(world.networks.size(), 0);
    for (const Link &link : world.links) {
        ++neighbours[link.a.index()];
        ++neighbours[link.b.index()];
    }
    std::ranges::stable_sort(out, std::greater{}, [&](NetworkId n) { return neighbours[n.index()]; });
    return out;
}

} // namespace

void MapMenus::fillCity(QMenu &menu, const QString &id) const {
    const auto &catchments = workspace_.results.catchments();
    if (!catchments) {
        return;
    }
    const auto found = catchments->world().city_by_id.find(id.toStdString());
    if (found == catchments->world().city_by_id.end()) {
        return;
    }
    const City &city = catchments->world().city(found->second);
    Workspace &workspace = workspace_;
    menu.addAction(tr("&Show the way of %1").arg(QString::fromStdString(city.name)), &workspace.selection,
                   [&workspace, id] { workspace.selection.setCity(id); });
    addNearest(menu, city);
    addPlace(menu, found->second);
    addNetworks(menu, found->second);
}

/// The region nearest to a city, to deploy or remove.
void MapMenus::addNearest(QMenu &menu, const City &city) const {
    Workspace &workspace = workspace_;
    const auto op = workspace_.op();
    const Region *const near = op ? nearestDeployable(*op, city.place) : nullptr;
    if (!near) {
        return;
    }
    const bool deployed = workspace.document.scenario().deploys(near->code);
    const QString words =
        deployed ? tr("&Remove %1, the nearest region (%2)") : tr("&Deploy %1, the nearest region (%2)");
    menu.addAction(words.arg(QString::fromStdString(near->code), qml::kmText(great_circle_km(near->place, city.place))),
                   &workspace.document, [&workspace, code = near->code, deployed] {
                       workspace.document.apply(deployRegion(workspace.document.scenario(), code, !deployed));
                   });
}

/// A region of an operator of one's own, where there is one.
void MapMenus::addPlace(QMenu &menu, CityId city) const {
    const auto &world = workspace_.results.world();
    if (!workspace_.document.scenario().own_operator) {
        return;
    }
    Workspace &workspace = workspace_;
    menu.addAction(tr("&Place a region here"), &workspace.document, [&workspace, world, city] {
        const Scenario &now = workspace.document.scenario();
        if (now.own_operator) {
            workspace.document.apply(placeRegion(now, suggestRegion(&*now.own_operator, *world, city), *world));
        }
    });
}

/// The networks that have a router in a city, to hijack from there or to fail.
void MapMenus::addNetworks(QMenu &menu, CityId city) const {
    const auto &world = workspace_.results.world();
    const auto networks = networksIn(*world, city);
    if (networks.empty()) {
        return;
    }
    menu.addSeparator();
    QMenu *hijack = menu.addMenu(tr("&Hijack from here"));
    QMenu *fail = menu.addMenu(tr("&Fail a network here"));
    Workspace &workspace = workspace_;
    const std::string id = world->city(city).id;
    for (std::size_t i = 0; i < networks.size() && i < mostNetworks; ++i) {
        const Network &network = world->network(networks[i]);
        const QString name = QString::fromStdString(network.name).replace(QLatin1Char('&'), QStringLiteral("&&"));
        hijack->addAction(QStringLiteral("%1 (%2)").arg(name, asText(network.asn)), &workspace.document,
                          [&workspace, asn = network.asn, id] {
                              const auto op = workspace.op();
                              Hijack wanted{asn, id, op->prefix.length, {asn}};
                              workspace.document.apply(setHijack(workspace.document.scenario(), std::move(wanted)));
                          });
        FaultMenus(workspace_).addNetwork(*fail, network.asn);
    }
    if (networks.size() > mostNetworks) {
        hijack->addAction(tr("%L1 more: see Security").arg(networks.size() - mostNetworks))->setEnabled(false);
        fail->addAction(tr("%L1 more: see Faults").arg(networks.size() - mostNetworks))->setEnabled(false);
    }
}

void MapMenus::fillFibre(QMenu &menu, const QString &cities) const {
    const auto &world = workspace_.results.world();
    if (!world) {
        return;
    }
    std::set<std::string> names;
    for (const SegmentId segment : qml::segments_of(*world, cities)) {
        names.insert(world->fibre[segment.index()].name);
    }
    for (const std::string &name : names) {
        FaultMenus(workspace_).addCable(menu, name);
    }
}

void MapMenus::fillExchange(QMenu &menu, const QString &id) const {
    const auto &world = workspace_.results.world();
    if (!world) {
        return;
    }
    FaultMenus(workspace_).addExchange(menu, id.toStdString());
}

} // namespace catchment::app
