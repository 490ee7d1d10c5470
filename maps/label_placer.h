// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/display_list.h"

#include <QRectF>

#include <optional>
#include <vector>

namespace catchment::maps {

/// Puts labels where they overlap nothing that was put before: call it in the order of importance.
class LabelPlacer {
public:
    /// Labels keep inside `page`.
    explicit LabelPlacer(QRectF page) : page_(page) {}

    /// Keeps `area` free from now on.
    void block(const QRectF &area) { taken_.push_back(area); }
    bool free(const QRectF &area) const;

    /// Tries right, left, above, below and the corners of a disc of `radius` around `at`; blocks and returns the
    /// first place that is free. `size`: of the box.
    std::optional<QRectF> place_around(QPointF at, double radius, QSizeF size);

    /// The same, farther and farther away, up to `reach` pixels: for what must be seen, with a leader line.
    std::optional<QRectF> place_near(QPointF at, double radius, QSizeF size, double reach);

    const std::vector<QRectF> &taken() const { return taken_; }

private:
    QRectF page_;
    std::vector<QRectF> taken_;
};

} // namespace catchment::maps
