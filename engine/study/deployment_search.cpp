// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "study/deployment_search.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace catchment {
namespace {

using Choice = DeploymentSearch::Choice;

/// The next choice of as many out of `count` in lexicographic order; false after the last.
bool advance(Choice &choice, std::size_t count) {
    for (std::size_t i = choice.size(); i-- > 0;) {
        if (choice[i] < count - (choice.size() - i)) {
            std::iota(choice.begin() + static_cast<std::ptrdiff_t>(i), choice.end(),
                      static_cast<std::uint16_t>(choice[i] + 1));
            return true;
        }
    }
    return false;
}

Choice with(Choice choice, std::uint16_t candidate) {
    choice.insert(std::ranges::lower_bound(choice, candidate), candidate);
    return choice;
}

/// How a deployment ranks but for its codes: less is better.
auto rank(const Deployment &d) { return std::tuple(d.unreached_users, d.value); }

} // namespace

DeploymentSearch::DeploymentSearch(std::shared_ptr<const World> world, const SweepQuestion &question,
                                   std::stop_token stop, const Progress &progress)
    : question_(question), from_(question.from), stop_(std::move(stop)), progress_(progress),
      evaluator_(std::move(world)) {
    check_deployment_counts(question_.scenario);
    question_.scenario.regions.clear();
    evaluator_.evaluate(question_.scenario, false); // builds what all evaluators share
    std::ranges::sort(from_, {},
                      [this](RegionId r) -> const std::string & { return evaluator_.op().regions[r.index()].code; });
}

bool DeploymentSearch::evaluate_all(std::size_t size) {
    Choice choice(size);
    std::iota(choice.begin(), choice.end(), std::uint16_t{0});
    std::vector<Choice> all;
    do {
        all.push_back(choice);
    } while (advance(choice, from_.size()));
    return evaluate(all);
}

bool DeploymentSearch::evaluate(const std::vector<Choice> &choices) {
    std::vector<Choice> fresh;
    std::ranges::copy_if(choices, std::back_inserter(fresh), [this](const Choice &c) { return !known_.contains(c); });
    expected_ = std::max(expected_, done_ + fresh.size());
    std::vector<Deployment> found(fresh.size());
    const bool percentiles = question_.objective != Objective::MeanRtt;
    const auto make_worker = [&]() -> ItemWork {
        return [&, own = std::make_shared<Evaluator>(evaluator_.another())](std::size_t item) {
            if (const auto summary = own->evaluate(scenario_of(fresh[item]), percentiles, stop_)) {
                found[item] = deployment(fresh[item], *summary);
            }
        };
    };
    const auto report = [this] {
        ++done_;
        if (progress_) {
            progress_(done_, expected_);
        }
    };
    if (!in_parallel(fresh.size(), make_worker, stop_, report)) {
        return false;
    }
    for (std::size_t i = 0; i < fresh.size(); ++i) {
        known_.emplace(std::move(fresh[i]), std::move(found[i]));
    }
    return true;
}

Scenario DeploymentSearch::scenario_of(const Choice &choice) const {
    Scenario out = question_.scenario;
    for (const std::uint16_t c : choice) {
        out.regions.push_back(evaluator_.op().regions[from_[c].index()].code);
    }
    return out;
}

Deployment DeploymentSearch::deployment(const Choice &choice, const Summary &summary) const {
    Deployment out{{}, summary.unreached_users, value_of(question_.objective, summary)};
    for (const std::uint16_t c : choice) {
        out.regions.push_back(from_[c]);
    }
    return out;
}

Choice DeploymentSearch::choice_of(const Deployment &deployment) const {
    Choice out;
    for (const RegionId region : deployment.regions) { // both are sorted by code
        out.push_back(static_cast<std::uint16_t>(std::ranges::find(from_, region) - from_.begin()));
    }
    return out;
}

bool DeploymentSearch::better(const Choice &a, const Choice &b) const {
    const auto rank_a = rank(known_.at(a));
    const auto rank_b = rank(known_.at(b));
    return rank_a < rank_b || (rank_a == rank_b && a < b);
}

const Choice &DeploymentSearch::best(const std::vector<Choice> &choices) const {
    return *std::ranges::min_element(choices, [this](const Choice &a, const Choice &b) { return better(a, b); });
}

std::optional<Choice> DeploymentSearch::grown(const Choice &choice) {
    std::vector<Choice> larger;
    for (std::uint16_t c = 0; c < from_.size(); ++c) {
        if (!std::ranges::binary_search(choice, c)) {
            larger.push_back(with(choice, c));
        }
    }
    return evaluate(larger) ? std::optional(best(larger)) : std::nullopt;
}

std::optional<Choice> DeploymentSearch::improved(Choice choice) {
    for (;;) {
        std::vector<Choice> swapped;
        for (std::size_t out = 0; out < choice.size(); ++out) {
            Choice rest = choice;
            rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(out));
            for (std::uint16_t in = 0; in < from_.size(); ++in) {
                if (!std::ranges::binary_search(choice, in)) {
                    swapped.push_back(with(rest, in));
                }
            }
        }
        if (!evaluate(swapped)) {
            return std::nullopt;
        }
        if (swapped.empty() || !better(best(swapped), choice)) {
            return choice;
        }
        choice = best(swapped);
    }
}

std::vector<Deployment> DeploymentSearch::ranked(std::size_t size) const {
    std::vector<Deployment> out;
    for (const auto &[choice, deployment] : known_) { // in the order of codes, which the sort keeps among equals
        if (choice.size() == size) {
            out.push_back(deployment);
        }
    }
    std::ranges::stable_sort(out, {}, rank);
    return out;
}

} // namespace catchment
