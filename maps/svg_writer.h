// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/display_list.h"

#include <QByteArray>
#include <QString>

namespace catchment::maps {

struct SvgOptions {
    QString title;       ///< for those who cannot see the picture; may be empty
    QString description; ///< likewise
    double dpi = 96;     ///< page pixels to the inch: the size that the file states
};

/// The list as an SVG 1.1 file, UTF-8; the same bytes for the same list.
///
/// Each layer is a `<g id>` by its word (`cells`), each run of items with one id a `<g id>` within it (`cells-ewr`);
/// what comes again has a number behind (`labels-2`), since order is what lies over what. Text is text, in the bundled
/// face where the reader has it; others follow that are no wider, and a line that could leave the page with a wider
/// one is held to its length. Nothing is embedded. Hatches are patterns. Coordinates have two decimals.
QByteArray write_svg(const DisplayList &list, const SvgOptions &options = {});

} // namespace catchment::maps
