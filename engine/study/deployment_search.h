// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "study/evaluator.h"
#include "study/sweep.h"

#include <map>
#include <span>
#include <vector>

namespace catchment {

/// Evaluates deployments for a sweep, each once, on all cores.
class DeploymentSearch {
public:
    /// A deployment as indices into the candidates, ascending: these are sorted by code.
    using Choice = std::vector<std::uint16_t>;

    DeploymentSearch(std::shared_ptr<const World> world, const SweepQuestion &question, std::stop_token stop,
                     const Progress &progress);

    std::size_t candidates() const { return from_.size(); }

    /// Every choice of `size` candidates. False where `stop` was requested.
    bool evaluate_all(std::size_t size);

    /// The best choice that is one candidate more than `choice`. Nothing where `stop` was requested.
    std::optional<Choice> grown(const Choice &choice);

    /// The best choice that is reached from `choice` by swaps of one candidate for another, each the best there is, as
    /// long as that helps. Nothing where `stop` was requested.
    std::optional<Choice> improved(Choice choice);

    Choice choice_of(const Deployment &deployment) const;

    /// All deployments of one size that were evaluated, best first.
    std::vector<Deployment> ranked(std::size_t size) const;

    /// The number of further evaluations that is expected, for the progress.
    void expect(std::size_t evaluations) { expected_ = done_ + evaluations; }

private:
    bool evaluate(const std::vector<Choice> &choices);
    bool better(const Choice &a, const Choice &b) const;
    const Choice &best(const std::vector<Choice> &choices) const;
    Scenario scenario_of(const Choice &choice) const;
    Deployment deployment(const Choice &choice, const Summary &summary) const;

    SweepQuestion question_;
    std::vector<RegionId> from_; ///< by code
    std::stop_token stop_;
    const Progress &progress_;
    Evaluator evaluator_;
    std::map<Choice, Deployment> known_;
    std::size_t done_ = 0;
    std::size_t expected_ = 0;
};

} // namespace catchment
