// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/models/steering_models.h"

#include "qml/models/numbers.h"

#include <QLocale>

#include <algorithm>

namespace catchment::qml {
namespace {

QVariant aligned(int column) {
    return QVariant::fromValue(column == 0 ? Qt::AlignLeft | Qt::AlignVCenter : Qt::AlignRight | Qt::AlignVCenter);
}

const Misled *misled(int row, const SteeringErrors &errors) {
    switch (row) {
    case SteeringTotalsModel::Resolver:
        return &errors.by_resolver;
    case SteeringTotalsModel::Policy:
        return &errors.by_policy;
    case SteeringTotalsModel::LongWay:
        return &errors.long_way;
    default:
        return nullptr;
    }
}

} // namespace

void SteeringTotalsModel::setStudy(std::shared_ptr<const SteeringStudy> study) {
    beginResetModel();
    study_ = std::move(study);
    endResetModel();
}

int SteeringTotalsModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() || !study_ ? 0 : static_cast<int>(RowCount);
}

int SteeringTotalsModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant SteeringTotalsModel::data(const QModelIndex &index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const SteeringSide &side = index.column() == ByDns ? study_->dns : study_->anycast;
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == Name ? name(index.row()) : figure(index.row(), side);
    case Qt::ToolTipRole:
        return index.column() == Name ? name(index.row()) : more(index.row(), side);
    case Qt::TextAlignmentRole:
        return aligned(index.column());
    default:
        return {};
    }
}

QString SteeringTotalsModel::name(int row) const {
    switch (row) {
    case Resolver:
        return tr("Sent far by the resolver");
    case Policy:
        return tr("Sent far by policy");
    case LongWay:
        return tr("Near, by a long way");
    case Unreached:
        return tr("Without a region");
    case Stuck:
        return tr("Cut off by the event");
    default:
        return tr("Mean RTT");
    }
}

QString SteeringTotalsModel::figure(int row, const SteeringSide &side) const {
    if (const Misled *users = misled(row, side.total)) {
        return users->users > 0 ? QStringLiteral("%1, %2").arg(usersText(users->users), signedMsText(users->mean_ms()))
                                : usersText(0);
    }
    switch (row) {
    case Unreached:
        return usersText(side.total.unreached);
    case Stuck:
        return !study_->event ? tr("no event")
               : !side.timed  ? tr("not known")
               : side.total.stuck > 0
                   ? tr("%1 for %2 s")
                         .arg(usersText(side.total.stuck), QLocale().toString(side.total.mean_stuck_seconds(), 'g', 3))
                   : usersText(0);
    default:
        return msText(side.result->summary.mean_rtt_ms);
    }
}

/// What the figure does not say.
QString SteeringTotalsModel::more(int row, const SteeringSide &side) const {
    if (const Misled *users = misled(row, side.total); users && users->users > 0) {
        return tr("On average %1 farther than the nearest region, and %2 over the direct way there")
            .arg(kmText(users->mean_km()), msText(users->mean_ms()));
    }
    if (row == Stuck && side.timed && side.total.stuck > 0) {
        return tr("At most %1 s").arg(QLocale().toString(side.longest_seconds, 'g', 3));
    }
    return {};
}

QVariant SteeringTotalsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return aligned(section);
    }
    const QString names[] = {tr("Users"), tr("Anycast"), tr("DNS")};
    return role == Qt::DisplayRole ? QVariant(names[section]) : QVariant();
}

void SteeringCityModel::setStudy(std::shared_ptr<const SteeringStudy> study) {
    beginResetModel();
    study_ = std::move(study);
    cities_ = study_ ? worst_cities(*study_) : std::vector<CityId>();
    cities_.resize(std::min(cities_.size(), most_rows));
    endResetModel();
}

int SteeringCityModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : static_cast<int>(cities_.size());
}

int SteeringCityModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant SteeringCityModel::data(const QModelIndex &index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const CityId city = cities_[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(city, index.column());
    case Qt::TextAlignmentRole:
        return aligned(index.column());
    case static_cast<int>(Role::City):
        return QString::fromStdString(study_->dns.result->world().city(city).id);
    default:
        return {};
    }
}

QString SteeringCityModel::text(CityId city, int column) const {
    const Catchments &anycast = *study_->anycast.result;
    const City &its = anycast.world().city(city);
    const auto code = [&](std::optional<RegionId> region) {
        return region ? QString::fromStdString(anycast.op().regions[region->index()].code) : tr("none");
    };
    const auto fares = [&](const SteeringSide &side) {
        const SteeringErrors &errors = side.cities[city.index()];
        Misled all = errors.by_resolver;
        all += errors.by_policy;
        all += errors.long_way;
        const QString region = code(side.result->cities[city.index()].region);
        return all.users > 0 ? QStringLiteral("%1 %2").arg(region, signedMsText(all.mean_ms())) : region;
    };
    switch (column) {
    case Name:
        return tr("%1, %2").arg(QString::fromStdString(its.name), QString::fromStdString(its.country));
    case Users:
        return usersText(static_cast<double>(its.users));
    case Nearest:
        return code(anycast.cities[city.index()].nearest);
    case ByAnycast:
        return fares(study_->anycast);
    case ByDns:
        return fares(study_->dns);
    default: {
        const double stuck = study_->dns.cities[city.index()].stuck;
        return stuck > 0 ? usersText(stuck) : QString();
    }
    }
}

QVariant SteeringCityModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return aligned(section);
    }
    const QString names[] = {tr("City"), tr("Users"), tr("Nearest"), tr("Anycast"), tr("DNS"), tr("Cut off")};
    return role == Qt::DisplayRole ? QVariant(names[section]) : QVariant();
}

} // namespace catchment::qml
