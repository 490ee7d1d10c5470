// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "world/world.h"

#include <QWidget>

#include <memory>

class QLineEdit;
class QSortFilterProxyModel;
class QTreeView;

namespace catchment::qml {
class RegionModel;
}

namespace catchment::app {

struct Workspace;
class NetworkSearch;
class RegionActions;
class TuningEditor;

/// The operator's regions, to search and tick, and below them how the selected one announces.
class RegionsPanel : public QWidget {
    Q_OBJECT

public:
    RegionsPanel(Workspace &workspace, const RegionActions &actions, QWidget *parent = nullptr);

    void setSearch(std::shared_ptr<const NetworkSearch> search);

private:
    void makeView();
    void followWorkspace();
    void followOperator();
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
    TuningEditor *tuning_;
    std::shared_ptr<const Operator> op_; ///< whose regions the list shows
};

} // namespace catchment::app
