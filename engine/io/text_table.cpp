// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "io/text_table.h"

#include <algorithm>

namespace catchment {
namespace {

/// Letters beyond ASCII are of two bytes or more in UTF-8: only the first of each counts.
std::size_t letters(const std::string &text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

} // namespace

std::string TextTable::text() const {
    const std::size_t columns = rows_.front().size();
    std::vector<std::size_t> widths(columns);
    for (std::size_t c = 0; c < columns; ++c) {
        bool used = c == 0;
        for (std::size_t r = 0; r < rows_.size(); ++r) {
            used = used || (r > 0 && !rows_[r][c].empty());
            widths[c] = std::max(widths[c], letters(rows_[r][c]));
        }
        widths[c] = used ? widths[c] : 0;
    }
    std::string out;
    for (const auto &row : rows_) {
        std::string line = row[0] + std::string(widths[0] - letters(row[0]), ' ');
        for (std::size_t c = 1; c < columns; ++c) {
            if (widths[c] > 0) {
                line += "   " + std::string(widths[c] - letters(row[c]), ' ') + row[c];
            }
        }
        line.erase(line.find_last_not_of(' ') + 1);
        out += line + '\n';
    }
    return out;
}

} // namespace catchment
