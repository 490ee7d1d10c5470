// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <string>

class QAction;
class QActionGroup;
class QMenu;

namespace catchment::app {

struct Workspace;

/// What can be done to the selected region: as actions, which follow the selection and the scenario.
class RegionActions : public QObject {
    Q_OBJECT

public:
    explicit RegionActions(Workspace &workspace, QObject *parent = nullptr);

    /// Puts all of them into a menu, of the menu bar or of the context.
    void fill(QMenu &menu) const;

private:
    void makeDeployment();
    void makeTuning();
    void update();
    std::string code() const;

    Workspace &workspace_;
    QAction *deploy_;
    QAction *only_;
    QAction *drain_;
    QAction *no_export_;
    QAction *reset_;
    QAction *fail_;
    QAction *take_away_; ///< of an operator of one's own
    QActionGroup *prepends_;
};

} // namespace catchment::app
