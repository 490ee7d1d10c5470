// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace catchment {

/// A whole file as text. Throws InputError where it does not exist, is a folder or cannot be read.
std::string read_file(const std::filesystem::path &file);

/// Writes a file atomically: beside it, flushed, then renamed over it. Throws OutputError; leaves nothing behind.
void write_file(const std::filesystem::path &file, std::string_view content);

} // namespace catchment
