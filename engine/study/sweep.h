// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario/scenario.h"
#include "scenario/scenario_error.h"
#include "study/parallel.h"
#include "study/user_totals.h"
#include "world/world.h"

#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

/// Which regions would be best: many deployments of one scenario, each evaluated whole, ranked.
///
/// Everything else in the scenario (tuning, faults, sessions, hijack) is as it is. A deployment is better than another
/// where fewer users are unreached; of equal ones, where the objective is lower; of equal ones, where its codes,
/// sorted, come first. The same question has the same answer, however many cores there are.
namespace catchment {

enum class Objective { MeanRtt, MedianRtt, P95Rtt };

/// The value of an objective in a summary, in ms; 0 where nobody is reached.
double value_of(Objective objective, const Summary &summary);

/// Some regions and what their deployment is worth.
struct Deployment {
    std::vector<RegionId> regions; ///< by code
    double unreached_users = 0;
    double value = 0; ///< of the objective, ms
};

enum class SweepMethod {
    Exhaustive, ///< every deployment there is
    Greedy      ///< one region after another, each time the best, then swaps of one for another while that helps
};

struct SweepQuestion {
    Scenario scenario;          ///< its regions are replaced
    std::vector<RegionId> from; ///< the candidates, each once
    std::size_t choose = 1;     ///< at most as many as there are candidates
    Objective objective = Objective::MeanRtt;
    std::optional<SweepMethod> method; ///< none: exhaustive up to `most_exhaustive` deployments
    /// Any choice among the 18 regions that can be deployed today has fewer.
    static constexpr std::size_t most_exhaustive = 50'000;
};

struct Sweep {
    SweepMethod method = SweepMethod::Exhaustive;
    std::vector<Deployment> results; ///< all that were computed, best first
};

/// Throws ScenarioError where every edge announces: what is deployed then changes no route, so that all deployments are
/// alike to what is asked here.
void check_deployment_counts(const Scenario &scenario);

/// The regions that an operator can deploy to, by code.
std::vector<RegionId> deployable_regions(const Operator &op);

/// How many ways there are to choose `choose` of `from`; SIZE_MAX where that is too many to count.
std::size_t combinations(std::size_t from, std::size_t choose);

/// Ranks deployments of `choose` regions. Nothing where `stop` was requested. Throws ScenarioError.
std::optional<Sweep> sweep(const std::shared_ptr<const World> &world, const SweepQuestion &question,
                           const std::stop_token &stop = {}, const Progress &progress = {});

/// The best deployment of every size from 1 to `question.choose`, so that one sees what each further region is worth.
/// A size with at most `most_exhaustive` deployments is swept; a larger one grows from the best of the size before, and
/// is then improved by swaps. Nothing where `stop` was requested. Throws ScenarioError.
std::optional<std::vector<Deployment>>
best_of_each_size(const std::shared_ptr<const World> &world, const SweepQuestion &question,
                  std::size_t most_exhaustive = 1'000, const std::stop_token &stop = {}, const Progress &progress = {});

} // namespace catchment
