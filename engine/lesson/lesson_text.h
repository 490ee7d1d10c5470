// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// The text of a lesson: Markdown in sections.
namespace catchment {

/// `## ID: Heading`, and below it text and parts `### Answer`, `### Hint`, `### Teacher`.
struct LessonSection {
    std::string id;
    std::string heading;
    std::string text;
    std::vector<std::pair<std::string, std::string>> parts; ///< by heading, each with its text
    std::size_t line = 0;

    /// The text of a part; empty where it is not there.
    std::string part(std::string_view name) const;
};

/// The sections of a text, in their order; what stands before the first one is left out. `file` goes into the
/// InputError that is thrown for a section or a part that stands twice, or a part of another name.
std::vector<LessonSection> read_lesson_text(std::string_view text, const std::string &file);

} // namespace catchment
