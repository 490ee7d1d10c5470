// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"
#include "app/commands/inputs.h"
#include "app/lessons/shipped_lessons.h"
#include "io/input_error.h"
#include "io/rounding.h"
#include "io/text_table.h"
#include "io/world_reader.h"
#include "lesson/hand_in.h"
#include "lesson/lesson_reader.h"
#include "scenario/scenario_error.h"
#include "world/spelling.h"

#include <iostream>
#include <map>

namespace catchment::app {
namespace {

/// Grades one file after another; keeps what several of them need.
class Grader {
public:
    explicit Grader(const Arguments &arguments) {
        if (const auto folder = arguments.value("--lesson")) {
            Lesson lesson = read_lesson(*folder);
            lessons_.emplace(lesson.id, std::move(lesson));
        }
    }

    std::vector<std::string> row(const std::string &file) {
        const HandIn in = read_hand_in(file);
        const Lesson &lesson = lesson_of(in, file);
        const Grade g = grade(lesson, in.answers, solver_of(lesson), file);
        std::string remark;
        if (in.points != g.points || in.of != g.of) {
            remark = "the file says " + std::to_string(in.points) + " of " + std::to_string(in.of);
        }
        return {file,
                in_one_line(in.name),
                lesson.id,
                std::to_string(g.done) + " of " + std::to_string(g.steps.size()),
                std::to_string(g.points) + " of " + std::to_string(g.of),
                fixed(100 * g.share(), 0) + " %",
                remark};
    }

private:
    const Lesson &lesson_of(const HandIn &in, const std::string &file) {
        if (!lessons_.contains(in.lesson)) {
            const auto shipped = shipped_lessons() / in.lesson;
            std::error_code error;
            if (in.lesson.find('/') != std::string::npos || !is_lesson(shipped)) {
                throw InputError(file, 0, "answers to the lesson '" + in_one_line(in.lesson) + "', which is not there",
                                 "one that ships with the program, or --lesson with its folder");
            }
            lessons_.emplace(in.lesson, read_lesson(shipped));
        }
        return lessons_.at(in.lesson);
    }

    LessonSolver &solver_of(const Lesson &lesson) {
        const std::string folder = world_folder(lesson.start, lesson.start_file).string();
        auto found = solvers_.find(folder);
        if (found == solvers_.end()) {
            found = solvers_.emplace(folder, LessonSolver(read_world(folder))).first;
        }
        return found->second;
    }

    std::map<std::string, Lesson> lessons_;
    std::map<std::string, LessonSolver> solvers_; ///< by the world's folder
};

int run(const Arguments &arguments) {
    if (arguments.rest().empty()) {
        throw UsageError("nothing to grade; expected one or more files with answers");
    }
    Grader grader(arguments);
    TextTable table({"file", "name", "lesson", "done", "points", "share", "remark"});
    bool failed = false;
    for (const std::string &file : arguments.rest()) {
        try {
            table.add(grader.row(file));
        } catch (const InputError &error) {
            std::cerr << error.what() << '\n';
            failed = true;
        } catch (const ScenarioError &error) {
            std::cerr << file << ": " << error.what() << '\n';
            failed = true;
        }
    }
    if (!table.empty()) {
        write_result(arguments, table.text());
    }
    return failed ? Failed : Done;
}

} // namespace

Command grade_command() {
    return {"grade",
            "FILE… [--lesson FOLDER] [-o FILE]",
            "Grades the answers to lessons: computes every score anew; status 1 where a file could not be graded.",
            {{"--lesson", "FOLDER", "a lesson that does not ship with the program"},
             {"-o", "FILE", "writes there, not to standard output"}},
            run};
}

} // namespace catchment::app
