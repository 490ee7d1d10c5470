// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QStringList>
#include <QVariant>

#include <vector>

namespace catchment::qml {

/// A small table of words and figures, ready to be read.
struct TextTable {
    struct Row {
        QStringList cells; ///< one for each column
        QString code;      ///< of the region that the row is about; empty where it is about none
        QString city;      ///< likewise the id of a city
        QVariantList keys; ///< what cells are sorted by, one for each column; empty: by their text
    };
    QStringList header;
    std::vector<Row> rows;
};

/// Shows one, made anew as a whole. Words stand left in the first column, figures right in the others.
class TextTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum class Role {
        Code = Qt::UserRole + 1, ///< QString
        City,                    ///< QString
        Sort,                    ///< the cell's key, or its text
    };
    Q_ENUM(Role)

    using QAbstractTableModel::QAbstractTableModel;

    void setTable(TextTable table);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    TextTable table_;
};

} // namespace catchment::qml
