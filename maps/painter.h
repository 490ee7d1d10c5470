// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/display_list.h"

#include <QImage>
#include <QSize>

class QPainter;

namespace catchment::maps {

/// As outlines, text is alike on every paint device; as text, a file holds words and fonts.
enum class TextAs { Outlines, Text };

/// Draws the list in its page pixels: scale the painter beforehand for other device pixels.
void paint(QPainter &painter, const DisplayList &list, TextAs text_as = TextAs::Outlines);

/// The list on an image of `size` device pixels (the page scaled to it); the same bytes for the same list.
/// Thread-safe once load_fonts() has run.
QImage render_image(const DisplayList &list, QSize size);

/// Paints a list over a picture, scaled to its size.
void render_over(QImage &image, const DisplayList &list);

} // namespace catchment::maps
