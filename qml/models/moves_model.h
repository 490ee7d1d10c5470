// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "study/moves.h"

#include <QAbstractTableModel>
#include <QString>

#include <vector>

namespace catchment::qml {

/// The users who moved, taken together by city, country or network; most users first.
class MovesModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum class Group { City, Country, Network };
    enum Column { Name, Users, Change, Lost, ColumnCount };
    enum class Role {
        City = Qt::UserRole + 1, ///< the city's id; empty for other groups
        Sort,                    ///< what the column is sorted by
    };
    Q_ENUM(Role)

    using QAbstractTableModel::QAbstractTableModel;

    void setComparison(const Comparison &comparison, const World &world, Group group);
    void clear();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Row {
        QString name;
        QString city;
        Moves moves;
    };

    QVariant text(const Row &row, int column) const;
    QVariant sortKey(const Row &row, int column) const;

    std::vector<Row> rows_;
    Group group_ = Group::City;
};

/// What each region gained and lost: one row per region that announces before or after.
class RegionMovesModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Code, Before, After, Gained, Lost, ColumnCount };
    enum class Role {
        Sort = Qt::UserRole + 1, ///< what the column is sorted by
    };
    Q_ENUM(Role)

    using QAbstractTableModel::QAbstractTableModel;

    void setMoves(std::vector<RegionMoves> moves, const Operator &op);
    void clear();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::vector<RegionMoves> rows_;
    std::vector<QString> codes_; ///< of the rows
};

} // namespace catchment::qml
