// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/session_model.h"

#include "app/panels/row_delegate.h"

namespace catchment::app {

QString tuningText(const Tuning &in_force) {
    if (in_force.withhold.value_or(false)) {
        return SessionModel::tr("withheld");
    }
    QStringList words;
    if (const int times = in_force.prepend.value_or(0); times > 0) {
        words << QStringLiteral("+%1").arg(times);
    }
    if (in_force.no_export.value_or(false)) {
        words << QStringLiteral("NO_EXPORT");
    }
    if (const auto med = in_force.med.value_or(0); med > 0) {
        words << SessionModel::tr("MED %1").arg(med);
    }
    return words.join(QStringLiteral(" · "));
}

void SessionModel::show(std::shared_ptr<const World> world, const Scenario &scenario, const Operator &op,
                        const std::string &region) {
    auto sessions = sessionsOf(scenario, op, *world, region);
    const bool same = world == world_ && region == region_ && sessions == sessions_;
    if (!same && !region_.empty()) {
        beginRemoveRows({}, 0, rowCount() - 1);
        region_.clear();
        endRemoveRows();
    }
    if (!same && !region.empty()) {
        beginInsertRows({}, 0, static_cast<int>(sessions.size()));
    }
    world_ = std::move(world);
    scenario_ = scenario;
    region_ = region;
    sessions_ = std::move(sessions);
    if (region_.empty()) {
        return;
    }
    if (same) {
        emit dataChanged(index(0), index(rowCount() - 1));
    } else {
        endInsertRows();
    }
}

TuningOf SessionModel::target(int row) const {
    const RegionSession *const of = session(row);
    return {region_, of ? std::optional(of->neighbour) : std::nullopt};
}

const RegionSession *SessionModel::session(int row) const {
    return row > 0 && row <= static_cast<int>(sessions_.size()) ? &sessions_[static_cast<std::size_t>(row) - 1]
                                                                : nullptr;
}

int SessionModel::rowOf(std::optional<Asn> neighbour) const {
    for (int row = 1; neighbour && row < rowCount(); ++row) {
        if (session(row)->neighbour == *neighbour) {
            return row;
        }
    }
    return 0;
}

int SessionModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() || region_.empty() ? 0 : static_cast<int>(sessions_.size()) + 1;
}

QString SessionModel::title(int row) const {
    const RegionSession *const of = session(row);
    return of ? QString::fromStdString(world_->network(of->network).name) : tr("All sessions");
}

QString SessionModel::detail(int row) const {
    const RegionSession *const of = session(row);
    if (!of) {
        return sessions_.size() == 1 ? tr("1 session") : tr("%1 sessions").arg(sessions_.size());
    }
    QStringList words{QStringLiteral("AS%1").arg(of->neighbour.value)};
    words << (of->neighbour_is == Relationship::Provider ? tr("provider")
              : of->neighbour_is == Relationship::Peer   ? tr("peer")
                                                         : tr("customer"));
    if (of->via) {
        words << QString::fromStdString(world_->exchange(*of->via).name);
    }
    if (of->added) {
        words << tr("added");
    }
    return words.join(QStringLiteral(" · "));
}

QString SessionModel::tuning(int row) const { return tuningText(inForce(scenario_, target(row))); }

QVariant SessionModel::data(const QModelIndex &index, int role) const {
    if (!index.isValid() || !checkIndex(index)) {
        return {};
    }
    const int row = index.row();
    switch (role) {
    case Qt::DisplayRole:
        return title(row);
    case Qt::ToolTipRole:
        return QStringLiteral("%1\n%2").arg(title(row), detail(row));
    case Qt::AccessibleTextRole: {
        const QString how = tuning(row);
        return QStringList{title(row), detail(row), how.isEmpty() ? tr("announced as it is") : how}.join(
            QStringLiteral(", "));
    }
    case RowDelegate::Detail:
        return detail(row);
    case RowDelegate::Figure:
        return tuning(row);
    case RowDelegate::Marked: {
        const Tuning own = ownWords(scenario_, target(row));
        return own.withhold || own.prepend || own.no_export || own.med;
    }
    case RowDelegate::Dim:
        return inForce(scenario_, target(row)).withhold.value_or(false);
    default:
        return {};
    }
}

} // namespace catchment::app
