// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/region_actions.h"

#include "app/scenario_edits.h"
#include "app/workspace.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>

#include <algorithm>

namespace catchment::app {

RegionActions::RegionActions(Workspace &workspace, QObject *parent)
    : QObject(parent), workspace_(workspace), deploy_(new QAction(this)),
      only_(new QAction(tr("Deploy &only this"), this)), withhold_(new QAction(tr("&Withhold the announcement"), this)),
      no_export_(new QAction(tr("Attach &NO_EXPORT"), this)), fail_(new QAction(tr("&Failed"), this)),
      prepends_(new QActionGroup(this)) {
    makeDeployment();
    makeTuning();
    connect(&workspace.selection, &qml::Selection::regionChanged, this, &RegionActions::update);
    connect(&workspace.document, &ScenarioDocument::scenarioChanged, this, &RegionActions::update);
    connect(&workspace.results, &Results::worldChanged, this, &RegionActions::update);
    update();
}

void RegionActions::makeDeployment() {
    ScenarioDocument &document = workspace_.document;
    connect(deploy_, &QAction::triggered, this, [this, &document] {
        const Scenario &now = document.scenario();
        document.apply(deployRegion(now, code(), !now.deploys(code())));
    });
    connect(only_, &QAction::triggered, this,
            [this, &document] { document.apply(deployOnly(document.scenario(), code())); });
    fail_->setCheckable(true);
    connect(fail_, &QAction::triggered, this,
            [this, &document](bool on) { document.apply(failRegion(document.scenario(), code(), on)); });
}

void RegionActions::makeTuning() {
    ScenarioDocument &document = workspace_.document;
    withhold_->setCheckable(true);
    connect(withhold_, &QAction::triggered, this,
            [this, &document](bool on) { document.apply(withholdRegion(document.scenario(), code(), on)); });
    no_export_->setCheckable(true);
    connect(no_export_, &QAction::triggered, this,
            [this, &document](bool on) { document.apply(noExportRegion(document.scenario(), code(), on)); });
    for (int times = 0; times <= 5; ++times) {
        auto *action = new QAction(times == 0 ? tr("&0: as it is") : tr("&%1 more").arg(times), prepends_);
        action->setCheckable(true);
        action->setData(times);
    }
    connect(prepends_, &QActionGroup::triggered, this, [this, &document](const QAction *action) {
        document.apply(prependRegion(document.scenario(), code(), action->data().toInt()));
    });
}

std::string RegionActions::code() const { return workspace_.selection.region().toStdString(); }

void RegionActions::update() {
    const Scenario &scenario = workspace_.document.scenario();
    const std::string region = code();
    const bool known =
        workspace_.results.world() && find_region(workspace_.results.world()->own_operator, region).has_value();
    const bool deployed = scenario.deploys(region);
    const auto tuning = std::ranges::find_if(
        scenario.tuning, [&](const Tuning &entry) { return entry.region == region && !entry.neighbour; });
    const Tuning how = tuning == scenario.tuning.end() ? Tuning{} : *tuning;

    deploy_->setText(known ? (deployed ? tr("&Remove %1") : tr("&Deploy %1")).arg(QString::fromStdString(region))
                           : tr("&Deploy"));
    deploy_->setEnabled(known);
    only_->setEnabled(known);
    withhold_->setEnabled(known && deployed);
    withhold_->setChecked(how.withhold.value_or(false));
    no_export_->setEnabled(known && deployed);
    no_export_->setChecked(how.no_export.value_or(false));
    fail_->setEnabled(known);
    fail_->setChecked(std::ranges::find(scenario.faults.regions, region) != scenario.faults.regions.end());
    prepends_->setEnabled(known && deployed);
    prepends_->actions().at(std::clamp(how.prepend.value_or(0), 0, 5))->setChecked(true);
}

void RegionActions::fill(QMenu &menu) const {
    menu.addAction(deploy_);
    menu.addAction(only_);
    menu.addSeparator();
    QMenu *prepend = menu.addMenu(tr("&Prepend the AS number"));
    prepend->addActions(prepends_->actions());
    menu.addAction(withhold_);
    menu.addAction(no_export_);
    menu.addSeparator();
    menu.addAction(fail_);
}

} // namespace catchment::app
