// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "study/sweep.h"

#include "study/deployment_search.h"

#include <algorithm>
#include <limits>

namespace catchment {
namespace {

/// Evaluations that growing to `size` and one round of swaps take.
std::size_t greedy_steps(std::size_t from, std::size_t size) {
    std::size_t steps = size * (from - size);
    for (std::size_t k = 0; k < size; ++k) {
        steps += from - k;
    }
    return steps;
}

bool greedily(DeploymentSearch &search, std::size_t size) {
    search.expect(greedy_steps(search.candidates(), size));
    DeploymentSearch::Choice choice;
    while (choice.size() < size) {
        const auto next = search.grown(choice);
        if (!next) {
            return false;
        }
        choice = *next;
    }
    return search.improved(std::move(choice)).has_value();
}

} // namespace

double value_of(Objective objective, const Summary &summary) {
    switch (objective) {
    case Objective::MedianRtt:
        return summary.median_rtt_ms;
    case Objective::P95Rtt:
        return summary.p95_rtt_ms;
    case Objective::MeanRtt:
        break;
    }
    return summary.mean_rtt_ms;
}

void check_deployment_counts(const Scenario &scenario) {
    if (scenario.announce == Announce::Everywhere) {
        throw ScenarioError("everywhere", "every edge announces, so that what is deployed changes no route",
                            "\"announce\": \"deployed\"");
    }
}

std::vector<RegionId> deployable_regions(const Operator &op) {
    std::vector<RegionId> out;
    for (std::size_t r = 0; r < op.regions.size(); ++r) {
        if (op.regions[r].status == RegionStatus::Deployable) {
            out.emplace_back(r);
        }
    }
    std::ranges::sort(out, {}, [&op](RegionId r) -> const std::string & { return op.regions[r.index()].code; });
    return out;
}

std::size_t combinations(std::size_t from, std::size_t choose) {
    if (choose > from) {
        return 0;
    }
    std::size_t count = 1;
    for (std::size_t i = 1; i <= std::min(choose, from - choose); ++i) {
        if (count > std::numeric_limits<std::size_t>::max() / (from - i + 1)) {
            return std::numeric_limits<std::size_t>::max();
        }
        count = count * (from - i + 1) / i; // a binomial coefficient again: no remainder
    }
    return count;
}

std::optional<Sweep> sweep(const std::shared_ptr<const World> &world, const SweepQuestion &question,
                           const std::stop_token &stop, const Progress &progress) {
    const bool few = combinations(question.from.size(), question.choose) <= SweepQuestion::most_exhaustive;
    Sweep out;
    out.method = question.method.value_or(few ? SweepMethod::Exhaustive : SweepMethod::Greedy);
    DeploymentSearch search(world, question, stop, progress);
    const bool finished = out.method == SweepMethod::Exhaustive ? search.evaluate_all(question.choose)
                                                                : greedily(search, question.choose);
    if (!finished) {
        return std::nullopt;
    }
    out.results = search.ranked(question.choose);
    return out;
}

std::optional<std::vector<Deployment>> best_of_each_size(const std::shared_ptr<const World> &world,
                                                         const SweepQuestion &question, std::size_t most_exhaustive,
                                                         const std::stop_token &stop, const Progress &progress) {
    DeploymentSearch search(world, question, stop, progress);
    const std::size_t from = question.from.size();
    const auto swept = [&](std::size_t size) { return combinations(from, size) <= most_exhaustive; };
    std::size_t steps = 0;
    for (std::size_t size = 1; size <= question.choose; ++size) {
        steps += swept(size) ? combinations(from, size) : from - size + 1 + size * (from - size);
    }
    search.expect(steps);
    std::vector<Deployment> out;
    for (std::size_t size = 1; size <= question.choose; ++size) {
        if (swept(size)) {
            if (!search.evaluate_all(size)) {
                return std::nullopt;
            }
        } else {
            DeploymentSearch::Choice before;
            if (!out.empty()) {
                before = search.choice_of(out.back());
            }
            const auto larger = search.grown(before);
            if (!larger || !search.improved(*larger)) {
                return std::nullopt;
            }
        }
        out.push_back(search.ranked(size).front());
    }
    return out;
}

} // namespace catchment
