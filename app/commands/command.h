// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/arguments.h"

#include <string>
#include <vector>

namespace catchment::app {

enum ExitStatus { Done = 0, Failed = 1, WrongInput = 2 };

/// A command of the program that needs no window.
struct Command {
    std::string name;
    std::string words; ///< after the name, for the help
    std::string help;  ///< one sentence
    std::vector<Option> options;
    int (*run)(const Arguments &arguments);
};

Command solve_command();
Command explain_command();
Command compare_command();
Command converge_command();
Command steering_command();
Command sweep_command();
Command data_command();
Command designs_command();
Command render_command();
Command animate_command();
Command check_command();
Command rtt_command();
Command grade_command();
Command worksheet_command();
Command rib_command();
Command import_command();

/// All commands, in the order of the help.
const std::vector<Command> &commands();

/// Runs a command with the words after its name; `--help` prints its help. Errors go to standard error in one line
/// each, and become the exit status.
int run_command(const Command &command, std::span<const std::string> words);

/// The help of the whole program.
std::string help_text();

} // namespace catchment::app
