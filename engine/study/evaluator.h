// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "routing/solver.h"
#include "study/reach.h"
#include "study/user_totals.h"

#include <memory>
#include <optional>
#include <span>
#include <stop_token>

namespace catchment {

/// What many scenarios over one world mean for its users, one after another: routes, reaches and RTTs, and nothing of
/// what only a single scenario is asked for (certainty, what is nearest, reasons). A reusable query object.
///
/// Not thread-safe; `another` makes one for another thread.
class Evaluator {
public:
    explicit Evaluator(std::shared_ptr<const World> world, const LatencyModel &latency = {});

    /// One that shares what this one has prepared (fibre map, topology) and nothing that changes.
    Evaluator another() const;

    /// Users and RTTs, bit for bit those of Catchments::summary; shares of it are left 0, and so are percentiles where
    /// they are not asked for. Nothing where `stop` was requested. Throws ScenarioError.
    std::optional<Summary> evaluate(const Scenario &scenario, bool percentiles, const std::stop_token &stop = {});

    /// What the users of each row reached in the last scenario. Rows are those of World::access; under Steering::Dns
    /// those of `dns_answers`, of which the ones with the same Scenario::dns have equally many.
    std::span<const Reach> reaches() const { return last_; }

    /// The users of each row.
    std::span<const double> users() const { return answers_.empty() ? *users_ : told_users_; }

    /// Of its city's users.
    double share(std::size_t row) const {
        return world_->access[access(row)].share * (answers_.empty() ? 1 : answers_[row].asked.part);
    }

    /// The row of World::access to which a row belongs.
    std::size_t access(std::size_t row) const { return answers_.empty() ? row : answers_[row].access; }

    /// The routes of the last scenario.
    const std::shared_ptr<const Solution> &solution() const { return solution_; }

    /// Those that the packets of a row take.
    const Solution &routes(std::size_t row) const {
        return !answers_.empty() && answers_[row].region ? *solution_->by_region[answers_[row].region->index()]
                                                         : *solution_;
    }

    const std::shared_ptr<const World> &world() const { return world_; }

    /// The operator of the last scenario.
    const Operator &op() const { return solution_->topology->op(); }

private:
    Evaluator(const Evaluator &other, Solver solver);

    std::shared_ptr<const World> world_;
    LatencyModel latency_;
    std::shared_ptr<const std::vector<double>> users_;
    Solver solver_;
    Reaches reach_;
    UserTotals totals_;
    std::span<const Reach> last_;
    std::vector<DnsAnswer> answers_; ///< of the last scenario; empty under anycast
    std::vector<double> told_users_; ///< per answer
    std::shared_ptr<const Solution> solution_;
};

} // namespace catchment
