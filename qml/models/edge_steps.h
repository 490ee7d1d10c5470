// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "qml/models/journey_steps.h"

namespace catchment::qml {

/// Where every edge announces, what follows the arrival at one: the proxy's choice, and the app that answers. None
/// where only deployed regions announce, or nothing is reached.
std::vector<JourneyStep> stepsBehindTheEdge(const Catchments &catchments, const Journey &journey);

/// `Chicago → ord → ams  19 + 85 ms`; empty where there is nothing behind the edge.
QString edgeHeadline(const Catchments &catchments, const Journey &journey);

} // namespace catchment::qml
