// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/playback.h"

#include "app/widgets/appearance.h"
#include "app/widgets/icons.h"
#include "qml/map/live_map.h"

#include <QAction>
#include <QComboBox>
#include <QLocale>
#include <QSettings>

namespace catchment::app {
namespace {

const QString speed_key = QStringLiteral("speed");

} // namespace

Playback::Playback(qml::LiveMap *map, const Appearance &appearance, QWidget *parent)
    : QObject(parent), map_(map), appearance_(appearance), play_(new QAction(this)), speed_(new QComboBox(parent)) {
    play_->setEnabled(map != nullptr);
    speed_->setEnabled(map != nullptr);
    speed_->setAccessibleName(tr("Speed of the flows"));
    speed_->setToolTip(speed_->accessibleName());
    speed_->setObjectName(QStringLiteral("speed"));
    for (const double factor : {0.25, 0.5, 1.0, 2.0, 4.0}) {
        speed_->addItem(tr("%1×").arg(QLocale().toString(factor)), factor);
    }
    speed_->setCurrentIndex(2);
    connect(&appearance, &Appearance::changed, this, &Playback::show);
    if (map) {
        connect(play_, &QAction::triggered, map, [map] { map->setPlaying(!map->playing()); });
        connect(map, &qml::LiveMap::playingChanged, this, &Playback::show);
        connect(speed_, &QComboBox::currentIndexChanged, map,
                [this, map](int at) { map->setSpeed(speed_->itemData(at).toDouble()); });
        connect(speed_, &QComboBox::activated, this,
                [this](int at) { QSettings().setValue(speed_key, speed_->itemData(at)); });
        if (const int kept = speed_->findData(QSettings().value(speed_key).toDouble()); kept >= 0) {
            speed_->setCurrentIndex(kept);
        }
    }
    play_->setShortcut(QKeySequence(Qt::Key_Space));
    show();
}

void Playback::show() {
    const bool playing = map_ && map_->playing();
    play_->setText(playing ? tr("&Pause the flows") : tr("&Play the flows"));
    play_->setIcon(themedIcon(playing ? QStringLiteral("pause") : QStringLiteral("play"), appearance_.theme()));
}

} // namespace catchment::app
