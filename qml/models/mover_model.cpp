// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/models/mover_model.h"

#include "qml/models/numbers.h"

#include <QStringList>

#include <algorithm>
#include <cmath>
#include <map>

namespace catchment::qml {

void MoverModel::clear() {
    if (!rows_.empty()) {
        beginRemoveRows({}, 0, static_cast<int>(rows_.size()) - 1);
        rows_.clear();
        endRemoveRows();
    }
}

void MoverModel::setComparison(const Comparison &comparison, const Operator &op) {
    clear();
    const auto code = [&](const std::optional<RegionId> &id, bool hijacker) {
        return id ? QString::fromStdString(op.regions[id->index()].code) : hijacker ? hijackerCode() : QString();
    };
    std::map<std::pair<QString, QString>, Row> sums;
    for (const Mover &mover : comparison.movers) {
        const QString from = code(mover.from, mover.from_hijacker);
        const QString to = code(mover.to, mover.to_hijacker);
        Row &row = sums[{from, to}];
        row.from = from;
        row.to = to;
        row.users += mover.users;
        row.timed = mover.from && mover.to;
        row.gained_ms += mover.gained_ms * mover.users;
    }
    std::vector<Row> rows;
    for (auto &[key, row] : sums) {
        row.gained_ms = row.users > 0 ? row.gained_ms / row.users : 0;
        rows.push_back(std::move(row));
    }
    std::ranges::stable_sort(rows, std::ranges::greater(), &Row::users);
    if (!rows.empty()) {
        beginInsertRows({}, 0, static_cast<int>(rows.size()) - 1);
        rows_ = std::move(rows);
        endInsertRows();
    }
}

void MoverModel::setColours(RegionColour colour) {
    colour_ = std::move(colour);
    if (!rows_.empty()) {
        emit dataChanged(index(0, 0), index(static_cast<int>(rows_.size()) - 1, ColumnCount - 1));
    }
}

int MoverModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int MoverModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant MoverModel::text(const Row &row, int column) const {
    switch (column) {
    case From:
        return row.from.isEmpty() ? tr("unreached") : row.from;
    case To:
        return row.to.isEmpty() ? tr("unreached") : row.to;
    case Users:
        return usersText(row.users);
    case Gained:
        // A gain makes the round trip shorter, so it is shown as minus.
        return !row.timed ? QStringLiteral("–") : signedMsText(-row.gained_ms);
    default:
        return {};
    }
}

QVariant MoverModel::sortKey(const Row &row, int column) const {
    switch (column) {
    case From:
        return row.from;
    case To:
        return row.to;
    case Users:
        return row.users;
    case Gained:
        return -row.gained_ms;
    default:
        return {};
    }
}

QVariant MoverModel::data(const QModelIndex &index, int role) const {
    if (!index.isValid() || !checkIndex(index)) {
        return {};
    }
    const Row &row = rows_[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::TextAlignmentRole:
        return index.column() >= Users ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                                       : QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    case static_cast<int>(Role::Sort):
        return sortKey(row, index.column());
    case static_cast<int>(Role::Colour): {
        const QString code = index.column() == From ? row.from : index.column() == To ? row.to : QString();
        return code.isEmpty() || !colour_ ? QVariant() : QVariant(colour_(code));
    }
    default:
        return {};
    }
}

QVariant MoverModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return section >= Users ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                                : QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case From:
        return tr("From");
    case To:
        return tr("To");
    case Users:
        return tr("Users");
    case Gained:
        return tr("RTT");
    default:
        return {};
    }
}

QString comparisonSentence(const Comparison &comparison) {
    if (comparison.moved_users < 0.5) {
        return MoverModel::tr("Nobody moved.");
    }
    QStringList words{MoverModel::tr("%1 users moved").arg(usersText(comparison.moved_users))};
    if (comparison.gained_ms > 0.05) {
        words << MoverModel::tr("%1 faster on average").arg(msText(comparison.gained_ms));
    } else if (comparison.gained_ms < -0.05) {
        words << MoverModel::tr("%1 slower on average").arg(msText(-comparison.gained_ms));
    }
    if (comparison.newly_captured_users > 0.5) {
        words << MoverModel::tr("%1 captured").arg(usersText(comparison.newly_captured_users));
    }
    if (comparison.newly_unreached_users > 0.5) {
        words << MoverModel::tr("%1 lost the app").arg(usersText(comparison.newly_unreached_users));
    }
    if (comparison.newly_reached_users > 0.5) {
        words << MoverModel::tr("%1 reach it anew").arg(usersText(comparison.newly_reached_users));
    }
    return words.join(QStringLiteral(", ")) + QLatin1Char('.');
}

QString edgeSentence(const Comparison &comparison, const EdgeChange &change, const Operator &op) {
    const QString moved =
        comparison.moved_users < 0.5 ? MoverModel::tr("Nobody moved to another edge.") : comparisonSentence(comparison);
    if (change.instance_users < 0.5) {
        return MoverModel::tr("%1 Everybody keeps their instance.").arg(moved);
    }
    const auto code = [&op](std::optional<RegionId> region) {
        return region ? QString::fromStdString(op.regions[region->index()].code) : MoverModel::tr("none");
    };
    const InstanceFlow &most = change.flows.front();
    return MoverModel::tr("%1 Another instance serves %2 users, most of them %3 instead of %4; the connections of %5 "
                          "break.")
        .arg(moved, usersText(change.instance_users), code(most.to), code(most.from), usersText(change.broken_users));
}

} // namespace catchment::qml
