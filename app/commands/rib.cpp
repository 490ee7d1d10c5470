// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"
#include "io/as_relationships.h"
#include "io/output_file.h"
#include "io/prefix.h"
#include "io/rib_announcements_reader.h"
#include "io/rib_results.h"

#include <charconv>
#include <iostream>
#include <set>

namespace catchment::app {
namespace {

std::uint32_t number(std::string_view text, const std::string &what, const std::string &expected) {
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || value == 0) {
        throw UsageError(what + " '" + std::string(text) + "'; expected " + expected);
    }
    return value;
}

/// The networks of `--from`, or all of them, in ascending order of AS numbers.
std::vector<AsGraph::Node> networks(const Arguments &arguments, const AsGraph &graph) {
    const auto words = arguments.value("--from");
    if (!words) {
        return {graph.by_asn().begin(), graph.by_asn().end()};
    }
    std::set<Asn> asked;
    for (std::size_t begin = 0; begin <= words->size();) {
        const std::size_t end = std::min(words->find(',', begin), words->size());
        const Asn asn{number(std::string_view(*words).substr(begin, end - begin), "--from",
                             "AS numbers with commas between them")};
        if (!graph.find(asn)) {
            throw UsageError("--from: AS" + std::to_string(asn.value) +
                             " is not in the relationship file; expected networks that are");
        }
        asked.insert(asn);
        begin = end + 1;
    }
    std::vector<AsGraph::Node> out;
    for (const Asn asn : asked) {
        out.push_back(graph.find(asn).value());
    }
    return out;
}

void tell_unknown_validators(const RibAnnouncements &announcements, const RibQuestion &question) {
    const std::set<Asn> named(announcements.origin_validation.begin(), announcements.origin_validation.end());
    if (const std::size_t unknown = named.size() - question.validators.size(); unknown > 0) {
        std::cerr << unknown << " of " << named.size()
                  << " networks in 'originValidation' are not in the relationship file; they have no effect\n";
    }
}

void tell(const RibOscillation &oscillation) {
    std::cerr << to_string(oscillation.prefix) << ": the routes do not settle, and none is claimed; ";
    const std::size_t shown = std::min<std::size_t>(oscillation.networks.size(), 100);
    for (std::size_t i = 0; i < shown; ++i) {
        std::cerr << (i == 0 ? "AS" : ", AS") << oscillation.networks[i].value;
    }
    if (shown < oscillation.networks.size()) {
        std::cerr << " and " << oscillation.networks.size() - shown << " more";
    }
    std::cerr << " keep each other changing\n";
}

int rib(const Arguments &arguments) {
    arguments.allow_rest(0, "--as-rel FILE --announcements FILE");
    const auto relationships = arguments.value("--as-rel");
    const auto announcements_file = arguments.value("--announcements");
    if (!relationships || !announcements_file) {
        throw UsageError(std::string("no ") + (relationships ? "announcements" : "relationships") +
                         "; expected --as-rel FILE and --announcements FILE");
    }
    RibQuestion question;
    if (const auto ties = arguments.value("--ties")) {
        question.ties = number(*ties, "--ties", "how many tied paths to list, at least 1");
    }
    question.graph = std::make_shared<const AsGraph>(build_as_graph(read_as_relationships(*relationships)));
    question.networks = networks(arguments, *question.graph);
    RibAnnouncements announcements = read_rib_announcements(*announcements_file, *question.graph);
    question.prefixes = resolve(announcements, *question.graph);
    question.validators = resolve(announcements.origin_validation, *question.graph);
    tell_unknown_validators(announcements, question);
    question.prefer = std::move(announcements.prefer);
    if (!question.prefer.empty()) {
        std::cerr << "'prefer' overrides local preferences: routes are simulated message by message"
                  << (question.ties ? ", and ties left out" : "") << '\n';
    }

    std::vector<RibOscillation> oscillations;
    if (const auto file = arguments.value("-o")) {
        OutputFile out(*file);
        oscillations = write_rib(question, [&out](std::string_view text) { out.write(text); });
        out.commit();
    } else {
        oscillations = write_rib(question, [](std::string_view text) { std::cout << text; });
    }
    for (const RibOscillation &oscillation : oscillations) {
        tell(oscillation);
    }
    return oscillations.empty() ? Done : Failed;
}

} // namespace

Command rib_command() {
    return {"rib",
            "--as-rel FILE --announcements FILE [--ties N] [--from ASN,ASN…] [-o FILE]",
            "Prints the routes of all networks of a bare relationship file, as JSON lines.",
            {{"--as-rel", "FILE", "AS relationships (CAIDA serial-1 or serial-2); may be .gz, .bz2 or .xz"},
             {"--announcements", "FILE", "who announces which prefix, and how (JSON)"},
             {"--ties", "N", "adds up to N equally good paths, and all origins that such paths lead to"},
             {"--from", "ASN,ASN…", "prints the routes of these networks only"},
             {"-o", "FILE", "writes to a file instead of standard output"}},
            rib};
}

} // namespace catchment::app
