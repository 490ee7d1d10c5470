// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLineEdit;
class QListView;
class QModelIndex;

namespace catchment::qml {
class LiveMap;
class SearchModel;
} // namespace catchment::qml

namespace catchment::app {

struct Workspace;

/// Finds a city, region, network or exchange by a few letters and goes there. Lies over the window until something
/// is chosen, Escape is pressed or the focus goes elsewhere.
class SearchPalette : public QFrame {
    Q_OBJECT

public:
    /// `map`: null where it could not be loaded. `window`: over which the palette lies.
    SearchPalette(Workspace &workspace, qml::LiveMap *map, QWidget *window);

    /// Opens it with an empty line.
    void begin();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool filterKey(QEvent *event);
    void place();
    void choose(const QModelIndex &index);
    void end();

    Workspace &workspace_;
    qml::LiveMap *map_;
    qml::SearchModel *model_;
    QLineEdit *line_;
    QListView *view_;
    QWidget *focus_before_ = nullptr;
};

} // namespace catchment::app
