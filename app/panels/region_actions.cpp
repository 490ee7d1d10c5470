// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/region_actions.h"

#include "app/edits/operator_edits.h"
#include "app/edits/scenario_edits.h"
#include "app/edits/tuning_edits.h"
#include "app/workspace.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>

#include <algorithm>

namespace catchment::app {

RegionActions::RegionActions(Workspace &workspace, QObject *parent)
    : QObject(parent), workspace_(workspace), deploy_(new QAction(this)),
      only_(new QAction(tr("Deploy &only this"), this)), drain_(new QAction(tr("&Drain: announce nothing"), this)),
      no_export_(new QAction(tr("Attach &NO_EXPORT"), this)), reset_(new QAction(tr("Re&set the tuning"), this)),
      fail_(new QAction(tr("&Failed"), this)), take_away_(new QAction(tr("&Take it away"), this)),
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
    connect(take_away_, &QAction::triggered, this, [this, &document] {
        if (document.scenario().own_operator) {
            document.apply(removeOwnRegion(document.scenario(), code(), *workspace_.results.world()));
        }
    });
    fail_->setCheckable(true);
    connect(fail_, &QAction::triggered, this,
            [this, &document](bool on) { document.apply(failRegion(document.scenario(), code(), on)); });
}

void RegionActions::makeTuning() {
    ScenarioDocument &document = workspace_.document;
    drain_->setCheckable(true);
    connect(drain_, &QAction::triggered, this,
            [this, &document](bool on) { document.apply(drainRegion(document.scenario(), code(), on)); });
    connect(reset_, &QAction::triggered, this, [this, &document] {
        document.apply(resetTuning(document.scenario(), {code(), {}}));
    });
    no_export_->setCheckable(true);
    connect(no_export_, &QAction::triggered, this, [this, &document](bool on) {
        document.apply(noExport(document.scenario(), {code(), {}}, on));
    });
    for (int times = 0; times <= mostPrepends; ++times) {
        auto *action = new QAction(times == 0 ? tr("&0: as it is") : tr("&%1 more").arg(times), prepends_);
        action->setCheckable(true);
        action->setData(times);
    }
    connect(prepends_, &QActionGroup::triggered, this, [this, &document](const QAction *action) {
        document.apply(prepend(document.scenario(), {code(), {}}, action->data().toInt()));
    });
}

std::string RegionActions::code() const { return workspace_.selection.region().toStdString(); }

void RegionActions::update() {
    const Scenario &scenario = workspace_.document.scenario();
    const std::string region = code();
    const bool known = workspace_.op() && find_region(*workspace_.op(), region).has_value();
    const bool deployed = scenario.deploys(region);
    const bool tuned = std::ranges::find(scenario.tuning, region, &Tuning::region) != scenario.tuning.end();
    const Tuning how = inForce(scenario, {region, {}});

    deploy_->setText(known ? (deployed ? tr("&Remove %1") : tr("&Deploy %1")).arg(QString::fromStdString(region))
                           : tr("&Deploy"));
    deploy_->setEnabled(known);
    only_->setEnabled(known);
    drain_->setEnabled(known && deployed);
    drain_->setChecked(isDrained(scenario, region));
    reset_->setEnabled(known && tuned);
    no_export_->setEnabled(known && deployed);
    no_export_->setChecked(how.no_export.value_or(false));
    take_away_->setVisible(scenario.own_operator.has_value());
    take_away_->setEnabled(known);
    fail_->setEnabled(known);
    fail_->setChecked(std::ranges::find(scenario.faults.regions, region) != scenario.faults.regions.end());
    prepends_->setEnabled(known && deployed);
    prepends_->actions().at(std::clamp(how.prepend.value_or(0), 0, mostPrepends))->setChecked(true);
}

void RegionActions::fill(QMenu &menu) const {
    menu.addAction(deploy_);
    menu.addAction(only_);
    menu.addSeparator();
    QMenu *prepend = menu.addMenu(tr("&Prepend the AS number"));
    prepend->addActions(prepends_->actions());
    menu.addAction(drain_);
    menu.addAction(no_export_);
    menu.addAction(reset_);
    menu.addSeparator();
    menu.addAction(fail_);
    menu.addAction(take_away_);
}

} // namespace catchment::app
