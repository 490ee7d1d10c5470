// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/network_search.h"

#include "world/spelling.h"

#include <algorithm>
#include <cctype>
#include <charconv>

namespace catchment::app {
namespace {

bool is_number(std::string_view word) {
    return !word.empty() && std::ranges::all_of(word, [](unsigned char c) { return std::isdigit(c) != 0; });
}

} // namespace

std::vector<std::string> search_words(std::string_view text) {
    std::vector<std::string> out;
    const std::string all = folded(text);
    for (std::size_t at = 0; at < all.size();) {
        const std::size_t end = std::min(all.find_first_of(" \t,", at), all.size());
        if (end > at) {
            std::string word = all.substr(at, end - at);
            if (word.starts_with("as") && is_number(std::string_view(word).substr(2))) {
                word.erase(0, 2);
            }
            out.push_back(std::move(word));
        }
        at = end + 1;
    }
    return out;
}

NetworkSearch::NetworkSearch(std::shared_ptr<const World> world)
    : world_(std::move(world)), neighbours_(world_->networks.size(), 0) {
    folded_.reserve(world_->networks.size());
    for (const Network &network : world_->networks) {
        folded_.push_back(folded(network.name));
    }
    for (const Link &link : world_->links) {
        ++neighbours_[link.a.index()];
        ++neighbours_[link.b.index()];
    }
    for (std::size_t n = 0; n < world_->networks.size(); ++n) {
        by_size_.emplace_back(n);
    }
    std::ranges::stable_sort(by_size_, std::greater{}, [this](NetworkId n) { return neighbours(n); });
}

bool NetworkSearch::answers(NetworkId network, std::string_view word) const {
    if (is_number(word)) {
        char digits[10];
        const auto end = std::to_chars(std::begin(digits), std::end(digits), world_->network(network).asn.value).ptr;
        if (std::string_view(digits, static_cast<std::size_t>(end - digits)).starts_with(word)) {
            return true;
        }
    }
    return folded_[network.index()].find(word) != std::string::npos;
}

std::vector<bool> NetworkSearch::answering(std::string_view word) const {
    std::vector<bool> out(folded_.size());
    for (std::size_t n = 0; n < folded_.size(); ++n) {
        out[n] = answers(NetworkId(n), word);
    }
    return out;
}

NetworkSearch::Found NetworkSearch::find(std::string_view text, std::size_t limit) const {
    const auto words = search_words(text);
    Found out;
    std::optional<NetworkId> exact;
    if (words.size() == 1 && is_number(words.front())) {
        std::uint32_t number = 0;
        std::from_chars(words.front().data(), words.front().data() + words.front().size(), number);
        if (const auto found = world_->network_by_asn.find(Asn{number}); found != world_->network_by_asn.end()) {
            exact = found->second;
            out.networks.push_back(*exact);
        }
    }
    for (const NetworkId network : by_size_) {
        const bool all = std::ranges::all_of(words, [&](const std::string &w) { return answers(network, w); });
        if (!all || network == exact) {
            continue;
        }
        if (out.networks.size() < limit) {
            out.networks.push_back(network);
        } else {
            ++out.more;
        }
    }
    return out;
}

} // namespace catchment::app
