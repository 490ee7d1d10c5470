// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/inputs.h"

#include "io/files.h"
#include "io/input_error.h"
#include "io/rounding.h"
#include "io/scenario_io.h"
#include "io/world_reader.h"
#include "routing/solver.h"
#include "scenario/check.h"
#include "scenario/deploy_command.h"
#include "scenario/operator_of.h"
#include "world/spelling.h"

#include <algorithm>
#include <chrono>
#include <iostream>
#include <utility>

namespace catchment::app {
namespace {

bool same_folder(const std::filesystem::path &a, const std::filesystem::path &b) {
    std::error_code error;
    return std::filesystem::equivalent(a, b, error);
}

/// The line of the first place at which `word` stands in `text`, from 1; 0 where it does not.
std::size_t line_of(const std::string &text, const std::string &word) {
    const auto at = text.find(word);
    return at == std::string::npos ? 0
                                   : 1 + static_cast<std::size_t>(std::count(
                                             text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

} // namespace

std::filesystem::path builtin_world() {
    std::error_code error;
    const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", error);
    const std::filesystem::path installed =
        program.parent_path().parent_path() / CATCHMENT_DATA_FOLDER / "catchment" / "world";
    if (!error && std::filesystem::is_directory(installed, error)) {
        return installed;
    }
    return std::filesystem::path(CATCHMENT_SOURCE_RESOURCES) / "world";
}

std::filesystem::path world_folder(const Scenario &scenario, const std::filesystem::path &file) {
    if (scenario.world.empty() || scenario.world == "builtin") {
        return builtin_world();
    }
    return file.parent_path() / scenario.world;
}

std::vector<Option> with_input_options(std::vector<Option> own) {
    own.push_back({"--deploy", "COMMAND", "deploys as the words say: 'fly deploy -a my-app -r ewr -r ams'"});
    own.push_back({"--world", "FOLDER", "another world than the built-in one"});
    own.push_back({"--time", "", "says on standard error how long it took"});
    return own;
}

Inputs read_without_deploy(const Arguments &arguments, const std::string &file, const Inputs *beside) {
    Inputs inputs;
    std::string text;
    inputs.scenario = story();
    if (!file.empty()) {
        text = read_file(file);
        inputs.scenario = parse_scenario(text, file);
    }
    const auto folder = arguments.value("--world");
    inputs.folder = folder ? std::filesystem::path(*folder) : world_folder(inputs.scenario, file);
    if (beside && same_folder(inputs.folder, beside->folder)) {
        inputs.world = beside->world;
    } else {
        inputs.world = read_world(inputs.folder);
        if (beside) {
            throw InputError(file, line_of(text, "\"world\""), "another world than that of the other scenario",
                             "the same, or --world with one for both");
        }
    }
    if (beside && !have_same_regions(inputs.scenario, beside->scenario)) {
        throw InputError(file, line_of(text, "\"operator\""),
                         "an operator with other regions than that of the other scenario", "the same regions in both");
    }
    if (file.empty()) {
        check_names(inputs.scenario, *inputs.world);
    } else {
        check_scenario(inputs.scenario, *inputs.world, file, text);
        check_placement(inputs.scenario, file, text);
    }
    return inputs;
}

Inputs read_inputs(const Arguments &arguments, const std::string &file) {
    Inputs inputs = read_without_deploy(arguments, file);
    if (const auto words = arguments.value("--deploy")) {
        const auto op = operator_of(inputs.scenario, inputs.world);
        Scenario deployed = apply(parse_deploy_command(*words, *op), inputs.scenario);
        if (file.empty() && deployed.regions != inputs.scenario.regions) {
            // The story's title is not that of other regions.
            deployed.title.clear();
            deployed.notes.clear();
        }
        inputs.scenario = std::move(deployed);
        check_names(inputs.scenario, *inputs.world);
    }
    return inputs;
}

std::shared_ptr<const Catchments> solve_inputs(const Inputs &inputs, const Arguments &arguments) {
    using Clock = std::chrono::steady_clock;
    Solver solver(inputs.world);
    const auto first = Clock::now();
    auto result = catchments(solver.solve(inputs.scenario));
    const auto second = Clock::now();
    if (arguments.has("--time")) {
        const auto ms = [](auto span) { return fixed(std::chrono::duration<double, std::milli>(span).count(), 2); };
        result = catchments(solver.solve(inputs.scenario)); // again, on the topology that is now built
        std::cerr << "first solve " << ms(second - first) << " ms, with the fibre map and the topology; again "
                  << ms(Clock::now() - second) << " ms\n";
    }
    return result;
}

void write_result(const Arguments &arguments, const std::string &result) {
    if (const auto file = arguments.value("-o")) {
        write_file(*file, result);
    } else {
        std::cout << result;
    }
}

CityId city_from_words(const World &world, const std::string &words, const std::string &option) {
    const auto city = find_city(world, words);
    if (!city) {
        throw UsageError(option + ": unknown city '" + words + "'; expected an id, a name or 'Name, CC', such as " +
                         joined_with_or(closest_cities(world, words, 3)));
    }
    if (const std::size_t several = count_cities(world, words); several > 1) {
        const City &chosen = world.city(*city);
        std::cerr << several << " cities are called '" << words << "'; taking the largest: " << chosen.name << ", "
                  << chosen.country << " (" << chosen.id << ")\n";
    }
    return *city;
}

} // namespace catchment::app
