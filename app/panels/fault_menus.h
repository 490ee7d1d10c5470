// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario/event.h"

#include <QString>

class QMenu;

namespace catchment::app {

struct Workspace;

/// Entries of context menus that break and mend things: ticked while the thing is broken.
class FaultMenus {
public:
    explicit FaultMenus(Workspace &workspace) : workspace_(workspace) {}

    /// `text`: what the entry says; `fault`: of either kind.
    void add(QMenu &menu, const QString &text, const Event &fault) const;

    void addNetwork(QMenu &menu, Asn asn) const;
    void addLink(QMenu &menu, Asn a, Asn b) const;
    void addExchange(QMenu &menu, const std::string &id) const;
    void addCable(QMenu &menu, const std::string &name) const;
    void addRegion(QMenu &menu, const std::string &code) const;

    /// What can be broken at one decision of the present journey, counted from 0 (as in Selection::hop): the network
    /// that decides, its link to the next one, the exchange in which they meet and the region that is reached. Nothing
    /// where there is no such decision.
    void fillHop(QMenu &menu, int hop) const;

private:
    QString networkName(Asn asn) const;

    Workspace &workspace_;
};

} // namespace catchment::app
