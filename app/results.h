// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/solver_thread.h"

#include <QObject>

#include <memory>
#include <optional>

namespace catchment::app {

/// The last good results, which every panel shows: always whole, never half-made.
class Results : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// None until the world was read.
    const std::shared_ptr<const World> &world() const { return world_; }
    void setWorld(std::shared_ptr<const World> world);

    /// None until the first scenario was solved.
    const std::shared_ptr<const Catchments> &catchments() const { return result_.catchments; }

    /// What is compared with: the pinned state, else that before the last edit; none where there is neither.
    const std::shared_ptr<const Catchments> &before() const { return result_.before; }

    /// Of the two; empty without `before()`.
    const Comparison &comparison() const { return result_.comparison; }

    /// Proxy and instances; none where only deployed regions announce.
    const std::optional<BehindEdge> &behind() const { return result_.behind; }

    /// Against `before()`; none without it, and where edges announce in neither.
    const std::optional<EdgeComparison> &edges() const { return result_.edges; }

    double solveMilliseconds() const { return result_.milliseconds; }

    void setResult(SolveResult result);

signals:
    void worldChanged();
    void changed();

private:
    std::shared_ptr<const World> world_;
    SolveResult result_;
};

} // namespace catchment::app
