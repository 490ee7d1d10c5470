// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"
#include "app/commands/inputs.h"
#include "io/compare_results.h"

namespace catchment::app {
namespace {

struct Pair {
    Inputs before;
    Inputs after;
};

/// Two files; or one, or the story, and what `--deploy` makes of it.
Pair read_pair(const Arguments &arguments) {
    const std::vector<std::string> &files = arguments.rest();
    if (arguments.has("--deploy")) {
        arguments.allow_rest(1, "one scenario file, and --deploy, which makes the other of it");
        const std::string file = files.empty() ? "" : files.front();
        return {read_without_deploy(arguments, file), read_inputs(arguments, file)};
    }
    arguments.allow_rest(2, "two scenario files");
    if (files.size() < 2) {
        throw UsageError((files.empty() ? "no scenarios" : "only one scenario") +
                         std::string("; expected two files, or --deploy"));
    }
    Pair out;
    out.before = read_without_deploy(arguments, files[0]);
    out.after = read_without_deploy(arguments, files[1], &out.before);
    return out;
}

int compare_two(const Arguments &arguments) {
    const std::string format = arguments.value("--format").value_or("text");
    if (format != "text" && format != "json" && format != "csv") {
        throw UsageError("unknown format '" + format + "'; expected text, json or csv");
    }
    Pair pair = read_pair(arguments);
    pair.after.world = pair.before.world;
    const auto before = solve_inputs(pair.before, arguments);
    const auto after = solve_inputs(pair.after, arguments);
    write_result(arguments, format == "text"   ? compare_text(*before, *after)
                            : format == "json" ? compare_json(*before, *after)
                                               : compare_csv(*before, *after));
    return Done;
}

} // namespace

Command compare_command() {
    return {"compare", "A B [--format text|json|csv] [-o FILE]",
            "Tells who moves between two scenarios over one world: from where to where, and what it does to RTTs.\n"
            "With --deploy, between one scenario (or the story) and what the words make of it.",
            with_input_options({{"--format", "FORMAT", "text (unless said otherwise), json, or csv: one row a mover"},
                                {"-o", "FILE", "writes to a file instead of standard output"}}),
            compare_two};
}

} // namespace catchment::app
