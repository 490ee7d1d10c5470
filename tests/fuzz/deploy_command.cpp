// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/deploy_command.h"

#include "fuzz.h"
#include "io/world_reader.h"

#include <algorithm>

using namespace catchment;

/// The words of a deploy command, and the scenario after it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    static const auto world = read_world(CATCHMENT_FUZZ_WORLD);
    try {
        const DeployCommand command = parse_deploy_command(fuzz::text(data, size), world->own_operator);
        const Scenario scenario = apply(command, {});
        for (const std::string &code : scenario.regions) {
            fuzz::require(command.kind == DeployCommand::Kind::Deploy || command.count > 0, "a region too many");
            fuzz::require(std::ranges::count(scenario.regions, code) == 1, "a region twice");
        }
    } catch (const CommandError &error) {
        fuzz::require(error.column <= size, "trouble behind the end");
        fuzz::require_one_line(error.what());
    }
    return 0;
}
