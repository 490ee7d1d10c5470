// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/lesson.h"
#include "routing/solver.h"
#include "study/catchments.h"

#include <memory>
#include <utility>
#include <vector>

/// A lesson's scenarios, step by step, and what follows from them.
namespace catchment {

struct StepScenarios {
    Scenario begin;       ///< when the step begins
    Scenario revealed;    ///< once the answer is shown
    Scenario end;         ///< once the task is done
    std::size_t from = 0; ///< the step before; itself for the first one
};

/// Per step. One that several lead to carries on from the first of them.
std::vector<StepScenarios> step_scenarios(const Lesson &lesson);

/// The scenario with `keys` over its own.
Scenario with_keys(Scenario scenario, const ScenarioKeys &keys);

/// Do the keys stand so in the scenario, whatever the order of what has none?
bool stands_so(const ScenarioKeys &keys, const Scenario &scenario);

/// Solves a lesson's scenarios and keeps the last few results, since steps share theirs. Not thread-safe.
class LessonSolver {
public:
    explicit LessonSolver(std::shared_ptr<const World> world) : world_(std::move(world)), solver_(world_) {}

    /// Throws ScenarioError.
    std::shared_ptr<const Catchments> solve(const Scenario &scenario);

    const std::shared_ptr<const World> &world() const { return world_; }

private:
    std::shared_ptr<const World> world_;
    Solver solver_;
    std::vector<std::pair<Scenario, std::shared_ptr<const Catchments>>> known_;
};

/// Looks up every name of a lesson, and of its scenarios, in the world. Throws InputError for the first that is
/// unknown, with its file and line.
void check_lesson_names(const Lesson &lesson, const std::shared_ptr<const World> &world);

/// Holds a lesson against its world: every name, every scenario, every claim. Throws InputError for the first that is
/// wrong, with its file and line.
void check_lesson(const Lesson &lesson, LessonSolver &solver);

} // namespace catchment
