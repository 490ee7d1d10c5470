// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/hand_in.h"

#include "io/files.h"
#include "io/input_error.h"
#include "io/json_value.h"
#include "io/scenario_io.h"
#include "world/spelling.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace catchment {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::int64_t most_points = 1'000'000;
constexpr std::int64_t most_options = 1000;

Json answer_json(const LessonAnswer &answer) {
    Json out = {{"step", answer.step}, {"done", answer.done}};
    if (!answer.chosen.empty()) {
        out["chosen"] = Json::array();
        for (const int option : answer.chosen) {
            out["chosen"].push_back(option + 1);
        }
    }
    for (const auto &[city, region] : answer.marks) {
        out["marks"][city] = region;
    }
    if (answer.number) {
        out["number"] = *answer.number;
    }
    if (!answer.text.empty()) {
        out["text"] = answer.text;
    }
    return out;
}

LessonAnswer read_answer(const JsonValue &value) {
    LessonAnswer out;
    for (const auto &[key, inner] : value.object("an answer")) {
        const std::string what = "'" + key + "'";
        if (key == "step") {
            out.step = inner.text(what);
        } else if (key == "done") {
            out.done = inner.boolean(what);
        } else if (key == "chosen") {
            for (const JsonValue &option : inner.array(what)) {
                out.chosen.push_back(static_cast<int>(option.whole("an option", 1, most_options) - 1));
            }
            std::sort(out.chosen.begin(), out.chosen.end());
        } else if (key == "marks") {
            for (const auto &[city, region] : inner.object(what)) {
                out.marks[city] = region.text("a mark");
            }
        } else if (key == "number") {
            out.number = inner.number(what);
        } else if (key == "text") {
            out.text = inner.text(what);
        } else {
            inner.fail("unknown key '" + in_one_line(key) + "' in an answer",
                       "step, done, chosen, marks, number or text");
        }
    }
    if (out.step.empty()) {
        value.fail("an answer without a 'step'", "the id of one");
    }
    return out;
}

} // namespace

std::string write_hand_in(const HandIn &hand_in) {
    Json json = {{"format", "catchment-answers"},
                 {"version", 1},
                 {"lesson", hand_in.lesson},
                 {"title", hand_in.title},
                 {"name", hand_in.name},
                 {"points", hand_in.points},
                 {"of", hand_in.of},
                 {"answers", Json::array()}};
    for (const LessonAnswer &answer : hand_in.answers) {
        json["answers"].push_back(answer_json(answer));
    }
    json["scenario"] = Json::parse(write_scenario(hand_in.scenario));
    json["picture"] = hand_in.picture;
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

HandIn parse_hand_in(std::string_view text, const std::string &name) {
    const JsonValue json = JsonValue::parse(text, name);
    const JsonValue *format = json.find("format");
    if (!format || format->text("'format'") != "catchment-answers") {
        (format ? *format : json).fail("these are not answers", "\"format\": \"catchment-answers\"");
    }
    HandIn out;
    for (const auto &[key, value] : json.object("answers")) {
        const std::string what = "'" + key + "'";
        if (key == "version") {
            value.whole(what, 1, 1);
        } else if (key == "lesson") {
            out.lesson = value.text(what);
        } else if (key == "title") {
            out.title = value.text(what);
        } else if (key == "name") {
            out.name = value.text(what);
        } else if (key == "points") {
            out.points = static_cast<int>(value.whole(what, 0, most_points));
        } else if (key == "of") {
            out.of = static_cast<int>(value.whole(what, 0, most_points));
        } else if (key == "answers") {
            for (const JsonValue &answer : value.array(what)) {
                out.answers.push_back(read_answer(answer));
            }
        } else if (key == "scenario") {
            read_scenario_keys(value, out.scenario);
        } else if (key == "picture") {
            out.picture = value.text(what);
        } else if (key != "format") {
            value.fail("unknown key '" + in_one_line(key) + "'",
                       "lesson, title, name, points, of, answers, scenario or picture");
        }
    }
    if (out.lesson.empty()) {
        json.fail("no 'lesson'", "the id of the lesson");
    }
    return out;
}

HandIn read_hand_in(const std::filesystem::path &file) { return parse_hand_in(read_file(file), file.string()); }

Grade grade(const Lesson &lesson, const std::vector<LessonAnswer> &answers, LessonSolver &solver,
            const std::string &file) {
    std::vector<const LessonAnswer *> by_step(lesson.steps.size(), nullptr);
    for (const LessonAnswer &answer : answers) {
        const auto step = lesson.find(answer.step);
        if (!step) {
            throw InputError(file, 0,
                             "an answer to a step '" + in_one_line(answer.step) + "' that the lesson '" + lesson.id +
                                 "' does not have",
                             "answers to this lesson");
        }
        if (by_step[*step]) {
            throw InputError(file, 0, "two answers to the step '" + in_one_line(answer.step) + "'", "one");
        }
        by_step[*step] = &answer;
    }
    const auto scenarios = step_scenarios(lesson);
    Grade out;
    const LessonAnswer nothing;
    for (std::size_t at = 0; at < lesson.steps.size();) {
        const LessonStep &step = lesson.steps[at];
        const LessonAnswer &answer = by_step[at] ? *by_step[at] : nothing;
        StepGrade graded;
        graded.step = at;
        graded.done = answer.done;
        std::size_t next = step.next;
        if (step.question) {
            graded.score = score(*step.question, answer, *solver.solve(scenarios[at].revealed));
            // A choice of one may lead elsewhere.
            if (answer.chosen.size() == 1 &&
                static_cast<std::size_t>(answer.chosen.front()) < step.question->options.size()) {
                const auto branch =
                    lesson.find(step.question->options[static_cast<std::size_t>(answer.chosen.front())].next);
                next = branch.value_or(next);
            }
        }
        out.points += graded.score.points;
        out.of += graded.score.of;
        out.done += graded.done ? 1 : 0;
        out.steps.push_back(std::move(graded));
        at = next;
    }
    return out;
}

} // namespace catchment
