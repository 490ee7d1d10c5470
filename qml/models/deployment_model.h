// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "study/sweep.h"

#include <QAbstractTableModel>
#include <QString>

#include <memory>
#include <vector>

namespace catchment::qml {

/// Deployments, ranked: one row each, best first.
class DeploymentModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Rank, Regions, Value, Unreached, ColumnCount };
    enum class Role {
        Codes = Qt::UserRole + 1, ///< QStringList of the row's regions
    };
    Q_ENUM(Role)

    using QAbstractTableModel::QAbstractTableModel;

    /// `value`: what the value is called, the column's heading.
    void setDeployments(std::shared_ptr<const Operator> op, std::vector<Deployment> deployments, const QString &value);
    void clear();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QStringList codes(const Deployment &row) const;

    std::shared_ptr<const Operator> op_;
    std::vector<Deployment> deployments_;
    QString value_;
};

} // namespace catchment::qml
