// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "io/json_value.h"
#include "scenario/steering.h"

#include <string>

/// The `steering` and `dns` of a scenario.
namespace catchment {

/// `anycast` or `dns`.
std::string word_of(Steering steering);
/// `network`, `public` or `mixed`.
std::string word_of(ResolverKind resolver);

/// Throws InputError.
Steering read_steering(const JsonValue &value);

/// `{"resolver": "mixed", "publicShare": 0.2, "clientSubnet": false, "ttl": 300}`; what is not there, or null, is as in
/// Dns. Throws InputError.
Dns read_dns(const JsonValue &value);

/// As JSON text.
std::string write_dns(const Dns &dns);

} // namespace catchment
