// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data/instance_model.h"

#include "qml/models/numbers.h"

#include <algorithm>

namespace catchment::app {

void InstanceModel::setScenario(const Scenario &scenario) {
    std::vector<Instances> rows;
    for (const std::string &code : scenario.regions) {
        const auto given = std::ranges::find(scenario.edge.instances, code, &Instances::region);
        rows.push_back(given == scenario.edge.instances.end() ? Instances{code, 1, 0} : *given);
    }
    if (std::ranges::equal(rows, rows_, {}, &Instances::region, &Instances::region)) {
        rows_ = std::move(rows);
        if (!rows_.empty()) {
            emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        }
        return;
    }
    beginResetModel();
    rows_ = std::move(rows);
    endResetModel();
}

void InstanceModel::setProxied(std::shared_ptr<const Operator> op, std::shared_ptr<const Proxied> proxied) {
    op_ = std::move(op);
    proxied_ = std::move(proxied);
    if (!rows_.empty()) {
        emit dataChanged(index(0, Load), index(rowCount() - 1, Load));
    }
}

int InstanceModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int InstanceModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

const InstanceLoad *InstanceModel::load(int row) const {
    if (!proxied_) {
        return nullptr;
    }
    const std::string &code = rows_[static_cast<std::size_t>(row)].region;
    const auto found = std::ranges::find_if(
        proxied_->instances, [&](const InstanceLoad &l) { return op_->regions[l.region.index()].code == code; });
    return found == proxied_->instances.end() ? nullptr : &*found;
}

QString InstanceModel::loadText(int row) const {
    const InstanceLoad *carries = load(row);
    if (!carries) {
        return {};
    }
    const QString requests = qml::usersText(carries->requests);
    const auto &limit = carries->soft_limit ? carries->soft_limit : carries->hard_limit;
    return carries->healthy == 0 ? tr("down") : limit ? tr("%1 of %2").arg(requests, qml::usersText(*limit)) : requests;
}

bool InstanceModel::full(int row) const {
    const InstanceLoad *carries = load(row);
    constexpr double nearly = 0.999999; // sums of shares
    return carries &&
           (carries->healthy == 0 || (carries->hard_limit && carries->requests >= nearly * *carries->hard_limit));
}

QVariant InstanceModel::data(const QModelIndex &index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const Instances &of = rows_[static_cast<std::size_t>(index.row())];
    const QString region = QString::fromStdString(of.region);
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(index.column() == Name ? Qt::AlignLeft | Qt::AlignVCenter
                                                          : Qt::AlignRight | Qt::AlignVCenter);
    }
    if (role == Qt::AccessibleTextRole || role == Qt::ToolTipRole) {
        QString words = tr("%1: %2 instances, %3 failed").arg(region).arg(of.count).arg(of.failed);
        if (const InstanceLoad *carries = load(index.row())) {
            words += tr(", %1 concurrent requests").arg(qml::usersText(carries->requests));
        }
        return full(index.row()) ? tr("%1, at the limit").arg(words) : words;
    }
    if (role != Qt::DisplayRole && role != Qt::EditRole) {
        return {};
    }
    switch (index.column()) {
    case Name:
        return region;
    case Count:
        return of.count;
    case Failed:
        return role == Qt::DisplayRole && of.failed == 0 ? QVariant(QString()) : QVariant(of.failed);
    default:
        return full(index.row()) && load(index.row())->healthy > 0 ? tr("%1 !").arg(loadText(index.row()))
                                                                   : loadText(index.row());
    }
}

QVariant InstanceModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount) {
        return {};
    }
    const QString names[] = {tr("Region"), tr("Runs"), tr("Down"), tr("Load")};
    const QString more[] = {tr("Deployed regions"), tr("Instances that run there; double click or F2 changes it"),
                            tr("How many of them have failed; double click or F2 changes it"),
                            tr("Concurrent requests, of as many as all healthy instances take")};
    return role == Qt::DisplayRole                                     ? QVariant(names[section])
           : role == Qt::ToolTipRole || role == Qt::AccessibleTextRole ? QVariant(more[section])
                                                                       : QVariant();
}

Qt::ItemFlags InstanceModel::flags(const QModelIndex &index) const {
    const bool editable = index.column() == Count || index.column() == Failed;
    return QAbstractTableModel::flags(index) | (editable ? Qt::ItemIsEditable : Qt::NoItemFlags);
}

bool InstanceModel::setData(const QModelIndex &index, const QVariant &value, int role) {
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return false;
    }
    Instances to = rows_[static_cast<std::size_t>(index.row())];
    if (index.column() == Count) {
        to.count = std::clamp(value.toInt(), 1, Edge::most_instances);
        to.failed = std::min(to.failed, to.count);
    } else if (index.column() == Failed) {
        to.failed = std::clamp(value.toInt(), 0, to.count);
    } else {
        return false;
    }
    emit wanted(to);
    return true;
}

} // namespace catchment::app
