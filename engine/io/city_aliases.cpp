// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "io/city_aliases.h"

#include "io/csv.h"

#include <set>
#include <utility>

namespace catchment {

std::vector<CityAlias> read_city_aliases(const std::filesystem::path &file, const World &world) {
    const CsvTable table(file, {"name", "country", "city"});
    std::vector<CityAlias> out;
    std::set<std::pair<std::string, std::string>> seen;
    for (std::size_t row = 0; row < table.size(); ++row) {
        const auto city = world.city_by_id.find(table.string(row, 2));
        if (city == world.city_by_id.end()) {
            table.fail(row, "unknown city '" + table.string(row, 2) + "'", "an id of cities.csv");
        }
        if (!seen.emplace(plain_words(table.text(row, 0)), table.string(row, 1)).second) {
            table.fail(row, "'" + table.string(row, 0) + "' twice in " + table.string(row, 1), "one city per name");
        }
        out.push_back({table.string(row, 0), table.string(row, 1), city->second});
    }
    return out;
}

} // namespace catchment
