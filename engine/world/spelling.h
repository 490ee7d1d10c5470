// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace catchment {

/// Without white space at either end.
std::string_view trimmed(std::string_view text);

/// Fit for a message of one line: line ends and other control characters as `?`.
std::string in_one_line(std::string text);

/// Equal but for the case of letters and their accents (Latin letters: `Sao Paulo` is `São Paulo`).
bool same_word(std::string_view a, std::string_view b);

/// Lower case and without the accents of Latin letters.
std::string folded(std::string_view text);

/// Up to `limit` of `words`, those of least edit distance to `word` first (ties: in their order).
std::vector<std::string> closest_words(std::string_view word, std::span<const std::string> words, std::size_t limit);

/// `a`, `a or b`, `a, b or c`.
std::string joined_with_or(std::span<const std::string> words);

} // namespace catchment
