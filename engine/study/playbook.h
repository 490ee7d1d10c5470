// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario/scenario.h"
#include "study/parallel.h"
#include "world/world.h"

#include <array>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

/// What an operator can do to move users, tried out beforehand: every deployed region with 0 to 5 prepends, and
/// withdrawn, one region at a time.
namespace catchment {

/// One thing done at one region as a whole.
struct PlaybookSetting {
    std::optional<int> prepend; ///< none: the region is withdrawn
    friend bool operator==(const PlaybookSetting &, const PlaybookSetting &) = default;
};

inline constexpr std::array<PlaybookSetting, 7> playbook_settings = {{{0}, {1}, {2}, {3}, {4}, {5}, {std::nullopt}}};

/// The scenario with a setting at one region. What tunings of single sessions say still overrides the region's
/// prepends; a region that is withdrawn is deployed no longer.
Scenario with_setting(Scenario scenario, const std::string &region, const PlaybookSetting &setting);

/// Is the scenario as it would be with the setting?
bool has_setting(const Scenario &scenario, const std::string &region, const PlaybookSetting &setting);

/// Where users are under one setting.
struct PlaybookCell {
    std::vector<double> shares; ///< per region of the operator: of the reached users
    double unreached_users = 0;
    double mean_rtt_ms = 0;
    double moved_users = 0; ///< reach another region than they do now, or none
};

struct Playbook {
    std::vector<RegionId> regions; ///< deployed, in the order of the operator's table
    PlaybookCell now;              ///< with the scenario as it is
    std::vector<PlaybookCell> cells;

    const PlaybookCell &cell(std::size_t region, std::size_t setting) const {
        return cells[region * playbook_settings.size() + setting];
    }
};

/// Tries every setting at every deployed region, on all cores. Nothing where `stop` was requested. Throws
/// ScenarioError.
std::optional<Playbook> playbook(const std::shared_ptr<const World> &world, const Scenario &scenario,
                                 const std::stop_token &stop = {}, const Progress &progress = {});

} // namespace catchment
