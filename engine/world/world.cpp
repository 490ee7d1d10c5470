// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "world/world.h"

#include "world/spelling.h"

#include <algorithm>
#include <limits>

namespace catchment {
namespace {

/// Does a city answer to `words`: its id, its name, or `Name, CC`?
bool answers_to(const City &city, std::string_view words) {
    if (same_word(city.id, words) || same_word(city.name, words)) {
        return true;
    }
    const auto comma = words.rfind(',');
    if (comma == std::string_view::npos) {
        return false;
    }
    return same_word(city.name, trimmed(words.substr(0, comma))) &&
           same_word(city.country, trimmed(words.substr(comma + 1)));
}

} // namespace

std::optional<RouterId> World::router_in(NetworkId network, CityId city) const {
    const auto first = routers.begin() + router_begin[network.index()];
    const auto last = routers.begin() + router_begin[network.index() + 1];
    const auto rank = [this](const Router &r) { return city_rank[r.city.index()]; };
    const auto found = std::ranges::lower_bound(first, last, city_rank[city.index()], {}, rank);
    if (found == last || found->city != city) {
        return std::nullopt;
    }
    return RouterId(found - routers.begin());
}

std::optional<RouterId> World::nearest_router(NetworkId network, CityId city_id) const {
    if (const auto here = router_in(network, city_id)) {
        return here;
    }
    std::optional<RouterId> best;
    double best_km = std::numeric_limits<double>::infinity();
    for (auto r = router_begin[network.index()]; r < router_begin[network.index() + 1]; ++r) {
        const double km = great_circle_km(city(city_id).place, city(routers[r].city).place);
        if (km < best_km) {
            best_km = km;
            best = RouterId(r);
        }
    }
    return best;
}

std::optional<CityId> find_city(const World &world, std::string_view words) {
    const std::string_view wanted = trimmed(words);
    if (const auto exact = world.city_by_id.find(std::string(wanted)); exact != world.city_by_id.end()) {
        return exact->second;
    }
    std::optional<CityId> best;
    for (std::size_t c = 0; c < world.cities.size(); ++c) {
        if (answers_to(world.cities[c], wanted) && (!best || world.cities[c].users > world.city(*best).users)) {
            best = CityId(c);
        }
    }
    return best;
}

std::size_t count_cities(const World &world, std::string_view words) {
    const std::string_view wanted = trimmed(words);
    if (world.city_by_id.contains(std::string(wanted))) {
        return 1;
    }
    return std::ranges::count_if(world.cities, [wanted](const City &city) { return answers_to(city, wanted); });
}

std::vector<std::string> closest_cities(const World &world, std::string_view words, std::size_t limit) {
    std::vector<std::string> names;
    for (const City &city : world.cities) {
        names.push_back(city.name);
    }
    return closest_words(trimmed(words), names, limit);
}

std::optional<RegionId> find_region(const Operator &op, std::string_view words) {
    for (std::size_t r = 0; r < op.regions.size(); ++r) {
        const Region &region = op.regions[r];
        if (same_word(region.code, words) ||
            std::ranges::any_of(region.aliases, [words](const std::string &a) { return same_word(a, words); })) {
            return RegionId(r);
        }
    }
    return std::nullopt;
}

std::vector<std::string> closest_regions(const Operator &op, std::string_view words, std::size_t limit) {
    std::vector<std::string> candidates;
    for (const Region &region : op.regions) {
        candidates.push_back(region.code);
        candidates.insert(candidates.end(), region.aliases.begin(), region.aliases.end());
        candidates.push_back(region.name);
    }
    std::vector<std::string> codes;
    for (const std::string &word : closest_words(words, candidates, candidates.size())) {
        for (const Region &region : op.regions) {
            const bool answers = region.code == word || region.name == word ||
                                 std::ranges::find(region.aliases, word) != region.aliases.end();
            if (answers && std::ranges::find(codes, region.code) == codes.end() && codes.size() < limit) {
                codes.push_back(region.code);
            }
        }
    }
    return codes;
}

} // namespace catchment
