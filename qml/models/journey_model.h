// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "qml/models/journey_steps.h"
#include "qml/models/region_model.h"

#include <QAbstractItemModel>

namespace catchment::qml {

/// One user's journey as a tree of two levels: its steps in order, and under each decision the routes that were on
/// offer, the winner first.
class JourneyModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum class Role {
        Kind = Qt::UserRole + 1, ///< JourneyStep::Kind as int; -1 for a route
        Number,                  ///< int: the step's number, from 1; 0 for a route and for a remark
        Title,                   ///< QString
        Detail,                  ///< QString: a sentence; of a route, why it won or lost
        Path,                    ///< QString: AS path of a route; empty for a step
        Region,                  ///< QString: code of the region that it leads to; may be empty
        Colour,                  ///< QColor of that region; invalid where there is none
        Won,                     ///< bool: of a route, that it was chosen
        Places,                  ///< int: how many like routes are told as one
        Decision,                ///< int: index of the decision, -1 for other steps; of a route, its step's
    };
    Q_ENUM(Role)

    using QAbstractItemModel::QAbstractItemModel;

    /// Shows other steps in place of those shown.
    void setSteps(std::vector<JourneyStep> steps);
    void setColours(RegionColour colour);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QHash<int, QByteArray> roleNames() const override;

private:
    QVariant stepData(int row, int role) const;
    QVariant routeData(const JourneyStep &step, const JourneyRoute &route, int role) const;
    QVariant colour(const QString &region) const;

    std::vector<JourneyStep> steps_;
    RegionColour colour_;
};

} // namespace catchment::qml
