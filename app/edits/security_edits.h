// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/edits/edit.h"

#include <vector>

/// Who else announces the operator's prefix, and who believes it: changes to the security of a scenario.
namespace catchment::app {

/// In place of the one that there may be.
Edit setHijack(Scenario scenario, Hijack hijack);
Edit clearHijack(Scenario scenario);

/// The path that a hijacker announces: itself alone, or with the operator as its forged origin.
std::vector<Asn> hijackPath(Asn hijacker, const Operator &op, bool forged);

/// The networks that drop what is invalid, in ascending order in the scenario.
Edit setOriginValidation(Scenario scenario, std::vector<Asn> networks);

/// With the ROA that the operator has by default, or none at all.
Edit setDefaultRoa(Scenario scenario, bool there);

} // namespace catchment::app
