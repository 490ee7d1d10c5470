// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAction;
class QComboBox;

namespace catchment::qml {
class LiveMap;
}

namespace catchment::app {

class Appearance;

/// Play and pause of the flows, and how fast they move.
class Playback : public QObject {
    Q_OBJECT

public:
    /// `map` may be null: then there is nothing to play.
    Playback(qml::LiveMap *map, const Appearance &appearance, QWidget *parent);

    QAction *play() const { return play_; }
    QComboBox *speed() const { return speed_; }

private:
    void show();

    qml::LiveMap *map_;
    const Appearance &appearance_;
    QAction *play_;
    QComboBox *speed_;
};

} // namespace catchment::app
