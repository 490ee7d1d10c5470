// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "import/importer.h"
#include "io/rounding.h"

#include <algorithm>

namespace catchment {
namespace {

std::string number(std::size_t count) { return grouped(static_cast<double>(count)); }

/// Counts with their words, without those that are zero: `3 of this, 1,200 of that`.
using Counts = std::vector<std::pair<std::size_t, const char *>>;

std::string listed(const Counts &counts) {
    std::string out;
    for (const auto &[count, words] : counts) {
        if (count > 0) {
            out += (out.empty() ? "" : ", ") + number(count) + " " + words;
        }
    }
    return out.empty() ? "none" : out;
}

/// The places of a table, and the most frequent of those that were not found.
std::string places(const PlacesFound &found) {
    std::vector<std::pair<std::string, std::size_t>> missing(found.not_found.begin(), found.not_found.end());
    std::ranges::stable_sort(missing, std::ranges::greater(), &std::pair<std::string, std::size_t>::second);
    std::size_t rows = 0;
    for (const auto &[text, count] : missing) {
        rows += count;
    }
    std::string out = listed({{found.by_name, "by name"},
                              {found.by_alias, "by another name"},
                              {found.by_coordinates, "by coordinates"},
                              {rows, "not found"}});
    constexpr std::size_t shown = 8;
    for (std::size_t i = 0; i < std::min(missing.size(), shown); ++i) {
        out += (i == 0 ? ": '" : ", '") + missing[i].first + "'" +
               (missing[i].second > 1 ? " (" + number(missing[i].second) + ")" : "");
    }
    return out + (missing.size() > shown ? " and " + number(missing.size() - shown) + " more" : "");
}

} // namespace

std::vector<std::string> report_lines(const ImportReport &r, const ImportInput &input) {
    std::vector<std::string> out;
    const AsRelationships &links = input.relationships;
    out.push_back(links.name + ": " + number(r.networks) + " networks, " + number(r.transit_links) + " transit and " +
                  number(r.peerings) + " peering links, " + number(r.base_links) +
                  " of them known to the built-in world and taken to meet as there; skipped: " +
                  listed({{links.comments, "comments"},
                          {links.siblings, "sibling lines"},
                          {links.duplicates, "lines that repeat another"},
                          {r.operator_links, "links of the operator, which has its sessions"}}));
    if (const auto &presence = input.presence) {
        out.push_back(presence->name + ": " + number(presence->rows.size()) +
                      " rows; places: " + places(r.presence_places) +
                      "; skipped: " + listed({{r.presence_unlinked, "networks without a relationship"}}));
    }
    if (const auto &db = input.peeringdb) {
        out.push_back(db->name + ": " + number(db->nets.size()) + " networks, " + number(db->facilities.size()) +
                      " facilities, " + number(db->exchanges.size()) + " exchanges, " +
                      number(db->at_facilities.size()) + " networks at facilities, " + number(db->at_exchanges.size()) +
                      " at exchanges; skipped: " +
                      listed({{r.peeringdb_unlinked, "networks without a relationship"},
                              {db->not_ok, "objects that are not 'ok'"},
                              {r.peeringdb_dangling, "that name what is not there"}}));
        out.push_back(db->name + ": places of facilities: " + places(r.facility_places));
        out.push_back(db->name + ": places of exchanges: " + places(r.exchange_places));
    }
    if (const auto &names = input.names) {
        out.push_back(names->name + ": " + number(names->by_asn.size()) + " names, of " + number(r.named) +
                      " of the networks; skipped: " +
                      listed({{names->reserved, "of AS 0"}, {names->duplicates, "that repeat a network"}}));
    }
    out.push_back("networks placed: " +
                  listed({{r.known_places, "by presence"},
                          {r.base_places, "as in the built-in world"},
                          {r.by_country, "guessed: largest city of their country"},
                          {r.guesses.by_provider, "guessed: beside their nearest provider"},
                          {r.guesses.by_neighbour, "guessed: beside their nearest neighbour"},
                          {r.guesses.largest_city, "guessed: largest city of all"}}) +
                  "; " + number(r.routers) + " routers");
    out.push_back("exchanges: " + number(r.exchanges) + ", " + number(r.new_exchanges) +
                  " of them not in the built-in world; " + number(r.members) + " members, " + number(r.open_members) +
                  " of them open");
    out.push_back("sessions of the operator: " + number(r.sessions) +
                  "; dropped: " + listed({{r.dropped_sessions, "with networks that are not there"}}));
    out.push_back("cities by the shares of their users' networks: " +
                  listed({{r.cities_kept, "as in the built-in world"},
                          {r.cities_scaled, "without networks that are not there"},
                          {r.cities_by_country, "guessed: as elsewhere in the country"},
                          {r.cities_by_links, "guessed: the country's best linked access network"},
                          {r.cities_by_nearest, "guessed: as in the nearest city"}}));
    return out;
}

} // namespace catchment
