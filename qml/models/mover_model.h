// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "qml/models/region_model.h"
#include "study/comparison.h"
#include "study/edge_study.h"

#include <QAbstractTableModel>
#include <QString>

#include <vector>

namespace catchment::qml {

/// Who moved in the last edit: one row per pair of regions, most users first.
class MoverModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { From, To, Users, Gained, ColumnCount };
    enum class Role {
        Colour = Qt::UserRole + 1, ///< QColor of the region in this cell; invalid in cells without one
        Sort,                      ///< what the column is sorted by
    };
    Q_ENUM(Role)

    using QAbstractTableModel::QAbstractTableModel;

    /// `op` is the operator that both sides of the comparison have.
    void setComparison(const Comparison &comparison, const Operator &op);
    void clear();
    void setColours(RegionColour colour);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Row {
        QString from;       ///< code, or hijackerCode(); empty: was unreached
        QString to;         ///< code, or hijackerCode(); empty: is unreached
        bool timed = false; ///< both are regions
        double users = 0;
        double gained_ms = 0; ///< per user; positive: faster now
    };

    QVariant text(const Row &row, int column) const;
    QVariant sortKey(const Row &row, int column) const;

    std::vector<Row> rows_;
    RegionColour colour_;
};

/// What a comparison comes to, in a sentence: `312 M users moved, 84 ms faster on average.`
QString comparisonSentence(const Comparison &comparison);

/// The same where every edge announces before or after: who arrives elsewhere, whom another instance serves, and whose
/// connections break.
QString edgeSentence(const Comparison &comparison, const EdgeChange &change, const Operator &op);

} // namespace catchment::qml
