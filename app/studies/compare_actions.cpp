// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studies/compare_actions.h"

#include "app/map/map_panel.h"
#include "app/workspace.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>
#include <QToolButton>

namespace catchment::app {

CompareActions::CompareActions(Workspace &workspace, MapPanel &map, QObject *parent)
    : QObject(parent), workspace_(workspace), map_(map), pin_(new QAction(tr("&Pin this state as A"), this)),
      unpin_(new QAction(tr("&Let go of A"), this)), views_(new QActionGroup(this)) {
    pin_->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_D));
    unpin_->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D));
    connect(pin_, &QAction::triggered, this, [this] { workspace_.pin.set(workspace_.document.scenario()); });
    connect(unpin_, &QAction::triggered, &workspace.pin, &Pin::clear);
    const auto add = [this](const QString &text, const QString &word, Qt::Key key) {
        auto *action = new QAction(text, views_);
        action->setCheckable(true);
        action->setData(word);
        action->setShortcut(QKeySequence(Qt::CTRL | key));
        connect(action, &QAction::triggered, this, [this, word] { look(word); });
    };
    add(tr("&One map"), QString(), Qt::Key_1);
    add(tr("&Swipe between A and now"), QStringLiteral("swipe"), Qt::Key_2);
    add(tr("A and now side &by side"), QStringLiteral("side-by-side"), Qt::Key_3);
    connect(&workspace.pin, &Pin::changed, this, &CompareActions::show);
    show();
}

void CompareActions::look(const QString &comparison) {
    // Two maps need two states: that before the last edit, where there is one.
    if (!comparison.isEmpty() && !workspace_.pin.scenario()) {
        const Scenario *before = workspace_.document.before();
        workspace_.pin.set(before ? *before : workspace_.document.scenario());
    }
    map_.setComparison(comparison);
    show();
}

void CompareActions::show() {
    const bool pinned = workspace_.pin.scenario().has_value();
    unpin_->setEnabled(pinned);
    unpin_->setText(pinned ? tr("&Let go of A (%1)").arg(workspace_.pin.title()) : tr("&Let go of A"));
    if (!pinned) {
        map_.setComparison({});
    }
    for (QAction *action : views_->actions()) {
        action->setChecked(action->data().toString() == map_.comparison());
    }
}

void CompareActions::fill(QMenu &menu) const {
    menu.addAction(pin_);
    menu.addAction(unpin_);
    menu.addSeparator();
    menu.addActions(views_->actions());
}

QToolButton *CompareActions::makeButton(QWidget *parent) const {
    auto *button = new QToolButton(parent);
    button->setText(tr("Compare"));
    button->setToolTip(tr("Pin a state and compare what it becomes"));
    button->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(button);
    fill(*menu);
    button->setMenu(menu);
    return button;
}

} // namespace catchment::app
