// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "qml/models/region_model.h"
#include "study/catchments.h"

#include <QAbstractTableModel>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace catchment::qml {

/// The map as a table: a row for every city of the world, in the order of its table. Rows are made once per world;
/// after that they only change.
class CityTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, Country, Users, RegionColumn, Rtt, Certainty, Km, Nearest, NearestKm, Why, ColumnCount };
    enum class Role {
        Id = Qt::UserRole + 1, ///< QString, the city's
        Sort,                  ///< what the column is sorted by; invalid: nothing there
        Plain,                 ///< QString: the cell for other programs, figures in the C locale and without units
        Search,                ///< QString: what filters look at, as searchKey() makes it
        Colour,                ///< QColor of the region in this cell; invalid in cells without one
    };
    Q_ENUM(Role)

    using QAbstractTableModel::QAbstractTableModel;

    /// Of any world; none: no rows.
    void setCatchments(std::shared_ptr<const Catchments> catchments);
    void setColours(RegionColour colour);

    /// The row of a city by its id; -1: there is none.
    int rowOf(const QString &id) const;
    CityId cityAt(int row) const { return CityId(static_cast<std::uint32_t>(row)); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    const CityOutcome &outcome(int row) const { return catchments_->cities[static_cast<std::size_t>(row)]; }
    QString text(int row, int column) const;
    QString plain(int row, int column) const;
    QVariant sortKey(int row, int column) const;
    QString search(int row) const;
    QString destination(const CityOutcome &outcome) const;
    QString code(const std::optional<RegionId> &region) const;
    const QString &why(int row) const;

    std::shared_ptr<const Catchments> catchments_;
    int rows_ = 0;
    RegionColour colour_;
    mutable std::vector<std::optional<QString>> why_; ///< found when somebody looks: most are never seen
};

} // namespace catchment::qml
