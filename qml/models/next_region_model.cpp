// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/models/next_region_model.h"

#include "qml/models/numbers.h"

namespace catchment::qml {

void NextRegionModel::setRegions(std::shared_ptr<const Operator> op, NextRegions regions) {
    beginResetModel(); // another deployment: no row is the one it was
    op_ = std::move(op);
    regions_ = std::move(regions);
    endResetModel();
}

void NextRegionModel::clear() { setRegions(nullptr, {}); }

void NextRegionModel::setColours(RegionColour colour) {
    colour_ = std::move(colour);
    if (rowCount() > 0) {
        emit dataChanged(index(0, 0), index(rowCount() - 1, 0), {static_cast<int>(Role::Colour)});
    }
}

int NextRegionModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : static_cast<int>(regions_.ranked.size());
}

int NextRegionModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant NextRegionModel::data(const QModelIndex &index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const NextRegion &row = regions_.ranked[static_cast<std::size_t>(index.row())];
    const QString code = QString::fromStdString(op_->regions[row.region.index()].code);
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(index.column() == Name ? Qt::AlignLeft | Qt::AlignVCenter
                                                          : Qt::AlignRight | Qt::AlignVCenter);
    case Qt::ToolTipRole:
        return row.newly_reached_users > 0
                   ? tr("%1 users reach a region that reach none now").arg(usersText(row.newly_reached_users))
                   : QVariant();
    case static_cast<int>(Role::Code):
        return code;
    case static_cast<int>(Role::Colour):
        return index.column() == Name && colour_ ? QVariant(colour_(code)) : QVariant();
    default:
        return {};
    }
}

QVariant NextRegionModel::text(const NextRegion &row, int column) const {
    const Region &region = op_->regions[row.region.index()];
    switch (column) {
    case Name:
        return QStringLiteral("%1  %2").arg(QString::fromStdString(region.code), QString::fromStdString(region.name));
    case MeanRtt:
        return msText(row.after.mean_rtt_ms);
    case Gained:
        return signedMsText(-row.gained_ms);
    case Moved:
        return usersText(row.moved_users);
    case P95Rtt:
        return msText(row.after.p95_rtt_ms);
    default:
        return {};
    }
}

QVariant NextRegionModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(section == Name ? Qt::AlignLeft | Qt::AlignVCenter
                                                   : Qt::AlignRight | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    const QString names[] = {tr("Region"), tr("Mean RTT with it"), tr("Change"), tr("Users that move"),
                             tr("95 % within")};
    return names[section];
}

} // namespace catchment::qml
