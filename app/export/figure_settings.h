// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/figure.h"
#include "maps/picture_file.h"
#include "scenario/scenario.h"

#include <string>

namespace catchment::app {

/// A size, and what goes with it, for one use of a figure.
struct FigurePreset {
    std::string word;
    QSize size;
    int dpi = 96;
    double scale = 1;         ///< of text and lines
    bool transparent = false; ///< no page and no sea
    maps::FigureParts without;
};

/// `slide`, `paper-column`, `poster`, `transparent`; the words are known_presets() of view_io.h.
const std::vector<FigurePreset> &figure_presets();

/// All that makes a figure of given results, but for the city that is selected: the same for command and window.
struct FigureSettings {
    maps::FigureOptions options;
    double dpi = 96;
};

/// As a scenario and a view of it say: what the view names goes before what its preset has.
FigureSettings figure_settings(const Scenario &scenario, const View &view);

/// For picture_file(): size and day of a figure.
maps::PictureOptions picture_options(const FigureSettings &settings, const World &world);

} // namespace catchment::app
