// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz.h"
#include "io/as_relationships.h"
#include "rib/rib_solver.h"

using namespace catchment;

/// A relationship file, plain or compressed; the graph, and routes to its first network.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    fuzz::accepted([&] {
        const auto relationships = parse_as_relationships("input", std::string(fuzz::text(data, size)));
        const auto graph = std::make_shared<const AsGraph>(build_as_graph(relationships));
        RibPrefix prefix{{0x0A000000, 8}, {}};
        prefix.announcers.push_back({0, {graph->asn(0)}, true, {}, {}, false});
        RibSolver(graph).solve_with_ties(prefix);
    });
    return 0;
}
