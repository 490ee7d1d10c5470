// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "world/ids.h"

#include <filesystem>
#include <string>
#include <unordered_map>

namespace catchment {

/// What the registries say of a network.
struct AsName {
    std::string name;    ///< UTF-8; bytes that are none are replaced by U+FFFD
    std::string country; ///< of registration, ISO 3166-1 alpha-2; empty where the list has ZZ, EU, AP or none
};

/// The names of networks, lines of `asn:name, CC` (as the RIPE NCC publishes them).
struct AsNames {
    std::string name; ///< of the file, for messages
    std::unordered_map<Asn, AsName> by_asn;
    std::size_t lines = 0;      ///< with a network
    std::size_t reserved = 0;   ///< lines of AS 0, which is no network (RFC 7607), skipped
    std::size_t duplicates = 0; ///< lines of a network that has one already, skipped
};

/// Reads a file, plain or compressed; empty lines and lines that begin with # are passed over. Throws InputError:
/// cannot be read or decompressed; a line of another form; no name at all.
AsNames read_as_names(const std::filesystem::path &file);

/// The same from memory; `name` stands for the file in messages.
AsNames parse_as_names(std::string name, std::string content);

} // namespace catchment
