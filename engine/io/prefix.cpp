// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "io/prefix.h"

#include <charconv>

namespace catchment {

std::optional<Prefix> parse_prefix(std::string_view text) {
    Prefix out;
    const char *at = text.data();
    const char *const end = at + text.size();
    const auto number = [&](unsigned most) -> std::optional<unsigned> {
        unsigned value = 0;
        const auto [after, error] = std::from_chars(at, end, value);
        if (error != std::errc() || value > most || (after - at > 1 && *at == '0')) {
            return std::nullopt;
        }
        at = after;
        return value;
    };
    for (int i = 0; i < 4; ++i) {
        if (i > 0 && (at == end || *at++ != '.')) {
            return std::nullopt;
        }
        const auto octet = number(255);
        if (!octet) {
            return std::nullopt;
        }
        out.address = out.address << 8 | *octet;
    }
    if (at == end || *at++ != '/') {
        return std::nullopt;
    }
    const auto length = number(32);
    if (!length || at != end) {
        return std::nullopt;
    }
    out.length = static_cast<std::uint8_t>(*length);
    const std::uint32_t mask = *length == 0 ? 0 : ~std::uint32_t{0} << (32 - *length);
    return (out.address & ~mask) == 0 ? std::optional(out) : std::nullopt;
}

std::string to_string(const Prefix &prefix) {
    std::string out;
    for (int shift = 24; shift >= 0; shift -= 8) {
        out += std::to_string(prefix.address >> shift & 0xFF) + (shift > 0 ? "." : "/");
    }
    return out + std::to_string(prefix.length);
}

} // namespace catchment
