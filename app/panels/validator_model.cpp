// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/validator_model.h"

#include "app/edits/edit.h"
#include "app/panels/row_delegate.h"

#include <algorithm>

namespace catchment::app {

void ValidatorModel::setSearch(std::shared_ptr<const NetworkSearch> search) {
    search_ = std::move(search);
    look({});
}

void ValidatorModel::setValidators(std::vector<Asn> ascending) {
    validators_ = std::move(ascending);
    std::ranges::sort(validators_);
    if (rowCount() > 0) {
        emit dataChanged(index(0), index(rowCount() - 1));
    }
}

void ValidatorModel::look(const QString &words) {
    if (rowCount() > 0) {
        beginRemoveRows({}, 0, rowCount() - 1);
        found_ = {};
        endRemoveRows();
    }
    auto found = search_ ? search_->find(words.toStdString(), mostRows) : NetworkSearch::Found{};
    const int count = static_cast<int>(found.networks.size()) + (found.more > 0 ? 1 : 0);
    if (count > 0) {
        beginInsertRows({}, 0, count - 1);
        found_ = std::move(found);
        endInsertRows();
    }
}

bool ValidatorModel::validates(Asn asn) const { return std::ranges::binary_search(validators_, asn); }

const Network *ValidatorModel::networkAt(const QModelIndex &index) const {
    const bool there = index.isValid() && checkIndex(index) && index.row() < static_cast<int>(found_.networks.size());
    return there ? &search_->world().network(found_.networks[static_cast<std::size_t>(index.row())]) : nullptr;
}

int ValidatorModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : static_cast<int>(found_.networks.size()) + (found_.more > 0 ? 1 : 0);
}

QVariant ValidatorModel::data(const QModelIndex &index, int role) const {
    const Network *const network = networkAt(index);
    if (!network) {
        return role == Qt::DisplayRole && index.isValid() ? tr("… %L1 more, type to narrow").arg(found_.more)
                                                          : QVariant();
    }
    const QString name = QString::fromStdString(network->name);
    switch (role) {
    case Qt::DisplayRole:
        return name;
    case Qt::CheckStateRole:
        return static_cast<int>(validates(network->asn) ? Qt::Checked : Qt::Unchecked);
    case Qt::ToolTipRole:
        return QStringLiteral("%1 · %2").arg(name, asText(network->asn));
    case Qt::AccessibleTextRole:
        return QStringList{name, asText(network->asn),
                           validates(network->asn) ? tr("validates") : tr("does not validate")}
            .join(QStringLiteral(", "));
    case RowDelegate::Figure:
        return asText(network->asn);
    default:
        return {};
    }
}

bool ValidatorModel::setData(const QModelIndex &index, const QVariant &value, int role) {
    const Network *const network = networkAt(index);
    const bool wanted = value.toInt() == Qt::Checked;
    if (role != Qt::CheckStateRole || !network || wanted == validates(network->asn)) {
        return false;
    }
    emit validationRequested(network->asn, wanted);
    return true;
}

Qt::ItemFlags ValidatorModel::flags(const QModelIndex &index) const {
    if (!networkAt(index)) {
        return Qt::NoItemFlags;
    }
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable | Qt::ItemNeverHasChildren;
}

} // namespace catchment::app
