// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/random_world.h"

namespace catchment::naive {

/// A hijacker, mostly, of the operator's /22 or of a longer prefix, with or without a forged path; networks that
/// validate origins; ROAs, right and wrong.
void add_random_security(const Recipe &recipe, Scenario &scenario, Dice &dice);

} // namespace catchment::naive
