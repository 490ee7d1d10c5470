// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAction;
class QActionGroup;
class QMenu;

namespace catchment::app {

class Appearance;

/// The choice between light, dark and what the desktop has; kept from one run to the next.
class ThemeActions : public QObject {
    Q_OBJECT

public:
    ThemeActions(Appearance &appearance, QObject *parent);

    void fill(QMenu &menu) const;

    /// For the toolbar: from light to dark and back.
    QAction *toggle() const { return toggle_; }

private:
    void makeVisions();
    void show();

    Appearance &appearance_;
    QActionGroup *modes_;
    QActionGroup *visions_;
    QAction *toggle_;
};

} // namespace catchment::app
