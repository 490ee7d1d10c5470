// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "io/result_json.h"
#include "study/catchments.h"

#include <string>

/// What changed behind the edge between two scenarios, of which every edge announces in one at least; where only
/// deployed regions announce, the region is the instance.
namespace catchment {

/// `{"edgeUsers", "instanceUsers", "brokenUsers", "failedUsersBefore", "failedUsersAfter", "journeyMeanRttMs",
/// "journeyMedianRttMs", "journeyP95RttMs", "flows": [{"from", "to", "users"}]}`: users whose edge changed, whose
/// instance changed, and either, whose connections break; of whole journeys after minus before, as in `solve`'s
/// summaries; the flows between instances, null where nothing serves, most users first.
Json edge_change_json(const Catchments &before, const Catchments &after);

/// The same for people.
std::string edge_change_text(const Catchments &before, const Catchments &after);

} // namespace catchment
