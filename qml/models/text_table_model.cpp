// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/models/text_table_model.h"

#include <utility>

namespace catchment::qml {
namespace {

QVariant alignment(int column) {
    return QVariant::fromValue((column == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
}

} // namespace

void TextTableModel::setTable(TextTable table) {
    beginResetModel();
    table_ = std::move(table);
    endResetModel();
}

int TextTableModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : static_cast<int>(table_.rows.size());
}

int TextTableModel::columnCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : static_cast<int>(table_.header.size());
}

QVariant TextTableModel::data(const QModelIndex &index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const TextTable::Row &row = table_.rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return row.cells.value(index.column());
    case Qt::TextAlignmentRole:
        return alignment(index.column());
    case static_cast<int>(Role::Code):
        return row.code;
    case static_cast<int>(Role::City):
        return row.city;
    case static_cast<int>(Role::Sort):
        return row.keys.isEmpty() ? QVariant(row.cells.value(index.column())) : row.keys.value(index.column());
    default:
        return {};
    }
}

QVariant TextTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) {
        return {};
    }
    return role == Qt::TextAlignmentRole ? alignment(section)
           : role == Qt::DisplayRole     ? QVariant(table_.header[section])
                                         : QVariant();
}

} // namespace catchment::qml
