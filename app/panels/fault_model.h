// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/panels/fault_search.h"

#include <QAbstractListModel>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace catchment::app {

/// What can break and what is broken, as a list to tick: what is broken first, then what a search finds, never more
/// than `mostRows` of it, and in the last row how many there are besides. Its roles are those of RowDelegate.
///
/// A tick asks through `faultRequested`, and is shown once the scenario that results comes back.
class FaultModel : public QAbstractListModel {
    Q_OBJECT

public:
    static constexpr std::size_t mostRows = 200;

    using QAbstractListModel::QAbstractListModel;

    void setSearch(std::shared_ptr<const FaultSearch> search);
    void setScenario(const Scenario &scenario);
    /// What is looked for: words, and one kind or all.
    void look(const QString &words, std::optional<Event::What> what);
    /// How many users each thing carries now; empty where that is not known.
    void setUsers(std::function<std::optional<double>(const Event &)> users);

    /// The fault of a row; nothing for the last one, which only counts.
    const Event *fault(int row) const;
    int rowOf(const Event &fault) const; ///< -1 where it is not shown
    std::size_t broken() const;          ///< in the scenario, whatever is looked for

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

signals:
    /// Of kind Fail or Repair.
    void faultRequested(const catchment::Event &fault);

private:
    void fill();
    void show(std::vector<Event> rows, std::size_t more);

    std::shared_ptr<const FaultSearch> search_;
    Scenario scenario_;
    QString words_;
    std::optional<Event::What> what_;
    std::function<std::optional<double>(const Event &)> users_;
    std::vector<Event> rows_; ///< all of kind Fail
    std::size_t more_ = 0;
};

/// Everything that is broken in a scenario, as events of kind Fail.
std::vector<Event> brokenThings(const Faults &faults);

} // namespace catchment::app
