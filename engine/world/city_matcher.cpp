// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "world/city_matcher.h"

#include "world/spelling.h"

#include <algorithm>
#include <array>
#include <limits>

namespace catchment {
namespace {

/// `Springfield` of `Springfield (Illinois)`: our tables tell namesakes apart that way.
std::string_view without_bracket(std::string_view name) {
    return trimmed(name.substr(0, std::min(name.find('('), name.size())));
}

/// Codes that people write for the ones of ISO 3166-1.
std::string iso_country(std::string_view country) {
    return std::string(country == "UK" ? "GB" : country == "EL" ? "GR" : country);
}

/// What stands between commas, slashes and the like.
std::vector<std::string_view> pieces(std::string_view name) {
    constexpr std::array<std::string_view, 3> words{" and ", " & ", " - "};
    std::vector<std::string_view> out;
    while (!name.empty()) {
        std::size_t at = std::min(name.find_first_of(",/;|()"), name.size());
        std::size_t length = 1;
        for (const std::string_view word : words) {
            if (const std::size_t found = name.find(word); found < at) {
                at = found;
                length = word.size();
            }
        }
        if (const std::string_view piece = trimmed(name.substr(0, at)); !piece.empty()) {
            out.push_back(piece);
        }
        name.remove_prefix(std::min(at + length, name.size()));
    }
    return out;
}

} // namespace

std::string plain_words(std::string_view name) {
    std::string out;
    for (const char c : folded(name)) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
        if (letter) {
            out += c;
        } else if (c != '\'' && !out.empty() && out.back() != ' ') {
            out += ' ';
        }
    }
    out.erase(out.find_last_not_of(' ') + 1);
    return out.starts_with("st ") ? "saint " + out.substr(3) : out;
}

CityMatcher::CityMatcher(const std::vector<City> &cities, const std::vector<CityAlias> &aliases) : cities_(cities) {
    for (std::size_t c = 0; c < cities_.size(); ++c) {
        const std::string whole = plain_words(cities_[c].name);
        const std::string plain = plain_words(without_bracket(cities_[c].name));
        by_name_[{plain, cities_[c].country}].emplace_back(c);
        anywhere_[plain].emplace_back(c);
        if (whole != plain) {
            by_name_[{whole, cities_[c].country}].emplace_back(c);
        }
    }
    for (const CityAlias &alias : aliases) {
        by_alias_.emplace(Key(plain_words(alias.name), alias.country), alias.city);
    }
}

std::optional<CityMatcher::Match> CityMatcher::match(std::string_view name, std::string_view country_code,
                                                     std::optional<GeoPoint> place) const {
    const std::string country = iso_country(country_code);
    std::vector<std::string_view> tries = pieces(name);
    tries.insert(tries.begin(), name);
    for (const std::string_view piece : tries) {
        const auto found = by_words(plain_words(piece), country, place);
        if (found && (!place || great_circle_km(cities_[found->city.index()].place, *place) <= farthest_km)) {
            return found;
        }
    }
    if (place) {
        if (const auto city = nearest(*place, country)) {
            return Match{*city, By::Coordinates};
        }
    }
    return std::nullopt;
}

std::optional<CityMatcher::Match> CityMatcher::by_words(const std::string &words, const std::string &country,
                                                        std::optional<GeoPoint> place) const {
    if (words.empty()) {
        return std::nullopt;
    }
    if (country.empty()) {
        const auto found = anywhere_.find(words);
        return found != anywhere_.end() && found->second.size() == 1
                   ? std::optional(Match{found->second.front(), By::Name})
                   : std::nullopt;
    }
    if (const auto found = by_name_.find({words, country}); found != by_name_.end()) {
        return Match{best_of(found->second, place), By::Name};
    }
    if (const auto found = by_alias_.find({words, country}); found != by_alias_.end()) {
        return Match{found->second, By::Alias};
    }
    return std::nullopt;
}

CityId CityMatcher::best_of(const std::vector<CityId> &cities, std::optional<GeoPoint> place) const {
    return *std::ranges::min_element(cities, {}, [&](CityId id) {
        const City &city = cities_[id.index()];
        return place ? great_circle_km(city.place, *place) : -static_cast<double>(city.users);
    });
}

std::optional<CityId> CityMatcher::nearest(GeoPoint place, std::string_view country) const {
    std::optional<CityId> best;
    double best_km = std::numeric_limits<double>::infinity();
    for (std::size_t c = 0; c < cities_.size(); ++c) {
        const double km = great_circle_km(cities_[c].place, place);
        const double most = country.empty() || cities_[c].country == country ? farthest_km : farthest_abroad_km;
        if (km <= most && km < best_km) {
            best_km = km;
            best = CityId(c);
        }
    }
    return best;
}

} // namespace catchment
