// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "world/world.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace catchment::app {

/// Finds networks by words of their name or their AS number, quickly enough for every key that is pressed: what is
/// compared is made once per world.
///
/// A network answers to words where each of them is in its name (letter case and accents do not matter) or begins its
/// AS number; of those, the ones with most neighbours come first, and one whose number it is before them all.
class NetworkSearch {
public:
    explicit NetworkSearch(std::shared_ptr<const World> world);

    const World &world() const { return *world_; }

    struct Found {
        std::vector<NetworkId> networks; ///< the first of them
        std::size_t more = 0;            ///< how many there are besides
    };
    Found find(std::string_view words, std::size_t limit) const;

    /// Per network: does it answer to one word, which is folded?
    std::vector<bool> answering(std::string_view folded_word) const;

    /// Does a network answer to one word, which is folded?
    bool answers(NetworkId network, std::string_view folded_word) const;

    /// All networks, those with most neighbours first.
    const std::vector<NetworkId> &by_size() const { return by_size_; }
    std::uint32_t neighbours(NetworkId network) const { return neighbours_[network.index()]; }

private:
    std::shared_ptr<const World> world_;
    std::vector<std::string> folded_; ///< names, per network
    std::vector<std::uint32_t> neighbours_;
    std::vector<NetworkId> by_size_;
};

/// Folded words of a search, `AS` before a number left out.
std::vector<std::string> search_words(std::string_view text);

} // namespace catchment::app
