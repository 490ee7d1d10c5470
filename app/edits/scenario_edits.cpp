// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/edits/scenario_edits.h"

#include "app/edits/tuning_edits.h"
#include "scenario/deploy_command.h"
#include "scenario/undeployed.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace catchment::app {
namespace {

QString tr(const char *text) { return QCoreApplication::translate("catchment::app", text); }

QString text(const std::string &code) { return QString::fromStdString(code); }

QString faultName(const Event &fault) {
    const bool broken = fault.kind == Event::Kind::Fail;
    switch (fault.what) {
    case Event::What::Network:
        return (broken ? tr("Fail %1") : tr("Repair %1")).arg(asText(fault.asn));
    case Event::What::Link:
        return (broken ? tr("Fail %1–%2") : tr("Repair %1–%2")).arg(asText(fault.asn), asText(fault.other));
    case Event::What::Cable:
        return (broken ? tr("Fail cable %1") : tr("Repair cable %1")).arg(text(fault.name));
    case Event::What::Exchange:
        return (broken ? tr("Fail exchange %1") : tr("Repair exchange %1")).arg(text(fault.name));
    case Event::What::Region:
        break;
    }
    return (broken ? tr("Fail %1") : tr("Repair %1")).arg(text(fault.name));
}

Event::Kind kindOf(bool failed) { return failed ? Event::Kind::Fail : Event::Kind::Repair; }

} // namespace

Edit deployRegion(Scenario scenario, const std::string &code, bool deployed) {
    std::erase(scenario.regions, code);
    if (deployed) {
        scenario.regions.push_back(code);
    }
    drop_undeployed(scenario);
    return {(deployed ? tr("Deploy %1") : tr("Remove %1")).arg(text(code)), std::move(scenario)};
}

Edit deployOnly(Scenario scenario, const std::string &code) {
    scenario.regions = {code};
    drop_undeployed(scenario);
    return {tr("Deploy only %1").arg(text(code)), std::move(scenario)};
}

Edit faultEdit(Scenario scenario, const Event &fault) {
    return {faultName(fault), catchment::apply(fault, std::move(scenario))};
}

bool isBroken(const Scenario &scenario, const Event &fault) {
    const Faults &faults = scenario.faults;
    const auto contains = [](const auto &list, const auto &item) {
        return std::ranges::find(list, item) != list.end();
    };
    switch (fault.what) {
    case Event::What::Network:
        return contains(faults.networks, fault.asn);
    case Event::What::Link:
        return contains(faults.links, std::pair(fault.asn, fault.other)) ||
               contains(faults.links, std::pair(fault.other, fault.asn));
    case Event::What::Exchange:
        return contains(faults.exchanges, fault.name);
    case Event::What::Cable:
        return contains(faults.cables, fault.name);
    case Event::What::Region:
        break;
    }
    return contains(faults.regions, fault.name);
}

Edit failRegion(Scenario scenario, const std::string &code, bool failed) {
    return faultEdit(std::move(scenario), {kindOf(failed), Event::What::Region, code, {}, {}});
}

Edit failNetwork(Scenario scenario, Asn asn, bool failed) {
    return faultEdit(std::move(scenario), {kindOf(failed), Event::What::Network, {}, asn, {}});
}

Edit failLink(Scenario scenario, Asn a, Asn b, bool failed) {
    return faultEdit(std::move(scenario), {kindOf(failed), Event::What::Link, {}, a, b});
}

Edit failExchange(Scenario scenario, const std::string &id, bool failed) {
    return faultEdit(std::move(scenario), {kindOf(failed), Event::What::Exchange, id, {}, {}});
}

Edit failCable(Scenario scenario, const std::string &name, bool failed) {
    return faultEdit(std::move(scenario), {kindOf(failed), Event::What::Cable, name, {}, {}});
}

Edit repairAll(Scenario scenario) {
    scenario.faults = {};
    return {tr("Repair everything"), std::move(scenario)};
}

Edit playbookEdit(Scenario scenario, const std::string &code, const PlaybookSetting &setting) {
    if (!setting.prepend) {
        return deployRegion(std::move(scenario), code, false);
    }
    if (!scenario.deploys(code)) {
        scenario.regions.push_back(code);
    }
    return prepend(std::move(scenario), {code, std::nullopt}, *setting.prepend);
}

Edit deployRegions(Scenario scenario, const std::vector<std::string> &codes) {
    QStringList words;
    for (const std::string &code : codes) {
        words << text(code);
    }
    scenario.regions = codes;
    drop_undeployed(scenario);
    return {tr("Deploy %1").arg(words.join(QStringLiteral(", "))), std::move(scenario)};
}

Edit commandEdit(Scenario scenario, const QString &words, const Operator &op) {
    const DeployCommand command = parse_deploy_command(words.toStdString(), op);
    return {words.simplified(), apply(command, std::move(scenario))};
}

} // namespace catchment::app
