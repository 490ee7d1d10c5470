// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/figure_settings.h"
#include "scenario/scenario.h"
#include "study/catchments.h"

#include <filesystem>
#include <memory>

namespace catchment::app {

/// Writes a folder with all that belongs to a figure: the picture as PNG, SVG and PDF, the data as CSV and GeoJSON, the
/// scenario with the view as it was drawn, and a script that makes all of it again. It appears only once it is whole; a
/// folder that is there is replaced where it holds nothing but such files. `scenario`: its view is what was drawn;
/// `world`: the folder of its tables, empty for the built-in one. Throws OutputError.
void write_bundle(const std::filesystem::path &folder, Scenario scenario, const FigureSettings &settings,
                  const std::shared_ptr<const Catchments> &catchments, const std::filesystem::path &world = {});

/// Catchments as GeoJSON: cities and cells.
std::string geojson_with_cells(const Catchments &catchments);

} // namespace catchment::app
