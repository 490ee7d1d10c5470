// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"
#include "app/commands/inputs.h"
#include "io/input_error.h"
#include "io/rounding.h"
#include "io/world_reader.h"
#include "lesson/course.h"
#include "lesson/lesson_reader.h"

#include <iostream>

namespace catchment::app {
namespace {

/// Solves with every deployable region, since a world is sound only if all of its users can be reached.
int check_world(const std::string &folder) {
    Inputs inputs;
    inputs.world = read_world(folder);
    for (const Region &region : inputs.world->own_operator.regions) {
        if (region.status == RegionStatus::Deployable) {
            inputs.scenario.regions.push_back(region.code);
        }
    }
    const World &world = *inputs.world;
    if (!FibreMap(inputs.world).connected()) {
        throw InputError(folder + "/fibre.csv", 0, "the fibre map is in pieces", "a way between any two cities");
    }
    const auto result = solve_inputs(inputs, Arguments({}, {}));
    for (const NetworkOutcome &outcome : result->outcomes) {
        if (!outcome.region && outcome.users > 0) {
            throw InputError(folder + "/links.csv", 0,
                             world.network(outcome.network).name + " (AS" +
                                 std::to_string(world.network(outcome.network).asn.value) + ") reaches no region",
                             "a way to one for every access network");
        }
    }
    std::cout << folder << ": sound. " << world.cities.size() << " cities, " << world.networks.size() << " networks, "
              << world.routers.size() << " routers, " << world.links.size() << " links, " << world.exchanges.size()
              << " exchanges, " << world.fibre.size() << " fibre segments, " << world.own_operator.regions.size()
              << " regions, " << grouped(result->summary.users) << " users\n";
    return Done;
}

/// Every name and every claim.
int check_a_lesson(const std::string &path) {
    const Lesson lesson = read_lesson(path);
    LessonSolver solver(read_world(world_folder(lesson.start, lesson.start_file)));
    check_lesson(lesson, solver);
    std::size_t claims = 0;
    for (const LessonStep &step : lesson.steps) {
        claims += step.claims.size();
    }
    std::cout << path << ": sound. " << lesson.steps.size() << " steps, " << lesson.points() << " points, " << claims
              << " claims hold\n";
    return Done;
}

int check(const Arguments &arguments) {
    const std::string expected = "a scenario file, or the folder of a world or a lesson";
    arguments.allow_rest(1, expected);
    if (arguments.rest().empty()) {
        throw UsageError("nothing to check; expected " + expected);
    }
    const std::string &target = arguments.rest().front();
    std::error_code error;
    if (is_lesson(target)) {
        return check_a_lesson(target);
    }
    if (std::filesystem::is_directory(target, error)) {
        return check_world(target);
    }
    const Inputs inputs = read_inputs(arguments, target);
    const auto result = solve_inputs(inputs, arguments);
    const std::size_t deployed = inputs.scenario.regions.size();
    std::cout << target << ": sound. " << result->regions.size();
    if (inputs.scenario.announce == Announce::Everywhere) {
        std::cout << " edges announce, and the app is deployed to " << deployed << " regions; ";
    } else {
        std::cout << " of " << deployed << " deployed regions announce; ";
    }
    std::cout << grouped(result->summary.users - result->summary.unreached_users) << " of "
              << grouped(result->summary.users) << " users reach one";
    if (const Hijacker *hijacker = result->hijacker()) {
        std::cout << ", " << grouped(result->summary.captured_users) << " are captured by AS"
                  << inputs.world->network(hijacker->network).asn.value;
    }
    std::cout << '\n';
    return Done;
}

} // namespace

Command check_command() {
    return {"check", "FILE|FOLDER", "Is this scenario, world or lesson sound?", with_input_options({}), check};
}

} // namespace catchment::app
