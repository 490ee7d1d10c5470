// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map_menus.h"

#include "app/scenario_edits.h"
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
    const Region *const near = nearestDeployable(catchments->op(), city.place);
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

void MapMenus::fillFibre(QMenu &menu, const QString &cities) const {
    const auto &world = workspace_.results.world();
    if (!world) {
        return;
    }
    std::set<std::string> names;
    for (const SegmentId segment : qml::segments_of(*world, cities)) {
        names.insert(world->fibre[segment.index()].name);
    }
    Workspace &workspace = workspace_;
    const auto &cut = workspace.document.scenario().faults.cables;
    for (const std::string &name : names) {
        QAction *action = menu.addAction(tr("Cut %1").arg(QString::fromStdString(name)));
        action->setCheckable(true);
        action->setChecked(std::ranges::find(cut, name) != cut.end());
        QObject::connect(action, &QAction::triggered, &workspace.document, [&workspace, name](bool on) {
            workspace.document.apply(failCable(workspace.document.scenario(), name, on));
        });
    }
}

void MapMenus::fillExchange(QMenu &menu, const QString &id) const {
    const auto &world = workspace_.results.world();
    if (!world) {
        return;
    }
    const auto found = world->exchange_by_id.find(id.toStdString());
    if (found == world->exchange_by_id.end()) {
        return;
    }
    Workspace &workspace = workspace_;
    const auto &failed = workspace.document.scenario().faults.exchanges;
    QAction *action =
        menu.addAction(tr("%1 has &failed").arg(QString::fromStdString(world->exchange(found->second).name)));
    action->setCheckable(true);
    action->setChecked(std::ranges::find(failed, id.toStdString()) != failed.end());
    QObject::connect(action, &QAction::triggered, &workspace.document, [&workspace, id](bool on) {
        workspace.document.apply(failExchange(workspace.document.scenario(), id.toStdString(), on));
    });
}

} // namespace catchment::app
