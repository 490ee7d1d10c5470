// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QMenu;
class QMenuBar;

namespace catchment::app {

/// Gives every entry of a menu a letter of its own to press: those that have one keep it, unless an entry above has
/// the same.
void giveMnemonics(QMenu &menu);

/// Does so for every menu of the bar, and theirs, whenever it opens: entries come, go and change their words.
void keepMnemonics(QMenuBar &bar);

} // namespace catchment::app
