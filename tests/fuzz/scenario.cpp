// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz.h"
#include "io/scenario_io.h"
#include "io/world_reader.h"

using namespace catchment;

/// A scenario: what was read and written is read as the same, and can be checked against a world.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    static const auto world = read_world(CATCHMENT_FUZZ_WORLD);
    fuzz::accepted([&] {
        const Scenario scenario = parse_scenario(fuzz::text(data, size), "input");
        const std::string written = write_scenario(scenario);
        fuzz::require(fuzz::accepted([&] {
                          fuzz::require(parse_scenario(written, "written") == scenario,
                                        "what was written is another scenario");
                      }),
                      "what was written cannot be read");
        check_scenario(scenario, *world, "input", fuzz::text(data, size));
    });
    return 0;
}
