// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "routing/message_network.h"

#include "routing/session_intervals.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace catchment {
MessageNetwork::MessageNetwork(std::shared_ptr<const Topology> whole, std::shared_ptr<const Topology> now,
                               const SimulatorParameters &parameters)
    : whole_(std::move(whole)), now_(std::move(now)), parameters_(parameters), routers_(whole_->router_count()),
      ends_(whole_->all_ends().size()), announcer_of_(whole_->router_count(), none) {
    ends_begin_.assign(routers_.size() + 1, 0);
    for (const SessionEnd &end : whole_->all_ends()) {
        ++ends_begin_[end.router + 1];
    }
    std::partial_sum(ends_begin_.begin(), ends_begin_.end(), ends_begin_.begin());
    ends_by_router_.resize(ends_.size());
    std::vector<std::uint32_t> at(ends_begin_.begin(), ends_begin_.end() - 1);
    for (std::uint32_t e = 0; e < ends_.size(); ++e) {
        ends_by_router_[at[whole_->end(SessionEndId(e)).router]++] = e;
    }
    const std::vector<Moment> intervals = session_intervals(*whole_, parameters_);
    for (std::uint32_t e = 0; e < ends_.size(); ++e) {
        ends_[e].interval = intervals[e];
    }
    set_preferences();
    raise_sessions();
}

void MessageNetwork::set_preferences() {
    for (std::uint32_t e = 0; e < ends_.size(); ++e) {
        const SessionEnd &end = whole_->end(SessionEndId(e));
        ends_[e].neighbour_asn = whole_->asn_of(RouterId(end.neighbour));
        ends_[e].preference = end.neighbour_is == Relationship::Customer ? 300
                              : end.neighbour_is == Relationship::Peer   ? 200
                                                                         : 100;
        for (const LocalPreference &p : parameters_.prefer) {
            if (p.neighbour == ends_[e].neighbour_asn && p.network == whole_->asn_of(RouterId(end.router))) {
                ends_[e].preference = p.value;
            }
        }
    }
}

void MessageNetwork::begin_stage(Moment at) {
    clock_ = at;
    count_ = {};
    count_.last_message = count_.last_change = at;
    handled_ = 0;
    capped_ = false;
    for (RouterState &router : routers_) {
        router.changes = 0;
    }
}

void MessageNetwork::restart_clock() {
    clock_ = Moment{0};
    for (EndState &end : ends_) {
        end.may_send = end.may_tell = Moment{0};
    }
}

Moment MessageNetwork::at_rest() const {
    Moment latest = std::max(count_.last_message, count_.last_change);
    for (const EndState &end : ends_) {
        latest = std::max({latest, end.may_send, end.may_tell});
    }
    return latest;
}

MessageNetwork::Outcome MessageNetwork::run(std::optional<Moment> until, const std::stop_token &stop) {
    constexpr std::size_t between_looks = 4096;
    while (!queue_.empty()) {
        if (capped_) {
            return Outcome::Capped;
        }
        if (until && queue_.next().at >= *until) {
            return Outcome::Done;
        }
        if (handled_ % between_looks == 0 && stop.stop_requested()) {
            return Outcome::Stopped;
        }
        const Due due = queue_.pop();
        clock_ = due.at;
        handle(due);
        capped_ = capped_ || ++handled_ >= parameters_.most_events;
    }
    not_before_.clear();
    return Outcome::Done;
}

void MessageNetwork::handle(const Due &due) {
    switch (due.kind) {
    case Due::Kind::External:
        receive(due);
        break;
    case Due::Kind::Internal:
        count_.last_message = clock_;
        learn(due.receiver, due.end, due.route);
        break;
    case Due::Kind::Interval:
        ends_[due.end].send_waits = false;
        offer(due.end);
        break;
    case Due::Kind::IntervalInside:
        ends_[due.end].tell_waits = false;
        tell(due.end);
        break;
    }
}

/// An UPDATE from a neighbour. What is unusable is dropped at the door: the own AS number in the path (RFC 4271
/// §9.1.2); and a region's router has its own announcement or none.
void MessageNetwork::receive(const Due &due) {
    count_.last_message = clock_;
    const NetworkId network = whole_->network_of(RouterId(due.receiver));
    const bool unusable = whole_->is_operator(network) || paths_.contains(due.route.path, whole_->asn(network));
    if (learn(due.receiver, due.end, unusable ? CarriedRoute() : due.route)) {
        tell(due.end);
    }
}

