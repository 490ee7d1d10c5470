// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"

#include "io/input_error.h"
#include "scenario/deploy_command.h"
#include "scenario/scenario_error.h"

#include <algorithm>
#include <iostream>

namespace catchment::app {
namespace {

std::string options_text(const std::vector<Option> &options) {
    std::size_t width = 0;
    for (const Option &o : options) {
        width = std::max(width, o.name.size() + o.value.size() + 1);
    }
    std::string out;
    for (const Option &o : options) {
        const std::string left = o.name + (o.value.empty() ? "" : " " + o.value);
        out += "  " + left + std::string(width + 2 - left.size(), ' ');
        for (const char c : o.help) { // further lines stand under the first
            out += c == '\n' ? '\n' + std::string(width + 4, ' ') : std::string(1, c);
        }
        out += '\n';
    }
    return out;
}

} // namespace

const std::vector<Command> &commands() {
    static const std::vector<Command> all = {
        solve_command(), explain_command(), compare_command(), converge_command(), steering_command(), sweep_command(),
        data_command(),  designs_command(), render_command(),  animate_command(),  check_command(),    rtt_command(),
        rib_command(),   import_command(),  grade_command(),   worksheet_command()};
    return all;
}

std::string help_text() {
    std::string out = "Catchment shows how anycast routing decides which point of presence serves which user.\n\n"
                      "  catchment [SCENARIO]   opens the window\n\n"
                      "Commands, none of which needs a display:\n\n";
    for (const Command &c : commands()) {
        const std::string left = "  catchment " + c.name + " " + c.words;
        out += left + "\n      " + c.help + '\n';
    }
    out += "\nSCENARIO is a file (*.catchment.json), or nothing: the story of two regions, ewr and ams.\n\n"
           "Options of every command:\n\n" +
           options_text({{"--deploy", "COMMAND", "deploys as the words say: 'fly deploy -a my-app -r ewr -r ams'"},
                         {"--world", "FOLDER", "another world than the built-in one"},
                         {"--help", "", "what a command understands"},
                         {"--version", "", "which version this is"}}) +
           "\nExit status: 0 done, 1 it could not be done, 2 the words or the input are wrong.\n";
    return out;
}

int run_command(const Command &command, std::span<const std::string> words) {
    if (std::ranges::find(words, "--help") != words.end() || std::ranges::find(words, "-h") != words.end()) {
        std::cout << "catchment " << command.name << ' ' << command.words << "\n\n"
                  << command.help << "\n\n"
                  << options_text(command.options);
        return Done;
    }
    try {
        const int status = command.run(Arguments(words, command.options));
        std::cout.flush();
        if (!std::cout) {
            throw OutputError("standard output: cannot be written");
        }
        return status;
    } catch (const InputError &error) {
        std::cerr << error.what() << '\n';
        return WrongInput;
    } catch (const UsageError &error) {
        std::cerr << "catchment " << command.name << ": " << error.what() << '\n';
        return WrongInput;
    } catch (const CommandError &error) {
        std::cerr << "--deploy, at character " << error.column + 1 << ": " << error.what() << '\n';
        return WrongInput;
    } catch (const ScenarioError &error) {
        std::cerr << "catchment " << command.name << ": " << error.what() << '\n';
        return WrongInput;
    } catch (const OutputError &error) {
        std::cerr << error.what() << '\n';
        return Failed;
    } catch (const std::bad_alloc &) {
        std::cerr << "catchment " << command.name << ": not enough memory\n";
        return Failed;
    }
}

} // namespace catchment::app
