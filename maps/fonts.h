// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/display_list.h"

#include <QFont>

namespace catchment::maps {

/// Adds the bundled typeface (Inter) to the application: once, on the GUI thread, after the application object was
/// made. Further calls do nothing.
void load_fonts();

/// The bundled face without hinting, `size` in pixels: for maps, which look the same everywhere.
QFont map_font(double size, FontWeight weight = FontWeight::Regular);

/// The same for the window around them: larger by text_scale().
QFont font(double size, FontWeight weight = FontWeight::Regular);

/// By how much the desktop enlarges text beyond the usual 96 dots per inch, 1…2, and enlarge_text() beyond that.
double text_scale();

/// Enlarges text by this factor more, until it is called again: for a room that reads from afar.
void enlarge_text(double factor);

/// Room for text that is so many pixels at the usual size.
int text_room(double pixels);

} // namespace catchment::maps
