// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/fault_model.h"

#include "app/edits/scenario_edits.h"
#include "app/panels/row_delegate.h"
#include "qml/models/numbers.h"

#include <algorithm>

namespace catchment::app {

std::vector<Event> brokenThings(const Faults &faults) {
    std::vector<Event> out;
    const auto named = [&out](Event::What what, const std::vector<std::string> &names) {
        for (const std::string &name : names) {
            out.push_back({Event::Kind::Fail, what, name, {}, {}});
        }
    };
    named(Event::What::Region, faults.regions);
    named(Event::What::Exchange, faults.exchanges);
    named(Event::What::Cable, faults.cables);
    for (const Asn asn : faults.networks) {
        out.push_back({Event::Kind::Fail, Event::What::Network, {}, asn, {}});
    }
    for (const auto &[a, b] : faults.links) {
        out.push_back({Event::Kind::Fail, Event::What::Link, {}, a, b});
    }
    return out;
}

void FaultModel::setSearch(std::shared_ptr<const FaultSearch> search) {
    search_ = std::move(search);
    fill();
}

void FaultModel::setScenario(const Scenario &scenario) {
    const bool same = scenario.faults == scenario_.faults;
    scenario_ = scenario;
    if (!same) {
        fill();
    }
}

void FaultModel::look(const QString &words, std::optional<Event::What> what) {
    words_ = words;
    what_ = what;
    fill();
}

void FaultModel::setUsers(std::function<std::optional<double>(const Event &)> users) {
    users_ = std::move(users);
    if (!rows_.empty()) {
        emit dataChanged(index(0), index(static_cast<int>(rows_.size()) - 1));
    }
}

void FaultModel::fill() {
    if (!search_) {
        return;
    }
    const std::string words = words_.toStdString();
    std::vector<Event> rows;
    for (Event &fault : brokenThings(scenario_.faults)) {
        if ((!what_ || fault.what == *what_) && search_->answers(fault, words)) {
            rows.push_back(std::move(fault));
        }
    }
    FaultSearch::Found found = search_->find(words, what_, mostRows);
    for (Event &fault : found.faults) {
        if (!isBroken(scenario_, fault)) {
            rows.push_back(std::move(fault));
        }
    }
    show(std::move(rows), found.more);
}

void FaultModel::show(std::vector<Event> rows, std::size_t more) {
    if (rows == rows_ && more == more_) {
        return;
    }
    if (rowCount() > 0) {
        beginRemoveRows({}, 0, rowCount() - 1);
        rows_.clear();
        more_ = 0;
        endRemoveRows();
    }
    const int count = static_cast<int>(rows.size()) + (more > 0 ? 1 : 0);
    if (count > 0) {
        beginInsertRows({}, 0, count - 1);
        rows_ = std::move(rows);
        more_ = more;
        endInsertRows();
    }
}

const Event *FaultModel::fault(int row) const {
    return row >= 0 && row < static_cast<int>(rows_.size()) ? &rows_[static_cast<std::size_t>(row)] : nullptr;
}

int FaultModel::rowOf(const Event &fault) const {
    const auto found = std::ranges::find(rows_, fault);
    return found == rows_.end() ? -1 : static_cast<int>(found - rows_.begin());
}

std::size_t FaultModel::broken() const { return brokenThings(scenario_.faults).size(); }

int FaultModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size()) + (more_ > 0 ? 1 : 0);
}

QVariant FaultModel::data(const QModelIndex &index, int role) const {
    if (!index.isValid() || !checkIndex(index)) {
        return {};
    }
    const Event *const of = fault(index.row());
    if (!of) {
        return role == Qt::DisplayRole ? tr("… %L1 more, type to narrow").arg(more_) : QVariant();
    }
    const bool is_broken = isBroken(scenario_, *of);
    const double users = users_ ? users_(*of).value_or(0) : 0;
    switch (role) {
    case Qt::DisplayRole:
        return search_->title(*of);
    case Qt::CheckStateRole:
        return static_cast<int>(is_broken ? Qt::Checked : Qt::Unchecked);
    case Qt::ToolTipRole:
        return QStringLiteral("%1\n%2").arg(search_->title(*of), search_->detail(*of));
    case Qt::AccessibleTextRole:
        return QStringList{search_->title(*of), search_->detail(*of), is_broken ? tr("failed") : tr("works")}.join(
            QStringLiteral(", "));
    case RowDelegate::Detail:
        return is_broken ? tr("failed · %1").arg(search_->detail(*of)) : search_->detail(*of);
    case RowDelegate::Bad:
        return is_broken;
    case RowDelegate::Figure:
        return users >= 0.5 ? qml::usersText(users) : QString();
    default:
        return {};
    }
}

bool FaultModel::setData(const QModelIndex &index, const QVariant &value, int role) {
    const Event *const of = index.isValid() && checkIndex(index) ? fault(index.row()) : nullptr;
    const bool wanted = value.toInt() == Qt::Checked;
    if (role != Qt::CheckStateRole || !of || wanted == isBroken(scenario_, *of)) {
        return false;
    }
    Event asked = *of;
    asked.kind = wanted ? Event::Kind::Fail : Event::Kind::Repair;
    emit faultRequested(asked);
    return true;
}

Qt::ItemFlags FaultModel::flags(const QModelIndex &index) const {
    if (!index.isValid() || !checkIndex(index) || !fault(index.row())) {
        return Qt::NoItemFlags;
    }
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable | Qt::ItemNeverHasChildren;
}

} // namespace catchment::app
