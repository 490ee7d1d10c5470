// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "qml/models/region_model.h"
#include "study/next_region.h"

#include <QAbstractTableModel>

#include <memory>
#include <vector>

namespace catchment::qml {

/// What each further region would bring: one row per region, best first.
class NextRegionModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, MeanRtt, Gained, Moved, P95Rtt, ColumnCount };
    enum class Role {
        Code = Qt::UserRole + 1, ///< QString of the row's region
        Colour,                  ///< QColor of the region in the first column; invalid in the others
    };
    Q_ENUM(Role)

    using QAbstractTableModel::QAbstractTableModel;

    void setRegions(std::shared_ptr<const Operator> op, NextRegions regions);
    void clear();
    void setColours(RegionColour colour);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QVariant text(const NextRegion &row, int column) const;

    std::shared_ptr<const Operator> op_;
    NextRegions regions_;
    RegionColour colour_;
};

} // namespace catchment::qml
