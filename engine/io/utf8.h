// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace catchment {

/// The text, each byte that does not belong to well-formed UTF-8 (RFC 3629), and each control character, replaced by
/// U+FFFD.
std::string as_utf8(std::string_view text);

/// A piece of an input that can stand in a message: short, and printable ASCII.
std::string excerpt(std::string_view text);

} // namespace catchment
