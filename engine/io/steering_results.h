// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "study/steering_study.h"

#include <string>

/// What anycast and DNS get wrong, as files, in the C locale: same input, same bytes.
namespace catchment {

/// A table of both, and the worst cities.
std::string steering_text(const SteeringStudy &study);

/// {"world": {"name", "networks", "routers", "cities"}, "regions": ["ewr"], "event": "fail region ams" or null,
///  "resolvers": {"resolver", "publicShare", "clientSubnet", "ttl"},
///  "anycast": {"summary": as of `solve`, "byResolver": {"users", "meanExtraKm", "meanExtraMs"}, "byPolicy": likewise,
///              "longWay": likewise, "unreachedUsers", "stuckUsers", "meanStuckSeconds", "longestStuckSeconds"},
///  "dns": likewise,
///  "cities": [{"id", "city", "country", "users", "nearestRegion",
///              "anycast": {"region", "byResolver", "byPolicy", "longWay", "unreachedUsers", "stuckUsers",
///                          "meanStuckSeconds"}, "dns": likewise}]}
///
/// `cities` has those that either gets wrong, as worst_cities has them. The seconds are null where they are not known.
std::string steering_json(const SteeringStudy &study);

} // namespace catchment
