// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "study/edge_study.h"

#include <string>

/// What announcing everywhere costs and saves against announcing where the app is deployed, as files in the C locale:
/// same input, same bytes.
namespace catchment {

/// For people.
std::string designs_text(const EdgeStudy &study);

/// All of it:
///
///     {"world": {"name", "networks", "routers", "cities"},
///      "designs": [{"announce": "deployed", "unreachedUsers", "failedUsers", "meanRttMs", "medianRttMs", "p95RttMs",
///                   "meanProxyRttMs", "backboneUserKm",
///                   "failures": [{"region": "ewr", "edgeUsers", "instanceUsers", "brokenUsers", "unservedUsers"}],
///                   "instanceFailures": [… likewise]},
///                  {"announce": "everywhere", … likewise}],
///      "cities": [{"id", "city", "country", "users", "deployedMs", "everywhereMs"}]}
///
/// RTTs are of whole journeys, user to instance, over the users who are served; null where nobody is. `backboneUserKm`
/// is users × kilometres of backbone, one way. A failure is that of a deployed region as a whole: `edgeUsers` whose
/// edge changes, `instanceUsers` whose instance changes, `brokenUsers` either, whose connections break; `unservedUsers`
/// after it. `instanceFailures` are those of all instances of a region while its edge stays; none where only deployed
/// regions announce.
std::string designs_json(const EdgeStudy &study);

} // namespace catchment
