// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"
#include "app/commands/inputs.h"
#include "io/steering_results.h"
#include "scenario/operator_of.h"

namespace catchment::app {
namespace {

std::optional<Event> event(const Arguments &arguments, const Inputs &inputs) {
    const auto words = arguments.value("--event");
    if (!words) {
        return std::nullopt;
    }
    try {
        const TimedEvent timed = parse_event(*words, *inputs.world, *operator_of(inputs.scenario, inputs.world));
        if (timed.at) {
            throw EventError("it says when; expected no time, since nothing else happens");
        }
        return timed.event;
    } catch (const EventError &error) {
        throw UsageError("--event '" + *words + "': " + error.what());
    }
}

int steering(const Arguments &arguments) {
    arguments.allow_rest(1, "one scenario file");
    const std::string format = arguments.value("--format").value_or("text");
    if (format != "text" && format != "json") {
        throw UsageError("unknown format '" + format + "'; expected text or json");
    }
    const Inputs inputs = read_inputs(arguments, arguments.rest().empty() ? "" : arguments.rest().front());
    const auto study = *steering_study(inputs.world, inputs.scenario, event(arguments, inputs));
    write_result(arguments, format == "text" ? steering_text(study) : steering_json(study));
    return Done;
}

} // namespace

Command steering_command() {
    return {"steering", "[SCENARIO] [--event WORDS] [--format text|json] [-o FILE]",
            "Compares anycast with steering by DNS: whom each sends far, and for how long a failure is felt.",
            with_input_options({{"--event", "WORDS",
                                 "what happens, as for converge: the figures are those after it, and how long\nusers "
                                 "are cut off is told, such as 'fail region ams'"},
                                {"--format", "FORMAT", "text (unless said otherwise) or json"},
                                {"-o", "FILE", "writes to a file instead of standard output"}}),
            steering};
}

} // namespace catchment::app
