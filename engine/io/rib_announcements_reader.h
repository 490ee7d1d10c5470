// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rib/rib_announcements.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace catchment {

/// Reads announcements (JSON, plain or compressed) for the networks of a graph. Throws InputError: not the JSON that
/// it should be, an unknown key, a network that is not in the graph or no neighbour of the one it stands under, two
/// announcements of one prefix by one network. Forged paths, ROAs and `originValidation` may name networks that are not
/// in the graph: they have no effect there.
RibAnnouncements read_rib_announcements(const std::filesystem::path &file, const AsGraph &graph);

/// The same from text; `name` stands for the file in messages.
RibAnnouncements parse_rib_announcements(std::string_view text, const std::string &name, const AsGraph &graph);

} // namespace catchment
