// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/edits/edit.h"

/// Changes to how users are led to a region.
namespace catchment::app {

Edit steerBy(Scenario scenario, Steering steering);

/// Whom users ask and what is answered; it counts under Steering::Dns.
Edit setDns(Scenario scenario, const Dns &dns);

} // namespace catchment::app
