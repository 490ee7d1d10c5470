// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "io/json_value.h"
#include "scenario/data_placement.h"
#include "scenario/edge.h"
#include "scenario/steering.h"

#include <optional>
#include <string>
#include <string_view>

/// What is behind the edge, in a scenario file: `announce`, `edge` and `data`. Readers throw InputError.
namespace catchment {

/// `deployed` or `everywhere`.
Announce read_announce(const JsonValue &value);
std::string_view announce_word(Announce announce);

/// `{"instances": [{"region": "ams", "count": 2, "failed": 1}], "softLimit": 1000, "hardLimit": 2000,
/// "overflow": true, "hour": 14.5}`; every key is optional, and limits and hour may be null.
Edge read_edge(const JsonValue &value);

/// As JSON text.
std::string write_edge(const Edge &edge);

/// `primary`, `primary-only`, `quorum` or `local`.
std::string_view consistency_word(Consistency consistency);

/// `{"primary": "ewr", "replicas": ["ams"], "consistency": "primary", "writeShare": 0.1, "writeQuorum": 2,
/// "readQuorum": 2}`; none for null and for `{}`. A primary is needed unless the model does without one.
std::optional<DataPlacement> read_data(const JsonValue &value);

/// As JSON text.
std::string write_data(const DataPlacement &data);

} // namespace catchment
