// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/edits/tuning_edits.h"
#include "app/panels/region_sessions.h"

#include <QAbstractListModel>

#include <memory>

namespace catchment::app {

/// How a region announces, as a list: the region as a whole in the first row, then its sessions. Shows what it is
/// given and changes nothing. Its roles are those of RowDelegate: marked is what has words of its own, dim what is
/// withheld.
class SessionModel : public QAbstractListModel {
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    /// Another region, or another state of the same: rows of the same sessions only change.
    void show(std::shared_ptr<const World> world, const Scenario &scenario, const Operator &op,
              const std::string &region);

    /// Whose announcement a row is about.
    TuningOf target(int row) const;
    /// The session of a row; nothing for the first.
    const RegionSession *session(int row) const;
    /// The row of a neighbour's first session, or the first.
    int rowOf(std::optional<Asn> neighbour) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QString title(int row) const;
    QString detail(int row) const;
    QString tuning(int row) const;

    std::shared_ptr<const World> world_;
    Scenario scenario_;
    std::string region_;
    std::vector<RegionSession> sessions_;
};

/// `withheld`, or `+2 · NO_EXPORT · MED 10`; empty for the defaults.
QString tuningText(const Tuning &in_force);

} // namespace catchment::app
