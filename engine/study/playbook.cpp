// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "study/playbook.h"

#include "study/evaluator.h"

#include <algorithm>

namespace catchment {
namespace {

PlaybookCell cell_of(const Evaluator &evaluator, const Summary &summary, std::span<const Reach> before) {
    PlaybookCell out;
    out.shares.resize(evaluator.op().regions.size());
    out.unreached_users = summary.unreached_users;
    out.mean_rtt_ms = summary.mean_rtt_ms;
    const auto reaches = evaluator.reaches();
    for (std::size_t i = 0; i < reaches.size(); ++i) {
        const double users = evaluator.users()[i];
        if (reaches[i].region) {
            out.shares[reaches[i].region->index()] += users;
        }
        out.moved_users += reaches[i].region == before[i].region ? 0 : users;
    }
    const double reached = summary.users - summary.unreached_users;
    for (double &share : out.shares) {
        share = reached > 0 ? share / reached : 0;
    }
    return out;
}

} // namespace

Scenario with_setting(Scenario scenario, const std::string &region, const PlaybookSetting &setting) {
    if (setting.prepend) {
        scenario.tuning_for(region).prepend = setting.prepend;
        scenario.tidy();
    } else {
        std::erase(scenario.regions, region);
    }
    return scenario;
}

bool has_setting(const Scenario &scenario, const std::string &region, const PlaybookSetting &setting) {
    if (!setting.prepend) {
        return !scenario.deploys(region);
    }
    const auto found =
        std::ranges::find_if(scenario.tuning, [&](const Tuning &t) { return t.region == region && !t.neighbour; });
    const int prepend = found == scenario.tuning.end() ? 0 : found->prepend.value_or(0);
    return scenario.deploys(region) && prepend == *setting.prepend;
}

std::optional<Playbook> playbook(const std::shared_ptr<const World> &world, const Scenario &scenario,
                                 const std::stop_token &stop, const Progress &progress) {
    Evaluator evaluator(world);
    const auto now = evaluator.evaluate(scenario, false, stop);
    if (!now) {
        return std::nullopt;
    }
    const std::vector<Region> regions = evaluator.op().regions;
    const std::vector<Reach> before(evaluator.reaches().begin(), evaluator.reaches().end());
    Playbook out;
    out.now = cell_of(evaluator, *now, before);
    for (std::size_t r = 0; r < regions.size(); ++r) {
        if (scenario.deploys(regions[r].code)) {
            out.regions.emplace_back(r);
        }
    }
    out.cells.resize(out.regions.size() * playbook_settings.size());
    const auto make_worker = [&]() -> ItemWork {
        return [&, own = std::make_shared<Evaluator>(evaluator.another())](std::size_t item) {
            const RegionId region = out.regions[item / playbook_settings.size()];
            const PlaybookSetting &setting = playbook_settings[item % playbook_settings.size()];
            const Scenario changed = with_setting(scenario, regions[region.index()].code, setting);
            if (const auto summary = own->evaluate(changed, false, stop)) {
                out.cells[item] = cell_of(*own, *summary, before);
            }
        };
    };
    std::size_t done = 0;
    const auto report = [&] {
        ++done;
        if (progress) {
            progress(done, out.cells.size());
        }
    };
    if (!in_parallel(out.cells.size(), make_worker, stop, report)) {
        return std::nullopt;
    }
    return out;
}

} // namespace catchment
