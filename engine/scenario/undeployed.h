// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario/scenario.h"

namespace catchment {

/// Takes instances and data out of regions that are not deployed any more, as who takes a region down does: where the
/// primary goes, the first replica that is left takes over; quorums of more replicas than are left become all of them;
/// where none is left, nobody asks about data.
void drop_undeployed(Scenario &scenario);

} // namespace catchment
