// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "routing/solution.h"

#include <memory>
#include <stop_token>

namespace catchment {

/// The steady state of BGP for one scenario after another over the same world: a reusable query object.
///
/// Not thread-safe; make one per thread. The world is shared. The topology of the last scenario is kept, so that
/// edits which change only deployments and tuning cost the waves alone.
class Solver {
public:
    explicit Solver(std::shared_ptr<const World> world);
    ~Solver();
    Solver(Solver &&) noexcept;
    Solver &operator=(Solver &&) noexcept;

    /// A solver for another thread that shares what this one has prepared.
    Solver another() const;

    /// The routes of every router to the operator's prefix and, behind them, to a longer one that somebody else
    /// announces (Solution::more_specific). Under Steering::Dns also, each by itself, those to the prefix of each
    /// region (Solution::by_region), for which the scenario's ROAs and hijack stand as they do for the operator's.
    /// Throws ScenarioError where the scenario names what the world does not have. Returns nothing where `stop` was
    /// requested.
    std::shared_ptr<const Solution> solve(const Scenario &scenario, std::stop_token stop = {});

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace catchment
