// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario/scenario.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace catchment {

class JsonValue;

/// Reads a scenario from JSON text; `name` stands for the file in messages. Unknown keys, wrong types and features
/// that are not built yet are InputErrors that name the key and the line.
Scenario parse_scenario(std::string_view text, const std::string &name);

Scenario read_scenario(const std::filesystem::path &file);

/// Puts the keys of a scenario that stand in a JSON object over those of `out`, each as a whole.
void read_scenario_keys(const JsonValue &json, Scenario &out);

/// The scenario as JSON text, ending in a newline; parse_scenario gives it back.
std::string write_scenario(const Scenario &scenario);

/// Checks every name in the scenario against the world. `file` and the lines of `text`, where there is one, go into
/// the InputError that it throws for the first that is unknown; it names the closest.
void check_scenario(const Scenario &scenario, const World &world, const std::string &file, std::string_view text = {});

/// Throws InputError where instances or data are in a region that is not deployed (check_deployed).
void check_placement(const Scenario &scenario, const std::string &file, std::string_view text = {});

} // namespace catchment
