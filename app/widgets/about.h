// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "world/world.h"

class QWidget;

namespace catchment::app {

/// Shows what the program is, under which licence, and where each world's data come from. `world` may be null.
void showAbout(QWidget *parent, const World *world);

} // namespace catchment::app