/// Takes in what the network now hears over `end`. False where it is nothing new.
bool MessageNetwork::learn(std::uint32_t router, std::uint32_t end, const CarriedRoute &route) {
    const RouterState &state = routers_[router];
    const bool had_med = state.with_med > 0;
    if (!set_known(router, end, route)) {
        return false;
    }
    if (state.best.end == own_end) {
        return true;
    }
    // Without MED the decision is an order, and the best needs to be compared with what has changed alone.
    if (state.best.end == end || had_med || state.with_med > 0) {
        adopt(router, choose(router));
    } else if (route &&
               (state.best.end == none || better(weighed(router, {end, route}), weighed(router, state.best)))) {
        adopt(router, {end, route});
    }
    return true;
}

bool MessageNetwork::set_known(std::uint32_t router, std::uint32_t end, const CarriedRoute &route) {
    RouterState &state = routers_[router];
    const auto at = std::ranges::lower_bound(state.known, end, {}, &Known::end);
    const bool there = at != state.known.end() && at->end == end;
    if (there ? at->route == route : !route) {
        return false;
    }
    state.with_med -= there && at->route.med != 0;
    state.with_med += route.med != 0;
    if (!there) {
        state.known.insert(at, {end, route});
    } else if (route) {
        at->route = route;
    } else {
        state.known.erase(at);
    }
    return true;
}

/// The router's route from now on.
void MessageNetwork::adopt(std::uint32_t router, const Known &best) {
    RouterState &state = routers_[router];
    if (best == state.best) {
        return;
    }
    const Known before = state.best;
    const bool also_upwards = goes_upwards(before) || goes_upwards(best);
    state.best = best;
    state.onward = best.end == none || best.end == own_end
                       ? PathTable::none
                       : paths_.behind(whole_->asn_of(RouterId(router)), best.route.path);
    if (before.end != best.end || before.route.path != best.route.path) {
        ++count_.changes;
        count_.last_change = clock_;
        capped_ = capped_ || ++state.changes >= parameters_.most_changes;
        if (causes_ != nullptr) {
            note_causes(router, before, best);
        }
        if (log_ != nullptr) {
            log_->changes.push_back(
                {clock_, RouterId(router), {before.end, before.route.path}, {best.end, best.route.path}});
        }
    }
    advertise(router, also_upwards);
}

/// Gao–Rexford: own routes and those of customers go to everyone, all others to customers only.
bool MessageNetwork::goes_upwards(const Known &best) const {
    return best.end == own_end || (best.end != none && !best.route.no_export &&
                                   whole_->end(SessionEndId(best.end)).neighbour_is == Relationship::Customer);
}

void MessageNetwork::advertise(std::uint32_t router, bool also_upwards) {
    for (const std::uint32_t end : ends_of(router)) {
        if (!also_upwards && whole_->end(SessionEndId(end)).neighbour_is != Relationship::Customer) {
            break; // customers come first
        }
        offer(end);
    }
}

/// What the router lets its neighbour know.
CarriedRoute MessageNetwork::exported(std::uint32_t router, std::uint32_t end) {
    const RouterState &state = routers_[router];
    CarriedRoute out;
    if (state.best.end == own_end) {
        const Announcer &announcer = announcers_[announcer_of_[router]];
        const Announcement::OnSession &on = announcer.sessions[end - announcer.first_end];
        if (on.withhold) {
            return out;
        }
        out.path = announcer.path;
        for (std::uint16_t i = 0; i < on.prepend; ++i) {
            out.path = paths_.behind(whole_->asn_of(RouterId(router)), out.path);
        }
        out.med = on.med;
        out.no_export = on.no_export;
        return out;
    }
    if (state.best.end == end) {
        return out; // not back over the session that it came over
    }
    const bool to_customer = whole_->end(SessionEndId(end)).neighbour_is == Relationship::Customer;
    if (!state.best.route.no_export && (to_customer || goes_upwards(state.best))) {
        out.path = state.onward;
    }
    return out;
}

