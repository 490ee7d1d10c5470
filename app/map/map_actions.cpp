// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/map_actions.h"

#include "qml/map/live_map.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>
#include <QSettings>

namespace catchment::app {
namespace {

const QString motion_key = QStringLiteral("reducedMotion");
const QString projection_key = QStringLiteral("projection");

} // namespace

MapActions::MapActions(qml::LiveMap *map, QObject *parent)
    : QObject(parent), map_(map), projections_(new QActionGroup(this)),
      lens_(new QAction(tr("&Lens: by BGP against by distance"), this)), moved_(new QAction(tr("&Moved only"), this)),
      motion_(new QAction(tr("&Reduced motion"), this)) {
    if (!map_) {
        return;
    }
    makeProjections();
    makeLayers();
    makeViews();
    connect(map_, &qml::LiveMap::layersChanged, this, &MapActions::follow);
    connect(map_, &qml::LiveMap::emphasisChanged, this, &MapActions::follow);
    connect(map_, &qml::LiveMap::projectionChanged, this, &MapActions::follow);
    connect(map_, &qml::LiveMap::reducedMotionChanged, this, &MapActions::follow);
    map_->setReducedMotion(QSettings().value(motion_key, false).toBool());
    map_->setProjection(QSettings().value(projection_key, map_->projection()).toString());
    follow();
}

void MapActions::makeProjections() {
    const auto add = [this](const QString &text, const QString &word, Qt::Key key) {
        auto *action = new QAction(text, projections_);
        action->setCheckable(true);
        action->setData(word);
        action->setShortcut(QKeySequence(Qt::ALT | key));
    };
    add(tr("&Equal Earth"), QStringLiteral("equal-earth"), Qt::Key_1);
    add(tr("&Robinson"), QStringLiteral("robinson"), Qt::Key_2);
    add(tr("&Mercator"), QStringLiteral("mercator"), Qt::Key_3);
    add(tr("&Globe"), QStringLiteral("globe"), Qt::Key_4);
    connect(projections_, &QActionGroup::triggered, this, [this](const QAction *action) {
        map_->setProjection(action->data().toString());
        QSettings().setValue(projection_key, map_->projection());
    });
}

void MapActions::makeLayers() {
    for (const qml::LayerEntry &entry : map_->layers()) {
        auto *action = new QAction(entry.name, this);
        action->setCheckable(true);
        connect(action, &QAction::triggered, this,
                [this, word = entry.word](bool on) { map_->setLayerShown(word, on); });
        layers_.insert(entry.word, action);
        layer_order_.append(action);
    }
}

void MapActions::makeViews() {
    for (QAction *action : {lens_, moved_, motion_}) {
        action->setCheckable(true);
    }
    lens_->setShortcut(QKeySequence(Qt::ALT | Qt::Key_L));
    connect(lens_, &QAction::triggered, this, [this](bool on) { map_->setLayerShown(QStringLiteral("lens"), on); });
    moved_->setShortcut(QKeySequence(Qt::ALT | Qt::Key_M));
    connect(moved_, &QAction::triggered, map_, &qml::LiveMap::setMovedOnly);
    connect(motion_, &QAction::triggered, this, [this](bool on) {
        map_->setReducedMotion(on);
        QSettings().setValue(motion_key, on);
    });
}

void MapActions::follow() {
    for (QAction *action : projections_->actions()) {
        action->setChecked(action->data().toString() == map_->projection());
    }
    for (const qml::LayerEntry &entry : map_->layers()) {
        layers_.value(entry.word)->setText(entry.name);
        layers_.value(entry.word)->setChecked(entry.shown);
        if (entry.word == u"lens") {
            lens_->setChecked(entry.shown);
        }
    }
    moved_->setChecked(map_->movedOnly());
    motion_->setChecked(map_->reducedMotion());
}

void MapActions::fill(QMenu &menu) const {
    menu.addMenu(tr("&Projection"))->addActions(projections_->actions());
    menu.addMenu(tr("Map &layers"))->addActions(layer_order_);
    menu.addAction(lens_);
    menu.addAction(moved_);
    menu.addAction(motion_);
}

} // namespace catchment::app
