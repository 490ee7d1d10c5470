// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QSize>
#include <QString>

class QMainWindow;

namespace catchment::app {

/// Where the window and its panels are, kept from one run to the next.
class WindowLayout {
public:
    /// Makes note of how the window is now, which is what `reset` goes back to. Call when all panels are in place.
    explicit WindowLayout(QMainWindow &window);

    /// As in the last run; what was kept by another version is left alone.
    void restore();

    /// `panels`: the state of the docks (QMainWindow::saveState with `version`).
    void keep(const QByteArray &panels) const;

    void reset();

    static constexpr int version = 1; ///< of the docks and toolbars; a larger one forgets what was kept

private:
    QMainWindow &window_;
    QSize size_;
    QByteArray panels_;
    QHash<QString, int> tabs_; ///< by the names of their tab widgets
};

} // namespace catchment::app
