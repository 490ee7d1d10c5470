// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/happenings_model.h"

#include "app/edits/edit.h"

#include <QLocale>
#include <QStringList>

#include <algorithm>

namespace catchment::app {

QString path_text(const Convergence &convergence, PathId path) {
    if (path == PathTable::none) {
        return QStringLiteral("–");
    }
    QStringList out;
    for (const Asn asn : convergence.paths.asns(path)) {
        out.append(QString::number(asn.value));
    }
    return out.join(u' ');
}

QString router_text(const Topology &whole, RouterId router) {
    return QStringLiteral("%1 · %2 %3")
        .arg(QString::fromStdString(whole.world().city(whole.city_of(router)).name), asText(whole.asn_of(router)),
             QString::fromStdString(whole.name_of(whole.network_of(router))));
}

void HappeningsModel::show(std::shared_ptr<const Convergence> convergence, std::optional<NetworkId> network) {
    beginResetModel();
    convergence_ = std::move(convergence);
    rows_.clear();
    if (convergence_) {
        const Convergence &c = *convergence_;
        for (std::uint32_t i = 0; i < c.messages.size(); ++i) {
            rows_.push_back({c.messages[i].received, false, i});
        }
        for (std::uint32_t i = 0; i < c.changes.size(); ++i) {
            rows_.push_back({c.changes[i].at, true, i});
        }
        if (network) {
            std::erase_if(rows_, [&](const Row &row) { return c.whole->network_of(routerOf(row)) != *network; });
        }
        // A change comes from the message before it.
        std::ranges::stable_sort(rows_, {}, &Row::at);
    }
    endResetModel();
}

int HappeningsModel::rowAt(Moment moment) const {
    const auto after = std::ranges::upper_bound(rows_, moment, {}, &Row::at);
    return static_cast<int>(after - rows_.begin()) - 1;
}

int HappeningsModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int HappeningsModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : Columns; }

RouterId HappeningsModel::routerOf(const Row &row) const {
    const Convergence &c = *convergence_;
    return row.change ? c.changes[row.index].router : RouterId(c.whole->end(c.messages[row.index].end).router);
}

PathId HappeningsModel::pathOf(const Row &row) const {
    return row.change ? convergence_->changes[row.index].after.path : convergence_->messages[row.index].path;
}

QString HappeningsModel::whatOf(const Row &row) const {
    const Convergence &c = *convergence_;
    if (row.change) {
        const RouteChange &change = c.changes[row.index];
        const auto has = [](const Belief &belief) { return belief.session != Belief::no_session; };
        return !has(change.before) ? tr("gets a route")
               : has(change.after) ? tr("another route")
                                   : tr("loses its route");
    }
    const LoggedMessage &message = c.messages[row.index];
    const QString from = asText(c.whole->asn_of(RouterId(c.whole->end(message.end).neighbour)));
    if (message.lost) {
        return tr("✕ from %1").arg(from);
    }
    return (message.path == PathTable::none ? tr("◇ from %1") : tr("◆ from %1")).arg(from);
}

QVariant HappeningsModel::data(const QModelIndex &index, int role) const {
    if (!index.isValid()) {
        return {};
    }
    const Row &row = rows_[static_cast<std::size_t>(index.row())];
    const Convergence &c = *convergence_;
    if (role == Qt::TextAlignmentRole && index.column() == Time) {
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    }
    if (role == Qt::ToolTipRole && index.column() == Path && row.change) {
        return tr("from %1 to %2").arg(path_text(c, c.changes[row.index].before.path), path_text(c, pathOf(row)));
    }
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) {
        return {};
    }
    switch (index.column()) {
    case Time:
        return tr("%1 s").arg(
            QLocale().toString(static_cast<double>((row.at - c.stages.front().at).count()) / 1e6, 'f', 3));
    case Where:
        return router_text(*c.whole, routerOf(row));
    case What:
        return whatOf(row);
    default:
        return path_text(c, pathOf(row));
    }
}

QVariant HappeningsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    const QStringList names = {tr("Time"), tr("Router"), tr("What"), tr("AS path")};
    return names.value(section);
}

} // namespace catchment::app
