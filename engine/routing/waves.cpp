// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "routing/waves.h"

#include <algorithm>

namespace catchment {

bool Waves::run(Solution &solution, const std::stop_token &stop) {
    solution_ = &solution;
    topology_ = solution.topology.get();
    start();
    for (const Relationship towards : {Relationship::Provider, Relationship::Peer, Relationship::Customer}) {
        if (stop.stop_requested()) {
            return false;
        }
        spread(towards);
    }
    return true;
}

void Waves::start() {
    const std::size_t parts = topology_->part_count();
    const std::size_t routers = topology_->router_count();
    solution_->parts.assign(parts, {});
    solution_->chosen.assign(routers, Solution::no_session);
    solution_->region_of.assign(routers, Solution::no_region);
    solution_->no_export.assign(routers, 0);
    offers_.clear();
    first_offer_.assign(parts, none);
    offer_length_.assign(parts, 0);
    for (auto *lists : {&waiting_, &settled_}) {
        for (auto &list : *lists) {
            list.clear();
        }
    }
    any_med_ = false;
    settled_.resize(std::max<std::size_t>(settled_.size(), 1));
    for (std::size_t r = 0; r < solution_->announcements.size(); ++r) {
        const Announcement &announcement = solution_->announcements[r];
        if (!announcement.active) {
            continue;
        }
        const RouterId router = topology_->region_router(RegionId(r));
        const PartId part = topology_->part_of(router);
        solution_->parts[part.index()] = {LearnedFrom::Own, 0};
        solution_->region_of[router.index()] = static_cast<std::uint16_t>(r);
        settled_[0].push_back(part.value);
        any_med_ = any_med_ || std::ranges::any_of(announcement.sessions, [](const auto &on) { return on.med != 0; });
    }
    if (solution_->hijacker) {
        start(*solution_->hijacker);
    }
}

/// The hijacker announces at all its routers; what its path has beyond itself counts as if it had come that way.
void Waves::start(const Hijacker &hijacker) {
    const auto length = static_cast<std::uint16_t>(hijacker.path.size() - 1);
    settled_.resize(std::max<std::size_t>(settled_.size(), length + 1u));
    for (std::uint32_t part = 0; part < topology_->part_count(); ++part) {
        if (topology_->network_of(PartId(part)) != hijacker.network) {
            continue;
        }
        solution_->parts[part] = {LearnedFrom::Own, length};
        settled_[length].push_back(part);
        for (const std::uint32_t router : topology_->routers_of(PartId(part))) {
            solution_->region_of[router] = Solution::to_hijacker;
        }
    }
}

/// One wave. Upwards and downwards, what is settled sends on; a peer's route goes no further in the same wave.
void Waves::spread(Relationship towards) {
    const LearnedFrom learned = towards == Relationship::Provider ? LearnedFrom::Customer
                                : towards == Relationship::Peer   ? LearnedFrom::Peer
                                                                  : LearnedFrom::Provider;
    const bool sends_on = towards != Relationship::Peer;
    if (!sends_on) {
        for (std::size_t length = 0; length < settled_.size(); ++length) {
            for (const std::uint32_t part : settled_[length]) {
                send(part, towards);
            }
        }
    }
    for (std::size_t length = 0; length < std::max(settled_.size(), waiting_.size()); ++length) {
        settle(static_cast<std::uint32_t>(length), learned);
        for (std::size_t i = 0; sends_on && length < settled_.size() && i < settled_[length].size(); ++i) {
            send(settled_[length][i], towards);
        }
    }
}

/// Offers a part's routes to its neighbours of one kind. What each router offers is its own best route.
void Waves::send(std::uint32_t part, Relationship towards) {
    const auto [first, last] = topology_->ends(PartId(part), towards);
    const bool own = topology_->is_operator(topology_->network_of(PartId(part)));
    const std::uint32_t length = solution_->parts[part].length;
    for (std::uint32_t e = first; e < last; ++e) {
        const SessionEnd &end = topology_->end(SessionEndId(e));
        if (own) {
            const Announcement::OnSession &on = solution_->on_session(SessionEndId(e));
            if (!on.withhold) {
                offer(end.other, 1u + on.prepend);
            }
        } else if (!solution_->no_export[end.router]) {
            offer(end.other, length + 1);
        }
    }
}

void Waves::offer(std::uint32_t end, std::uint32_t length) {
    const SessionEnd &receiver = topology_->end(SessionEndId(end));
    const PartId part = topology_->part_of(RouterId(receiver.router));
    if (solution_->parts[part.index()].learned_from != LearnedFrom::None) {
        return;
    }
    std::uint32_t &head = first_offer_[part.index()];
    if (head != none && offer_length_[part.index()] < length) {
        return;
    }
    const NetworkId network = topology_->network_of(part);
    if (topology_->is_operator(network)) {
        return; // a region's router has its own announcement or none
    }
    if (solution_->refused(network, RouterId(receiver.neighbour))) {
        return;
    }
    // A network in several parts may meet itself on a path: RFC 4271 §9.1.2.
    if (!topology_->one_part(network) && solution_->passes(RouterId(receiver.neighbour), network)) {
        return;
    }
    if (head == none || length < offer_length_[part.index()]) {
        head = none;
        offer_length_[part.index()] = length;
        if (waiting_.size() <= length) {
            waiting_.resize(length + 1);
        }
        waiting_[length].push_back(part.value);
    }
    offers_.push_back({end, head});
    head = static_cast<std::uint32_t>(offers_.size() - 1);
}

/// Every part whose best offer has this length decides.
void Waves::settle(std::uint32_t length, LearnedFrom learned_from) {
    if (length >= waiting_.size() || waiting_[length].empty()) {
        return;
    }
    if (settled_.size() <= length) {
        settled_.resize(length + 1);
    }
    for (const std::uint32_t part : waiting_[length]) {
        if (solution_->parts[part].learned_from != LearnedFrom::None) {
            continue;
        }
        solution_->parts[part] = {learned_from, static_cast<std::uint16_t>(length)};
        gather(part);
        if (any_med_) {
            drop_higher_med();
        }
        choose(part);
        settled_[length].push_back(part);
    }
    waiting_[length].clear();
}

void Waves::gather(std::uint32_t part) {
    contenders_.clear();
    for (std::uint32_t o = first_offer_[part]; o != none; o = offers_[o].next) {
        contenders_.push_back(offers_[o].end);
    }
}

/// Step 4. Only an announcer sets MED, so only its routes can differ.
void Waves::drop_higher_med() {
    const auto med = [this](std::uint32_t e) -> std::uint32_t {
        return solution_->on_session(SessionEndId(topology_->end(SessionEndId(e)).other)).med;
    };
    const auto from_operator = [this](std::uint32_t e) {
        return topology_->region_at(RouterId(topology_->end(SessionEndId(e)).neighbour)).has_value();
    };
    std::uint32_t lowest = none;
    for (const std::uint32_t e : contenders_) {
        if (from_operator(e)) {
            lowest = std::min(lowest, med(e));
        }
    }
    std::erase_if(contenders_, [&](std::uint32_t e) { return from_operator(e) && med(e) > lowest; });
}

/// Steps 5 to 7 at each router of the part.
void Waves::choose(std::uint32_t part) {
    const auto routers = topology_->routers_of(PartId(part));
    exit_best_.assign(routers.size(), none);
    exits_.clear();
    const auto way = [this](std::uint32_t e) { return topology_->end(SessionEndId(e)).way; };
    for (const std::uint32_t e : contenders_) {
        const std::uint32_t position = topology_->position_of(RouterId(topology_->end(SessionEndId(e)).router));
        std::uint32_t &best = exit_best_[position];
        if (best == none) {
            exits_.push_back(position);
            best = e;
        } else if (std::pair(way(e), e) < std::pair(way(best), best)) {
            best = e;
        }
    }
    for (std::uint32_t position = 0; position < routers.size(); ++position) {
        std::uint32_t best = exit_best_[position]; // step 5: own sessions before all others
        if (best == none) {
            std::uint32_t best_cost = 0;
            const auto inside = topology_->interior_from(PartId(part), position);
            for (const std::uint32_t exit : exits_) {
                const std::uint32_t e = exit_best_[exit];
                const std::uint32_t cost = inside[exit] + way(e);
                if (best == none || std::pair(cost, e) < std::pair(best_cost, best)) {
                    best = e;
                    best_cost = cost;
                }
            }
        }
        take(routers[position], best);
    }
}

void Waves::take(std::uint32_t router, std::uint32_t end_id) {
    const SessionEnd &end = topology_->end(SessionEndId(end_id));
    solution_->chosen[router] = end_id;
    solution_->region_of[router] = solution_->region_of[end.neighbour];
    const bool from_operator = topology_->region_at(RouterId(end.neighbour)).has_value();
    solution_->no_export[router] = from_operator && solution_->on_session(SessionEndId(end.other)).no_export;
}

} // namespace catchment
