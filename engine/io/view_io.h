// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "io/json_value.h"
#include "scenario/scenario.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace catchment {

/// The `view` of a scenario. Throws InputError.
View read_view(const JsonValue &value);

/// The `view` as JSON text.
std::string write_view(const View &view);

/// The words that a view may use.
const std::vector<std::string> &known_projections();
const std::vector<std::string> &known_themes();
const std::vector<std::string> &known_layers();
const std::vector<std::string> &known_presets();
const std::vector<std::string> &known_parts(); ///< that can be left out

/// Whole dots to the inch that a picture may state.
constexpr int least_dpi = 30, most_dpi = 2400;

/// `1920x1080`, each side from 16 to 30000 pixels; none where it is not that.
std::optional<std::pair<int, int>> parse_size(std::string_view text);

} // namespace catchment
