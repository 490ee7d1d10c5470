// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/detail_tabs.h"

#include <QMenu>
#include <QTabBar>
#include <QToolButton>

namespace catchment::app {

DetailTabs::DetailTabs(QWidget *parent) : QTabWidget(parent) {
    setObjectName(QStringLiteral("detailTabs"));
    setDocumentMode(true);
    setUsesScrollButtons(true);
    tabBar()->setExpanding(false);
    tabBar()->setDrawBase(false);
    tabBar()->setAccessibleName(tr("Charts, tables and studies"));
    // Not every tab is in sight in a small window: all of them are in this list.
    auto *all = new QToolButton(this);
    all->setObjectName(QStringLiteral("allPages"));
    all->setText(QStringLiteral("▾"));
    all->setAutoRaise(true);
    all->setPopupMode(QToolButton::InstantPopup);
    all->setToolTip(tr("All pages"));
    all->setAccessibleName(tr("All pages"));
    auto *list = new QMenu(all);
    connect(list, &QMenu::aboutToShow, this, [this, list] { fill(*list); });
    all->setMenu(list);
    setCornerWidget(all);
}

void DetailTabs::fill(QMenu &list) {
    list.clear();
    for (int i = 0; i < count(); ++i) {
        QAction *page = list.addAction(tabText(i), this, [this, i] { setCurrentIndex(i); });
        page->setCheckable(true);
        page->setChecked(i == currentIndex());
    }
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
