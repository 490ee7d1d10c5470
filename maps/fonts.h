// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/display_list.h"

#include <QFont>

namespace catchment::maps {

/// Adds the bundled typeface (Inter) to the application: once, on the GUI thread, after the application object was
/// made. Further calls do nothing.
void load_fonts();

/// The bundled face without hinting, `size` in pixels. Widgets take theirs from here too.
QFont font(double size, FontWeight weight = FontWeight::Regular);

} // namespace catchment::maps
