// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "world/geo.h"
#include "world/world.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace catchment {

/// A network in a city, perhaps at an exchange there. Texts are as they stand in the list, in UTF-8.
struct PresenceRow {
    Asn asn;
    std::string city;
    std::string country;           ///< as it stands, in upper case; may be empty
    std::string exchange;          ///< its name; empty: not at an exchange
    std::optional<GeoPoint> place; ///< where the list has coordinates
    std::optional<PeeringPolicy> policy;
    std::size_t line = 0;
};

struct PresenceList {
    std::string name; ///< of the file, for messages
    std::vector<PresenceRow> rows;
};

/// Reads a presence list, CSV with the columns `asn`, `city` and `country` and perhaps `ix_name`, `lat`, `lon` and
/// `policy` (open, selective, restrictive), plain or compressed. A row has a city, or both coordinates. Throws
/// InputError: cannot be read, no such table, a field that is not what its column says, no rows.
PresenceList read_presence_list(const std::filesystem::path &file);

/// The same from memory, plain; `name` stands for the file in messages.
PresenceList parse_presence_list(std::string name, std::string content);

} // namespace catchment
