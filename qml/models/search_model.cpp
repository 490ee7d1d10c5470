// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/models/search_model.h"

#include "qml/models/numbers.h"

#include <algorithm>
#include <utility>

namespace catchment::qml {
namespace {

using Kind = SearchIndex::Kind;

QString text(const std::string &words) { return QString::fromStdString(words); }

QString kindName(Kind kind) {
    switch (kind) {
    case Kind::Region:
        return SearchModel::tr("Region");
    case Kind::City:
        return SearchModel::tr("City");
    case Kind::Exchange:
        return SearchModel::tr("Exchange");
    case Kind::Network:
        return SearchModel::tr("Network");
    }
    return {};
}

QGeoCoordinate at(GeoPoint place) { return {place.lat, place.lon}; }

} // namespace

void SearchModel::setWorld(std::shared_ptr<const World> world) {
    if (!hits_.empty()) { // those of the old world
        beginRemoveRows({}, 0, static_cast<int>(hits_.size()) - 1);
        hits_.clear();
        endRemoveRows();
    }
    index_.reset();
    if (world) {
        index_.emplace(std::move(world));
    }
    find();
}

void SearchModel::setWords(const QString &words) {
    if (words != words_) {
        words_ = words;
        find();
    }
}

void SearchModel::find() {
    std::vector<SearchIndex::Hit> hits;
    if (index_) {
        hits = index_->find(words_.toStdString(), most);
    }
    const auto old = static_cast<int>(hits_.size());
    const auto now = static_cast<int>(hits.size());
    if (now < old) {
        beginRemoveRows({}, now, old - 1);
        hits_.resize(hits.size());
        endRemoveRows();
    } else if (now > old) {
        beginInsertRows({}, old, now - 1);
        hits_.insert(hits_.end(), hits.begin() + old, hits.end());
        endInsertRows();
    }
    hits_ = std::move(hits);
    if (const int kept = std::min(old, now); kept > 0) {
        emit dataChanged(index(0), index(kept - 1));
    }
}

int SearchModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : static_cast<int>(hits_.size());
}

QString SearchModel::name(const SearchIndex::Hit &hit) const {
    const World &world = index_->world();
    switch (hit.kind) {
    case Kind::Region:
        return tr("%1 (%2)").arg(text(world.own_operator.regions[hit.at].name),
                                 text(world.own_operator.regions[hit.at].code));
    case Kind::City:
        return text(world.cities[hit.at].name);
    case Kind::Exchange:
        return text(world.exchanges[hit.at].name);
    case Kind::Network:
        return text(world.networks[hit.at].name);
    }
    return {};
}

QString SearchModel::id(const SearchIndex::Hit &hit) const {
    const World &world = index_->world();
    switch (hit.kind) {
    case Kind::Region:
        return text(world.own_operator.regions[hit.at].code);
    case Kind::City:
        return text(world.cities[hit.at].id);
    case Kind::Exchange:
        return text(world.exchanges[hit.at].id);
    case Kind::Network:
        return QString::number(world.networks[hit.at].asn.value);
    }
    return {};
}

QString SearchModel::detail(const SearchIndex::Hit &hit) const {
    const World &world = index_->world();
    switch (hit.kind) {
    case Kind::Region:
        return text(world.city(world.own_operator.regions[hit.at].city).country);
    case Kind::City:
        return tr("%1 · %2 users")
            .arg(text(world.cities[hit.at].country), usersText(static_cast<double>(world.cities[hit.at].users)));
    case Kind::Exchange: {
        const City &city = world.city(world.exchanges[hit.at].city);
        return tr("%1, %2").arg(text(city.name), text(city.country));
    }
    case Kind::Network: {
        const std::uint32_t first = world.router_begin[hit.at];
        const std::uint32_t cities = world.router_begin[hit.at + 1] - first;
        return tr("AS%1 · %2")
            .arg(world.networks[hit.at].asn.value)
            .arg(cities == 1 ? text(world.city(world.routers[first].city).name) : tr("%1 cities").arg(cities));
    }
    }
    return {};
}

QGeoCoordinate SearchModel::position(const SearchIndex::Hit &hit) const {
    const World &world = index_->world();
    switch (hit.kind) {
    case Kind::Region:
        return at(world.own_operator.regions[hit.at].place);
    case Kind::City:
        return at(world.cities[hit.at].place);
    case Kind::Exchange:
        return at(world.city(world.exchanges[hit.at].city).place);
    case Kind::Network: {
        const std::uint32_t first = world.router_begin[hit.at];
        return world.router_begin[hit.at + 1] == first + 1 ? at(world.city(world.routers[first].city).place)
                                                           : QGeoCoordinate();
    }
    }
    return {};
}

QVariant SearchModel::data(const QModelIndex &index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const SearchIndex::Hit &hit = hits_[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return name(hit);
    case Qt::AccessibleTextRole:
        return tr("%1 %2, %3").arg(kindName(hit.kind), name(hit), detail(hit));
    case static_cast<int>(Role::Kind):
        return static_cast<int>(hit.kind);
    case static_cast<int>(Role::KindName):
        return kindName(hit.kind);
    case static_cast<int>(Role::Id):
        return id(hit);
    case static_cast<int>(Role::Detail):
        return detail(hit);
    case static_cast<int>(Role::Position):
        return QVariant::fromValue(position(hit));
    default:
        return {};
    }
}

} // namespace catchment::qml
