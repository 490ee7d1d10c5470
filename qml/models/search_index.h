// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "world/world.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace catchment::qml {

/// How well something answers, best first.
enum class Match : std::uint8_t { Code, Begins, Word, Within, Letters, None };

/// How `words`, folded, answer a word of a search: `code` is the short name (`ams`, `13335`), `name` the long one and
/// `more` what it is found by besides. Letters: those of `word` stand in `name` in their order, the first of them at
/// the beginning of a word.
Match match(std::string_view word, std::string_view code, std::string_view name, std::string_view more);

/// Everything of a world that has a name, to be searched while somebody types: cities, regions, networks by name and
/// AS number, exchanges. Case and accents do not matter.
class SearchIndex {
public:
    enum class Kind : std::uint8_t { Region, City, Exchange, Network };

    struct Hit {
        Kind kind;
        std::uint32_t at; ///< in the world's (or its operator's) table of that kind
        friend bool operator==(const Hit &, const Hit &) = default;
    };

    explicit SearchIndex(std::shared_ptr<const World> world);

    /// Those that answer every word of `words`: the best match first, then the one that weighs most (users, routers,
    /// members), then by table. Without words those that weigh most.
    std::vector<Hit> find(std::string_view words, std::size_t limit) const;

    const World &world() const { return *world_; }

private:
    struct Entry {
        Hit hit;
        float weight; ///< among its kind, 0…1
        std::string code, name, more;
    };

    void addRegions();
    void addCities();
    void addExchanges();
    void addNetworks();

    std::shared_ptr<const World> world_;
    std::vector<Entry> entries_;
};

/// As the index compares: lower case, without accents.
std::string searchKey(std::string_view text);

} // namespace catchment::qml
