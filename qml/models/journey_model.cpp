// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/models/journey_model.h"

#include <QMetaEnum>

namespace catchment::qml {

void JourneyModel::setSteps(std::vector<JourneyStep> steps) {
    if (!steps_.empty()) {
        beginRemoveRows({}, 0, static_cast<int>(steps_.size()) - 1);
        steps_.clear();
        endRemoveRows();
    }
    if (!steps.empty()) {
        beginInsertRows({}, 0, static_cast<int>(steps.size()) - 1);
        steps_ = std::move(steps);
        endInsertRows();
    }
}

void JourneyModel::setColours(RegionColour colour) {
    colour_ = std::move(colour);
    for (int row = 0; row < rowCount(); ++row) {
        const QModelIndex step = index(row, 0);
        emit dataChanged(step, step);
        if (const int routes = rowCount(step); routes > 0) {
            emit dataChanged(index(0, 0, step), index(routes - 1, 0, step));
        }
    }
}

QModelIndex JourneyModel::index(int row, int column, const QModelIndex &parent) const {
    if (!hasIndex(row, column, parent)) {
        return {};
    }
    // A route's internal id is its step's row plus one; a step's is 0.
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : quintptr{0});
}

QModelIndex JourneyModel::parent(const QModelIndex &child) const {
    if (!child.isValid() || child.internalId() == 0) {
        return {};
    }
    return createIndex(static_cast<int>(child.internalId()) - 1, 0, quintptr{0});
}

int JourneyModel::rowCount(const QModelIndex &parent) const {
    if (!parent.isValid()) {
        return static_cast<int>(steps_.size());
    }
    if (parent.internalId() != 0 || parent.column() != 0) {
        return 0;
    }
    return static_cast<int>(steps_[parent.row()].routes.size());
}

int JourneyModel::columnCount(const QModelIndex &) const { return 1; }

QVariant JourneyModel::colour(const QString &region) const {
    return region.isEmpty() || !colour_ ? QVariant() : QVariant(colour_(region));
}

QVariant JourneyModel::data(const QModelIndex &index, int role) const {
    if (!index.isValid() || !checkIndex(index)) {
        return {};
    }
    if (index.internalId() == 0) {
        return stepData(index.row(), role);
    }
    const JourneyStep &step = steps_[index.internalId() - 1];
    return routeData(step, step.routes[index.row()], role);
}

QVariant JourneyModel::stepData(int row, int role) const {
    const JourneyStep &step = steps_[row];
    switch (role) {
    case Qt::DisplayRole:
        return step.title;
    case Qt::AccessibleTextRole:
        return tr("%1. %2").arg(step.title, step.detail);
    default:
        break;
    }
    switch (static_cast<Role>(role)) {
    case Role::Kind:
        return static_cast<int>(step.kind);
    case Role::Number:
        return step.kind == JourneyStep::Kind::Remark ? 0 : row + 1;
    case Role::Title:
        return step.title;
    case Role::Detail:
        return step.detail;
    case Role::Path:
        return QString();
    case Role::Region:
        return step.region;
    case Role::Colour:
        return colour(step.region);
    case Role::Won:
        return false;
    case Role::Places:
        return 1;
    case Role::Decision:
        return step.decision;
    }
    return {};
}

QVariant JourneyModel::routeData(const JourneyStep &step, const JourneyRoute &route, int role) const {
    switch (role) {
    case Qt::DisplayRole:
        return route.title;
    case Qt::AccessibleTextRole:
        return tr("%1, to %2, path %3. %4").arg(route.title, route.region, route.path, route.verdict);
    default:
        break;
    }
    switch (static_cast<Role>(role)) {
    case Role::Kind:
        return -1;
    case Role::Number:
        return 0;
    case Role::Title:
        return route.title;
    case Role::Detail:
        return route.verdict;
    case Role::Path:
        return route.path;
    case Role::Region:
        return route.region;
    case Role::Colour:
        return colour(route.region);
    case Role::Won:
        return route.won;
    case Role::Places:
        return route.places;
    case Role::Decision:
        return step.decision;
    }
    return {};
}

QHash<int, QByteArray> JourneyModel::roleNames() const {
    QHash<int, QByteArray> names = QAbstractItemModel::roleNames();
    const QMetaEnum roles = QMetaEnum::fromType<Role>();
    for (int i = 0; i < roles.keyCount(); ++i) {
        QByteArray name(roles.key(i));
        name[0] = static_cast<char>(name[0] - 'A' + 'a');
        names.insert(roles.value(i), name);
    }
    return names;
}

} // namespace catchment::qml
