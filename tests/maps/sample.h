// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "routing/solver.h"
#include "study/catchments.h"
#include "world/world_builder.h"

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

/// A small world for tests of the map: two backbones, one access network in each country, four regions.
namespace catchment::test {

inline std::shared_ptr<const World> sample_world() {
    struct Place {
        const char *id, *name, *country;
        double lat, lon, millions;
    };
    static const std::vector<Place> places{{"new-york-us", "New York", "US", 40.71, -74.01, 17},
                                           {"chicago-us", "Chicago", "US", 41.88, -87.63, 8.1},
                                           {"los-angeles-us", "Los Angeles", "US", 34.05, -118.24, 12},
                                           {"houston-us", "Houston", "US", 29.76, -95.37, 6},
                                           {"seattle-us", "Seattle", "US", 47.61, -122.33, 4},
                                           {"miami-us", "Miami", "US", 25.76, -80.19, 6},
                                           {"toronto-ca", "Toronto", "CA", 43.65, -79.38, 6},
                                           {"mexico-city-mx", "Mexico City", "MX", 19.43, -99.13, 18},
                                           {"sao-paulo-br", "São Paulo", "BR", -23.55, -46.63, 19},
                                           {"fortaleza-br", "Fortaleza", "BR", -3.72, -38.54, 3},
                                           {"london-gb", "London", "GB", 51.51, -0.13, 12},
                                           {"amsterdam-nl", "Amsterdam", "NL", 52.37, 4.9, 3},
                                           {"frankfurt-de", "Frankfurt", "DE", 50.11, 8.68, 3},
                                           {"berlin-de", "Berlin", "DE", 52.52, 13.4, 4},
                                           {"paris-fr", "Paris", "FR", 48.86, 2.35, 11},
                                           {"madrid-es", "Madrid", "ES", 40.42, -3.7, 6},
                                           {"moscow-ru", "Moscow", "RU", 55.75, 37.62, 15},
                                           {"anadyr-ru", "Anadyr", "RU", 64.73, 177.5, 0.02},
                                           {"istanbul-tr", "Istanbul", "TR", 41.01, 28.98, 13},
                                           {"cairo-eg", "Cairo", "EG", 30.04, 31.24, 14},
                                           {"lagos-ng", "Lagos", "NG", 6.52, 3.38, 9},
                                           {"johannesburg-za", "Johannesburg", "ZA", -26.2, 28.05, 8},
                                           {"mumbai-in", "Mumbai", "IN", 19.08, 72.88, 16},
                                           {"singapore-sg", "Singapore", "SG", 1.35, 103.82, 5.5},
                                           {"jakarta-id", "Jakarta", "ID", -6.21, 106.85, 20},
                                           {"shanghai-cn", "Shanghai", "CN", 31.23, 121.47, 24},
                                           {"tokyo-jp", "Tokyo", "JP", 35.68, 139.69, 34},
                                           {"sydney-au", "Sydney", "AU", -33.87, 151.21, 5},
                                           {"suva-fj", "Suva", "FJ", -18.14, 178.44, 0.2},
                                           {"auckland-nz", "Auckland", "NZ", -36.85, 174.76, 1.5}};
    static const std::vector<std::pair<const char *, const char *>> fibre{
        {"new-york-us", "chicago-us"},    {"chicago-us", "seattle-us"},     {"seattle-us", "los-angeles-us"},
        {"los-angeles-us", "houston-us"}, {"houston-us", "miami-us"},       {"miami-us", "new-york-us"},
        {"new-york-us", "toronto-ca"},    {"toronto-ca", "chicago-us"},     {"houston-us", "mexico-city-mx"},
        {"miami-us", "fortaleza-br"},     {"fortaleza-br", "sao-paulo-br"}, {"new-york-us", "london-gb"},
        {"london-gb", "amsterdam-nl"},    {"amsterdam-nl", "frankfurt-de"}, {"frankfurt-de", "berlin-de"},
        {"london-gb", "paris-fr"},        {"paris-fr", "madrid-es"},        {"berlin-de", "moscow-ru"},
        {"moscow-ru", "anadyr-ru"},       {"frankfurt-de", "istanbul-tr"},  {"istanbul-tr", "cairo-eg"},
        {"madrid-es", "lagos-ng"},        {"lagos-ng", "johannesburg-za"},  {"cairo-eg", "mumbai-in"},
        {"mumbai-in", "singapore-sg"},    {"singapore-sg", "jakarta-id"},   {"singapore-sg", "shanghai-cn"},
        {"shanghai-cn", "tokyo-jp"},      {"tokyo-jp", "seattle-us"},       {"jakarta-id", "sydney-au"},
        {"sydney-au", "auckland-nz"},     {"auckland-nz", "suva-fj"},       {"suva-fj", "los-angeles-us"}};

    WorldBuilder builder;
    builder.set_title("Sample", "2026-01-01", "For tests", {});
    builder.set_operator(Asn{64500}, "Example", Prefix{0xC0000200, 24});
    std::vector<std::string> countries;
    for (const Place &place : places) {
        builder.add_city({place.id,
                          place.name,
                          place.country,
                          {place.lat, place.lon},
                          static_cast<std::uint64_t>(place.millions * 1e6)});
        if (std::find(countries.begin(), countries.end(), place.country) == countries.end())
            countries.push_back(place.country);
    }
    const Asn west{100}, east{200};
    builder.add_network({west, "Western Backbone", NetworkKind::Tier1, "US"});
    builder.add_network({east, "Eastern Backbone", NetworkKind::Tier1, "SG"});
    const auto access = [&](const std::string &country) {
        const auto at = std::find(countries.begin(), countries.end(), country) - countries.begin();
        return Asn{1000 + static_cast<std::uint32_t>(at)};
    };
    for (const std::string &country : countries)
        builder.add_network({access(country), "Telecom " + country, NetworkKind::Access, country});
    builder.add_exchange("ams-ix", "AMS-IX", "amsterdam-nl");
    for (const Place &place : places) {
        builder.add_router(access(place.country), place.id);
        builder.add_access(place.id, access(place.country), 1);
        builder.add_router(place.lon < 60 ? west : east, place.id);
    }
    builder.add_router(east, "amsterdam-nl");
    builder.add_router(west, "tokyo-jp");
    builder.add_link(west, east, Relationship::Peer);
    for (std::size_t i = 0; i < countries.size(); ++i)
        for (const Asn backbone : {west, east})
            builder.add_link(backbone, Asn{1000 + static_cast<std::uint32_t>(i)}, Relationship::Customer);
    for (const auto &[from, to] : fibre) {
        const auto find = [&](const std::string &id) {
            return *std::find_if(places.begin(), places.end(), [&](const Place &p) { return p.id == id; });
        };
        const Place a = find(from), b = find(to);
        builder.add_fibre(from, to, 1.2 * great_circle_km({a.lat, a.lon}, {b.lat, b.lon}), FibreKind::Terrestrial,
                          std::string(from) + " – " + to);
    }
    const std::vector<std::pair<std::string, const char *>> regions{
        {"ewr", "new-york-us"}, {"ams", "amsterdam-nl"}, {"nrt", "tokyo-jp"}, {"gru", "sao-paulo-br"}};
    for (const auto &[code, city] : regions) {
        const Place &place =
            *std::find_if(places.begin(), places.end(), [&](const Place &p) { return p.id == std::string(city); });
        Region region;
        region.code = code;
        region.name = place.name;
        region.place = {place.lat, place.lon};
        builder.add_region(region, city);
        builder.add_session(code, place.lon < 60 ? west : east, Relationship::Provider, "");
    }
    builder.add_session("ams", east, Relationship::Provider, "");
    return builder.build();
}

inline std::shared_ptr<const Catchments> sample_catchments(std::vector<std::string> regions = {"ewr", "ams"}) {
    static const auto world = sample_world();
    Scenario scenario;
    scenario.regions = std::move(regions);
    Solver solver(world);
    return catchments(solver.solve(scenario));
}

/// The same, but AS1002 in Mexico announces the prefix, too.
inline std::shared_ptr<const Catchments> hijacked_catchments() {
    static const auto world = sample_world();
    Scenario scenario;
    scenario.regions = {"ewr", "ams"};
    scenario.security.hijack = Hijack{Asn{1002}, "mexico-city-mx", 24, {Asn{1002}}};
    return catchments(Solver(world).solve(scenario));
}

} // namespace catchment::test
