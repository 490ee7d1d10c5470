// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/models/moves_model.h"

#include "qml/models/numbers.h"

#include <utility>

namespace catchment::qml {
namespace {

QVariant alignment(bool figures) { return QVariant((figures ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter); }

QString people(double users) { return users < 0.5 ? QStringLiteral("–") : usersText(users); }

} // namespace

void MovesModel::clear() {
    if (!rows_.empty()) {
        beginRemoveRows({}, 0, static_cast<int>(rows_.size()) - 1);
        rows_.clear();
        endRemoveRows();
    }
}

void MovesModel::setComparison(const Comparison &comparison, const World &world, Group group) {
    clear();
    std::vector<Row> rows;
    switch (group) {
    case Group::City:
        for (const CityMoves &one : moves_by_city(comparison, world)) {
            const City &city = world.city(one.city);
            rows.push_back({tr("%1, %2").arg(QString::fromStdString(city.name), QString::fromStdString(city.country)),
                            QString::fromStdString(city.id), one.moves});
        }
        break;
    case Group::Country:
        for (const CountryMoves &one : moves_by_country(comparison, world)) {
            rows.push_back({QString::fromStdString(one.country), {}, one.moves});
        }
        break;
    case Group::Network:
        for (const NetworkMoves &one : moves_by_network(comparison)) {
            const Network &network = world.network(one.network);
            rows.push_back(
                {tr("%1 · AS%2").arg(QString::fromStdString(network.name)).arg(network.asn.value), {}, one.moves});
        }
        break;
    }
    if (group_ != group) {
        group_ = group;
        emit headerDataChanged(Qt::Horizontal, Name, Name);
    }
    if (!rows.empty()) {
        beginInsertRows({}, 0, static_cast<int>(rows.size()) - 1);
        rows_ = std::move(rows);
        endInsertRows();
    }
}

int MovesModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int MovesModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant MovesModel::text(const Row &row, int column) const {
    switch (column) {
    case Name:
        return row.name;
    case Users:
        return usersText(row.moves.users);
    case Change:
        // A gain makes the round trip shorter, so it is shown as minus.
        return row.moves.reached_users < 0.5 ? QStringLiteral("–") : signedMsText(-row.moves.gained_ms);
    case Lost:
        return people(row.moves.newly_unreached_users);
    default:
        return {};
    }
}

QVariant MovesModel::sortKey(const Row &row, int column) const {
    switch (column) {
    case Name:
        return row.name;
    case Users:
        return row.moves.users;
    case Change:
        return -row.moves.gained_ms;
    case Lost:
        return row.moves.newly_unreached_users;
    default:
        return {};
    }
}

QVariant MovesModel::data(const QModelIndex &index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Row &row = rows_[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::TextAlignmentRole:
        return alignment(index.column() != Name);
    case static_cast<int>(Role::Sort):
        return sortKey(row, index.column());
    case static_cast<int>(Role::City):
        return row.city;
    default:
        return {};
    }
}

QVariant MovesModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return alignment(section != Name);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Name:
        return group_ == Group::City ? tr("City") : group_ == Group::Country ? tr("Country") : tr("Access network");
    case Users:
        return tr("Moved");
    case Change:
        return tr("RTT");
    case Lost:
        return tr("Cut off");
    default:
        return {};
    }
}

void RegionMovesModel::clear() {
    if (!rows_.empty()) {
        beginRemoveRows({}, 0, static_cast<int>(rows_.size()) - 1);
        rows_.clear();
        codes_.clear();
        endRemoveRows();
    }
}

void RegionMovesModel::setMoves(std::vector<RegionMoves> moves, const Operator &op) {
    clear();
    if (moves.empty()) {
        return;
    }
    beginInsertRows({}, 0, static_cast<int>(moves.size()) - 1);
    rows_ = std::move(moves);
    for (const RegionMoves &row : rows_) {
        codes_.push_back(QString::fromStdString(op.regions[row.region.index()].code));
    }
    endInsertRows();
}

int RegionMovesModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int RegionMovesModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant RegionMovesModel::data(const QModelIndex &index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const auto at = static_cast<std::size_t>(index.row());
    const RegionMoves &row = rows_[at];
    if (role == Qt::TextAlignmentRole) {
        return alignment(index.column() != Code);
    }
    if (role != Qt::DisplayRole && role != static_cast<int>(Role::Sort)) {
        return {};
    }
    const auto figure = [&](double users, const QString &sign) -> QVariant {
        if (role != Qt::DisplayRole) {
            return users;
        }
        return users < 0.5 ? QStringLiteral("–") : sign + usersText(users);
    };
    switch (index.column()) {
    case Code:
        return codes_[at];
    case Before:
        return figure(row.users_before, {});
    case After:
        return figure(row.users_after, {});
    case Gained:
        return figure(row.gained_users, QStringLiteral("+"));
    case Lost:
        return figure(row.lost_users, QStringLiteral("−"));
    default:
        return {};
    }
}

QVariant RegionMovesModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return alignment(section != Code);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Code:
        return tr("Region");
    case Before:
        return tr("Before");
    case After:
        return tr("Now");
    case Gained:
        return tr("Gained");
    case Lost:
        return tr("Lost");
    default:
        return {};
    }
}

} // namespace catchment::qml
