// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"
#include "app/commands/inputs.h"
#include "io/design_results.h"

namespace catchment::app {
namespace {

int compare_designs(const Arguments &arguments) {
    arguments.allow_rest(1, "one scenario file");
    const std::string format = arguments.value("--format").value_or("text");
    if (format != "text" && format != "json") {
        throw UsageError("unknown format '" + format + "'; expected text or json");
    }
    const Inputs inputs = read_inputs(arguments, arguments.rest().empty() ? "" : arguments.rest().front());
    const EdgeStudy study = *edge_study(inputs.world, inputs.scenario);
    write_result(arguments, format == "text" ? designs_text(study) : designs_json(study));
    return Done;
}

} // namespace

Command designs_command() {
    return {"designs", "[SCENARIO] [--format text|json] [-o FILE]",
            "Compares announcing where the app is deployed with announcing at every edge: whole journeys, what a\n"
            "failure of a region breaks, and what the backbone carries.",
            with_input_options({{"--format", "FORMAT", "text (unless said otherwise) or json"},
                                {"-o", "FILE", "writes to a file instead of standard output"}}),
            compare_designs};
}

} // namespace catchment::app
