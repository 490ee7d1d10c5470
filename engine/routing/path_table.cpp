// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "routing/path_table.h"

namespace catchment {

PathId PathTable::behind(Asn asn, PathId rest) {
    const std::uint64_t key = std::uint64_t{asn.value} << 32 | rest.value;
    const auto [at, fresh] = by_parts_.try_emplace(key, links_.size());
    if (fresh) {
        links_.push_back({asn, rest, length(rest) + 1});
    }
    return at->second;
}

bool PathTable::contains(PathId path, Asn asn) const {
    while (path != none && links_[path.index()].asn != asn) {
        path = links_[path.index()].rest;
    }
    return path != none;
}

std::vector<Asn> PathTable::asns(PathId path) const {
    std::vector<Asn> out;
    for (; path != none; path = links_[path.index()].rest) {
        out.push_back(links_[path.index()].asn);
    }
    return out;
}

} // namespace catchment
