// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/edits/edit.h"

#include <optional>

/// Changes to what is behind the edge: who announces, the instances and their limits, and where the data lives.
namespace catchment::app {

Edit announceFrom(Scenario scenario, Announce announce);

/// The instances of one region; the last word about it.
Edit setInstances(Scenario scenario, const Instances &instances);

/// Limits, overflow and the hour; instances as they are in `edge`.
Edit setEdge(Scenario scenario, const Edge &edge);

/// None: nobody asks about data. Quorums of more replicas than there are become all of them, and go where there are no
/// quorums; a model that needs a primary takes the first replica where there is none.
Edit setData(Scenario scenario, std::optional<DataPlacement> data);

/// The primary in another region, which is deployed; where it was, a replica stays.
Edit movePrimary(Scenario scenario, const std::string &code);

} // namespace catchment::app
