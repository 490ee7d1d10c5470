// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "world/world.h"

#include <string>
#include <vector>

namespace catchment {

/// An operator of one's own that a scenario puts in the place of the world's, in the words of the scenario file.
/// Nothing here is resolved against a world: see make_operator.
struct OwnOperator {
    struct SessionRow {
        Asn asn;
        Relationship neighbour_is = Relationship::Provider;
        std::string via; ///< exchange id, or empty for a private meeting
        friend bool operator==(const SessionRow &, const SessionRow &) = default;
    };
    struct RegionRow {
        std::string code; ///< of lower-case letters, digits and hyphens
        std::string name;
        GeoPoint place;
        std::vector<SessionRow> sessions;
        friend bool operator==(const RegionRow &, const RegionRow &) = default;
    };

    static constexpr std::size_t longest_code = 16;
    static constexpr std::size_t most_regions = 1000;

    Asn asn;
    std::string name;
    Prefix prefix;
    std::vector<RegionRow> regions;
    friend bool operator==(const OwnOperator &, const OwnOperator &) = default;

    /// The entry of a region by its code; nothing where there is none.
    const RegionRow *region(const std::string &code) const;
};

/// Could a region be called that: 1 to longest_code lower-case letters, digits and hyphens, a letter or digit first?
bool is_region_code(std::string_view word);

} // namespace catchment
