// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/own_operator.h"

#include <algorithm>

namespace catchment {

const OwnOperator::RegionRow *OwnOperator::region(const std::string &code) const {
    const auto found = std::ranges::find(regions, code, &RegionRow::code);
    return found == regions.end() ? nullptr : &*found;
}

bool is_region_code(std::string_view word) {
    const auto letter_or_digit = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
    return !word.empty() && word.size() <= OwnOperator::longest_code && letter_or_digit(word.front()) &&
           std::ranges::all_of(word, [&](char c) { return letter_or_digit(c) || c == '-'; });
}

} // namespace catchment
