// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/results.h"

#include <QString>

class QLabel;
class QStatusBar;

namespace catchment::app {

/// The figures of the present state in one line, and what the window is doing while there are none.
class StatusLine : public QObject {
    Q_OBJECT

public:
    StatusLine(const Results &results, QStatusBar &bar, QObject *parent = nullptr);

private:
    void show();

    const Results &results_;
    QLabel *figures_;
};

/// `Built-in world · 350 networks · solved in 0.9 ms · …`. `behind` is what is behind the edge where every edge
/// announces.
QString statusText(const Catchments &catchments, const std::optional<BehindEdge> &behind, double milliseconds);

/// The state in one sentence, for somebody who sees it for the first time.
QString captionText(const Catchments &catchments, const std::optional<BehindEdge> &behind, const QString &app);

} // namespace catchment::app
