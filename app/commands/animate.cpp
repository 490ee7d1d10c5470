// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/animation/convergence_animation.h"
#include "app/animation/encoder.h"
#include "app/commands/command.h"
#include "app/commands/inputs.h"
#include "app/commands/interruption.h"
#include "app/commands/progress_bar.h"
#include "app/commands/view_options.h"
#include "app/export/figure_settings.h"
#include "io/files.h"
#include "io/input_error.h"
#include "routing/simulator.h"
#include "scenario/operator_of.h"
#include "world/spelling.h"

#include <QGuiApplication>

#include <charconv>
#include <cmath>
#include <filesystem>

namespace catchment::app {
namespace {

constexpr double most_pixels_of_a_film = 2.4e9; // in all frames together

AnimationFormat format_of(const std::string &file) {
    const std::string ending = std::filesystem::path(folded(file)).extension().string();
    if (const auto format = animation_from_word(ending.empty() ? "" : ending.substr(1))) {
        return *format;
    }
    throw UsageError("-o: '" + file + "' has an unknown ending; expected .gif, .webp or .mp4");
}

double number(const Arguments &arguments, const std::string &option, double otherwise, double least, double most) {
    const auto words = arguments.value(option);
    if (!words) {
        return otherwise;
    }
    double value = 0;
    const auto [end, error] = std::from_chars(words->data(), words->data() + words->size(), value);
    if (error != std::errc() || end != words->data() + words->size() || !(value >= least && value <= most)) {
        throw UsageError(option + ": '" + *words + "'; expected a number from " +
                         std::to_string(static_cast<int>(least)) + " to " + std::to_string(static_cast<int>(most)));
    }
    return value;
}

std::shared_ptr<const Convergence> converge(const Inputs &inputs, const std::string &words) {
    try {
        const TimedEvent event = parse_event(words, *inputs.world, *operator_of(inputs.scenario, inputs.world));
        auto result = Simulator(inputs.world).run(inputs.scenario, std::span(&event, 1));
        if (result->unsettled) {
            throw OutputError("--event '" + words + "': the routes did not settle, so there is no end to show");
        }
        return result;
    } catch (const EventError &error) {
        throw UsageError("--event '" + words + "': " + error.what());
    }
}

/// A scenario's own figure: its view is overridden by the words, as the first one's is.
maps::FigureOptions options_of(const Inputs &inputs, const Arguments &arguments) {
    Scenario scenario = inputs.scenario;
    scenario.view = merged_view(arguments, scenario.view);
    if (!scenario.view.size && scenario.view.preset.empty()) {
        scenario.view.size = {960, 540};
    }
    scenario.title = arguments.value("--title").value_or(scenario.title);
    maps::FigureOptions options = figure_settings(scenario, scenario.view).options;
    if (options.transparent) {
        throw UsageError("--preset transparent: an animation has a ground; expected another preset");
    }
    if (!scenario.view.select.empty()) {
        options.selected = city_from_words(*inputs.world, scenario.view.select, "--select");
    }
    return options;
}

std::unique_ptr<maps::Animation> animation_of(const Arguments &arguments, const maps::AnimationClock &clock) {
    const auto &files = arguments.rest();
    const Inputs first = read_inputs(arguments, files.empty() ? "" : files.front());
    maps::FigureOptions options = options_of(first, arguments);
    const double pixels = double(options.size.width()) * options.size.height() * clock.frames();
    if (pixels > most_pixels_of_a_film) {
        throw UsageError("--size, --seconds and --fps: more than 2.4 gigapixels in all; expected a smaller, shorter or "
                         "slower film");
    }
    if (const auto event = arguments.value("--event")) {
        const auto convergence = converge(first, *event);
        const auto before = solve_inputs(first, arguments);
        return std::make_unique<ConvergenceAnimation>(convergence, before, options, clock);
    }
    const auto before = solve_inputs(first, arguments);
    if (files.size() == 1 || files.empty()) {
        return std::make_unique<maps::FlowAnimation>(before, options, clock);
    }
    const Inputs second = read_without_deploy(arguments, files[1], &first);
    const auto after = solve_inputs(second, arguments);
    maps::FigureOptions then = options_of(second, arguments);
    then.size = options.size; // one film has one size
    return std::make_unique<maps::FadeAnimation>(std::make_unique<maps::FlowAnimation>(before, options, clock),
                                                 std::make_unique<maps::FlowAnimation>(after, then, clock));
}

int animate(const Arguments &arguments) {
    arguments.allow_rest(2, "one scenario file, or the one before a change and the one after");
    const auto file = arguments.value("-o");
    if (!file) {
        throw UsageError("no output; expected -o FILE.gif, .webp or .mp4");
    }
    const AnimationFormat format = format_of(*file);
    for (const char *option : {"--event", "--deploy"}) {
        if (arguments.has(option) && arguments.rest().size() > 1) {
            throw UsageError(std::string(option) + ": two scenarios; expected one");
        }
    }
    maps::AnimationClock clock;
    clock.seconds = number(arguments, "--seconds", 6, 1, 120);
    clock.fps = number(arguments, "--fps", 20, 1, 50);
    clock.loop = !arguments.has("--once");
    if (format == AnimationFormat::Mp4 && !can_write_mp4()) {
        throw OutputError(*file +
                          ": MP4 needs the program ffmpeg, which is not installed; .gif and .webp need nothing");
    }
    const auto application = prepare_pictures();
    const std::unique_ptr<maps::Animation> animation = animation_of(arguments, clock);
    Interruption interruption;
    ProgressBar bar;
    const auto frames = static_cast<std::size_t>(clock.frames());
    const auto bytes = animation_file(*animation, format, interruption.token(), [&](double done) {
        interruption.poll();
        bar.show(static_cast<std::size_t>(std::lround(done * static_cast<double>(frames))), frames);
    });
    if (!bytes) {
        throw OutputError(*file + ": not written: it was interrupted");
    }
    write_file(*file, std::string_view(bytes->constData(), static_cast<std::size_t>(bytes->size())));
    return Done;
}

} // namespace

Command animate_command() {
    return {
        "animate", "[SCENARIO [SCENARIO]] -o FILE.gif|.webp|.mp4 [--event WORDS] [--size 960x540] …",
        "Draws a finished animation: users on their way; with two scenarios, the change from one to the other; with "
        "--event, what follows until the routes have settled.",
        with_input_options(with_view_options(
            {{"-o", "FILE", "the animation to write: .gif, .webp, or .mp4 where the program ffmpeg is installed"},
             {"--event", "WORDS", "as for converge: 'withdraw ams'"},
             {"--seconds", "S", "how long it is, 1 to 120 (6)"},
             {"--fps", "N", "frames a second, 1 to 50 (20)"},
             {"--once", "", "stops at its end in place of beginning anew"}})),
        animate};
}

} // namespace catchment::app
