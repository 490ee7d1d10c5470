// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"
#include "app/commands/inputs.h"
#include "app/export/figure_bundle.h"
#include "io/results.h"

namespace catchment::app {
namespace {

int solve(const Arguments &arguments) {
    arguments.allow_rest(1, "one scenario file");
    const std::string format = arguments.value("--format").value_or("json");
    if (format != "json" && format != "csv" && format != "geojson") {
        throw UsageError("unknown format '" + format + "'; expected json, csv or geojson");
    }
    const Inputs inputs = read_inputs(arguments, arguments.rest().empty() ? "" : arguments.rest().front());
    const auto result = solve_inputs(inputs, arguments);
    write_result(arguments, format == "json"  ? solve_json(*result)
                            : format == "csv" ? solve_csv(*result)
                                              : geojson_with_cells(*result));
    return Done;
}

} // namespace

Command solve_command() {
    return {"solve", "[SCENARIO] [--format json|csv|geojson] [-o FILE]", "Prints the catchment of every city.",
            with_input_options({{"--format", "FORMAT",
                                 "json (unless said otherwise), csv, or geojson:\ncities, and the cells of the map"},
                                {"-o", "FILE", "writes to a file instead of standard output"}}),
            solve};
}

} // namespace catchment::app
