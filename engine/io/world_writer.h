// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "world/world_tables.h"

#include <filesystem>
#include <set>
#include <string>

namespace catchment {

/// The names of the files that make up a world.
const std::set<std::string> &world_files();

/// Writes the tables of a world into `folder`, which is there and empty. `base_folder` is that of the world `base`,
/// whose cities, fibre, regions and resolvers are taken over as they are. The same tables give the same bytes.
/// Throws OutputError; InputError where the base's tables cannot be read.
void write_world(const WorldTables &tables, const World &base, const std::filesystem::path &base_folder,
                 const std::filesystem::path &folder);

} // namespace catchment
