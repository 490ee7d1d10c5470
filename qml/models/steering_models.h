// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "qml/models/region_model.h"
#include "study/steering_study.h"

#include <QAbstractTableModel>

#include <memory>
#include <vector>

namespace catchment::qml {

/// What anycast and DNS get wrong, all users together: one row per kind.
class SteeringTotalsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, ByAnycast, ByDns, ColumnCount };
    enum Row { Resolver, Policy, LongWay, Unreached, Stuck, MeanRtt, RowCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setStudy(std::shared_ptr<const SteeringStudy> study);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString name(int row) const;
    QString figure(int row, const SteeringSide &side) const;
    QString more(int row, const SteeringSide &side) const;

    std::shared_ptr<const SteeringStudy> study_;
};

/// The cities that either gets wrong, the worst first.
class SteeringCityModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, Users, Nearest, ByAnycast, ByDns, StuckByDns, ColumnCount };
    enum class Role {
        City = Qt::UserRole + 1, ///< QString: its id
    };
    Q_ENUM(Role)
    static constexpr std::size_t most_rows = 500;

    using QAbstractTableModel::QAbstractTableModel;

    void setStudy(std::shared_ptr<const SteeringStudy> study);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString text(CityId city, int column) const;

    std::shared_ptr<const SteeringStudy> study_;
    std::vector<CityId> cities_;
};

} // namespace catchment::qml
