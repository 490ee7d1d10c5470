// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "routing/playback.h"

#include <algorithm>
#include <utility>

namespace catchment {

Playback::Playback(std::shared_ptr<const Convergence> convergence)
    : convergence_(std::move(convergence)), beliefs_(convergence_->beliefs) {
    const std::size_t routers = beliefs_.size();
    for (auto *list : {&next_, &first_, &sibling_, &before_}) {
        list->assign(routers, none);
    }
    for (std::uint32_t router = 0; router < routers; ++router) {
        link(router);
    }
    region_.resize(routers);
    for (std::uint32_t router = 0; router < routers; ++router) {
        region_[router] = follow(router);
    }
    for (const LoggedMessage &message : convergence_->messages) {
        longest_ = std::max(longest_, message.received - message.sent);
    }
}

void Playback::seek(Moment moment) {
    const auto &changes = convergence_->changes;
    while (position_ < changes.size() && changes[position_].at <= moment) {
        step();
    }
    while (position_ > 0 && changes[position_ - 1].at > moment) {
        step_back();
    }
    now_ = moment;
}

bool Playback::step() {
    if (position_ == convergence_->changes.size()) {
        return false;
    }
    const RouteChange &change = convergence_->changes[position_++];
    set_belief(change.router.value, change.after);
    now_ = change.at;
    return true;
}

bool Playback::step_back() {
    if (position_ == 0) {
        return false;
    }
    const RouteChange &change = convergence_->changes[--position_];
    set_belief(change.router.value, change.before);
    now_ = position_ == 0 ? Moment{-1} : convergence_->changes[position_ - 1].at;
    return true;
}

/// Everybody whose packets come by here goes where this router's now go.
void Playback::set_belief(std::uint32_t router, const Belief &belief) {
    unlink(router);
    beliefs_[router] = belief;
    link(router);
    const std::uint16_t region = follow(router);
    if (region == region_[router]) {
        return; // and so for all that come by here
    }
    todo_.assign(1, router);
    while (!todo_.empty()) {
        const std::uint32_t at = todo_.back();
        todo_.pop_back();
        if (region_[at] == region) {
            continue; // been here: a circle
        }
        region_[at] = region;
        moved_.emplace_back(at);
        for (std::uint32_t child = first_[at]; child != none; child = sibling_[child]) {
            todo_.push_back(child);
        }
    }
}

std::uint32_t Playback::next_hop(std::uint32_t router) const {
    const Belief &belief = beliefs_[router];
    if (belief.session == Belief::no_session || belief.session == Belief::own_session) {
        return none;
    }
    const SessionEnd &end = convergence_->whole->end(SessionEndId(belief.session));
    return end.router == router ? end.neighbour : end.router;
}

std::uint16_t Playback::follow(std::uint32_t router) const {
    std::uint32_t hops = 0;
    while (next_[router] != none) {
        router = next_[router];
        if (++hops > next_.size()) {
            return Solution::no_region; // a circle
        }
    }
    const auto region = convergence_->whole->region_at(RouterId(router));
    const bool announces = beliefs_[router].session == Belief::own_session;
    return region && announces ? static_cast<std::uint16_t>(region->index()) : Solution::no_region;
}

void Playback::link(std::uint32_t router) {
    const std::uint32_t to = next_[router] = next_hop(router);
    if (to == none) {
        return;
    }
    before_[router] = none;
    sibling_[router] = first_[to];
    if (first_[to] != none) {
        before_[first_[to]] = router;
    }
    first_[to] = router;
}

void Playback::unlink(std::uint32_t router) {
    const std::uint32_t to = next_[router];
    if (to == none) {
        return;
    }
    (before_[router] == none ? first_[to] : sibling_[before_[router]]) = sibling_[router];
    if (sibling_[router] != none) {
        before_[sibling_[router]] = before_[router];
    }
    next_[router] = none;
}

std::vector<Asn> Playback::as_path(RouterId router) const {
    const Belief &belief = beliefs_[router.index()];
    std::vector<Asn> path = convergence_->paths.asns(belief.path);
    if (belief.session != Belief::own_session && !path.empty()) {
        path.insert(path.begin(), convergence_->whole->asn_of(router));
    }
    return path;
}

std::optional<RegionId> Playback::region(RouterId router) const {
    const std::uint16_t region = region_[router.index()];
    return region == Solution::no_region ? std::nullopt : std::optional(RegionId(region));
}

RouterId Playback::way_end(RouterId router) const {
    std::uint32_t at = router.value;
    for (std::size_t hops = 0; next_[at] != none && hops < next_.size(); ++hops) {
        at = next_[at];
    }
    return RouterId(at);
}

std::vector<RouterId> Playback::take_moved() { return std::exchange(moved_, {}); }

std::vector<std::size_t> Playback::under_way() const {
    const auto &messages = convergence_->messages;
    std::vector<std::size_t> out;
    auto at = std::ranges::lower_bound(messages, now_ - longest_, {}, &LoggedMessage::sent);
    for (; at != messages.end() && at->sent <= now_; ++at) {
        if (at->received > now_) {
            out.push_back(static_cast<std::size_t>(at - messages.begin()));
        }
    }
    return out;
}

} // namespace catchment
