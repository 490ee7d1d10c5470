// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "routing/convergence.h"

#include <algorithm>

namespace catchment {

Moment Convergence::duration() const {
    Moment last{0};
    for (const Stage &stage : stages) {
        last = std::max({last, stage.at, stage.count.last_message, stage.count.last_change});
    }
    return last;
}

std::pair<std::size_t, std::size_t> Convergence::changes_of(std::size_t stage) const {
    return {stages[stage].first_change, stage + 1 < stages.size() ? stages[stage + 1].first_change : changes.size()};
}

std::pair<std::size_t, std::size_t> Convergence::messages_of(std::size_t stage) const {
    return {stages[stage].first_message, stage + 1 < stages.size() ? stages[stage + 1].first_message : messages.size()};
}

} // namespace catchment
