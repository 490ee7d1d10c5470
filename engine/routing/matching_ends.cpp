// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "routing/matching_ends.h"

#include <algorithm>
#include <tuple>

namespace catchment {
namespace {

/// What makes a session end the same in any topology, and its id in this one.
struct NamedEnd {
    std::uint32_t router, neighbour, meeting, exchange;
    std::uint32_t id;
    auto name() const { return std::tuple(router, neighbour, meeting, exchange); }
    auto order() const { return std::tuple(router, neighbour, meeting, exchange, id); }
};

std::vector<NamedEnd> named_ends(const Topology &topology) {
    std::vector<NamedEnd> out;
    const auto ends = topology.all_ends();
    out.reserve(ends.size());
    for (std::uint32_t e = 0; e < ends.size(); ++e) {
        const SessionEndId id(e);
        const auto exchange = topology.exchange_of(id);
        out.push_back(
            {ends[e].router, ends[e].neighbour, topology.meeting_of(id).value, exchange ? exchange->value + 1 : 0, e});
    }
    std::ranges::sort(out, {}, &NamedEnd::order);
    return out;
}

} // namespace

std::vector<std::uint32_t> matching_ends(const Topology &whole, const Topology &part) {
    std::vector<std::uint32_t> out(whole.all_ends().size(), no_matching_end);
    const std::vector<NamedEnd> left = named_ends(part);
    auto at = left.begin();
    for (const NamedEnd &end : named_ends(whole)) {
        while (at != left.end() && at->name() < end.name()) {
            ++at;
        }
        if (at != left.end() && at->name() == end.name()) {
            out[end.id] = (at++)->id;
        }
    }
    return out;
}

} // namespace catchment
