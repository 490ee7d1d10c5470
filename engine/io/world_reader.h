// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "world/world.h"

#include <filesystem>
#include <memory>

namespace catchment {

/// Reads the tables of a world from a folder (resources/world/README.md describes them).
/// Throws InputError, which names the table and the line.
std::shared_ptr<const World> read_world(const std::filesystem::path &folder);

} // namespace catchment
