// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "rib/rib_solution.h"

namespace catchment {

std::size_t RibSolution::announcer(Node node) const {
    while (!own(node)) {
        node = routes[node].next;
    }
    return routes[node].next;
}

void RibSolution::append_path(Node node, std::vector<Asn> &path) const {
    while (!own(node)) {
        path.push_back(graph->asn(node));
        const Node next = routes[node].next;
        if (own(next)) {
            const std::uint16_t prepend = prefix->announcers[routes[next].next].to(node).prepend;
            path.insert(path.end(), prepend, graph->asn(next));
        }
        node = next;
    }
    const std::vector<Asn> &announced = prefix->announcers[routes[node].next].path;
    path.insert(path.end(), announced.begin(), announced.end());
}

} // namespace catchment
