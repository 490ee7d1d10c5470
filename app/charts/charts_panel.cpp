// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/charts_panel.h"

#include "app/charts/users_chart.h"
#include "app/studies/changes_panel.h"
#include "app/workspace.h"
#include "maps/fonts.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace catchment::app {

ChartsPanel::ChartsPanel(Workspace &workspace, QWidget *parent)
    : QWidget(parent), workspace_(workspace), title_(new QLabel(this)),
      users_(new UsersChart(workspace.appearance, this)) {
    setProperty("role", QStringLiteral("card"));
    setAttribute(Qt::WA_StyledBackground);
    title_->setFont(maps::font(13, maps::FontWeight::SemiBold));
    title_->setContentsMargins(12, 0, 12, 0);

    auto *chart = new QVBoxLayout;
    chart->setSpacing(2);
    chart->addWidget(title_);
    chart->addWidget(users_, 1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 4, 0, 4);
    layout->setSpacing(12);
    layout->addLayout(chart, 8);
    layout->addWidget(new ChangesPanel(workspace, this), 7);

    connect(&workspace.results, &Results::changed, this, &ChartsPanel::show);
    connect(&workspace.appearance, &Appearance::changed, users_, &UsersChart::restyle);
    title_->setText(tr("Users per region"));
}

void ChartsPanel::show() {
    const Results &results = workspace_.results;
    title_->setText(!results.before()           ? tr("Users per region")
                    : workspace_.pin.scenario() ? tr("Users per region: now, and A as an outline")
                                                : tr("Users per region: now, and before as an outline"));
    if (results.catchments()) {
        users_->show(*results.catchments(), results.before().get());
    }
}

} // namespace catchment::app
