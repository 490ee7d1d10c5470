// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"
#include "app/commands/inputs.h"
#include "app/window.h"
#include "io/input_error.h"
#include "maps/theme.h"
#include "scenario/deploy_command.h"

#include <QApplication>
#include <QHash>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <iostream>

namespace {

using namespace catchment;
using namespace catchment::app;

const std::vector<Option> window_options = {
    {"--deploy", "COMMAND", "deploys as the words say: 'fly deploy -a my-app -r ewr -r ams'"},
    {"--world", "FOLDER", "another world than the built-in one"},
    {"--frame-stats", "SECONDS", "plays the flows, says how many frames were shown, and quits"},
    {"--theme", "NAME", "light, dark or projector"},
    {"--present", "", "large type, thick strokes and few controls: for a projector"},
};

bool has_display() {
    const auto set = [](const char *name) {
        const char *value = std::getenv(name);
        return value && *value;
    };
    return set("DISPLAY") || set("WAYLAND_DISPLAY") || set("QT_QPA_PLATFORM");
}

int open_window(int argc, char **argv, const std::vector<std::string> &words) {
    const Arguments arguments(words, window_options);
    arguments.allow_rest(1, "one scenario file");
    if (!has_display()) {
        std::cerr << "catchment: there is no display to open a window on; a command works without one, for example "
                     "'catchment render -o map.png' or 'catchment explain --from Chicago' (see --help)\n";
        return Failed;
    }
    WindowOptions options;
    options.world = arguments.value("--world").value_or("");
    options.present = arguments.has("--present");
    options.theme = QString::fromStdString(arguments.value("--theme").value_or(""));
    const std::vector<QString> themes = maps::theme_names();
    if (!options.theme.isEmpty() && std::ranges::find(themes, options.theme) == themes.end()) {
        throw UsageError("--theme: '" + options.theme.toStdString() + "'; expected light, dark or projector");
    }
    if (const auto span = arguments.value("--frame-stats")) {
        double seconds = 0;
        const auto [end, error] = std::from_chars(span->data(), span->data() + span->size(), seconds);
        if (error != std::errc() || end != span->data() + span->size() || !(seconds >= 1 && seconds <= 600)) {
            throw UsageError("--frame-stats: '" + *span + "'; expected seconds, from 1 to 600");
        }
        options.frame_stats = seconds;
    }
    if (!arguments.rest().empty()) {
        options.scenario_file = QString::fromStdString(arguments.rest().front());
    }
    if (arguments.has("--deploy")) {
        // Read before the window opens, so that wrong words are answered where they were typed.
        const Inputs inputs = read_inputs(arguments, arguments.rest().empty() ? "" : arguments.rest().front());
        options.scenario = inputs.scenario;
    }
    if (options.world.empty()) {
        options.world = builtin_world();
    }
    prepare_window();
    QApplication application(argc, argv);
    return run_window(application, options);
}

} // namespace

int main(int argc, char **argv) {
    QHashSeed::setDeterministicGlobalSeed();
    const std::vector<std::string> words(argv + 1, argv + argc);
    if (!words.empty()) {
        const std::string &first = words.front();
        if (first == "--version") {
            std::cout << "catchment " CATCHMENT_VERSION "\n";
            return Done;
        }
        if (first == "--help" || first == "-h" || first == "help") {
            std::cout << help_text();
            return Done;
        }
        const auto command = std::ranges::find(commands(), first, &Command::name);
        if (command != commands().end()) {
            return run_command(*command, std::span(words).subspan(1));
        }
    }
    try {
        return open_window(argc, argv, words);
    } catch (const UsageError &error) {
        std::cerr << "catchment: " << error.what() << '\n';
    } catch (const CommandError &error) {
        std::cerr << "--deploy, at character " << error.column + 1 << ": " << error.what() << '\n';
    } catch (const std::runtime_error &error) {
        std::cerr << error.what() << '\n';
    }
    return WrongInput;
}
