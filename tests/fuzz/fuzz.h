// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "io/input_error.h"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

/// What the fuzz targets share.
namespace catchment::fuzz {

inline std::string_view text(const std::uint8_t *data, std::size_t size) {
    return {reinterpret_cast<const char *>(data), size};
}

/// Aborts, which is a finding.
inline void require(bool holds, const char *what) {
    if (!holds) {
        std::fprintf(stderr, "%s\n", what);
        std::abort();
    }
}

/// A message for people: one line, with no control characters.
inline void require_one_line(std::string_view message) {
    for (const char c : message) {
        require(static_cast<unsigned char>(c) >= 0x20 && c != 0x7f, "a message of several lines");
    }
}

/// Reads, and lets pass what bad input should come to: an InputError, whose message is one line. False then.
template <class Read>
bool accepted(const Read &read) {
    try {
        read();
        return true;
    } catch (const InputError &error) {
        require_one_line(error.what());
        return false;
    }
}

} // namespace catchment::fuzz
