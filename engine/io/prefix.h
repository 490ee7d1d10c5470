// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "world/world.h"

#include <optional>
#include <string>
#include <string_view>

namespace catchment {

/// `a.b.c.d/length`; none where it is not that, or has bits set beyond its length.
std::optional<Prefix> parse_prefix(std::string_view text);

std::string to_string(const Prefix &prefix);

} // namespace catchment
