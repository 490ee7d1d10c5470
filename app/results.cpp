// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results.h"

namespace catchment::app {

void Results::setWorld(std::shared_ptr<const World> world) {
    world_ = std::move(world);
    result_ = {};
    emit worldChanged();
}

void Results::setResult(SolveResult result) {
    result_ = std::move(result);
    emit changed();
}

} // namespace catchment::app
