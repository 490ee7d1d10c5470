// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "study/evaluator.h"

namespace catchment {
namespace {

std::vector<double> users_of(const World &world) {
    std::vector<double> out;
    out.reserve(world.access.size());
    for (const AccessShare &share : world.access) {
        out.push_back(share.share * static_cast<double>(world.city(share.city).users));
    }
    return out;
}

} // namespace

Evaluator::Evaluator(std::shared_ptr<const World> world, const LatencyModel &latency)
    : world_(std::move(world)), latency_(latency), users_(std::make_shared<std::vector<double>>(users_of(*world_))),
      solver_(world_), reach_(latency) {}

Evaluator::Evaluator(const Evaluator &other, Solver solver)
    : world_(other.world_), latency_(other.latency_), users_(other.users_), solver_(std::move(solver)),
      reach_(latency_) {}

Evaluator Evaluator::another() const { return {*this, solver_.another()}; }

std::optional<Summary> Evaluator::evaluate(const Scenario &scenario, bool percentiles, const std::stop_token &stop) {
    auto solution = solver_.solve(scenario, stop);
    if (!solution) {
        return std::nullopt;
    }
    solution_ = std::move(solution);
    answers_ = dns_answers(*solution_);
    told_users_.clear();
    for (const DnsAnswer &answer : answers_) {
        told_users_.push_back((*users_)[answer.access] * answer.asked.part);
    }
    last_ = answers_.empty() ? reach_.follow(*solution_) : reach_.follow(*solution_, answers_);
    totals_.start();
    for (std::size_t i = 0; i < last_.size(); ++i) {
        totals_.add(last_[i], users()[i]);
    }
    return totals_.finish(percentiles);
}

} // namespace catchment
