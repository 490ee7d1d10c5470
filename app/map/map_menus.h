// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "world/world.h"

#include <QString>

class QMenu;

namespace catchment::app {

struct Workspace;

/// What can be done with a thing on the map: the entries of its context menu.
class MapMenus {
public:
    explicit MapMenus(Workspace &workspace) : workspace_(workspace) {}

    void fillCity(QMenu &menu, const QString &id) const;
    /// `cities`: the ids of the stretch's two ends, `|` between.
    void fillFibre(QMenu &menu, const QString &cities) const;
    void fillExchange(QMenu &menu, const QString &id) const;

private:
    void addNearest(QMenu &menu, const City &city) const;
    void addPlace(QMenu &menu, CityId city) const;
    void addNetworks(QMenu &menu, CityId city) const;

    Workspace &workspace_;
};

} // namespace catchment::app
