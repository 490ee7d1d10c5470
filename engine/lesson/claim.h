// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/lesson.h"
#include "study/catchments.h"

#include <memory>
#include <string>

/// What a lesson's text says about the world, held against the solver.
namespace catchment {

/// What claims are held against.
struct ClaimedResults {
    std::shared_ptr<const Catchments> now;    ///< at the end of the step
    std::shared_ptr<const Catchments> before; ///< at the end of the step before
};

/// Throws InputError at the claim where it does not hold, with what is the case, or is none (see
/// resources/lessons/README.md).
void check_claim(const JsonValue &claim, const ClaimedResults &results);

/// A value of the summary by its key in `solve`.
double summary_value(const Summary &summary, const std::string &key);

/// The number that a question asks for, in the units that it is answered in (shares in percent). Throws InputError
/// where the world has no such thing, or it is not reached.
double asked_number(const AskedValue &asked, const Catchments &catchments, const std::string &file, std::size_t line);

} // namespace catchment
