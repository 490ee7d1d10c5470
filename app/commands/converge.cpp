// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"
#include "app/commands/inputs.h"
#include "io/converge_results.h"
#include "io/rounding.h"
#include "routing/simulator.h"
#include "scenario/operator_of.h"

#include <charconv>
#include <chrono>
#include <cmath>
#include <iostream>

namespace catchment::app {
namespace {

/// The number after an option, within limits; `otherwise` where the option is not there.
template <class Number>
Number number(const Arguments &arguments, const std::string &option, Number otherwise, Number least, Number most,
              const std::string &expected) {
    const auto words = arguments.value(option);
    if (!words) {
        return otherwise;
    }
    Number value{};
    const auto [end, error] = std::from_chars(words->data(), words->data() + words->size(), value);
    if (error != std::errc() || end != words->data() + words->size() || !(value >= least && value <= most)) {
        throw UsageError(option + ": '" + *words + "'; expected " + expected);
    }
    return value;
}

/// A time of up to a day, given in `unit`.
Moment span(const Arguments &arguments, const std::string &option, Moment otherwise, Moment unit,
            const std::string &expected) {
    const double day = 86'400e6 / static_cast<double>(unit.count());
    const double value = number(arguments, option, -1.0, 0.0, day, expected);
    return value < 0 ? otherwise : Moment(std::llround(value * static_cast<double>(unit.count())));
}

SimulatorParameters parameters(const Arguments &arguments) {
    SimulatorParameters p;
    p.seed = number<std::uint64_t>(arguments, "--seed", p.seed, 0, UINT64_MAX, "a whole number");
    p.message_delay = span(arguments, "--message-delay", p.message_delay, Moment{1'000}, "milliseconds");
    p.km_per_ms = number(arguments, "--km-per-ms", p.km_per_ms, 1.0, 299.792458,
                         "kilometres of fibre in a millisecond, from 1 to 299.792458");
    p.mrai = span(arguments, "--mrai", p.mrai, Moment{1'000'000}, "seconds");
    p.mrai_inside = span(arguments, "--mrai-inside", p.mrai_inside, Moment{1'000'000}, "seconds");
    p.least_factor = number(arguments, "--least-factor", p.least_factor, 0.0, 1.0, "a number from 0 to 1");
    p.withdrawals_wait = arguments.has("--withdrawals-wait");
    p.most_events = number<std::size_t>(arguments, "--cap", p.most_events, 1, std::size_t{1} << 40,
                                        "how many messages, at least 1");
    p.most_changes = number<std::size_t>(arguments, "--cap-per-router", p.most_changes, 1, 1'000'000'000,
                                         "how many route changes, at least 1");
    return p;
}

std::vector<TimedEvent> events(const Arguments &arguments, const Inputs &inputs) {
    const auto op = operator_of(inputs.scenario, inputs.world);
    std::vector<TimedEvent> out;
    for (const std::string &words : arguments.values("--event")) {
        try {
            out.push_back(parse_event(words, *inputs.world, *op));
        } catch (const EventError &error) {
            throw UsageError("--event '" + words + "': " + error.what());
        }
    }
    if (out.empty()) {
        throw UsageError("no event; expected --event, such as --event 'withdraw ams'");
    }
    return out;
}

std::shared_ptr<const Convergence> simulate(const Arguments &arguments, const Inputs &inputs,
                                            const SimulatorParameters &how, const std::vector<TimedEvent> &happens) {
    using Clock = std::chrono::steady_clock;
    Simulator simulator(inputs.world, how);
    const auto first = Clock::now();
    simulator.run(inputs.scenario, {});
    const auto second = Clock::now();
    auto result = simulator.run(inputs.scenario, happens);
    if (arguments.has("--time")) {
        const auto ms = [](auto span) { return fixed(std::chrono::duration<double, std::milli>(span).count(), 2); };
        std::cerr << "from an empty network to rest " << ms(second - first)
                  << " ms, with the fibre map and the topology; the events " << ms(Clock::now() - second) << " ms\n";
    }
    return result;
}

int converge(const Arguments &arguments) {
    arguments.allow_rest(1, "one scenario file");
    const std::string format = arguments.value("--format").value_or("text");
    if (format != "text" && format != "json") {
        throw UsageError("unknown format '" + format + "'; expected text or json");
    }
    const SimulatorParameters how = parameters(arguments);
    const Inputs inputs = read_inputs(arguments, arguments.rest().empty() ? "" : arguments.rest().front());
    std::shared_ptr<const Convergence> result;
    const std::vector<TimedEvent> happens = events(arguments, inputs);
    try {
        result = simulate(arguments, inputs, how, happens);
    } catch (const std::invalid_argument &error) {
        throw UsageError(std::string("--event ") + error.what() + "; expected events in the order of their times");
    }
    write_result(arguments, format == "text" ? converge_text(result) : converge_json(result));
    if (result->unsettled) {
        std::cerr << "catchment converge: " << unsettled_in_words(*result) << '\n';
        return Failed;
    }
    return Done;
}

} // namespace

Command converge_command() {
    return {"converge", "[SCENARIO] --event WORDS [--event WORDS …] [--format text|json] [-o FILE]",
            "Lets something happen, message by message: who tells whom what, whose routes change, and for how long.",
            with_input_options(
                {{"--event", "WORDS",
                  "announce CODE, withdraw CODE; or fail or repair, and what:\nregion CODE, network ASN, link ASN-ASN, "
                  "exchange ID, cable NAME.\n@SECONDS at the end says when, as in 'withdraw ams @30'; without it,\n"
                  "at the first full second at which all is quiet. May be repeated",
                  true},
                 {"--format", "FORMAT", "text (unless said otherwise), or json: every message and route change"},
                 {"--seed", "N", "of the factors by which sessions' advertisement intervals differ (1)"},
                 {"--message-delay", "MS", "what every message takes besides the fibre's time (1)"},
                 {"--km-per-ms", "KM", "how far a message comes over fibre in a millisecond (199.86)"},
                 {"--mrai", "SECONDS", "minimum route advertisement interval between networks (30)"},
                 {"--least-factor", "X",
                  "a router's interval on a session is drawn between this part of it and all of it (0.75)"},
                 {"--mrai-inside", "SECONDS", "the interval between routers of one network (0)"},
                 {"--withdrawals-wait", "", "for the interval, as announcements do"},
                 {"--cap", "N", "gives up after so many messages that follow one event (50000000)"},
                 {"--cap-per-router", "N", "gives up after so many changes of one router's route (100000)"},
                 {"-o", "FILE", "writes to a file instead of standard output"}}),
            converge};
}

} // namespace catchment::app
