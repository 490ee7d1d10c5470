// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "world/spelling.h"

#include <algorithm>
#include <numeric>

namespace catchment {
namespace {

/// The plain letters for U+00C0…U+017F (Latin-1 Supplement and Latin Extended-A), one each; '*' stands for itself.
constexpr std::string_view plain_letters = "aaaaaaaceeeeiiii"  // 00C0
                                           "dnooooo*ouuuuyts"  // 00D0
                                           "aaaaaaaceeeeiiii"  // 00E0
                                           "dnooooo*ouuuuyty"  // 00F0
                                           "aaaaaaccccccccdd"  // 0100
                                           "ddeeeeeeeeeegggg"  // 0110
                                           "gggghhhhiiiiiiii"  // 0120
                                           "iiiijjkkklllllll"  // 0130
                                           "lllnnnnnnnnnoooo"  // 0140
                                           "oooorrrrrrssssss"  // 0150
                                           "ssttttttuuuuuuuu"  // 0160
                                           "uuuuwwyyyzzzzzzs"; // 0170

std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t above = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
            diagonal = above;
        }
    }
    return row.back();
}

} // namespace

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view space = " \t\r\n";
    const auto first = text.find_first_not_of(space);
    if (first == std::string_view::npos) {
        return {};
    }
    return text.substr(first, text.find_last_not_of(space) - first + 1);
}

std::string in_one_line(std::string text) {
    std::ranges::replace_if(
        text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }, '?');
    return text;
}

std::string folded(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte < 0x80) {
            out += byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32) : static_cast<char>(byte);
        } else if (byte >= 0xC3 && byte <= 0xC5 && i + 1 < text.size()) {
            const unsigned code = (byte & 0x1Fu) << 6 | (static_cast<unsigned char>(text[i + 1]) & 0x3Fu);
            const char plain = code >= 0xC0 && code < 0x180 ? plain_letters[code - 0xC0] : '*';
            if (plain == '*') {
                out += text[i];
                out += text[i + 1];
            } else {
                out += plain;
            }
            ++i;
        } else {
            out += text[i];
        }
    }
    return out;
}

bool same_word(std::string_view a, std::string_view b) { return folded(a) == folded(b); }

std::vector<std::string> closest_words(std::string_view word, std::span<const std::string> words, std::size_t limit) {
    const std::string wanted = folded(word);
    std::vector<std::pair<std::size_t, std::size_t>> ranked; // distance, index
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string candidate = folded(words[i]);
        std::size_t distance = edit_distance(wanted, candidate) * 2;
        if (!wanted.empty() && (candidate.starts_with(wanted) || wanted.starts_with(candidate))) {
            distance = std::min<std::size_t>(distance, 1);
        }
        ranked.emplace_back(distance, i);
    }
    std::ranges::sort(ranked);
    std::vector<std::string> out;
    for (std::size_t i = 0; i < std::min(limit, ranked.size()); ++i) {
        out.push_back(words[ranked[i].second]);
    }
    return out;
}

std::string joined_with_or(std::span<const std::string> words) {
    std::string out;
    for (std::size_t i = 0; i < words.size(); ++i) {
        out += i == 0 ? "" : i + 1 == words.size() ? " or " : ", ";
        out += words[i];
    }
    return out;
}

} // namespace catchment
