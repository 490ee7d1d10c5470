// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "import/exchange_list.h"

#include "world/city_matcher.h"

#include <algorithm>
#include <sstream>

namespace catchment {
namespace {

std::set<std::string> words_of(const std::string &name) {
    std::istringstream in(plain_words(name));
    std::set<std::string> out;
    for (std::string word; in >> word;) {
        out.insert(word);
    }
    return out;
}

} // namespace

ExchangeList::ExchangeList(const World &base) : base_(base), exchanges_(base.exchanges) {
    for (std::size_t x = 0; x < exchanges_.size(); ++x) {
        base_words_.push_back(telling_words(exchanges_[x].name, exchanges_[x].city));
        by_name_.emplace(std::pair(plain_words(exchanges_[x].name), exchanges_[x].city), ExchangeId(x));
        ids_.insert(exchanges_[x].id);
    }
}

ExchangeId ExchangeList::find_or_add(const std::string &name, CityId city) {
    const auto [place, is_new] = by_name_.emplace(std::pair(plain_words(name), city), ExchangeId(exchanges_.size()));
    if (!is_new) {
        return place->second;
    }
    const std::set<std::string> words = telling_words(name, city);
    for (std::size_t x = 0; x < base_words_.size() && !words.empty(); ++x) {
        const std::set<std::string> &known = base_words_[x];
        if (exchanges_[x].city == city && !known.empty() &&
            (std::ranges::includes(known, words) || std::ranges::includes(words, known))) {
            place->second = ExchangeId(x);
            return place->second;
        }
    }
    std::string id = new_id(name);
    ids_.insert(id);
    exchanges_.push_back({std::move(id), name, city});
    return place->second;
}

/// The words of a name without the city's and without those that every exchange has.
std::set<std::string> ExchangeList::telling_words(const std::string &name, CityId city) const {
    std::set<std::string> out = words_of(name);
    for (const std::string &word : words_of(base_.city(city).name)) {
        out.erase(word);
    }
    for (const char *word : {"ix", "internet", "exchange", "peering", "point", "the"}) {
        out.erase(word);
    }
    return out;
}

std::string ExchangeList::new_id(const std::string &name) const {
    std::string slug;
    for (const char c : plain_words(name)) {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
            slug += c;
        } else if (c == ' ' && !slug.empty() && slug.back() != '-') {
            slug += '-';
        }
    }
    slug.erase(slug.find_last_not_of('-') + 1);
    slug = slug.empty() ? "exchange" : slug;
    std::string id = slug;
    for (int n = 2; ids_.contains(id) || base_.city_by_id.contains(id); ++n) {
        id = slug + "-" + std::to_string(n);
    }
    return id;
}

} // namespace catchment
