// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "world/ids.h"

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace catchment {

using PathId = Id<struct AsPathTag>;

/// AS paths as chains that share their ends; equal paths have equal ids.
class PathTable {
public:
    static constexpr PathId none{std::size_t{0xffffffff}}; ///< no path: nothing is announced

    /// `asn` in front of a path; of `none`: `asn` alone.
    PathId behind(Asn asn, PathId rest);

    std::uint32_t length(PathId path) const { return path == none ? 0 : links_[path.index()].length; }
    bool contains(PathId path, Asn asn) const;

    /// The neighbour first, the origin last.
    std::vector<Asn> asns(PathId path) const;

private:
    struct Link {
        Asn asn;
        PathId rest;
        std::uint32_t length; ///< from here to the end
    };

    std::vector<Link> links_;
    std::unordered_map<std::uint64_t, PathId> by_parts_; ///< by AS number and rest
};

} // namespace catchment