/// Sends what the neighbour should know and does not, at once or when the interval is over (RFC 4271 §9.2.1.1).
void MessageNetwork::offer(std::uint32_t end) {
    EndState &state = ends_[end];
    if (!state.up) {
        return;
    }
    const SessionEnd &session = whole_->end(SessionEndId(end));
    const CarriedRoute route = exported(session.router, end);
    if (route == state.sent) {
        return;
    }
    const bool paced = route || parameters_.withdrawals_wait;
    if (paced && clock_ < state.may_send) {
        if (!state.send_waits) {
            state.send_waits = true;
            queue_.push({state.may_send, session.router, session.neighbour, 0, end, {}, Due::Kind::Interval});
        }
        return;
    }
    if (paced) {
        state.may_send = clock_ + state.interval;
    }
    state.sent = route;
    ++(route ? count_.announcements : count_.withdrawals);
    const Moment at =
        post({{}, session.router, session.neighbour, 0, session.other, route, Due::Kind::External}, state.way);
    if (log_ != nullptr) {
        log_->messages.push_back({clock_, at, SessionEndId(session.other), route.path});
    }
}

/// Lets the other routers of the part know what was received at `end`, as with additional paths in a full mesh.
void MessageNetwork::tell(std::uint32_t end) {
    EndState &state = ends_[end];
    const std::uint32_t router = whole_->end(SessionEndId(end)).router;
    const auto mates = now_->routers_of(now_->part_of(RouterId(router)));
    const std::vector<Known> &known = routers_[router].known;
    const auto at = std::ranges::lower_bound(known, end, {}, &Known::end);
    const CarriedRoute route = at != known.end() && at->end == end ? at->route : CarriedRoute();
    if (route == state.told) {
        return;
    }
    const bool paced = route || parameters_.withdrawals_wait;
    if (paced && clock_ < state.may_tell) {
        if (!state.tell_waits) {
            state.tell_waits = true;
            queue_.push({state.may_tell, router, router, 0, end, {}, Due::Kind::IntervalInside});
        }
        return;
    }
    if (paced) {
        state.may_tell = clock_ + parameters_.mrai_inside;
    }
    state.told = route;
    for (const std::uint32_t mate : mates) {
        if (mate != router) {
            tell_one(end, mate, route);
        }
    }
}

void MessageNetwork::tell_one(std::uint32_t end, std::uint32_t mate, const CarriedRoute &route) {
    const std::uint32_t router = whole_->end(SessionEndId(end)).router;
    ++count_.internal;
    post({{}, router, mate, 0, end, route, Due::Kind::Internal}, metres(router, mate));
}

/// A message takes its time over the fibre, and never overtakes an earlier one on its session, although the way may
/// have become shorter.
Moment MessageNetwork::post(Due due, std::uint32_t metres) {
    due.at = clock_ + parameters_.message_delay + Moment(std::llround(metres / parameters_.km_per_ms));
    if (!not_before_.empty()) {
        if (const auto found = not_before_.find(session_of(due)); found != not_before_.end()) {
            due.at = std::max(due.at, found->second);
        }
    }
    queue_.push(due);
    return due.at;
}

std::uint32_t MessageNetwork::metres(std::uint32_t a, std::uint32_t b) const {
    return now_->interior(now_->part_of(RouterId(a)), now_->position_of(RouterId(a)), now_->position_of(RouterId(b)));
}

std::span<const std::uint32_t> MessageNetwork::ends_of(std::uint32_t router) const {
    return std::span(ends_by_router_).subspan(ends_begin_[router], ends_begin_[router + 1] - ends_begin_[router]);
}

Belief MessageNetwork::belief(RouterId router) const {
    const Known &best = routers_[router.index()].best;
    return {best.end, best.route.path};
}

void MessageNetwork::note_causes(std::uint32_t router, const Known &before, const Known &after) {
    for (const std::uint32_t end : {before.end, after.end}) {
        if (end != none && end != own_end) {
            const RouterId neighbour(whole_->end(SessionEndId(end)).neighbour);
            causes_->push_back({whole_->network_of(neighbour).value,
                                whole_->network_of(RouterId(router)).value,
                                router,
                                {after.end, after.route.path}});
        }
    }
}

} // namespace catchment
