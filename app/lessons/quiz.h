// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/lesson.h"
#include "study/catchments.h"

namespace catchment::app {

/// A prediction of a scenario as a lesson of one step: of a few large cities, some of which surprise; more can be added
/// by a click. Or the whole map, to be painted.
Lesson quiz(const Catchments &catchments, const Scenario &scenario, bool paint);

} // namespace catchment::app
