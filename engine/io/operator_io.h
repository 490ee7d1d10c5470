// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "io/json_value.h"
#include "scenario/own_operator.h"

#include <optional>
#include <string>

namespace catchment {

/// The `operator` of a scenario; nothing for null. Throws InputError.
///
/// `asn`, `prefix` and `regions` must be given, and of a region its `code`, `lat` and `lon`; a name is the number or
/// the code where none is. A session is what it is among the scenario's `sessions`: with a `via`, over an exchange.
std::optional<OwnOperator> read_operator(const JsonValue &value);

/// The `operator` as JSON text.
std::string write_operator(const std::optional<OwnOperator> &own);

/// What a neighbour is to the operator: `provider`, `peer` or `customer`. Throws InputError.
Relationship read_relationship(const JsonValue &value);
std::string relationship_word(Relationship relationship);

} // namespace catchment
