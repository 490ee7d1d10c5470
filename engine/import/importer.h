// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "import/placement.h"
#include "io/as_names.h"
#include "io/as_relationships.h"
#include "io/peeringdb.h"
#include "io/presence_list.h"
#include "world/city_matcher.h"
#include "world/world_tables.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace catchment {

/// What a world is made from.
struct ImportInput {
    AsRelationships relationships;
    std::optional<PresenceList> presence;
    std::optional<PeeringDb> peeringdb;
    std::optional<AsNames> names;
    std::shared_ptr<const World> base; ///< whose cities, fibre, regions, sessions and users are taken
    std::vector<CityAlias> aliases;
};

/// How well the places of a table could be found among the cities.
struct PlacesFound {
    std::size_t by_name = 0, by_alias = 0, by_coordinates = 0;
    std::map<std::string, std::size_t> not_found; ///< `City, CC` as it stands → rows that say it
};

/// What an import read, skipped and guessed.
struct ImportReport {
    std::size_t networks = 0, transit_links = 0, peerings = 0; ///< of the world
    std::size_t base_links = 0;                                ///< of these: that meet as in the base world
    std::size_t operator_links = 0;                            ///< left out: the operator has its sessions
    PlacesFound presence_places;
    std::size_t presence_unlinked = 0; ///< networks of the list that have no relationship, left out
    PlacesFound facility_places, exchange_places;
    std::size_t peeringdb_unlinked = 0;
    std::size_t peeringdb_dangling = 0; ///< netfac and netixlan that name what the dump does not have
    std::size_t named = 0;              ///< networks that the list of names knows
    std::size_t known_places = 0;       ///< networks placed by presence or PeeringDB
    std::size_t base_places = 0;        ///< networks placed by the base world alone
    std::size_t by_country = 0;         ///< guessed: the largest city of the country of registration
    Placement::Guesses guesses;
    std::size_t routers = 0;
    std::size_t exchanges = 0, new_exchanges = 0, members = 0, open_members = 0;
    std::size_t sessions = 0, dropped_sessions = 0;
    std::size_t cities_kept = 0, cities_scaled = 0, cities_by_country = 0, cities_by_links = 0, cities_by_nearest = 0;
};

struct ImportedWorld {
    WorldTables tables;
    ImportReport report;
};

/// Makes the tables of a world. Networks are those of the relationship file. A network stands where presence list and
/// PeeringDB say, and where the base world says; of which no place is known, Placement guesses one. Two networks of
/// which the base world knows the same relationship meet where they meet there. Other peers meet over the exchanges
/// that both are members of and where neither is restrictive, and in their other common cities; other providers and
/// customers in all common cities; without one, at the nearest pair of their routers. Policies are those of PeeringDB,
/// else of the presence list, else of the base world, else selective (restrictive for tier-1 networks).
/// Throws InputError where networks provide for each other in a circle.
ImportedWorld make_world(const ImportInput &input);

/// The report as lines of text; `input` as it was given to make_world.
std::vector<std::string> report_lines(const ImportReport &report, const ImportInput &input);

} // namespace catchment
