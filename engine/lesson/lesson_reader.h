// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/lesson.h"

#include <filesystem>
#include <string_view>

namespace catchment {

/// Reads a lesson from its folder, or from the `lesson.json` in it, with its text and the scenario that it starts on.
/// Throws InputError with the file and the line of the first thing that is wrong; names of the world are not looked
/// up (see check_lesson).
Lesson read_lesson(const std::filesystem::path &folder_or_file);

/// Is this the folder of a lesson, or its file?
bool is_lesson(const std::filesystem::path &folder_or_file);

/// The lessons in a folder, by the names of theirs; nothing that is not one. Throws InputError for the first that is
/// wrong.
std::vector<Lesson> read_lessons(const std::filesystem::path &folder);

} // namespace catchment
