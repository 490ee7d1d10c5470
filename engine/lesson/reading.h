// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/lesson.h"

#include <string>
#include <vector>

/// What the readers of a lesson's parts share.
namespace catchment {

std::string in_quotes(const std::string &key);

/// Throws InputError at a key that is none of the known ones, and names the closest of them.
[[noreturn]] void unknown_key(const JsonValue &value, const std::string &key, const std::string &in,
                              const std::vector<std::string> &known);

Asn read_asn(const JsonValue &value, const std::string &what);

/// Keys of a scenario: read once, so that what is wrong in them is told when the lesson is read.
ScenarioKeys read_keys(const JsonValue &value, const std::string &what);

/// The value of `ask`.
Question read_question(const JsonValue &value);

} // namespace catchment
