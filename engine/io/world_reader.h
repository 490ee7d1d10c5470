// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "world/world.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

namespace catchment {

/// Reads the tables of a world from a folder (resources/world/README.md describes them).
/// Throws InputError, which names the table and the line.
std::shared_ptr<const World> read_world(const std::filesystem::path &folder);

/// The same from elsewhere: `text` gives what stands in a table by its name in the folder (`cities.csv`).
std::shared_ptr<const World> parse_world(const std::filesystem::path &folder,
                                         const std::function<std::string(const std::string &table)> &text);

} // namespace catchment
