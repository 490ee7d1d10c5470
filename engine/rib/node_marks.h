// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rib/as_graph.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <numeric>
#include <optional>
#include <vector>

namespace catchment {

/// A set of networks, a bit for each, from which they are taken in order of their ids while others are put in.
class NodeMarks {
public:
    using Node = AsGraph::Node;

    explicit NodeMarks(std::size_t nodes) : words_((nodes + 63) / 64) {}

    void mark(Node node) { words_[node / 64] |= std::uint64_t{1} << node % 64; }
    std::size_t count() const {
        return std::accumulate(words_.begin(), words_.end(), std::size_t{0}, [](std::size_t sum, std::uint64_t word) {
            return sum + static_cast<std::size_t>(std::popcount(word));
        });
    }
    void clear() { std::ranges::fill(words_, 0); }

    /// A walk through the set, from one of its ends to the other: what is put in where it has been is not met again.
    struct Walk {
        std::size_t word;
    };
    Walk from_first() const { return {0}; }
    Walk from_last() const { return {words_.size()}; }

    std::optional<Node> take_next(Walk &walk) {
        for (; walk.word < words_.size(); ++walk.word) {
            if (words_[walk.word] != 0) {
                return take(walk.word, std::countr_zero(words_[walk.word]));
            }
        }
        return {};
    }

    std::optional<Node> take_previous(Walk &walk) {
        for (; walk.word > 0; --walk.word) {
            if (words_[walk.word - 1] != 0) {
                return take(walk.word - 1, 63 - std::countl_zero(words_[walk.word - 1]));
            }
        }
        return {};
    }

    /// Calls `visit` for all of them, in ascending order, and leaves them in.
    template <class Visit>
    void for_each(const Visit &visit) const {
        for (std::size_t word = 0; word < words_.size(); ++word) {
            for (std::uint64_t rest = words_[word]; rest != 0; rest &= rest - 1) {
                visit(static_cast<Node>(word * 64 + static_cast<std::size_t>(std::countr_zero(rest))));
            }
        }
    }

private:
    Node take(std::size_t word, int bit) {
        words_[word] &= ~(std::uint64_t{1} << bit);
        return static_cast<Node>(word * 64 + static_cast<std::size_t>(bit));
    }

    std::vector<std::uint64_t> words_;
};

} // namespace catchment
