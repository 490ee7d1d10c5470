// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/models/search_index.h"

#include "world/spelling.h"

#include <QString>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <compare>
#include <utility>

namespace catchment::qml {
namespace {

bool inWord(char c) { return (static_cast<unsigned char>(c) & 0x80) || std::isalnum(static_cast<unsigned char>(c)); }

bool beginsWord(std::string_view text, std::size_t at) { return at == 0 || !inWord(text[at - 1]); }

/// The best place of `word` in `text`.
Match place(std::string_view word, std::string_view text) {
    Match best = Match::None;
    for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
        if (beginsWord(text, at)) {
            return Match::Word;
        }
        best = Match::Within;
    }
    return best;
}

bool hasLetters(std::string_view word, std::string_view text) {
    for (auto first = text.find(word.front()); first != std::string_view::npos;
         first = text.find(word.front(), first + 1)) {
        if (!beginsWord(text, first)) {
            continue;
        }
        std::size_t at = first;
        std::size_t found = 1;
        while (found < word.size() && (at = text.find(word[found], at + 1)) != std::string_view::npos) {
            ++found;
        }
        return found == word.size(); // from a later beginning there are fewer letters yet
    }
    return false;
}

/// The words of a query; an AS number loses its `AS`.
std::vector<std::string> wordsOf(std::string_view query) {
    std::vector<std::string> words;
    const std::string key = searchKey(query);
    for (std::size_t i = 0; i < key.size();) {
        const std::size_t end = std::min(key.find_first_of(" \t,", i), key.size());
        if (end > i) {
            words.push_back(key.substr(i, end - i));
        }
        i = end + 1;
    }
    for (std::string &word : words) {
        const bool number =
            word.size() > 2 && word.starts_with("as") &&
            std::all_of(word.begin() + 2, word.end(), [](unsigned char c) { return std::isdigit(c) != 0; });
        if (number) {
            word.erase(0, 2);
        }
    }
    return words;
}

/// Large ones count, but not as if the others were nothing.
float weightOf(double value, double largest) {
    return largest > 0 ? static_cast<float>(std::sqrt(value / largest)) : 0;
}

} // namespace

std::string searchKey(std::string_view text) {
    const bool plain = std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (plain) {
        return folded(text);
    }
    const QString whole = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    return folded(whole.toCaseFolded().normalized(QString::NormalizationForm_C).toStdString());
}

Match match(std::string_view word, std::string_view code, std::string_view name, std::string_view more) {
    if (code == word) {
        return Match::Code;
    }
    if (name.starts_with(word) || code.starts_with(word)) {
        return Match::Begins;
    }
    const Match found = std::min(place(word, name), place(word, more));
    constexpr std::size_t fewest_letters = 3; // two are everywhere
    if (found == Match::None && word.size() >= fewest_letters && hasLetters(word, name)) {
        return Match::Letters;
    }
    return found;
}

SearchIndex::SearchIndex(std::shared_ptr<const World> world) : world_(std::move(world)) {
    entries_.reserve(world_->own_operator.regions.size() + world_->cities.size() + world_->exchanges.size() +
                     world_->networks.size());
    addRegions();
    addCities();
    addExchanges();
    addNetworks();
}

void SearchIndex::addRegions() {
    const std::vector<Region> &regions = world_->own_operator.regions;
    for (std::uint32_t i = 0; i < regions.size(); ++i) {
        std::string more = world_->city(regions[i].city).country;
        for (const std::string &alias : regions[i].aliases) {
            more += ' ' + alias;
        }
        const float weight = regions[i].status == RegionStatus::Deployable ? 1.0F : 0.3F;
        entries_.push_back(
            {{Kind::Region, i}, weight, searchKey(regions[i].code), searchKey(regions[i].name), searchKey(more)});
    }
}

void SearchIndex::addCities() {
    std::uint64_t largest = 0;
    for (const City &city : world_->cities) {
        largest = std::max(largest, city.users);
    }
    for (std::uint32_t i = 0; i < world_->cities.size(); ++i) {
        const City &city = world_->cities[i];
        entries_.push_back({{Kind::City, i},
                            weightOf(static_cast<double>(city.users), static_cast<double>(largest)),
                            searchKey(city.id),
                            searchKey(city.name),
                            searchKey(city.country)});
    }
}

void SearchIndex::addExchanges() {
    std::vector<int> members(world_->exchanges.size(), 0);
    for (const Member &member : world_->members) {
        ++members[member.exchange.index()];
    }
    const int largest = members.empty() ? 0 : *std::ranges::max_element(members);
    for (std::uint32_t i = 0; i < world_->exchanges.size(); ++i) {
        const Exchange &exchange = world_->exchanges[i];
        const City &city = world_->city(exchange.city);
        entries_.push_back({{Kind::Exchange, i},
                            weightOf(members[i], largest),
                            searchKey(exchange.id),
                            searchKey(exchange.name),
                            searchKey(city.name + ' ' + city.country)});
    }
}

void SearchIndex::addNetworks() {
    std::uint32_t largest = 0;
    const auto routers = [this](std::uint32_t i) { return world_->router_begin[i + 1] - world_->router_begin[i]; };
    for (std::uint32_t i = 0; i < world_->networks.size(); ++i) {
        largest = std::max(largest, routers(i));
    }
    for (std::uint32_t i = 0; i < world_->networks.size(); ++i) {
        const Network &network = world_->networks[i];
        entries_.push_back({{Kind::Network, i},
                            weightOf(routers(i), largest),
                            std::to_string(network.asn.value),
                            searchKey(network.name),
                            searchKey(network.country)});
    }
}

std::vector<SearchIndex::Hit> SearchIndex::find(std::string_view query, std::size_t limit) const {
    const std::vector<std::string> words = wordsOf(query);
    struct Ranked {
        Match match;
        float lightness;
        std::uint32_t entry;
        auto operator<=>(const Ranked &) const = default;
    };
    std::vector<Ranked> ranked;
    for (std::uint32_t i = 0; i < entries_.size(); ++i) {
        const Entry &entry = entries_[i];
        Match worst = Match::Code;
        for (const std::string &word : words) {
            worst = std::max(worst, match(word, entry.code, entry.name, entry.more));
            if (worst == Match::None) {
                break;
            }
        }
        if (worst != Match::None) {
            ranked.push_back({worst, -entry.weight, i});
        }
    }
    const auto last = ranked.begin() + static_cast<std::ptrdiff_t>(std::min(limit, ranked.size()));
    std::partial_sort(ranked.begin(), last, ranked.end(),
                      [](const Ranked &a, const Ranked &b) { return (a <=> b) == std::partial_ordering::less; });
    std::vector<Hit> hits;
    for (auto it = ranked.begin(); it != last; ++it) {
        hits.push_back(entries_[it->entry].hit);
    }
    return hits;
}

} // namespace catchment::qml
