// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario/scenario.h"
#include "study/proxy.h"

#include <QAbstractTableModel>

#include <memory>
#include <vector>

namespace catchment::app {

/// The deployed regions with their instances: how many run, how many of them have failed, how busy they are. The first
/// two are asked to be changed by `wanted`, never changed here.
class InstanceModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, Count, Failed, Load, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setScenario(const Scenario &scenario);

    /// What the instances carry; of `op`, or nothing yet.
    void setProxied(std::shared_ptr<const Operator> op, std::shared_ptr<const Proxied> proxied);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

signals:
    void wanted(const catchment::Instances &instances);

private:
    const InstanceLoad *load(int row) const;
    QString loadText(int row) const;
    bool full(int row) const;

    std::vector<Instances> rows_;
    std::shared_ptr<const Operator> op_;
    std::shared_ptr<const Proxied> proxied_;
};

} // namespace catchment::app
