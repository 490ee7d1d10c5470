// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/theme.h"

#include <QString>

namespace catchment::app {

/// The style sheet of every widget, in the colours of the theme.
QString styleSheet(const maps::Theme &theme);

} // namespace catchment::app
