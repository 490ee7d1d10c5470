// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"
#include "app/commands/inputs.h"
#include "app/commands/progress_bar.h"
#include "io/rounding.h"
#include "io/sweep_results.h"
#include "scenario/operator_of.h"
#include "world/spelling.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <iostream>

namespace catchment::app {
namespace {

/// The regions of a list with commas, or all that can be deployed.
std::vector<RegionId> candidates(const Arguments &arguments, const Operator &op) {
    const auto words = arguments.value("--from");
    if (!words) {
        return deployable_regions(op);
    }
    std::vector<RegionId> out;
    for (std::size_t begin = 0; begin <= words->size();) {
        const std::size_t end = std::min(words->find(',', begin), words->size());
        const std::string word(trimmed(std::string_view(*words).substr(begin, end - begin)));
        const auto region = find_region(op, word);
        if (!region) {
            throw UsageError("--from: unknown region '" + word + "'; expected region codes such as " +
                             joined_with_or(closest_regions(op, word, 3)) + ", with commas between");
        }
        if (std::ranges::find(out, *region) != out.end()) {
            throw UsageError("--from: '" + word + "' is named twice; expected each region once");
        }
        out.push_back(*region);
        begin = end + 1;
    }
    return out;
}

std::size_t how_many(const Arguments &arguments, std::size_t candidates) {
    const auto words = arguments.value("--choose");
    if (!words) {
        throw UsageError("no number of regions; expected --choose K");
    }
    std::size_t out = 0;
    const auto [end, error] = std::from_chars(words->data(), words->data() + words->size(), out);
    if (error != std::errc() || end != words->data() + words->size() || out < 1 || out > candidates) {
        throw UsageError("--choose: '" + *words + "'; expected a whole number from 1 to " + std::to_string(candidates) +
                         ", as many as there are regions to choose from");
    }
    return out;
}

/// The value that an option's word stands for; `otherwise` where the option is not there.
template <class Value>
Value word_option(const Arguments &arguments, const std::string &option, Value otherwise,
                  const std::vector<Value> &values) {
    const auto word = arguments.value(option);
    if (!word) {
        return otherwise;
    }
    std::vector<std::string> words;
    for (const Value value : values) {
        words.push_back(word_of(value));
        if (*word == words.back()) {
            return value;
        }
    }
    throw UsageError(option + ": '" + *word + "'; expected " + joined_with_or(words));
}

SweepQuestion read_question(const Arguments &arguments, const Inputs &inputs, const Operator &op) {
    SweepQuestion out;
    out.scenario = inputs.scenario;
    out.from = candidates(arguments, op);
    out.choose = how_many(arguments, out.from.size());
    out.objective = word_option(arguments, "--objective", Objective::MeanRtt,
                                {Objective::MeanRtt, Objective::MedianRtt, Objective::P95Rtt});
    if (arguments.has("--method")) {
        out.method =
            word_option(arguments, "--method", SweepMethod::Exhaustive, {SweepMethod::Exhaustive, SweepMethod::Greedy});
    }
    return out;
}

int choose_regions(const Arguments &arguments) {
    arguments.allow_rest(1, "one scenario file");
    const std::string format = arguments.value("--format").value_or("json");
    if (format != "json" && format != "csv") {
        throw UsageError("unknown format '" + format + "'; expected json or csv");
    }
    const Inputs inputs = read_inputs(arguments, arguments.rest().empty() ? "" : arguments.rest().front());
    const auto op = operator_of(inputs.scenario, inputs.world);
    const SweepQuestion question = read_question(arguments, inputs, *op);
    const auto begin = std::chrono::steady_clock::now();
    Sweep result;
    {
        ProgressBar bar;
        result =
            *sweep(inputs.world, question, {}, [&bar](std::size_t done, std::size_t total) { bar.show(done, total); });
    }
    const std::string count = grouped(static_cast<double>(result.results.size()));
    std::cerr << (result.method == SweepMethod::Exhaustive
                      ? "exhaustive: all " + count + " deployments"
                      : "greedy with local search: " + count + " deployments, perhaps not the best of all")
              << '\n';
    if (arguments.has("--time")) {
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
        std::cerr << "the sweep took " << fixed(took.count(), 2) << " s, with the fibre map and the topology\n";
    }
    write_result(arguments, format == "json" ? sweep_json(question, result, *op) : sweep_csv(result, *op));
    return Done;
}

} // namespace

Command sweep_command() {
    return {"sweep",
            "[SCENARIO] --choose K [--from CODE,…] [--objective mean-rtt|median-rtt|p95-rtt] [--format json|csv] "
            "[-o FILE]",
            "Ranks deployments of K regions: fewest unreached users first, then the lowest RTT.",
            with_input_options(
                {{"--choose", "K", "how many regions; those that the scenario deploys do not count"},
                 {"--from", "CODES", "the regions to choose from with commas between (all that can be deployed)"},
                 {"--objective", "WHAT", "mean-rtt (unless said otherwise), median-rtt or p95-rtt"},
                 {"--method", "HOW",
                  "exhaustive: every deployment; greedy: one region after another, then swaps while\nthey help "
                  "(exhaustive, unless there are more than 50,000 deployments)"},
                 {"--format", "FORMAT", "json (unless said otherwise) or csv"},
                 {"-o", "FILE", "writes to a file instead of standard output"}}),
            choose_regions};
}

} // namespace catchment::app
