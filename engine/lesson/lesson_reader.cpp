// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/lesson_reader.h"

#include "io/files.h"
#include "io/input_error.h"
#include "io/scenario_io.h"
#include "lesson/lesson_text.h"
#include "lesson/reading.h"
#include "world/spelling.h"

#include <algorithm>
#include <set>

namespace catchment {
namespace {

constexpr std::string_view file_name = "lesson.json";
constexpr std::int64_t longest_lesson = 600; ///< minutes

std::string read_panel(const JsonValue &value) {
    const std::string &word = value.text("'panel'");
    if (std::find(lesson_panels().begin(), lesson_panels().end(), word) == lesson_panels().end()) {
        value.fail("an unknown panel '" + in_one_line(word) + "'",
                   joined_with_or(closest_words(word, lesson_panels(), 4)));
    }
    return word;
}

LessonView read_view(const JsonValue &value) {
    LessonView out;
    for (const auto &[key, inner] : value.object("'show'")) {
        if (key == "city") {
            out.city = inner.text(in_quotes(key));
        } else if (key == "network") {
            out.network = read_asn(inner, in_quotes(key));
        } else if (key == "decision") {
            out.decision = read_asn(inner, in_quotes(key));
        } else if (key == "panel") {
            if (inner.is_array()) {
                for (const JsonValue &item : inner.array(in_quotes(key))) {
                    out.panels.push_back(read_panel(item));
                }
            } else {
                out.panels = {read_panel(inner)};
            }
        } else if (key == "extent") {
            const auto &sides = inner.array(in_quotes(key));
            if (sides.size() != 4) {
                inner.fail("an extent of " + std::to_string(sides.size()) + " numbers",
                           "four: [west, south, east, north] in degrees");
            }
            out.extent.emplace();
            for (std::size_t i = 0; i < 4; ++i) {
                (*out.extent)[i] = sides[i].number("a side of 'extent'");
            }
        } else if (key == "lens") {
            out.lens = inner.boolean(in_quotes(key));
        } else if (key == "moved") {
            out.moved = inner.boolean(in_quotes(key));
        } else {
            unknown_key(inner, key, "'show'", {"city", "network", "decision", "panel", "extent", "lens", "moved"});
        }
    }
    return out;
}

LessonTask read_task(const JsonValue &value) {
    LessonTask out;
    bool anything = false;
    for (const auto &[key, inner] : value.object("'do'")) {
        anything |= key != "task";
        if (key == "task") {
            out.words = inner.text(in_quotes(key));
        } else if (key == "scenario") {
            out.scenario = read_keys(inner, "'scenario'");
        } else if (key == "select") {
            out.select = inner.text(in_quotes(key));
        } else if (key == "panel") {
            out.panel = read_panel(inner);
        } else if (key == "decision") {
            out.decision = read_asn(inner, in_quotes(key));
        } else if (key == "timeline") {
            inner.fail("'timeline' is given", "nothing (the timeline is not built yet)");
        } else {
            unknown_key(inner, key, "'do'", {"task", "scenario", "select", "panel", "decision", "timeline"});
        }
    }
    if (out.words.empty() || !anything) {
        value.fail("'do' is not complete", "'task', and what must have come about");
    }
    return out;
}

/// A step as it stands in the file; `next` by its id, resolved once all are known.
struct ReadStep {
    LessonStep step;
    std::string next;
    std::size_t next_line = 0;
};

ReadStep read_step(const JsonValue &value) {
    ReadStep out;
    out.step.line = value.line();
    for (const auto &[key, inner] : value.object("a step")) {
        if (key == "id") {
            out.step.id = inner.text(in_quotes(key));
        } else if (key == "scenario") {
            out.step.scenario = read_keys(inner, "'scenario'");
        } else if (key == "show") {
            out.step.show = read_view(inner);
        } else if (key == "ask") {
            out.step.question = read_question(inner);
        } else if (key == "do") {
            out.step.task = read_task(inner);
        } else if (key == "expect") {
            out.step.claims = inner.array(in_quotes(key));
        } else if (key == "next") {
            out.next = inner.text(in_quotes(key));
            out.next_line = inner.line();
        } else {
            unknown_key(inner, key, "a step", {"id", "scenario", "show", "ask", "do", "expect", "next"});
        }
    }
    const auto sound = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    };
    if (out.step.id.empty() || !std::all_of(out.step.id.begin(), out.step.id.end(), sound)) {
        value.fail("a step without a proper 'id'", "letters, digits and hyphens");
    }
    return out;
}

/// Makes ids into places, and refuses what leads nowhere or back.
void link_steps(Lesson &lesson, const std::vector<ReadStep> &read) {
    const std::string file = lesson.file.string();
    std::vector<bool> reached(read.size(), false);
    const auto place = [&](const std::string &id, std::size_t from, std::size_t line) {
        const auto to = lesson.find(id);
        if (!to) {
            std::vector<std::string> ids;
            for (const LessonStep &step : lesson.steps) {
                ids.push_back(step.id);
            }
            throw InputError(file, line, "an unknown step '" + in_one_line(id) + "'",
                             joined_with_or(closest_words(id, ids, 3)));
        }
        if (*to <= from) {
            throw InputError(file, line,
                             "a loop: '" + lesson.steps[from].id + "' leads back to '" + id + "' (line " +
                                 std::to_string(lesson.steps[*to].line) + ")",
                             "a later step");
        }
        return *to;
    };
    reached[0] = true;
    for (std::size_t i = 0; i < read.size(); ++i) {
        LessonStep &step = lesson.steps[i];
        step.next = read[i].next.empty() ? i + 1 : place(read[i].next, i, read[i].next_line);
        if (!reached[i]) {
            throw InputError(file, step.line, "no step leads to '" + step.id + "'", "a 'next' that does");
        }
        bool goes_on = true;
        if (step.question) {
            std::size_t elsewhere = 0;
            for (const LessonOption &option : step.question->options) {
                if (!option.next.empty()) {
                    reached[place(option.next, i, step.line)] = true;
                    ++elsewhere;
                }
            }
            goes_on = elsewhere == 0 || elsewhere < step.question->options.size();
        }
        if (goes_on && step.next < read.size()) {
            reached[step.next] = true;
        }
    }
}

void take_text(Lesson &lesson, const std::filesystem::path &file) {
    const auto sections = read_lesson_text(read_file(file), file.string());
    std::set<std::string> used;
    const auto section = [&](const std::string &id, std::size_t line) -> const LessonSection & {
        for (const LessonSection &s : sections) {
            if (s.id == id) {
                used.insert(id);
                return s;
            }
        }
        throw InputError(line ? lesson.file.string() : file.string(), line,
                         "no section '## " + id + "'" + (line ? " in " + file.filename().string() : ""),
                         "one with its words");
    };
    lesson.goals = section("Goals", 0).text;
    lesson.teacher = section("Teacher", 0).text;
    for (LessonStep &step : lesson.steps) {
        const LessonSection &words = section(step.id, step.line);
        step.heading = words.heading;
        step.text = words.text;
        step.answer = words.part("Answer");
        step.hint = words.part("Hint");
        step.teacher = words.part("Teacher");
        if (step.text.empty()) {
            throw InputError(file.string(), words.line, "nothing is said in '" + step.id + "'", "text");
        }
    }
    for (const LessonSection &s : sections) {
        if (!used.contains(s.id)) {
            throw InputError(file.string(), s.line, "a section '" + in_one_line(s.id) + "' that no step uses",
                             "the id of a step");
        }
    }
}

std::filesystem::path beside(const Lesson &lesson, const JsonValue &value, const std::string &what) {
    std::filesystem::path file = lesson.file.parent_path() / value.text(what);
    std::error_code error;
    if (!std::filesystem::is_regular_file(file, error)) {
        value.fail(what + " names '" + in_one_line(value.text(what)) + "', which is not there",
                   "a file in the lesson's folder");
    }
    return file;
}

} // namespace

