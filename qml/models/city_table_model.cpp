// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/models/city_table_model.h"

#include "io/results.h"
#include "qml/models/numbers.h"
#include "qml/models/search_index.h"

#include <QLocale>

#include <utility>

namespace catchment::qml {
namespace {

QString text(const std::string &words) { return QString::fromStdString(words); }

bool isFigure(int column) {
    return column == CityTableModel::Users || column == CityTableModel::Rtt || column == CityTableModel::Certainty ||
           column == CityTableModel::Km || column == CityTableModel::NearestKm;
}

} // namespace

void CityTableModel::setCatchments(std::shared_ptr<const Catchments> catchments) {
    const bool same_world = catchments && catchments_ && &catchments->world() == &catchments_->world();
    if (!same_world && rows_ > 0) {
        beginRemoveRows({}, 0, rows_ - 1);
        rows_ = 0;
        endRemoveRows();
    }
    catchments_ = std::move(catchments);
    const int rows = catchments_ ? static_cast<int>(catchments_->cities.size()) : 0;
    why_.assign(static_cast<std::size_t>(rows), {});
    if (same_world && rows_ > 0) {
        emit dataChanged(index(0, RegionColumn), index(rows_ - 1, ColumnCount - 1));
    } else if (rows > 0) {
        beginInsertRows({}, 0, rows - 1);
        rows_ = rows;
        endInsertRows();
    }
}

void CityTableModel::setColours(RegionColour colour) {
    colour_ = std::move(colour);
    if (rows_ > 0) {
        emit dataChanged(index(0, RegionColumn), index(rows_ - 1, Nearest), {static_cast<int>(Role::Colour)});
    }
}

int CityTableModel::rowOf(const QString &id) const {
    if (!catchments_) {
        return -1;
    }
    const auto found = catchments_->world().city_by_id.find(id.toStdString());
    return found == catchments_->world().city_by_id.end() ? -1 : static_cast<int>(found->second.index());
}

int CityTableModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : rows_; }

int CityTableModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QString CityTableModel::code(const std::optional<RegionId> &region) const {
    return region ? qml::text(catchments_->op().regions[region->index()].code) : QString();
}

/// The code of the region, or hijackerCode(); empty: unreached.
QString CityTableModel::destination(const CityOutcome &outcome) const {
    return outcome.captured ? hijackerCode() : code(outcome.region);
}

const QString &CityTableModel::why(int row) const {
    std::optional<QString> &words = why_[static_cast<std::size_t>(row)];
    if (!words) {
        const auto why = reason(*catchments_, cityAt(row));
        words = why ? qml::text(reason_in_words(*catchments_, cityAt(row), *why)) : QString();
    }
    return *words;
}

QString CityTableModel::text(int row, int column) const {
    const CityOutcome &o = outcome(row);
    const City &city = catchments_->world().city(o.city);
    const QString nothing = QStringLiteral("–");
    switch (column) {
    case Name:
        return qml::text(city.name);
    case Country:
        return qml::text(city.country);
    case Users:
        return usersText(static_cast<double>(city.users));
    case RegionColumn:
        return o.captured ? tr("captured") : o.region ? code(o.region) : tr("unreached");
    case Rtt:
        return o.region ? msText(o.rtt_ms) : nothing;
    case Certainty:
        return o.region ? shareText(o.certainty) : nothing;
    case Km:
        return o.region ? kmText(o.region_km) : nothing;
    case Nearest:
        return o.nearest ? code(o.nearest) : nothing;
    case NearestKm:
        return o.nearest ? kmText(o.nearest_km) : nothing;
    case Why:
        return why(row);
    default:
        return {};
    }
}

QString CityTableModel::plain(int row, int column) const {
    const CityOutcome &o = outcome(row);
    const auto figure = [](bool there, double value, int digits) {
        return there ? QString::number(value, 'f', digits) : QString();
    };
    switch (column) {
    case Users:
        return QString::number(catchments_->world().city(o.city).users);
    case RegionColumn:
        return destination(o);
    case Rtt:
        return figure(o.region.has_value(), o.rtt_ms, 1);
    case Certainty:
        return figure(o.region.has_value(), o.certainty, 4);
    case Km:
        return figure(o.region.has_value(), o.region_km, 0);
    case Nearest:
        return code(o.nearest);
    case NearestKm:
        return figure(o.nearest.has_value(), o.nearest_km, 0);
    default:
        return text(row, column);
    }
}

QVariant CityTableModel::sortKey(int row, int column) const {
    const CityOutcome &o = outcome(row);
    const City &city = catchments_->world().city(o.city);
    const auto figure = [](bool there, double value) { return there ? QVariant(value) : QVariant(); };
    switch (column) {
    case Name:
        return qml::text(searchKey(city.name));
    case Users:
        return static_cast<double>(city.users);
    case Rtt:
        return figure(o.region.has_value(), o.rtt_ms);
    case Certainty:
        return figure(o.region.has_value(), o.certainty);
    case Km:
        return figure(o.region.has_value(), o.region_km);
    case NearestKm:
        return figure(o.nearest.has_value(), o.nearest_km);
    default:
        return plain(row, column);
    }
}

QString CityTableModel::search(int row) const {
    const CityOutcome &o = outcome(row);
    const City &city = catchments_->world().city(o.city);
    std::string words = city.name + ' ' + city.country + ' ' + text(row, RegionColumn).toStdString();
    for (const auto &region : {o.region, o.nearest}) {
        if (region) {
            words += ' ' + catchments_->op().regions[region->index()].code;
        }
    }
    return qml::text(searchKey(words));
}

QVariant CityTableModel::data(const QModelIndex &index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const int row = index.row();
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case Qt::ToolTipRole:
        return column == Why && !why(row).isEmpty() ? QVariant(why(row)) : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant((isFigure(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case static_cast<int>(Role::Id):
        return qml::text(catchments_->world().city(outcome(row).city).id);
    case static_cast<int>(Role::Sort):
        return sortKey(row, column);
    case static_cast<int>(Role::Plain):
        return plain(row, column);
    case static_cast<int>(Role::Search):
        return search(row);
    case static_cast<int>(Role::Colour): {
        const QString where = column == RegionColumn ? destination(outcome(row))
                              : column == Nearest    ? code(outcome(row).nearest)
                                                     : QString();
        return where.isEmpty() || !colour_ ? QVariant() : QVariant(colour_(where));
    }
    default:
        return {};
    }
}

QVariant CityTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant((isFigure(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    const QString names[] = {tr("City"),      tr("Country"),  tr("Users"),   tr("Region"), tr("RTT"),
                             tr("Certainty"), tr("Distance"), tr("Nearest"), tr("To it"),  tr("Why not the nearest")};
    return names[section];
}

} // namespace catchment::qml
