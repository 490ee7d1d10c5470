// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <utility>
#include <vector>

class QMainWindow;

namespace catchment::app {

/// The keys of one menu, or of one part of the window.
struct ShortcutGroup {
    QString title;
    std::vector<std::pair<QString, QString>> entries; ///< what is done, and the keys as they are printed
};

/// Every key that does something, as the window's actions and the map have them.
std::vector<ShortcutGroup> shortcutsOf(const QMainWindow &window);

/// Shows them in a window of its own, which does not stand in the way of the other.
void showShortcuts(QMainWindow &window);

} // namespace catchment::app
