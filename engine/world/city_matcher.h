// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "world/world.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace catchment {

/// Another name of a city, or that of a place that counts for it (a suburb, a data centre's town), in one country.
struct CityAlias {
    std::string name;
    std::string country; ///< ISO 3166-1 alpha-2
    CityId city;
};

/// Finds a listed city for a place as other people's tables name it. Letter case, accents and punctuation do not
/// matter; of a name in several pieces (`Boston, Massachusetts`, `Barueri / São Paulo`) the first that is known counts.
class CityMatcher {
public:
    enum class By { Name, Alias, Coordinates };
    struct Match {
        CityId city;
        By by;
    };

    CityMatcher(const std::vector<City> &cities, const std::vector<CityAlias> &aliases);

    /// The city called `name` in `country` (of several the nearest to `place`, else the largest), else the one it is an
    /// alias of, else the nearest to `place`. A name that is far from `place` is not believed. Without a country a name
    /// counts where only one city of the world has it. Nothing where none fits.
    std::optional<Match> match(std::string_view name, std::string_view country, std::optional<GeoPoint> place) const;

    /// How far coordinates may be from the city that they are counted for, in km: in thinly settled countries the
    /// nearest listed city is far.
    static constexpr double farthest_km = 300;
    static constexpr double farthest_abroad_km = 60; ///< the same where that city is in another country

private:
    using Key = std::pair<std::string, std::string>; ///< name in plain words, country

    std::optional<Match> by_words(const std::string &words, const std::string &country,
                                  std::optional<GeoPoint> place) const;
    CityId best_of(const std::vector<CityId> &cities, std::optional<GeoPoint> place) const;
    std::optional<CityId> nearest(GeoPoint place, std::string_view country) const;

    std::vector<City> cities_;
    std::map<Key, std::vector<CityId>> by_name_;
    std::map<Key, CityId> by_alias_;
    std::map<std::string, std::vector<CityId>> anywhere_; ///< by name alone
};

/// A name in plain lower-case words, one space between: what two spellings of one name have in common.
std::string plain_words(std::string_view name);

} // namespace catchment
