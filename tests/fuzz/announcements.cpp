// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz.h"
#include "io/rib_announcements_reader.h"
#include "io/rib_results.h"

using namespace catchment;

namespace {

//   11 === 12
//    |\   /|
//    | \ / |        11 and 12 are peers; 5 and 777 are customers of both.
//    5     777
const std::shared_ptr<const AsGraph> &graph() {
    static const auto graph = std::make_shared<const AsGraph>(std::vector<AsLink>{{Asn{11}, Asn{5}, true},
                                                                                  {Asn{12}, Asn{5}, true},
                                                                                  {Asn{11}, Asn{777}, true},
                                                                                  {Asn{12}, Asn{777}, true},
                                                                                  {Asn{12}, Asn{11}, false}});
    return graph;
}

} // namespace

/// Announcements, and what `rib` says of them.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    fuzz::accepted([&] {
        const RibAnnouncements read = parse_rib_announcements(fuzz::text(data, size), "input", *graph());
        RibQuestion question;
        question.graph = graph();
        question.prefixes = resolve(read, *graph());
        question.validators = resolve(read.origin_validation, *graph());
        question.prefer = read.prefer;
        question.ties = 3;
        question.networks.assign(graph()->by_asn().begin(), graph()->by_asn().end());
        question.threads = 1;
        write_rib(question, [](std::string_view) {});
    });
    return 0;
}
