// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario/scenario.h"

#include <QWidget>

#include <memory>

class QComboBox;
class QLabel;
class QPushButton;

namespace catchment::app {

class NetworkPicker;
class NetworkSearch;

/// Asks for a session of one region: with which network, as what, and where they meet.
class SessionForm : public QWidget {
    Q_OBJECT

public:
    explicit SessionForm(QWidget *parent = nullptr);

    void setSearch(std::shared_ptr<const NetworkSearch> search);

    /// Begins anew for a region of an operator.
    void begin(const Region &region, const Operator &op, const Scenario &scenario);

signals:
    void accepted(const catchment::ExtraSession &session);
    void cancelled();

private:
    void offerMeetings();
    void followNetwork();
    void accept();

    std::shared_ptr<const NetworkSearch> search_;
    Region region_;
    std::vector<std::pair<Asn, Relationship>> known_; ///< what neighbours are already
    NetworkPicker *network_;
    QComboBox *relationship_;
    QComboBox *meeting_;
    QPushButton *add_;
};

} // namespace catchment::app
