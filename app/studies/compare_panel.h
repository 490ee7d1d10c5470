// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QComboBox;
class QLabel;
class QSortFilterProxyModel;
class QTableView;

namespace catchment::qml {
class MovesModel;
class RegionMovesModel;
} // namespace catchment::qml

namespace catchment::app {

class ElidedLabel;
struct Workspace;

/// The present state against the pinned one, else against that before the last edit: what every region gained and
/// lost, and who moved, by city, country or access network. Choosing a city's row selects the city.
class ComparePanel : public QWidget {
    Q_OBJECT

public:
    explicit ComparePanel(Workspace &workspace, QWidget *parent = nullptr);

private:
    QTableView *makeTable(QSortFilterProxyModel *sorted, const QString &name, const QString &object);
    void show();
    void showMoves();
    QString figures() const;

    Workspace &workspace_;
    qml::RegionMovesModel *regions_;
    qml::MovesModel *moves_;
    ElidedLabel *title_;
    QLabel *figures_;
    QComboBox *group_;
    QTableView *region_table_;
    QTableView *move_table_;
};

} // namespace catchment::app
