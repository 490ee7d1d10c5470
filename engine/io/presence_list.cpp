// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "io/presence_list.h"

#include "io/csv.h"
#include "io/decompress.h"
#include "io/input_error.h"
#include "io/utf8.h"
#include "world/spelling.h"

#include <cmath>
#include <limits>

namespace catchment {
namespace {

enum Column : std::size_t { AsnColumn, CityColumn, CountryColumn, ExchangeColumn, LatColumn, LonColumn, PolicyColumn };

std::string upper(std::string text) {
    for (char &c : text) {
        c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    }
    return text;
}

std::optional<GeoPoint> place(const CsvTable &table, std::size_t row) {
    if (table.text(row, LatColumn).empty() && table.text(row, LonColumn).empty()) {
        return std::nullopt;
    }
    const GeoPoint at{table.number(row, LatColumn), table.number(row, LonColumn)};
    if (std::abs(at.lat) > 90 || std::abs(at.lon) > 180) {
        table.fail(row, "a place off the globe", "latitudes from -90 to 90, longitudes from -180 to 180");
    }
    return at;
}

std::optional<PeeringPolicy> policy(const CsvTable &table, std::size_t row) {
    const std::string word = folded(table.text(row, PolicyColumn));
    if (word.empty()) {
        return std::nullopt;
    }
    if (word != "open" && word != "selective" && word != "restrictive") {
        table.fail(row, "policy '" + excerpt(word) + "'", "open, selective or restrictive, or nothing");
    }
    return word == "open"        ? PeeringPolicy::Open
           : word == "selective" ? PeeringPolicy::Selective
                                 : PeeringPolicy::Restrictive;
}

} // namespace

PresenceList read_presence_list(const std::filesystem::path &file) {
    return parse_presence_list(file.string(), read_decompressed(file));
}

PresenceList parse_presence_list(std::string name, std::string content) {
    const CsvTable table(name, std::move(content), {"asn", "city", "country"}, {"ix_name", "lat", "lon", "policy"});
    PresenceList out{std::move(name), {}};
    out.rows.reserve(table.size());
    for (std::size_t row = 0; row < table.size(); ++row) {
        PresenceRow &entry = out.rows.emplace_back();
        entry.asn.value =
            static_cast<std::uint32_t>(table.whole(row, AsnColumn, std::numeric_limits<std::uint32_t>::max()));
        if (entry.asn.value == 0) {
            table.fail(row, "AS number 0", "numbers from 1 to 4294967295");
        }
        entry.city = as_utf8(trimmed(table.text(row, CityColumn)));
        entry.country = upper(as_utf8(trimmed(table.text(row, CountryColumn))));
        entry.exchange = as_utf8(trimmed(table.text(row, ExchangeColumn)));
        entry.place = place(table, row);
        entry.policy = policy(table, row);
        entry.line = table.line(row);
        if (entry.city.empty() && !entry.place) {
            table.fail(row, "neither a city nor coordinates", "where the network is");
        }
    }
    if (out.rows.empty()) {
        throw InputError(out.name, 0, "has no rows", "a network and its city in each");
    }
    return out;
}

} // namespace catchment
