// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/detail_tabs.h"

#include <QTabBar>

namespace catchment::app {

DetailTabs::DetailTabs(QWidget *parent) : QTabWidget(parent) {
    setObjectName(QStringLiteral("detailTabs"));
    setDocumentMode(true);
    setUsesScrollButtons(true);
    tabBar()->setExpanding(false);
    tabBar()->setDrawBase(false);
    tabBar()->setAccessibleName(tr("Charts, tables and studies"));
}

void DetailTabs::add(QWidget *page, const QString &title, const QString &name) {
    page->setObjectName(name);
    addTab(page, title);
}

void DetailTabs::showPage(const QString &name) {
    if (auto *page = findChild<QWidget *>(name))
        setCurrentWidget(page);
}

} // namespace catchment::app
