// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace catchment::app {

/// The folder of the lessons that ship with the program.
std::filesystem::path shipped_lessons();

} // namespace catchment::app
