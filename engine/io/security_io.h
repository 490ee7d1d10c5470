// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "io/json_value.h"
#include "scenario/scenario.h"

#include <string>

namespace catchment {

/// The `security` of a scenario. Throws InputError.
Security read_security(const JsonValue &value);

/// The `security` as JSON text.
std::string write_security(const Security &security);

/// A prefix as text. Throws InputError.
Prefix read_prefix(const JsonValue &value);

/// An entry of `roas`: `{"prefix": "10.0.0.0/16", "origin": 777, "maxLength": 16}`; the length of the prefix is the
/// greatest where none is given. Throws InputError.
Roa read_roa(const JsonValue &value);

} // namespace catchment
