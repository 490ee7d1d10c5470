// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/answers.h"
#include "lesson/course.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

/// A student's run of a lesson as one file (`*.catchment-answers.json`), and its grading.
namespace catchment {

struct HandIn {
    std::string lesson; ///< id
    std::string title;  ///< of the lesson
    std::string name;   ///< the student's
    std::vector<LessonAnswer> answers;
    int points = 0; ///< as it was shown to the student; grading does not trust it
    int of = 0;
    Scenario scenario;   ///< as it stood when it was saved
    std::string picture; ///< PNG of the map then, in Base64; may be empty
};

std::string write_hand_in(const HandIn &hand_in);

/// Throws InputError, with the line.
HandIn parse_hand_in(std::string_view text, const std::string &name);
HandIn read_hand_in(const std::filesystem::path &file);

struct StepGrade {
    std::size_t step = 0; ///< of the lesson
    bool done = false;
    Score score;
};

/// A run of a lesson, with every score computed anew. Steps that were not come to get no points; those that another way
/// leads around do not count.
struct Grade {
    std::vector<StepGrade> steps;
    int points = 0;
    int of = 0;
    int done = 0; ///< steps that were completed

    double share() const { return of > 0 ? static_cast<double>(points) / of : 1; }
};

/// Throws InputError where an answer is not one of the lesson's, named by `file`.
Grade grade(const Lesson &lesson, const std::vector<LessonAnswer> &answers, LessonSolver &solver,
            const std::string &file);

} // namespace catchment
