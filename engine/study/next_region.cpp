// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "study/next_region.h"

#include "scenario/operator_of.h"
#include "study/evaluator.h"

#include <algorithm>
#include <tuple>

namespace catchment {
namespace {

bool anybody_reached(const Summary &summary) { return summary.users > summary.unreached_users; }

NextRegion compared(RegionId region, const Evaluator &with_it, const Summary &after, const Summary &now,
                    const std::vector<Reach> &before) {
    NextRegion out;
    out.region = region;
    out.after = after;
    out.gained_ms = anybody_reached(now) && anybody_reached(after) ? now.mean_rtt_ms - after.mean_rtt_ms : 0;
    for (std::size_t i = 0; i < before.size(); ++i) {
        const Reach &is = with_it.reaches()[i];
        if (before[i].region != is.region) {
            out.moved_users += with_it.users()[i];
            out.newly_reached_users += before[i].region ? 0 : with_it.users()[i];
        }
    }
    return out;
}

} // namespace

std::optional<NextRegions> next_regions(const std::shared_ptr<const World> &world, const Scenario &scenario,
                                        const std::vector<RegionId> &candidates, Objective objective,
                                        const std::stop_token &stop, const Progress &progress) {
    check_deployment_counts(scenario);
    const auto op = operator_of(scenario, world);
    const auto &regions = op->regions;
    const auto code = [&regions](RegionId r) -> const std::string & { return regions[r.index()].code; };
    std::vector<RegionId> left;
    std::ranges::copy_if(candidates, std::back_inserter(left), [&](RegionId r) { return !scenario.deploys(code(r)); });
    Evaluator evaluator(world);
    const auto now = evaluator.evaluate(scenario, true, stop);
    if (!now) {
        return std::nullopt;
    }
    const std::vector<Reach> before(evaluator.reaches().begin(), evaluator.reaches().end());
    NextRegions out{*now, std::vector<NextRegion>(left.size())};
    const auto make_worker = [&]() -> ItemWork {
        return [&, own = std::make_shared<Evaluator>(evaluator.another())](std::size_t item) {
            Scenario more = scenario;
            more.regions.push_back(code(left[item]));
            if (const auto after = own->evaluate(more, true, stop)) {
                out.ranked[item] = compared(left[item], *own, *after, *now, before);
            }
        };
    };
    std::size_t done = 0;
    const auto report = [&] {
        ++done;
        if (progress) {
            progress(done, left.size());
        }
    };
    if (!in_parallel(left.size(), make_worker, stop, report)) {
        return std::nullopt;
    }
    std::ranges::sort(out.ranked, [&](const NextRegion &a, const NextRegion &b) {
        return std::tuple(a.after.unreached_users, value_of(objective, a.after), std::string_view(code(a.region))) <
               std::tuple(b.after.unreached_users, value_of(objective, b.after), std::string_view(code(b.region)));
    });
    return out;
}

} // namespace catchment
