// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "qml/models/search_index.h"

#include <QAbstractListModel>
#include <QGeoCoordinate>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace catchment::qml {

/// What answers a search, best first.
class SearchModel : public QAbstractListModel {
    Q_OBJECT

public:
    using Kind = SearchIndex::Kind;

    enum class Role {
        Kind = Qt::UserRole + 1, ///< Kind as int
        KindName,                ///< QString: `City`
        Id,                      ///< QString: city id, region code, exchange id; AS number in digits
        Detail,                  ///< QString: where it is and how large
        Position,                ///< QGeoCoordinate; invalid for a network in several cities, or in none
    };
    Q_ENUM(Role)

    static constexpr std::size_t most = 60; ///< rows

    using QAbstractListModel::QAbstractListModel;

    void setWorld(std::shared_ptr<const World> world);
    void setWords(const QString &words);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    void find();
    QString name(const SearchIndex::Hit &hit) const;
    QString id(const SearchIndex::Hit &hit) const;
    QString detail(const SearchIndex::Hit &hit) const;
    QGeoCoordinate position(const SearchIndex::Hit &hit) const;

    std::optional<SearchIndex> index_;
    QString words_;
    std::vector<SearchIndex::Hit> hits_;
};

} // namespace catchment::qml
