// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lessons/worksheet.h"

#include "app/commands/command.h"
#include "app/commands/inputs.h"
#include "app/commands/view_options.h"
#include "app/lessons/shipped_lessons.h"
#include "io/input_error.h"
#include "io/world_reader.h"
#include "lesson/lesson_reader.h"

#include <QGuiApplication>

namespace catchment::app {
namespace {

/// A lesson by its folder, or one that ships with the program by its name.
Lesson lesson_from_words(const std::string &words) {
    const auto shipped = shipped_lessons() / words;
    return read_lesson(!is_lesson(words) && words.find('/') == std::string::npos && is_lesson(shipped)
                           ? shipped
                           : std::filesystem::path(words));
}

int run(const Arguments &arguments) {
    arguments.allow_rest(1, "one lesson");
    if (arguments.rest().empty()) {
        throw UsageError("no lesson; expected its folder, or the name of one that ships with the program");
    }
    const auto file = arguments.value("-o");
    if (!file || !file->ends_with(".pdf")) {
        throw UsageError(file ? "-o: '" + *file + "'; expected a name that ends in .pdf"
                              : "no output; expected -o FILE.pdf");
    }
    const Lesson lesson = lesson_from_words(arguments.rest().front());
    LessonSolver solver(read_world(world_folder(lesson.start, lesson.start_file)));
    check_lesson_names(lesson, solver.world());
    const auto application = prepare_pictures();
    Worksheet(lesson, solver, arguments.has("--answers")).writePdf(QString::fromStdString(*file));
    return Done;
}

} // namespace

Command worksheet_command() {
    return {"worksheet",
            "LESSON -o FILE.pdf [--answers]",
            "Writes a lesson's worksheet, to be filled in by hand.",
            {{"--answers", "", "with the answers and the teacher's notes"}, {"-o", "FILE", "the PDF to write"}},
            run};
}

} // namespace catchment::app
