// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "routing/matching_ends.h"
#include "routing/message_network.h"

#include <algorithm>

/// What is done to the network from outside: announcements begin and end, sessions and fibre fail and come back.
namespace catchment {

void MessageNetwork::announce(const std::vector<Announcement> &announcements) {
    announcers_.resize(announcements.size());
    for (std::size_t r = 0; r < announcements.size(); ++r) {
        const RouterId router = whole_->region_router(RegionId(r));
        announcer_of_[router.index()] = static_cast<std::uint32_t>(r);
        Announcer &announcer = announcers_[r];
        announcer.active = announcements[r].active;
        announcer.sessions = announcements[r].sessions;
        announcer.first_end = whole_->ends(whole_->part_of(router)).first;
        announcer.path = paths_.behind(whole_->op().asn, PathTable::none);
    }
    for (std::size_t r = 0; r < announcements.size(); ++r) {
        const std::uint32_t router = whole_->region_router(RegionId(r)).value;
        adopt(router, choose(router));
        advertise(router, true);
    }
}

/// Sets what is up, without a word to anybody.
void MessageNetwork::raise_sessions() {
    ends_now_ = matching_ends(*whole_, *now_);
    for (std::uint32_t e = 0; e < ends_.size(); ++e) {
        ends_[e].up = ends_now_[e] != no_matching_end;
        if (ends_[e].up) {
            ends_[e].way = now_->end(SessionEndId(ends_now_[e])).way;
        }
    }
}

void MessageNetwork::change_topology(std::shared_ptr<const Topology> now) {
    const std::shared_ptr<const Topology> before = std::exchange(now_, std::move(now));
    std::vector<std::uint8_t> was_up(ends_.size());
    for (std::uint32_t e = 0; e < ends_.size(); ++e) {
        was_up[e] = ends_[e].up;
    }
    raise_sessions();
    for (std::uint32_t e = 0; e < ends_.size(); ++e) {
        if (was_up[e] && !ends_[e].up) {
            forget_session(e);
        }
    }
    forget_what_is_cut_off();
    lose_messages();
    for (std::uint32_t e = 0; e < ends_.size(); ++e) {
        if (was_up[e] && !ends_[e].up) {
            tell(e);
        }
    }
    join_tables(*before);
    // Ways have changed, so every router looks again at what it knows; sessions that have come up get all of it.
    for (std::uint32_t router = 0; router < routers_.size(); ++router) {
        adopt(router, choose(router));
        advertise(router, true);
    }
}

void MessageNetwork::forget_session(std::uint32_t end) {
    EndState &state = ends_[end];
    state.sent = {};
    state.may_send = state.may_tell = clock_;
    state.send_waits = state.tell_waits = false;
    set_known(whole_->end(SessionEndId(end)).router, end, {});
}

/// A router forgets what it was told by routers that it no longer reaches; one that has failed forgets everything.
void MessageNetwork::forget_what_is_cut_off() {
    for (std::uint32_t router = 0; router < routers_.size(); ++router) {
        RouterState &state = routers_[router];
        const bool failed = now_->failed(whole_->network_of(RouterId(router)));
        std::erase_if(state.known, [&](const Known &known) {
            const bool gone = failed || !joined(router, whole_->end(SessionEndId(known.end)).router);
            state.with_med -= gone && known.route.med != 0;
            return gone;
        });
        for (const std::uint32_t end : ends_of(router)) {
            ends_[end].told = failed ? CarriedRoute() : ends_[end].told;
        }
    }
}

/// Messages on sessions that are no more do not arrive; those that do are not overtaken by later ones.
void MessageNetwork::lose_messages() {
    queue_.erase_if([this](const Due &due) {
        const bool inside = due.kind == Due::Kind::Internal;
        const bool failed = now_->failed(whole_->network_of(RouterId(due.sender)));
        const bool gone = inside ? failed || !joined(due.sender, due.receiver) : !ends_[due.end].up;
        if (gone && (inside || due.kind == Due::Kind::External)) {
            ++count_.lost;
            if (log_ != nullptr && !inside) {
                const auto lost = std::find_if(log_->messages.rbegin(), log_->messages.rend(), [&](const auto &m) {
                    return m.end == SessionEndId(due.end) && m.received == due.at && !m.lost;
                });
                if (lost != log_->messages.rend()) {
                    lost->lost = true;
                    lost->received = clock_;
                }
            }
        }
        return gone;
    });
    not_before_.clear();
    for (const Due &due : queue_.all()) {
        if (due.kind == Due::Kind::External || due.kind == Due::Kind::Internal) {
            Moment &last = not_before_[session_of(due)];
            last = std::max(last, due.at);
        }
    }
}

/// Routers of one network that have found each other again exchange all that they have learned from outside.
void MessageNetwork::join_tables(const Topology &before) {
    for (std::size_t p = 0; p < now_->part_count(); ++p) {
        const auto routers = now_->routers_of(PartId(p));
        const PartId first = before.part_of(RouterId(routers.front()));
        const bool as_before = std::ranges::all_of(
            routers, [&](std::uint32_t router) { return before.part_of(RouterId(router)) == first; });
        for (std::size_t i = 0; !as_before && i < routers.size(); ++i) {
            for (const std::uint32_t mate : routers) {
                if (before.part_of(RouterId(routers[i])) == before.part_of(RouterId(mate))) {
                    continue;
                }
                for (const std::uint32_t end : ends_of(routers[i])) {
                    if (ends_[end].told) {
                        tell_one(end, mate, ends_[end].told);
                    }
                }
            }
        }
    }
}

MessageNetwork::SessionName MessageNetwork::session_of(const Due &due) {
    return {due.sender, due.receiver, due.kind == Due::Kind::Internal ? none : due.end};
}

} // namespace catchment
