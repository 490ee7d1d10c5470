// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rib/as_graph.h"

#include <filesystem>
#include <string>
#include <vector>

namespace catchment {

/// AS relationships as CAIDA publishes them (https://publicdata.caida.org/datasets/as-relationships/), serial-1 and
/// serial-2: `provider|customer|-1` and `peer|peer|0`, in serial-2 with a fourth field that names the source.
struct AsRelationships {
    std::string name;               ///< of the file, for messages
    std::vector<AsLink> links;      ///< each pair of networks once, in the order of the file
    std::vector<std::size_t> lines; ///< per link: where it stands
    std::size_t line_count = 0;
    std::size_t comments = 0;   ///< lines that begin with #
    std::size_t siblings = 0;   ///< lines with the relationship 1 (one organisation), skipped
    std::size_t duplicates = 0; ///< lines that say again what another one says
};

/// Reads a file, plain or compressed. Throws InputError: cannot be read or decompressed; a line that is neither a
/// comment nor a relationship; a network linked with itself; two relationships for one pair (names both lines); no
/// relationship at all.
AsRelationships read_as_relationships(const std::filesystem::path &file);

/// The same from memory; `name` stands for the file in messages.
AsRelationships parse_as_relationships(std::string name, std::string content);

/// Makes the graph. Throws InputError where networks provide for each other in a circle, with the networks and the
/// lines of their links.
AsGraph build_as_graph(const AsRelationships &relationships);

} // namespace catchment
