// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario/scenario.h"

#include <string>

namespace catchment {

/// `ewr, ams`, and that every edge announces, where it does. `none`: what to say where nothing is deployed and so
/// nobody announces.
std::string deployment_in_words(const Scenario &scenario, const std::string &none);

} // namespace catchment
