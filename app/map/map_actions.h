// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <QString>

class QAction;
class QActionGroup;
class QMenu;

namespace catchment::qml {
class LiveMap;
}

namespace catchment::app {

/// How the map shows things: projection, layers, what is brought out, whether things move. All of it is in the View
/// menu, so that keys reach it.
class MapActions : public QObject {
    Q_OBJECT

public:
    /// `map`: null where it could not be loaded.
    explicit MapActions(qml::LiveMap *map, QObject *parent);

    void fill(QMenu &menu) const;

private:
    void makeProjections();
    void makeLayers();
    void makeViews();
    void follow();

    qml::LiveMap *map_;
    QActionGroup *projections_;
    QHash<QString, QAction *> layers_; ///< by their words
    QList<QAction *> layer_order_;
    QAction *lens_;
    QAction *moved_;
    QAction *motion_;
};

} // namespace catchment::app
