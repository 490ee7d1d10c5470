// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/models/deployment_model.h"

#include "qml/models/numbers.h"

#include <QLocale>
#include <QStringList>

namespace catchment::qml {

void DeploymentModel::setDeployments(std::shared_ptr<const Operator> op, std::vector<Deployment> deployments,
                                     const QString &value) {
    beginResetModel(); // another question: no row is the one it was
    op_ = std::move(op);
    deployments_ = std::move(deployments);
    value_ = value;
    endResetModel();
}

void DeploymentModel::clear() { setDeployments(nullptr, {}, {}); }

int DeploymentModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : static_cast<int>(deployments_.size());
}

int DeploymentModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QStringList DeploymentModel::codes(const Deployment &row) const {
    QStringList out;
    for (const RegionId region : row.regions) {
        out << QString::fromStdString(op_->regions[region.index()].code);
    }
    return out;
}

QVariant DeploymentModel::data(const QModelIndex &index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const Deployment &row = deployments_[static_cast<std::size_t>(index.row())];
    if (role == static_cast<int>(Role::Codes)) {
        return codes(row);
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(index.column() == Regions ? Qt::AlignLeft | Qt::AlignVCenter
                                                             : Qt::AlignRight | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole && !(role == Qt::ToolTipRole && index.column() == Regions)) {
        return {};
    }
    switch (index.column()) {
    case Rank:
        return QLocale().toString(index.row() + 1);
    case Regions:
        return codes(row).join(QStringLiteral(", "));
    case Value:
        return QStringLiteral("%1 ms").arg(QLocale().toString(row.value, 'f', 1));
    case Unreached:
        return row.unreached_users > 0 ? usersText(row.unreached_users) : QStringLiteral("–");
    default:
        return {};
    }
}

QVariant DeploymentModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(section == Regions ? Qt::AlignLeft | Qt::AlignVCenter
                                                      : Qt::AlignRight | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    const QString names[] = {tr("Rank"), tr("Regions"), value_, tr("Unreached")};
    return names[section];
}

} // namespace catchment::qml
