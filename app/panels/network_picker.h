// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "world/ids.h"

#include <QLineEdit>

#include <memory>
#include <optional>

class QCompleter;
class QStandardItemModel;

namespace catchment::app {

class NetworkSearch;

/// A line in which a network is chosen by its name or AS number, from a list that follows what is typed.
class NetworkPicker : public QLineEdit {
    Q_OBJECT

public:
    explicit NetworkPicker(QWidget *parent = nullptr);

    /// Without one nothing is found.
    void setSearch(std::shared_ptr<const NetworkSearch> search);

    /// The network that is chosen, or whose number is typed; none where the words are not one network's.
    std::optional<Asn> network() const;

    /// Shows a network as chosen; none: an empty line.
    void setNetwork(std::optional<Asn> asn);

signals:
    void networkChanged();

private:
    void offer(const QString &words);
    void take(Asn asn);

    std::shared_ptr<const NetworkSearch> search_;
    QCompleter *completer_;
    QStandardItemModel *offers_;
    std::optional<Asn> chosen_;
};

/// `Arelion · AS1299`.
QString networkText(const NetworkSearch &search, Asn asn);

} // namespace catchment::app
