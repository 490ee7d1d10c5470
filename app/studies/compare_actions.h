// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAction;
class QActionGroup;
class QMenu;
class QToolButton;

namespace catchment::app {

struct Workspace;
class MapPanel;

/// Pinning a state as A and looking at it beside what it becomes: one map, a line to swipe, or two maps.
class CompareActions : public QObject {
    Q_OBJECT

public:
    CompareActions(Workspace &workspace, MapPanel &map, QObject *parent);

    void fill(QMenu &menu) const;

    /// All of it behind one button.
    QToolButton *makeButton(QWidget *parent) const;

    /// `swipe`, `side-by-side`, or nothing for one map.
    void look(const QString &comparison);

private:
    void show();

    Workspace &workspace_;
    MapPanel &map_;
    QAction *pin_;
    QAction *unpin_;
    QActionGroup *views_;
};

} // namespace catchment::app
