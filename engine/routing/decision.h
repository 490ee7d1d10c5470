// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "routing/solution.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

/// The decision process, one function per step, in the order of RFC 4271 §9.1 with local preference in front.
namespace catchment {

/// A step of the decision process. A route is said to have lost at the step that removed it.
enum class Step : std::uint8_t {
    OnlyOne,    ///< no choice was needed
    Unusable,   ///< step 0: own AS in the path (RFC 4271 §9.1.2), session down, exit unreachable
    LocalPref,  ///< step 1: RFC 4271 §9.1.1
    PathLength, ///< step 2: §9.1.2.2 a
    Origin,     ///< step 3: §9.1.2.2 b
    Med,        ///< step 4: §9.1.2.2 c
    External,   ///< step 5: §9.1.2.2 d
    HotPotato,  ///< step 6: §9.1.2.2 e
    Tie         ///< step 7: in place of §9.1.2.2 f and g
};

/// The word of a step in files and messages: `local-pref`, `hot-potato`, …
std::string_view step_word(Step step);

/// A usable route as one router weighs it.
struct Contender {
    LearnedFrom learned_from = LearnedFrom::None;
    std::uint8_t origin = 0; ///< 0 IGP, 1 EGP, 2 INCOMPLETE
    std::uint16_t length = 0;
    bool external = false;
    std::uint32_t med = 0;
    std::uint32_t neighbour = 0; ///< AS number
    std::uint32_t cost = 0;      ///< metres
    std::uint32_t tie = 0;       ///< rank in the order of step 7 (the SessionEndId)
};

/// Each pairwise step: is `a` strictly better than `b` in this one respect?
constexpr bool higher_local_pref(const Contender &a, const Contender &b) { return a.learned_from > b.learned_from; }
constexpr bool shorter_path(const Contender &a, const Contender &b) { return a.length < b.length; }
constexpr bool lower_origin(const Contender &a, const Contender &b) { return a.origin < b.origin; }
constexpr bool lower_med(const Contender &a, const Contender &b) { return a.neighbour == b.neighbour && a.med < b.med; }
constexpr bool external_first(const Contender &a, const Contender &b) { return a.external && !b.external; }
constexpr bool lower_cost(const Contender &a, const Contender &b) { return a.cost < b.cost; }
constexpr bool lower_tie(const Contender &a, const Contender &b) { return a.tie < b.tie; }

/// Runs the whole process over usable routes. Returns for each the step at which it lost; the winner has OnlyOne.
std::vector<Step> decide(std::span<const Contender> contenders);

} // namespace catchment
