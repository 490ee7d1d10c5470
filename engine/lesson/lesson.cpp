// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/lesson.h"

#include <algorithm>
#include <numeric>

namespace catchment {
namespace {

constexpr int points_for_painting = 10;

} // namespace

const std::vector<std::string> &lesson_panels() {
    static const std::vector<std::string> panels = {"regions",    "faults",   "security", "journey",  "compare",
                                                    "rtt",        "distance", "users",    "playbook", "steering",
                                                    "validation", "timeline", "edge",     "designs",  "data"};
    return panels;
}

int Question::points() const {
    switch (kind) {
    case QuestionKind::Choice:
    case QuestionKind::Number:
        return 1;
    case QuestionKind::Predict:
        return static_cast<int>(cities.size());
    case QuestionKind::Paint:
        return points_for_painting;
    case QuestionKind::Text:
        break;
    }
    return 0;
}

int Lesson::points() const {
    return std::accumulate(steps.begin(), steps.end(), 0, [](int sum, const LessonStep &step) {
        return sum + (step.question ? step.question->points() : 0);
    });
}

std::optional<std::size_t> Lesson::find(const std::string &step_id) const {
    const auto found = std::find_if(steps.begin(), steps.end(), [&](const LessonStep &s) { return s.id == step_id; });
    return found == steps.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - steps.begin()));
}

} // namespace catchment
