// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/files/autosave.h"
#include "app/files/session_store.h"

#include <QObject>

#include <functional>
#include <vector>

namespace catchment::app {

struct Workspace;
class OfferBar;

/// Nothing is lost in a crash: keeps the open work in a session file, and offers what earlier programs left in theirs
/// as soon as there is a world to show it on.
class Recovery : public QObject {
    Q_OBJECT

public:
    /// `may_leave`: may the open work be given up for the one that is restored? `bar` shows the offers.
    Recovery(Workspace &workspace, OfferBar &bar, std::function<bool()> may_leave, QObject *parent);

signals:
    /// Work that could not be read, restored or kept.
    void failed(const QString &text);
    /// The work that is to be restored is on another world: the folder of its tables.
    void worldWanted(const QString &folder);

private:
    void lookForWork();
    void followWorld();
    void offerNext();
    void restore();
    void restoreNow();

    Workspace &workspace_;
    OfferBar &bar_;
    std::function<bool()> may_leave_;
    SessionStore store_;
    Autosave autosave_;
    bool looked_ = false;
    bool waits_for_world_ = false;
    std::vector<LeftWork> left_; ///< the next to be offered first
};

} // namespace catchment::app
