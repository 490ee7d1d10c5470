// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "study/sweep.h"

#include <string>

/// A sweep as files, in the C locale: same input, same bytes.
namespace catchment {

/// The word of an objective in options and files: `mean-rtt`, `median-rtt`, `p95-rtt`.
std::string word_of(Objective objective);

/// `exhaustive` or `greedy`.
std::string word_of(SweepMethod method);

/// {"method": "exhaustive", "objective": "mean-rtt", "choose": 3, "from": ["ams", …], "results":
/// [{"regions": ["ewr", "fra", "nrt"], "unreachedUsers": 0, "value": 41.2}]}, best first, one result per line. Codes
/// are sorted; the value is in ms.
std::string sweep_json(const SweepQuestion &question, const Sweep &sweep, const Operator &op);

/// rank,regions,unreached_users,value: codes with a space between.
std::string sweep_csv(const Sweep &sweep, const Operator &op);

} // namespace catchment
