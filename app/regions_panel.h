// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;
class QSortFilterProxyModel;
class QTreeView;

namespace catchment::qml {
class RegionModel;
}

namespace catchment::app {

struct Workspace;
class RegionActions;

/// The operator's regions, to search, tick and tune.
class RegionsPanel : public QWidget {
    Q_OBJECT

public:
    RegionsPanel(Workspace &workspace, const RegionActions &actions, QWidget *parent = nullptr);

private:
    void makeView();
    void followWorkspace();
    void search(const QString &words);
    void expandGroups();
    void showSelected();
    void showMenu(const QPoint &at);

    Workspace &workspace_;
    const RegionActions &actions_;
    qml::RegionModel *model_;
    QSortFilterProxyModel *filter_;
    QLineEdit *search_;
    QTreeView *view_;
};

} // namespace catchment::app
