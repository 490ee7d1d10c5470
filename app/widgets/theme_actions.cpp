// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/theme_actions.h"

#include "app/widgets/appearance.h"
#include "app/widgets/icons.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>
#include <QSettings>

namespace catchment::app {

ThemeActions::ThemeActions(Appearance &appearance, QObject *parent)
    : QObject(parent), appearance_(appearance), modes_(new QActionGroup(this)), visions_(new QActionGroup(this)),
      toggle_(new QAction(tr("Switch between light and dark"), this)) {
    const auto add = [this](const QString &text, Appearance::Mode mode) {
        auto *action = new QAction(text, modes_);
        action->setCheckable(true);
        action->setData(static_cast<int>(mode));
    };
    add(tr("&As the desktop"), Appearance::Mode::Desktop);
    add(tr("&Light"), Appearance::Mode::Light);
    add(tr("&Dark"), Appearance::Mode::Dark);
    add(tr("For a &projector"), Appearance::Mode::Projector);
    connect(modes_, &QActionGroup::triggered, this, [this](const QAction *action) {
        appearance_.setMode(static_cast<Appearance::Mode>(action->data().toInt()));
        appearance_.keep();
    });
    connect(toggle_, &QAction::triggered, this, [this] {
        appearance_.setMode(appearance_.theme().dark ? Appearance::Mode::Light : Appearance::Mode::Dark);
        appearance_.keep();
    });
    makeVisions();
    connect(&appearance, &Appearance::changed, this, &ThemeActions::show);
    show();
}

void ThemeActions::fill(QMenu &menu) const {
    menu.addActions(modes_->actions());
    menu.addSeparator();
    QMenu *eyes = menu.addMenu(tr("As other &eyes see it"));
    eyes->addActions(visions_->actions());
}

void ThemeActions::makeVisions() {
    const auto add = [this](const QString &text, const QString &word) {
        auto *action = new QAction(text, visions_);
        action->setCheckable(true);
        action->setData(word);
        action->setChecked(appearance_.vision() == word);
    };
    add(tr("&Normal"), QString());
    add(tr("Without &red (protanopia)"), QStringLiteral("protanopia"));
    add(tr("Without &green (deuteranopia)"), QStringLiteral("deuteranopia"));
    add(tr("Without &blue (tritanopia)"), QStringLiteral("tritanopia"));
    add(tr("In gre&y, as printed"), QStringLiteral("grey"));
    connect(visions_, &QActionGroup::triggered, this,
            [this](const QAction *action) { appearance_.setVision(action->data().toString()); });
}

void ThemeActions::show() {
    modes_->actions().at(static_cast<int>(appearance_.mode()))->setChecked(true);
    toggle_->setIcon(themedIcon(QStringLiteral("theme"), appearance_.theme()));
}

} // namespace catchment::app
