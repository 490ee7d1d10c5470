// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "study/validation_sweep.h"

#include "study/evaluator.h"

#include <algorithm>
#include <span>

namespace catchment {
namespace {

double captured_share(const Summary &summary) { return summary.users > 0 ? summary.captured_users / summary.users : 0; }

/// Of the longest prefix, which is the one that the hijacker announces.
std::optional<RoaTable::Validity> validity(const Solution &solution, const Security &security) {
    const Solution &hijacked = solution.longest();
    if (!hijacked.hijacker) {
        return std::nullopt;
    }
    const RoaTable roas(security.roas_or_default(solution.topology->op()));
    return roas.validate(hijacked.prefix, hijacked.hijacker->path.back());
}

/// The captured in some orders.
ValidationPoint point(double share, std::size_t networks, std::span<const double> captured) {
    ValidationPoint out{share, networks, 0, captured.front(), captured.front()};
    for (const double one : captured) {
        out.captured += one / static_cast<double>(captured.size());
        out.least = std::min(out.least, one);
        out.most = std::max(out.most, one);
    }
    return out;
}

} // namespace

std::optional<ValidationSweep> validation_sweep(const std::shared_ptr<const World> &world,
                                                const ValidationQuestion &question, const std::stop_token &stop,
                                                const Progress &progress) {
    Scenario nobody = question.scenario;
    nobody.security.origin_validation.clear();
    Evaluator evaluator(world);
    if (!evaluator.evaluate(nobody, false, stop)) {
        return std::nullopt;
    }
    ValidationSweep out;
    out.hijack = validity(*evaluator.solution(), nobody.security);
    const std::size_t orders = 1 + question.lots; // largest first, then by lot
    const auto share = [&](std::size_t step) {
        return static_cast<double>(step) / static_cast<double>(question.steps);
    };
    std::vector<double> captured(orders * (question.steps + 1)); // by step, then order
    std::vector<std::size_t> networks(question.steps + 1);
    const auto make_worker = [&]() -> ItemWork {
        return [&, own = std::make_shared<Evaluator>(evaluator.another())](std::size_t item) {
            const std::size_t order = item % orders;
            Scenario scenario = nobody;
            scenario.security.origin_validation = validators(
                *world, share(item / orders), order == 0 ? ValidatorOrder::LargestFirst : ValidatorOrder::ByLot, order);
            if (order == 0) {
                networks[item / orders] = scenario.security.origin_validation.size();
            }
            if (const auto summary = own->evaluate(scenario, false, stop)) {
                captured[item] = captured_share(*summary);
            }
        };
    };
    std::size_t done = 0;
    const auto report = [&] {
        ++done;
        if (progress) {
            progress(done, captured.size());
        }
    };
    if (!in_parallel(captured.size(), make_worker, stop, report)) {
        return std::nullopt;
    }
    for (std::size_t step = 0; step <= question.steps; ++step) {
        const auto of_step = std::span(captured).subspan(step * orders, orders);
        out.largest_first.push_back(point(share(step), networks[step], of_step.first(1)));
        out.by_lot.push_back(point(share(step), networks[step], of_step.subspan(1)));
    }
    return out;
}

} // namespace catchment