bool is_lesson(const std::filesystem::path &folder_or_file) {
    std::error_code error;
    return folder_or_file.filename() == file_name || std::filesystem::exists(folder_or_file / file_name, error);
}

Lesson read_lesson(const std::filesystem::path &folder_or_file) {
    Lesson out;
    std::error_code error;
    out.file = std::filesystem::is_directory(folder_or_file, error) ? folder_or_file / file_name : folder_or_file;
    const JsonValue json = JsonValue::parse(read_file(out.file), out.file.string());
    const JsonValue *format = json.find("format");
    if (!format || format->text("'format'") != "catchment-lesson") {
        (format ? *format : json).fail("this is not a lesson", "\"format\": \"catchment-lesson\"");
    }
    if (const JsonValue *version = json.find("version")) {
        version->whole("'version'", 1, 1);
    } else {
        json.fail("no 'version'", "1");
    }
    out.id = std::filesystem::absolute(out.file).lexically_normal().parent_path().filename().string();
    std::vector<ReadStep> steps;
    std::filesystem::path text;
    for (const auto &[key, value] : json.object("a lesson")) {
        if (key == "title") {
            out.title = value.text(in_quotes(key));
        } else if (key == "summary") {
            out.summary = value.text(in_quotes(key));
        } else if (key == "minutes") {
            out.minutes = static_cast<int>(value.whole(in_quotes(key), 1, longest_lesson));
        } else if (key == "text") {
            text = beside(out, value, in_quotes(key));
        } else if (key == "scenario") {
            out.start_file = beside(out, value, in_quotes(key));
            out.start = read_scenario(out.start_file);
        } else if (key == "sources") {
            for (const JsonValue &source : value.array(in_quotes(key))) {
                const JsonValue *title = source.find("title");
                const JsonValue *url = source.find("url");
                if (!title || !url) {
                    source.fail("a source that is not complete", "title and url");
                }
                out.sources.push_back({title->text("'title'"), url->text("'url'")});
            }
        } else if (key == "steps") {
            for (const JsonValue &step : value.array(in_quotes(key))) {
                steps.push_back(read_step(step));
                if (out.find(steps.back().step.id)) {
                    step.fail("a second step '" + steps.back().step.id + "'", "another id");
                }
                out.steps.push_back(steps.back().step);
            }
        } else if (key != "format" && key != "version") {
            unknown_key(value, key, "a lesson",
                        {"format", "version", "title", "summary", "minutes", "text", "scenario", "sources", "steps"});
        }
    }
    if (out.title.empty() || text.empty() || out.start_file.empty() || out.steps.empty()) {
        json.fail("the lesson is not complete", "title, text, scenario and steps");
    }
    link_steps(out, steps);
    take_text(out, text);
    return out;
}

std::vector<Lesson> read_lessons(const std::filesystem::path &folder) {
    std::vector<std::filesystem::path> folders;
    std::error_code error;
    for (const auto &entry : std::filesystem::directory_iterator(folder, error)) {
        if (entry.is_directory() && is_lesson(entry.path())) {
            folders.push_back(entry.path());
        }
    }
    std::sort(folders.begin(), folders.end());
    std::vector<Lesson> out;
    for (const auto &f : folders) {
        out.push_back(read_lesson(f));
    }
    return out;
}

} // namespace catchment
