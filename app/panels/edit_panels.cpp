// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/edit_panels.h"

#include "app/data/edge_panel.h"
#include "app/panels/faults_panel.h"
#include "app/panels/network_search.h"
#include "app/panels/regions_panel.h"
#include "app/panels/security_panel.h"
#include "app/workspace.h"

#include <QTabBar>

namespace catchment::app {

EditPanels::EditPanels(Workspace &workspace, const RegionActions &actions, QWidget *parent)
    : QTabWidget(parent), workspace_(workspace), regions_(new RegionsPanel(workspace, actions, this)),
      faults_(new FaultsPanel(workspace, this)), security_(new SecurityPanel(workspace, this)) {
    setObjectName(QStringLiteral("editPanels"));
    setDocumentMode(true);
    tabBar()->setExpanding(false);
    tabBar()->setDrawBase(false);
    tabBar()->setAccessibleName(tr("Panels for changes"));
    regions_->setObjectName(QStringLiteral("regionsPage"));
    faults_->setObjectName(QStringLiteral("faultsPage"));
    security_->setObjectName(QStringLiteral("securityPage"));
    addTab(regions_, tr("Regions"));
    addTab(faults_, tr("Faults"));
    addTab(security_, tr("Security"));
    auto *edge = new EdgePanel(workspace, this);
    edge->setObjectName(QStringLiteral("edgePage"));
    addTab(edge, tr("Edge"));
    connect(&workspace.results, &Results::worldChanged, this, &EditPanels::takeWorld);
    takeWorld();
}

void EditPanels::takeWorld() {
    if (const auto &world = workspace_.results.world()) {
        search_ = std::make_shared<NetworkSearch>(world);
        regions_->setSearch(search_);
        faults_->setSearch(search_);
        security_->setSearch(search_);
    }
}

} // namespace catchment::app
