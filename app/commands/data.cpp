// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"
#include "app/commands/inputs.h"
#include "app/commands/progress_bar.h"
#include "io/data_results.h"
#include "scenario/check_edge.h"

#include <iostream>

namespace catchment::app {
namespace {

/// A scenario that says nothing of data is asked what the simplest placement would mean.
void place_data(Scenario &scenario) {
    if (scenario.data) {
        return;
    }
    if (scenario.regions.empty()) {
        throw UsageError("nothing is deployed and the scenario says nothing of data; expected \"data\" with a deployed "
                         "\"primary\"");
    }
    scenario.data.emplace();
    scenario.data->primary = scenario.regions.front();
    scenario.data->replicas.assign(scenario.regions.begin() + 1, scenario.regions.end());
    std::cerr << "the scenario says nothing of data; taking a primary in " << scenario.data->primary
              << " and replicas in the other deployed regions\n";
}

std::optional<WriteObjective> objective(const Arguments &arguments, const Scenario &scenario) {
    const auto word = arguments.value("--best");
    if (!word) {
        return std::nullopt;
    }
    if (*word != "mean" && *word != "p95") {
        throw UsageError("--best: '" + *word + "'; expected mean or p95");
    }
    const Consistency consistency = scenario.data->consistency;
    if (consistency != Consistency::Primary && consistency != Consistency::PrimaryOnly) {
        throw UsageError("--best: the scenario's data has no primary; expected \"consistency\" primary or "
                         "primary-only");
    }
    return *word == "mean" ? WriteObjective::Mean : WriteObjective::P95;
}

int tell_data(const Arguments &arguments) {
    arguments.allow_rest(1, "one scenario file");
    const std::string format = arguments.value("--format").value_or("text");
    if (format != "text" && format != "json") {
        throw UsageError("unknown format '" + format + "'; expected text or json");
    }
    Inputs inputs = read_inputs(arguments, arguments.rest().empty() ? "" : arguments.rest().front());
    place_data(inputs.scenario);
    check_deployed(inputs.scenario); // once more: --deploy may have taken regions away
    const auto wanted = objective(arguments, inputs.scenario);
    DataStudy study;
    {
        ProgressBar bar;
        study = *data_study(inputs.world, inputs.scenario, {},
                            [&bar](std::size_t done, std::size_t total) { bar.show(done, total); });
    }
    const auto best = wanted ? best_primary(*study.catchments, *wanted) : std::vector<PrimaryPlace>();
    write_result(arguments, format == "text" ? data_text(study, best) : data_json(study, best));
    return Done;
}

} // namespace

Command data_command() {
    return {
        "data", "[SCENARIO] [--best mean|p95] [--format text|json] [-o FILE]",
        "Tells what the placement of the app's data means: how long reads and writes take, how old answers are, and\n"
        "what can be read and written when something fails or a cable is cut.",
        with_input_options({{"--best", "WHAT",
                             "ranks all regions as places for the primary by the users' write latency:\nmean or "
                             "p95, its 95th percentile"},
                            {"--format", "FORMAT", "text (unless said otherwise) or json"},
                            {"-o", "FILE", "writes to a file instead of standard output"}}),
        tell_data};
}

} // namespace catchment::app
