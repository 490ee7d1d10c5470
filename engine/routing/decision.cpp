// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "routing/decision.h"

#include <algorithm>

namespace catchment {
namespace {

using Better = bool (*)(const Contender &, const Contender &);

struct Rule {
    Step step;
    Better better;
};

constexpr Rule rules[] = {
    {Step::LocalPref, higher_local_pref},
    {Step::PathLength, shorter_path},
    {Step::Origin, lower_origin},
    {Step::Med, lower_med},
    {Step::External, external_first},
    {Step::HotPotato, lower_cost},
    {Step::Tie, lower_tie},
};

} // namespace

std::string_view step_word(Step step) {
    switch (step) {
    case Step::OnlyOne:
        return "only-route";
    case Step::Unusable:
        return "unusable";
    case Step::LocalPref:
        return "local-pref";
    case Step::PathLength:
        return "path-length";
    case Step::Origin:
        return "origin";
    case Step::Med:
        return "med";
    case Step::External:
        return "external";
    case Step::HotPotato:
        return "hot-potato";
    case Step::Tie:
        return "tie";
    }
    return "";
}

std::vector<Step> decide(std::span<const Contender> contenders) {
    std::vector<Step> lost(contenders.size(), Step::OnlyOne);
    std::vector<std::size_t> alive(contenders.size());
    for (std::size_t i = 0; i < alive.size(); ++i) {
        alive[i] = i;
    }
    for (const Rule &rule : rules) {
        // Every route for which a better one is alive goes at once: what MED asks for, and the same for the others.
        std::vector<std::size_t> beaten;
        for (const std::size_t i : alive) {
            if (std::ranges::any_of(alive, [&](std::size_t j) { return rule.better(contenders[j], contenders[i]); })) {
                beaten.push_back(i);
            }
        }
        for (const std::size_t i : beaten) {
            lost[i] = rule.step;
            std::erase(alive, i);
        }
    }
    return lost;
}

} // namespace catchment
