// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/course.h"

#include "io/input_error.h"
#include "io/scenario_io.h"
#include "lesson/claim.h"
#include "lesson/reading.h"
#include "scenario/check.h"
#include "scenario/event.h"
#include "scenario/operator_of.h"
#include "world/spelling.h"

#include <algorithm>
#include <tuple>

namespace catchment {
namespace {

constexpr std::size_t most_known = 8;

/// In one order, where the order says nothing.
Scenario ordered(Scenario s) {
    s.tidy();
    const auto sort = [](auto &list) { std::sort(list.begin(), list.end()); };
    sort(s.regions);
    sort(s.faults.regions);
    sort(s.faults.networks);
    sort(s.faults.exchanges);
    sort(s.faults.cables);
    for (auto &[a, b] : s.faults.links) {
        if (b < a) {
            std::swap(a, b);
        }
    }
    sort(s.faults.links);
    sort(s.security.origin_validation);
    std::sort(s.tuning.begin(), s.tuning.end(), [](const Tuning &a, const Tuning &b) {
        return std::tie(a.region, a.neighbour) < std::tie(b.region, b.neighbour);
    });
    std::sort(s.sessions.begin(), s.sessions.end(), [](const ExtraSession &a, const ExtraSession &b) {
        return std::tie(a.region, a.asn, a.via) < std::tie(b.region, b.asn, b.via);
    });
    std::erase_if(s.edge.instances, [](const Instances &i) { return i == Instances{i.region, 1, 0}; });
    std::sort(s.edge.instances.begin(), s.edge.instances.end(),
              [](const Instances &a, const Instances &b) { return a.region < b.region; });
    if (s.data) {
        sort(s.data->replicas);
    }
    return s;
}

/// Looks up what a lesson names.
class Names {
public:
    Names(const Lesson &lesson, const World &world) : file_(lesson.file.string()), world_(world) {}

    void city(const std::string &id, std::size_t line) const {
        if (!id.empty() && !world_.city_by_id.contains(id)) {
            throw InputError(file_, line, "an unknown city '" + in_one_line(id) + "'",
                             "the id of one, such as " + joined_with_or(closest_cities(world_, id, 3)));
        }
    }

    void network(std::optional<Asn> asn, std::size_t line) const {
        if (asn && !world_.network_by_asn.contains(*asn)) {
            throw InputError(file_, line, "an unknown network " + std::to_string(asn->value),
                             "the AS number of one of the world");
        }
    }

    void scenario(const Scenario &s, std::size_t line) const {
        try {
            check_names(s, world_);
        } catch (const ScenarioError &error) {
            throw InputError(file_, line, error.what_is_wrong, error.expected);
        }
    }

    void event(const std::string &words, const Operator &op, std::size_t line) const {
        try {
            // The window says what was played in these words.
            const std::string usual = to_string(parse_event(words, world_, op).event);
            if (usual != words) {
                throw InputError(file_, line, in_quotes(words) + " is spelled unusually", in_quotes(usual));
            }
        } catch (const EventError &error) {
            throw InputError(file_, line, error.what(), "an event as for converge");
        }
    }

private:
    std::string file_;
    const World &world_;
};

} // namespace

Scenario with_keys(Scenario scenario, const ScenarioKeys &keys) {
    if (keys) {
        read_scenario_keys(*keys, scenario);
    }
    return scenario;
}

bool stands_so(const ScenarioKeys &keys, const Scenario &scenario) {
    return ordered(scenario) == ordered(with_keys(scenario, keys));
}

std::vector<StepScenarios> step_scenarios(const Lesson &lesson) {
    std::vector<StepScenarios> out(lesson.steps.size());
    std::vector<bool> known(lesson.steps.size(), false);
    if (out.empty()) {
        return out;
    }
    out.front().end = lesson.start;
    known.front() = true;
    for (std::size_t i = 0; i < out.size(); ++i) {
        const LessonStep &step = lesson.steps[i];
        StepScenarios &s = out[i];
        s.begin = with_keys(i == 0 ? lesson.start : out[s.from].end, step.scenario);
        s.revealed = step.question ? with_keys(s.begin, step.question->reveal) : s.begin;
        s.end = step.task ? with_keys(s.revealed, step.task->scenario) : s.revealed;
        const auto lead = [&](std::size_t to) {
            if (to < out.size() && !known[to]) {
                out[to].from = i;
                known[to] = true;
            }
        };
        lead(step.next);
        if (step.question) {
            for (const LessonOption &option : step.question->options) {
                lead(lesson.find(option.next).value_or(out.size()));
            }
        }
    }
    return out;
}

std::shared_ptr<const Catchments> LessonSolver::solve(const Scenario &scenario) {
    for (const auto &[solved, result] : known_) {
        if (solved == scenario) {
            return result;
        }
    }
    check_names(scenario, *world_);
    auto result = catchments(solver_.solve(scenario));
    if (known_.size() == most_known) {
        known_.erase(known_.begin());
    }
    known_.emplace_back(scenario, result);
    return result;
}

void check_lesson_names(const Lesson &lesson, const std::shared_ptr<const World> &world) {
    const Names names(lesson, *world);
    check_scenario(lesson.start, *world, lesson.start_file.string());
    const auto scenarios = step_scenarios(lesson);
    for (std::size_t i = 0; i < scenarios.size(); ++i) {
        const LessonStep &step = lesson.steps[i];
        const StepScenarios &s = scenarios[i];
        for (const Scenario *one : {&s.begin, &s.revealed, &s.end}) {
            names.scenario(*one, step.line);
        }
        names.network(step.show.network, step.line);
        names.network(step.show.decision, step.line);
        names.city(step.show.city, step.line);
        if (step.question) {
            for (const std::string &id : step.question->cities) {
                names.city(id, step.line);
            }
            if (step.question->kind == QuestionKind::Number && step.question->of.of == AskedValue::Of::City) {
                names.city(step.question->of.name, step.line);
            }
        }
        if (step.task) {
            names.network(step.task->decision, step.line);
            names.city(step.task->select, step.line);
            if (!step.task->event.empty()) {
                names.event(step.task->event, *operator_of(s.end, world), step.line);
            }
        }
    }
}

void check_lesson(const Lesson &lesson, LessonSolver &solver) {
    check_lesson_names(lesson, solver.world());
    const auto scenarios = step_scenarios(lesson);
    for (std::size_t i = 0; i < scenarios.size(); ++i) {
        const LessonStep &step = lesson.steps[i];
        const StepScenarios &s = scenarios[i];
        if (step.question && step.question->kind == QuestionKind::Number) {
            asked_number(step.question->of, *solver.solve(s.revealed), lesson.file.string(), step.line);
        }
        if (step.task && step.task->scenario && stands_so(step.task->scenario, s.revealed)) {
            step.task->scenario->fail("the task of '" + step.id + "' is done before it begins",
                                      "something that changes");
        }
        const auto now = solver.solve(s.end);
        const Scenario &before = i == 0 ? lesson.start : scenarios[s.from].end;
        for (const JsonValue &claim : step.claims) {
            check_claim(claim, {now, have_same_regions(before, s.end) ? solver.solve(before) : now});
        }
    }
}

} // namespace catchment
