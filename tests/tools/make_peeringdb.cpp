// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/made_up_peeringdb.h"
#include "io/as_relationships.h"
#include "io/world_reader.h"

#include <algorithm>
#include <cstdlib>
#include <iostream>

using namespace catchment;

/// make_peeringdb AS-REL [NOTES] > dump.json: a made-up dump of PeeringDB of real proportions with the networks of a
/// relationship file, those with most links first. NOTES: bytes of free text in a net, on average; 30,000 make 1 GB.
int main(int argc, char **argv) {
    if (argc < 2) {
        std::cerr << "make_peeringdb AS-REL [NOTES]\n";
        return 2;
    }
    const AsGraph graph = build_as_graph(read_as_relationships(argv[1]));
    std::vector<std::pair<std::size_t, Asn>> ranked;
    for (AsGraph::Node n = 0; n < graph.size(); ++n) {
        ranked.emplace_back(graph.providers()[n].size() + graph.peers()[n].size() + graph.customers()[n].size(),
                            graph.asn(n));
    }
    std::ranges::sort(ranked, std::ranges::greater());
    std::vector<Asn> asns;
    for (const auto &[links, asn] : ranked) {
        asns.push_back(asn);
    }
    PeeringDbSize size;
    if (argc > 2) {
        size.notes = std::strtoull(argv[2], nullptr, 10);
    }
    make_up_peeringdb(1, size, asns, read_world(CATCHMENT_RESOURCES "/world")->cities,
                      [](std::string_view piece) { std::cout << piece; });
    return 0;
}
