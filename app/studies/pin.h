// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario/scenario.h"

#include <QObject>
#include <QString>

#include <optional>

namespace catchment::app {

/// The scenario that is pinned as A, which every later state is compared with. It stays while files come and go, so
/// that two of them can be compared. Without one, each state is compared with that before the last edit.
class Pin : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    const std::optional<Scenario> &scenario() const { return scenario_; }

    void set(Scenario scenario);
    void clear();

    /// What to call it: its regions; empty where nothing is pinned.
    QString title() const;

signals:
    void changed();

private:
    std::optional<Scenario> scenario_;
};

/// A scenario by its regions: `ewr, ams and 4 more`.
QString regionsName(const Scenario &scenario);

} // namespace catchment::app
