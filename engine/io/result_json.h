// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "study/catchments.h"

#include <nlohmann/json.hpp>

/// What several results say in the same words.
namespace catchment {

using Json = nlohmann::ordered_json;

Json world_json(const Catchments &catchments);
Json summary_json(const Catchments &catchments);

} // namespace catchment
