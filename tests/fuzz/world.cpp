// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz.h"
#include "io/files.h"
#include "io/world_reader.h"
#include "routing/solver.h"

#include <map>

using namespace catchment;

namespace {

std::map<std::string, std::string> tables;
std::string input_is = "cities.csv";

} // namespace

/// `--table=NAME`: which table of the small world the input stands for.
extern "C" int LLVMFuzzerInitialize(int *count, char ***words) {
    for (int i = 1; i < *count; ++i) {
        const std::string_view word = (*words)[i];
        input_is = word.starts_with("--table=") ? word.substr(8) : input_is;
    }
    for (const auto &entry : std::filesystem::directory_iterator(CATCHMENT_FUZZ_WORLD)) {
        tables[entry.path().filename().string()] = read_file(entry.path());
    }
    fuzz::require(tables.contains(input_is), "the world has no such table");
    return 0;
}

/// One table of a world whose others are sound; and the routes when the operator announces everywhere.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    fuzz::accepted([&] {
        const auto world = parse_world("world", [&](const std::string &table) {
            return table == input_is ? std::string(fuzz::text(data, size)) : tables.at(table);
        });
        Scenario everywhere;
        for (const Region &region : world->own_operator.regions) {
            if (region.status == RegionStatus::Deployable) {
                everywhere.regions.push_back(region.code);
            }
        }
        Solver(world).solve(everywhere);
    });
    return 0;
}
