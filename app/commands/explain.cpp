// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"
#include "app/commands/inputs.h"
#include "io/results.h"
#include "study/journey.h"
#include "study/lookup.h"

#include <charconv>

namespace catchment::app {
namespace {

std::optional<NetworkId> network_from_words(const World &world, std::string words) {
    if (words.starts_with("AS") || words.starts_with("as")) {
        words.erase(0, 2);
    }
    Asn asn;
    const auto [end, error] = std::from_chars(words.data(), words.data() + words.size(), asn.value);
    const auto found = world.network_by_asn.find(asn);
    if (error != std::errc() || end != words.data() + words.size() || found == world.network_by_asn.end()) {
        throw UsageError("--network: unknown network '" + words +
                         "'; expected the AS number of an access network there");
    }
    return found->second;
}

/// Which of the network's outcomes is that of users who ask the resolver that the words name.
std::size_t resolver_from_words(const Catchments &c, CityId city, NetworkId network, const std::string &words) {
    std::string all;
    std::size_t at = 0;
    for (const NetworkOutcome &o : c.outcomes_of(city)) {
        if (o.network != network) {
            continue;
        }
        const std::string name = o.resolver ? resolver_name(c.world(), o.resolver) : "own";
        if (name == words) {
            return at;
        }
        ++at;
        all += (all.empty() ? "" : ", ") + name;
    }
    throw UsageError("--resolver: nobody there asks '" + words + "'; expected one of " + all);
}

int explain(const Arguments &arguments) {
    arguments.allow_rest(1, "one scenario file");
    const std::string format = arguments.value("--format").value_or("text");
    if (format != "text" && format != "json") {
        throw UsageError("unknown format '" + format + "'; expected text or json");
    }
    if (!arguments.has("--from")) {
        throw UsageError("no city; expected --from CITY");
    }
    const Inputs inputs = read_inputs(arguments, arguments.rest().empty() ? "" : arguments.rest().front());
    const CityId city = city_from_words(*inputs.world, *arguments.value("--from"), "--from");
    std::optional<NetworkId> network;
    if (const auto words = arguments.value("--network")) {
        network = network_from_words(*inputs.world, *words);
    }
    const auto result = solve_inputs(inputs, arguments);
    auto way = journey(*result, city, network);
    if (!way) {
        std::string there;
        for (const AccessShare &share : inputs.world->access_of(city)) {
            there += (there.empty() ? "" : ", ") + std::to_string(inputs.world->network(share.network).asn.value);
        }
        throw UsageError("--network: no users of that network in " + inputs.world->city(city).name + "; expected " +
                         (there.empty() ? "a city with users" : "one of " + there));
    }
    if (const auto words = arguments.value("--resolver")) {
        const NetworkId asking = way->outcome.network;
        way = journey(*result, city, asking, resolver_from_words(*result, city, asking, *words));
    }
    write_result(arguments, format == "text" ? explain_text(*result, *way) : explain_json(*result, *way));
    return Done;
}

} // namespace

Command explain_command() {
    return {
        "explain", "[SCENARIO] --from CITY [--network ASN] [--resolver NAME] [--format text|json] [-o FILE]",
        "Tells one user's journey, with every decision on the way.",
        with_input_options({{"--from", "CITY", "an id, a name, or 'Name, CC'"},
                            {"--network", "ASN", "the access network, unless the largest one there"},
                            {"--resolver", "NAME",
                             "under DNS, whom the user asks: own, the network's, or that of an operator, as Quad9;\n"
                             "the first, where it is not said"},
                            {"--format", "FORMAT", "text (unless said otherwise) or json"},
                            {"-o", "FILE", "writes to a file instead of standard output"}}),
        explain};
}

} // namespace catchment::app
