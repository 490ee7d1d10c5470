// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scenario_edits.h"

#include "scenario/deploy_command.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace catchment::app {
namespace {

QString tr(const char *text) { return QCoreApplication::translate("catchment::app", text); }

QString text(const std::string &code) { return QString::fromStdString(code); }

} // namespace

Edit deployRegion(Scenario scenario, const std::string &code, bool deployed) {
    std::erase(scenario.regions, code);
    if (deployed) {
        scenario.regions.push_back(code);
    }
    return {(deployed ? tr("Deploy %1") : tr("Remove %1")).arg(text(code)), std::move(scenario)};
}

Edit deployOnly(Scenario scenario, const std::string &code) {
    scenario.regions = {code};
    return {tr("Deploy only %1").arg(text(code)), std::move(scenario)};
}

Edit withholdRegion(Scenario scenario, const std::string &code, bool withheld) {
    scenario.tuning_for(code).withhold = withheld ? std::optional(true) : std::nullopt;
    scenario.tidy();
    return {(withheld ? tr("Withhold %1") : tr("Announce %1 again")).arg(text(code)), std::move(scenario)};
}

Edit prependRegion(Scenario scenario, const std::string &code, int times) {
    scenario.tuning_for(code).prepend = times > 0 ? std::optional(times) : std::nullopt;
    scenario.tidy();
    return {tr("Prepend %1 at %2").arg(times).arg(text(code)), std::move(scenario)};
}

Edit noExportRegion(Scenario scenario, const std::string &code, bool no_export) {
    scenario.tuning_for(code).no_export = no_export ? std::optional(true) : std::nullopt;
    scenario.tidy();
    return {(no_export ? tr("NO_EXPORT at %1") : tr("No NO_EXPORT at %1")).arg(text(code)), std::move(scenario)};
}

Edit failCable(Scenario scenario, const std::string &name, bool failed) {
    std::erase(scenario.faults.cables, name);
    if (failed) {
        scenario.faults.cables.push_back(name);
    }
    return {(failed ? tr("Cut %1") : tr("Mend %1")).arg(text(name)), std::move(scenario)};
}

Edit failExchange(Scenario scenario, const std::string &id, bool failed) {
    std::erase(scenario.faults.exchanges, id);
    if (failed) {
        scenario.faults.exchanges.push_back(id);
    }
    return {(failed ? tr("Fail %1") : tr("Repair %1")).arg(text(id)), std::move(scenario)};
}

Edit failRegion(Scenario scenario, const std::string &code, bool failed) {
    std::erase(scenario.faults.regions, code);
    if (failed) {
        scenario.faults.regions.push_back(code);
    }
    return {(failed ? tr("Fail %1") : tr("Repair %1")).arg(text(code)), std::move(scenario)};
}

Edit playbookEdit(Scenario scenario, const std::string &code, const PlaybookSetting &setting) {
    if (!setting.prepend) {
        return deployRegion(std::move(scenario), code, false);
    }
    if (!scenario.deploys(code)) {
        scenario.regions.push_back(code);
    }
    return prependRegion(std::move(scenario), code, *setting.prepend);
}

Edit deployRegions(Scenario scenario, const std::vector<std::string> &codes) {
    QStringList words;
    for (const std::string &code : codes) {
        words << text(code);
    }
    scenario.regions = codes;
    return {tr("Deploy %1").arg(words.join(QStringLiteral(", "))), std::move(scenario)};
}

Edit commandEdit(Scenario scenario, const QString &words, const Operator &op) {
    const DeployCommand command = parse_deploy_command(words.toStdString(), op);
    return {words.simplified(), apply(command, std::move(scenario))};
}

} // namespace catchment::app
