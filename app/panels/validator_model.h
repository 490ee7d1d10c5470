// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/panels/network_search.h"

#include <QAbstractListModel>
#include <QString>

#include <memory>
#include <vector>

namespace catchment::app {

/// The networks that a search finds, at most `mostRows` of them, ticked where they do origin validation. Its roles are
/// those of RowDelegate. A tick asks through `validationRequested`, and is shown once the scenario comes back.
class ValidatorModel : public QAbstractListModel {
    Q_OBJECT

public:
    static constexpr std::size_t mostRows = 200;

    using QAbstractListModel::QAbstractListModel;

    void setSearch(std::shared_ptr<const NetworkSearch> search);
    void setValidators(std::vector<Asn> ascending);
    void look(const QString &words);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

signals:
    void validationRequested(catchment::Asn network, bool validates);

private:
    bool validates(Asn asn) const;
    const Network *networkAt(const QModelIndex &index) const;

    std::shared_ptr<const NetworkSearch> search_;
    std::vector<Asn> validators_;
    NetworkSearch::Found found_;
};

} // namespace catchment::app
