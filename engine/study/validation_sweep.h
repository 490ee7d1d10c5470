// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario/origin_validation.h"
#include "scenario/scenario.h"
#include "scenario/validators.h"
#include "study/parallel.h"

#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

/// How far a hijack gets, by how many networks do origin validation.
namespace catchment {

struct ValidationQuestion {
    Scenario scenario;      ///< with a hijack; which of its networks validate is replaced
    std::size_t steps = 20; ///< from no network to all of them; at least 1
    std::size_t lots = 10;  ///< random orders, those of the seeds 1, 2, …; at least 1
};

/// Some share of the networks validates.
struct ValidationPoint {
    double share = 0;         ///< of the networks, 0 … 1
    std::size_t networks = 0; ///< as many as that is
    double captured = 0;      ///< share of all users whose packets reach the hijacker; of several lots the mean
    double least = 0;         ///< in one of the lots
    double most = 0;          ///< likewise
};

struct ValidationSweep {
    std::vector<ValidationPoint> largest_first; ///< `steps` + 1, by share
    std::vector<ValidationPoint> by_lot;        ///< likewise
    /// Of what the hijacker announces: only the invalid is dropped, so that else every point is the same. None where it
    /// announces nothing.
    std::optional<RoaTable::Validity> hijack;
};

/// Solves the scenario with every share of validating networks, the largest first (see ValidatorOrder) and in random
/// orders, on all cores; the same question has the same answer. Nothing where `stop` was requested. Throws
/// ScenarioError.
std::optional<ValidationSweep> validation_sweep(const std::shared_ptr<const World> &world,
                                                const ValidationQuestion &question, const std::stop_token &stop = {},
                                                const Progress &progress = {});

} // namespace catchment
