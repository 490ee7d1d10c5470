// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/colour.h"

#include <QColor>
#include <QString>
#include <QStringView>

#include <string_view>
#include <vector>

namespace catchment::maps {

/// All colours that the map and the window use; nobody else names a colour.
struct Theme {
    QString name; ///< `light`, `dark`, `projector`; with `:` and a word of `vision_words()` where seen by such eyes
    bool dark = false;
    Vision vision = Vision::Normal;
    double stroke_scale = 1; ///< of the map: thicker for the last row of a classroom
    double text_scale = 1;

    // The window.
    QColor window;    ///< behind everything
    QColor panel;     ///< cards, docks, the legend
    QColor field;     ///< text fields, tables
    QColor alternate; ///< every other row
    QColor line;      ///< hairlines between things
    QColor text;
    QColor muted;     ///< secondary text; at least 4.5:1 on `panel`
    QColor accent;    ///< focus, selection, links
    QColor on_accent; ///< text on `accent`
    QColor hover;     ///< the ground of what the pointer is over
    QColor good;      ///< gained, healthy
    QColor warning;
    QColor bad; ///< lost, failed, an error

    // The map.
    QColor page; ///< around the world's outline
    QColor sea;
    QColor land; ///< where there are no users
    QColor coast;
    QColor border; ///< of countries
    QColor graticule;
    QColor catchment_border;
    QColor fibre;
    QColor city;      ///< rim of the dots
    QColor unreached; ///< users without a route
    QColor captured;  ///< users whose packets the hijacker gets: no region has this colour
    QColor label;
    QColor label_halo;
    QColor path;        ///< core of the selected way
    QColor path_casing; ///< around it

    /// A region's colour as a cell of `strength` (0 … 1) on this theme's land.
    QColor cell(const QColor &region, double strength) const;
    /// A region's colour for lines, dots and swatches: readable on this theme's ground.
    QColor solid(const QColor &region) const;
};

/// By its name; anything unknown is light. Can be called from any thread.
const Theme &theme(QStringView name);
/// Without those seen by other eyes.
std::vector<QString> theme_names();
/// `protanopia`, `deuteranopia`, `tritanopia`, `grey`.
std::vector<QString> vision_words();

/// The fixed colour of a region, for good: from resources/palette/regions.csv; for codes that are not there, one
/// that depends on the code alone.
QColor region_colour(std::string_view code);

/// Black or white-ish text, whichever reads better on `ground`.
QColor text_on(const QColor &ground);

} // namespace catchment::maps
