// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/fault_menus.h"

#include "app/edits/scenario_edits.h"
#include "app/workspace.h"

#include <QCoreApplication>
#include <QMenu>

namespace catchment::app {
namespace {

QString tr(const char *text) { return QCoreApplication::translate("catchment::app::FaultMenus", text); }

/// Names may contain what a menu reads as a mnemonic.
QString plain(const std::string &name) {
    return QString::fromStdString(name).replace(QLatin1Char('&'), QStringLiteral("&&"));
}

Event failing(Event::What what, std::string name) { return {Event::Kind::Fail, what, std::move(name), {}, {}}; }

} // namespace

void FaultMenus::add(QMenu &menu, const QString &text, const Event &fault) const {
    QAction *action = menu.addAction(text);
    action->setCheckable(true);
    action->setChecked(isBroken(workspace_.document.scenario(), fault));
    Workspace &workspace = workspace_;
    QObject::connect(action, &QAction::triggered, &workspace.document, [&workspace, fault](bool on) {
        Event asked = fault;
        asked.kind = on ? Event::Kind::Fail : Event::Kind::Repair;
        workspace.document.apply(faultEdit(workspace.document.scenario(), asked));
    });
}

QString FaultMenus::networkName(Asn asn) const {
    const auto &world = workspace_.results.world();
    if (world && world->network_by_asn.contains(asn)) {
        return plain(world->network(world->network_by_asn.at(asn)).name);
    }
    return workspace_.op() && workspace_.op()->asn == asn ? plain(workspace_.op()->name) : QString();
}

void FaultMenus::addNetwork(QMenu &menu, Asn asn) const {
    add(menu, tr("Fail %1 (%2)").arg(asText(asn), networkName(asn)),
        {Event::Kind::Fail, Event::What::Network, {}, asn, {}});
}

void FaultMenus::addLink(QMenu &menu, Asn a, Asn b) const {
    add(menu, tr("Fail the link %1–%2").arg(asText(a), asText(b)), {Event::Kind::Fail, Event::What::Link, {}, a, b});
}

void FaultMenus::addExchange(QMenu &menu, const std::string &id) const {
    const auto &world = workspace_.results.world();
    const auto found = world->exchange_by_id.find(id);
    if (found != world->exchange_by_id.end()) {
        add(menu, tr("Fail %1").arg(plain(world->exchange(found->second).name)), failing(Event::What::Exchange, id));
    }
}

void FaultMenus::addCable(QMenu &menu, const std::string &name) const {
    add(menu, tr("Fail %1").arg(plain(name)), failing(Event::What::Cable, name));
}

void FaultMenus::addRegion(QMenu &menu, const std::string &code) const {
    add(menu, tr("Fail the region %1").arg(plain(code)), failing(Event::What::Region, code));
}

void FaultMenus::fillHop(QMenu &menu, int hop) const {
    const auto &journey = workspace_.journey.journey();
    const auto &catchments = workspace_.journey.catchments();
    if (!journey || !catchments || hop < 0 || hop >= static_cast<int>(journey->hops.size())) {
        return;
    }
    const Topology &topology = *catchments->solution->topology;
    const Hop &at = journey->hops[static_cast<std::size_t>(hop)];
    const Asn own = topology.asn_of(at.router);
    const Asn next = topology.asn_of(at.next);
    addNetwork(menu, own);
    addLink(menu, own, next);
    if (const auto exchange = topology.exchange_of(at.session)) {
        addExchange(menu, topology.world().exchange(*exchange).id);
    }
    if (const auto region = topology.region_at(at.next)) {
        addRegion(menu, topology.op().regions[region->index()].code);
    }
}

} // namespace catchment::app
