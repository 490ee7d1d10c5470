// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/lesson_text.h"

#include "io/input_error.h"
#include "world/spelling.h"

#include <algorithm>

namespace catchment {
namespace {

constexpr std::string_view section_mark = "## ";
constexpr std::string_view part_mark = "### ";
constexpr std::string_view fence = "```";

/// Takes blank lines off both ends.
std::string tidied(const std::string &text) {
    const auto first = text.find_first_not_of(" \n\r");
    const auto last = text.find_last_not_of(" \n\r");
    return first == std::string::npos ? std::string() : text.substr(first, last - first + 1);
}

LessonSection heading_of(std::string_view words, std::size_t line) {
    LessonSection out;
    const auto colon = words.find(':');
    out.id = trimmed(words.substr(0, colon));
    out.heading = colon == std::string_view::npos ? out.id : std::string(trimmed(words.substr(colon + 1)));
    out.line = line;
    return out;
}

} // namespace

std::string LessonSection::part(std::string_view name) const {
    const auto found = std::find_if(parts.begin(), parts.end(), [&](const auto &p) { return p.first == name; });
    return found == parts.end() ? std::string() : found->second;
}

std::vector<LessonSection> read_lesson_text(std::string_view text, const std::string &file) {
    std::vector<LessonSection> out;
    std::string unused;
    std::string *into = &unused;
    bool fenced = false;
    std::size_t number = 0;
    while (!text.empty()) {
        ++number;
        const auto end = text.find('\n');
        std::string_view line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (line.ends_with('\r')) {
            line.remove_suffix(1);
        }
        fenced ^= line.starts_with(fence);
        if (!fenced && line.starts_with(section_mark)) {
            LessonSection section = heading_of(line.substr(section_mark.size()), number);
            for (const LessonSection &other : out) {
                if (other.id == section.id) {
                    throw InputError(file, number, "a second section '" + section.id + "'",
                                     "one (the first is in line " + std::to_string(other.line) + ")");
                }
            }
            out.push_back(std::move(section));
            into = &out.back().text;
        } else if (!fenced && line.starts_with(part_mark) && !out.empty()) {
            const std::string name(trimmed(line.substr(part_mark.size())));
            if (name != "Answer" && name != "Hint" && name != "Teacher") {
                throw InputError(file, number, "a part '" + in_one_line(name) + "'", "Answer, Hint or Teacher");
            }
            if (!out.back().part(name).empty()) {
                throw InputError(file, number, "a second part '" + name + "' in '" + out.back().id + "'", "one");
            }
            out.back().parts.emplace_back(name, std::string());
            into = &out.back().parts.back().second;
        } else {
            into->append(line);
            into->push_back('\n');
        }
    }
    for (LessonSection &section : out) {
        section.text = tidied(section.text);
        for (auto &part : section.parts) {
            part.second = tidied(part.second);
        }
    }
    return out;
}

} // namespace catchment
