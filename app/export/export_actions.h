// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/export_job.h"

#include <QObject>

class QAction;
class QMenu;
class QWidget;

namespace catchment::qml {
class LiveMap;
}

namespace catchment::app {

struct Workspace;

/// Everything that leaves the window: the figure of the map as a file or on the clipboard, and, of every chart and
/// table that stands in it when this is made, the same.
class ExportActions : public QObject {
    Q_OBJECT

public:
    /// `map` may be null.
    ExportActions(Workspace &workspace, const qml::LiveMap *map, QWidget *window);

    QAction *exportAction() const { return export_; }
    QAction *copyAction() const { return copy_; }
    /// The charts, one entry each.
    QMenu *chartsMenu() const { return charts_; }

    /// The figure of what the map shows now.
    ExportRequest request() const;

private:
    void showDialog();
    void copyMap();
    void offerWhatIsThere();

    Workspace &workspace_;
    const qml::LiveMap *map_;
    QWidget *window_;
    QAction *export_;
    QAction *copy_;
    QMenu *charts_;
    ExportThread thread_;
};

} // namespace catchment::app
