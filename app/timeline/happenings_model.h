// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "routing/convergence.h"

#include <QAbstractTableModel>

#include <memory>
#include <optional>
#include <vector>

namespace catchment::app {

/// All that happens in a convergence, in the order of time: messages as they are received or lost, and route changes.
class HappeningsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Time, Where, What, Path, Columns };

    using QAbstractTableModel::QAbstractTableModel;

    /// Null: nothing. `network`: only its routers' changes, and what they receive.
    void show(std::shared_ptr<const Convergence> convergence, std::optional<NetworkId> network);

    Moment at(int row) const { return rows_[static_cast<std::size_t>(row)].at; }
    /// The last row at or before a moment; -1 where there is none.
    int rowAt(Moment moment) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        Moment at;
        bool change;
        std::uint32_t index; ///< into changes, or messages
    };

    RouterId routerOf(const Row &row) const;
    QString whatOf(const Row &row) const;
    PathId pathOf(const Row &row) const;

    std::shared_ptr<const Convergence> convergence_;
    std::vector<Row> rows_;
};

/// `AS3356 AS64500`; a dash for none.
QString path_text(const Convergence &convergence, PathId path);

/// `AS3356 Lumen, Chicago`.
QString router_text(const Topology &whole, RouterId router);

} // namespace catchment::app
