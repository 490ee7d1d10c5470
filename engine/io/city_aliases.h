// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "world/city_matcher.h"
#include "world/world.h"

#include <filesystem>
#include <vector>

namespace catchment {

/// Reads other names of the cities of a world: CSV with the columns `name`, `country` and `city` (an id). Throws
/// InputError: cannot be read, no such table, an unknown city, a name twice in one country.
std::vector<CityAlias> read_city_aliases(const std::filesystem::path &file, const World &world);

} // namespace catchment
