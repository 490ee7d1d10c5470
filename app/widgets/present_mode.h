// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/appearance.h"

#include <QByteArray>
#include <QObject>

#include <functional>
#include <optional>

class QAction;
class QMainWindow;

namespace catchment::app {

class MapPanel;

/// The window for a projector: large type, thick strokes on a light ground, few controls, and the keys that matter in
/// a line under the map. What it changes comes back when it ends; nothing of it is kept.
class PresentMode : public QObject {
    Q_OBJECT

public:
    /// By how much type is enlarged: more where there are more pixels on the same wall.
    static double larger();

    /// `usual`: the window's docks as they are to be again when it ends.
    PresentMode(Appearance &appearance, MapPanel &map, std::function<QByteArray()> usual, QMainWindow *window);

    QAction *action() const { return action_; }
    bool on() const { return before_.has_value(); }

    /// The window's docks as they were before; empty where the mode is off.
    const QByteArray &panelsBefore() const { return panels_; }

    void set(bool on);

    /// Hides what a projector does not need.
    void clear();

private:
    QString keys() const;

    Appearance &appearance_;
    MapPanel &map_;
    std::function<QByteArray()> usual_;
    QMainWindow *window_;
    QAction *action_;
    std::optional<Appearance::Mode> before_; ///< while it is on
    QByteArray panels_;
};

} // namespace catchment::app
