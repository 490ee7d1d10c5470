// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "io/results.h"
#include "maps/atlas.h"

#include <memory>
#include <vector>

namespace catchment::maps {

/// The cells of the map that stand for a city, in degrees: for solve_geojson(). None crosses the antimeridian, at which
/// the land is cut. Needs no fonts and no application object.
std::vector<CellArea> cell_areas(const Atlas &atlas, const std::shared_ptr<const World> &world);

} // namespace catchment::maps
