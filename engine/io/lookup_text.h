// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "study/lookup.h"

#include <string>

/// Steering by DNS in words.
namespace catchment {

/// Whom users ask: `its own resolver`, or `Quad9`.
std::string asked_in_words(const World &world, std::optional<ResolverId> resolver);

/// Who asks whom, what the answer is and why, in lines with an indent.
std::string lookup_in_words(const Catchments &catchments, const Lookup &lookup);

/// Why a city that is not at its nearest region was sent elsewhere (Reason::by_resolver), without a full stop.
std::string answer_in_words(const Catchments &catchments, const CityOutcome &city, const Reason &reason);

} // namespace catchment
