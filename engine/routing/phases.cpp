// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "routing/phases.h"

#include <algorithm>

namespace catchment {
namespace {

/// From another network, over a session of the router's own.
bool from_outside(const Topology &whole, RouterId router, const Belief &belief) {
    return belief.session < Belief::own_session && whole.end(SessionEndId(belief.session)).router == router.value;
}

} // namespace

Phase phase_of(const Topology &whole, const Belief &end) {
    if (end.session == Belief::own_session) {
        return Phase::Up;
    }
    if (end.session == Belief::no_session) {
        return Phase::Down;
    }
    switch (whole.end(SessionEndId(end.session)).neighbour_is) {
    case Relationship::Customer:
        return Phase::Up;
    case Relationship::Peer:
        return Phase::Across;
    case Relationship::Provider:
        break;
    }
    return Phase::Down;
}

std::shared_ptr<const Convergence> in_phases(const Convergence &convergence) {
    auto out = std::make_shared<Convergence>(convergence);
    out->messages.clear();
    out->changes.clear();
    std::vector<Belief> last = convergence.beliefs;
    for (const RouteChange &change : convergence.changes) {
        last[change.router.index()] = change.after;
    }
    const Moment begin = convergence.stages.empty() ? Moment{0} : convergence.stages.front().at;
    for (std::uint32_t router = 0; router < last.size(); ++router) {
        const Belief &before = convergence.beliefs[router];
        const Belief &after = last[router];
        if (before == after) {
            continue;
        }
        const Moment at = begin + static_cast<int>(phase_of(*convergence.whole, after)) * phase_length;
        out->changes.push_back({at, RouterId(router), before, after});
        if (from_outside(*convergence.whole, RouterId(router), after)) {
            out->messages.push_back({at - phase_length, at, SessionEndId(after.session), after.path, false});
        }
    }
    std::ranges::stable_sort(out->changes, {}, &RouteChange::at);
    std::ranges::stable_sort(out->messages, {}, &LoggedMessage::sent);
    if (!out->stages.empty()) {
        out->stages.resize(1);
        Stage &stage = out->stages.front();
        stage.first_change = stage.first_message = 0;
        stage.count = {};
        stage.count.changes = out->changes.size();
        stage.count.announcements = out->messages.size();
        stage.count.last_message = stage.count.last_change = begin + 3 * phase_length;
    }
    return out;
}

} // namespace catchment
