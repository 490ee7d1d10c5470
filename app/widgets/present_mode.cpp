// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/present_mode.h"

#include "app/map/map_panel.h"
#include "app/window_layout.h"
#include "maps/fonts.h"
#include "qml/map/live_map.h"

#include <QAction>
#include <QDockWidget>
#include <QGuiApplication>
#include <QLabel>
#include <QMainWindow>
#include <QScreen>
#include <QStatusBar>
#include <QToolBar>

#include <algorithm>

namespace catchment::app {

PresentMode::PresentMode(Appearance &appearance, MapPanel &map, std::function<QByteArray()> usual, QMainWindow *window)
    : QObject(window), appearance_(appearance), map_(map), usual_(std::move(usual)), window_(window),
      action_(new QAction(tr("&Present"), this)) {
    action_->setCheckable(true);
    action_->setShortcut(QKeySequence(Qt::Key_F5));
    connect(action_, &QAction::triggered, this, &PresentMode::set);
}

double PresentMode::larger() {
    constexpr double at_least = 1.3;
    constexpr double usual_height = 768; // of a projector
    const QScreen *screen = QGuiApplication::primaryScreen();
    return at_least * (screen ? std::clamp(screen->size().height() / usual_height, 1.0, 2.0) : 1);
}

QString PresentMode::keys() const {
    const auto key = [](const QString &name, const QString &does) {
        return QStringLiteral("<b>%1</b>&nbsp;%2").arg(name, does);
    };
    return QStringList{key(QStringLiteral("F5"), tr("ends the presentation")), key(tr("Space"), tr("plays")),
                       key(QStringLiteral("+&nbsp;−&nbsp;0"), tr("zooms")),
                       key(QStringLiteral("1&nbsp;2&nbsp;3"), tr("gives a city a region")),
                       key(QStringLiteral("Ctrl+K"), tr("searches"))}
        .join(QStringLiteral(" &nbsp; "));
}

void PresentMode::clear() {
    for (const char *name : {"regionsDock", "journeyDock", "chartsDock"}) {
        window_->findChild<QDockWidget *>(QLatin1String(name))->hide();
    }
    window_->findChild<QToolBar *>(QStringLiteral("commandToolbar"))->hide();
}

void PresentMode::set(bool on) {
    action_->setChecked(on);
    if (on == this->on()) {
        return;
    }
    if (on) {
        panels_ = usual_();
        before_ = appearance_.mode();
        clear();
    } else {
        // What a lesson shows by now is its own.
        if (auto *lesson = window_->findChild<QDockWidget *>(QStringLiteral("lessonDock")); lesson->isHidden()) {
            window_->restoreState(panels_, WindowLayout::version);
        }
        window_->findChild<QToolBar *>(QStringLiteral("commandToolbar"))->show();
        panels_.clear();
    }
    maps::enlarge_text(on ? larger() : 1);
    appearance_.setMode(on ? Appearance::Mode::Projector : *before_);
    appearance_.refresh();
    if (!on) {
        before_.reset();
    }
    if (qml::LiveMap *live = map_.map()) {
        live->followTextScale();
    }
    for (QLabel *label : window_->statusBar()->findChildren<QLabel *>()) {
        label->setVisible(!on);
    }
    delete window_->statusBar()->findChild<QLabel *>(QStringLiteral("presentKeys"));
    if (on) {
        auto *line = new QLabel(keys(), window_);
        line->setObjectName(QStringLiteral("presentKeys"));
        line->setTextFormat(Qt::RichText);
        window_->statusBar()->addWidget(line);
        line->show();
    }
}

} // namespace catchment::app
