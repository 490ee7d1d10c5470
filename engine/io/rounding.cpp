// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "io/rounding.h"

#include <array>
#include <charconv>

namespace catchment {

std::string grouped(double value) {
    std::string digits = std::to_string(std::llabs(rounded_whole(value)));
    for (std::size_t at = digits.size(); at > 3; at -= 3) {
        digits.insert(at - 3, ",");
    }
    return (rounded_whole(value) < 0 ? "-" : "") + digits;
}

std::string fixed(double value, int decimals) {
    std::array<char, 64> buffer{};
    const auto end =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed, decimals);
    return std::string(buffer.data(), end.ptr);
}

} // namespace catchment
