// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/arguments.h"
#include "scenario/scenario.h"
#include "study/catchments.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace catchment::app {

/// The folder of the built-in world's tables: beside the installed program, else in the source tree.
std::filesystem::path builtin_world();

/// The folder of the world that a scenario names; `file` is where the scenario was read from.
std::filesystem::path world_folder(const Scenario &scenario, const std::filesystem::path &file);

/// The options that say what to work on: `--deploy` and `--world`, followed by a command's own.
std::vector<Option> with_input_options(std::vector<Option> own);

/// What a command works on.
struct Inputs {
    std::shared_ptr<const World> world;
    std::filesystem::path folder; ///< of the world
    Scenario scenario;
};

/// Reads scenario and world as the words say: a file, `--deploy`, or nothing (the story). `file` is empty where there
/// is none. Throws InputError, CommandError, UsageError.
Inputs read_inputs(const Arguments &arguments, const std::string &file);

/// Reads what `--deploy` would be carried out on. Where `beside` is given, it has to be over the same world as that,
/// which is then not read again. Throws InputError, UsageError.
Inputs read_without_deploy(const Arguments &arguments, const std::string &file, const Inputs *beside = nullptr);

/// Solves, and says the time on standard error where `--time` was given.
std::shared_ptr<const Catchments> solve_inputs(const Inputs &inputs, const Arguments &arguments);

/// To the file of `-o`, else to standard output.
void write_result(const Arguments &arguments, const std::string &result);

/// The city that the words mean; says which on standard error where several answer. Throws UsageError.
CityId city_from_words(const World &world, const std::string &words, const std::string &option);

} // namespace catchment::app
