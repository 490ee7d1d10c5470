// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "study/data_study.h"

#include <QAbstractTableModel>
#include <QStringList>

#include <memory>
#include <span>
#include <vector>

namespace catchment::qml {

/// What a placement of data means, as one of several small tables. Made anew as a whole; a row is about one region or
/// one city.
class DataTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum class Table {
        Edges,    ///< what users find at each edge
        Failures, ///< what is left when a region with data fails
        Replicas, ///< where the data is: behind the primary, cut off, catching up
        Places,   ///< for the primary, best first
        Cities,   ///< those with users, slowest writes first
    };
    enum class Role {
        Code = Qt::UserRole + 1, ///< QString: the region that a row is about; empty in Cities
        City,                    ///< QString: the id of the city that a row is about
    };
    Q_ENUM(Role)
    static constexpr std::size_t most_cities = 500;

    using QAbstractTableModel::QAbstractTableModel;

    /// `study` may be null: no rows.
    void show(Table table, std::shared_ptr<const DataStudy> study, std::span<const PrimaryPlace> places);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Row {
        QStringList cells;
        QString code;
        QString city;
    };

    QString code(RegionId region) const;
    QString name(RegionId region) const;
    QString codeOrNone(std::optional<RegionId> region) const;
    void listEdges();
    void listFailures();
    void listReplicas();
    void listPlaces(std::span<const PrimaryPlace> places);
    void listCities();

    std::shared_ptr<const DataStudy> study_;
    QStringList header_;
    std::vector<Row> rows_;
};

} // namespace catchment::qml
