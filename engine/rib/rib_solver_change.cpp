// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "rib/rib_solver.h"

#include <algorithm>

/// The three waves again, over the routes that are there, where nobody rejects anything. A network's neighbours see of
/// its route only the length with which it exports it, so a wave ends where that stays the same.
///
/// The first wave is small, it only reaches networks above an announcer, and is done anew. In the second one, peers of
/// networks that now export another length hear of it; who followed one that has become worse asks all its peers. In
/// the third one, networks are settled again in the order of their ids, each when all of its providers are. Once a wave
/// has taken as many steps as are a small part of a new run, or is about to, it is done as in a new run from there on.
/// So the most that a change can cost is a new run and that small part.
namespace catchment {
namespace {

constexpr std::uint32_t peer_rank = RibSolution::peer_rank;
constexpr std::uint32_t provider_rank = RibSolution::provider_rank;
constexpr RibSolution::Route no_route{RibSolution::unreached, 0};

} // namespace

const RibSolution &RibSolver::change(const RibPrefix &prefix) {
    if (guarded_ || guards(prefix) || announced_.nodes.empty() || prefix.announcers.empty()) {
        return solve(prefix);
    }
    solution_.prefix = &prefix;
    announce_again();
    climb_again();
    const std::size_t most = steps_of_a_run() / 16;
    std::size_t steps = steps_of_crossing();
    if (steps > most) {
        cross_and_descend_anew();
        return solution_;
    }
    cross_again();
    compare_announced();
    steps += hear_peers_again();
    descend_again(most - std::min(steps, most));
    return solution_;
}

/// Would somebody reject something?
bool RibSolver::guards(const RibPrefix &prefix) const {
    return std::ranges::any_of(prefix.announcers, [this](const RibAnnouncer &announcer) {
        return !announcer.forged.empty() || (announcer.invalid && !validators_.empty());
    });
}

/// At least how many offers could be made in the time that a new run takes.
std::size_t RibSolver::steps_of_a_run() const {
    return steps_of_new_crossing() + (graph_->providers().all().size() + graph_->size()) / 2;
}

void RibSolver::announce_again() {
    std::swap(announced_, announced_before_);
    for (const Node node : announced_before_.nodes) {
        care_[node] = 0;
        routes_[node] = no_route;
        bereft_.mark(node);
        unsettled_.mark(node);
    }
    for (const Session &session : announced_before_.sessions) {
        care_[session.to] = 0;
    }
    const auto &announcers = solution_.prefix->announcers;
    for (std::size_t k = 0; k < announcers.size(); ++k) {
        care_[announcers[k].node] |= Announces;
        routes_[announcers[k].node] = {RibSolution::own_rank, static_cast<Node>(k)};
        unsettled_.mark(announcers[k].node);
    }
    list_announced();
}

void RibSolver::climb_again() {
    std::swap(climbs_, climbed_);
    std::swap(climbers_, climbers_before_);
    climbers_.clear();
    for (const Node node : climbers_before_) {
        routes_[node] = solution_.own(node) ? routes_[node] : no_route;
        unsettled_.mark(node);
    }
    for (std::size_t k = 0; k < announced_.nodes.size(); ++k) {
        for (const Session &session : announced_.of(k)) {
            if (session.rank < peer_rank && offer<false, false>(session.to, session.rank, announced_.nodes[k], 0)) {
                pending_.mark(session.to);
            }
        }
    }
    climb<false, false>();
    for (const Node node : climbers_) {
        unsettled_.mark(node);
    }
    for (const Node node : climbers_before_) {
        if (!solution_.reached(node)) {
            bereft_.mark(node);
        }
    }
}

/// Calls `visit` for each network that now exports a customer route of another length, or none or one unlike before.
template <class Visit>
void RibSolver::for_each_changed_climber(const Visit &visit) const {
    for (const Node node : climbers_before_) {
        if (climbed_[node] != nothing && climbed_[node] != climbs_[node]) {
            visit(node);
        }
    }
    for (const Node node : climbers_) {
        if (climbed_[node] == nothing && climbs_[node] != nothing) {
            visit(node);
        }
    }
}

/// How many peers hear something else than before of a customer route.
std::size_t RibSolver::steps_of_crossing() const {
    std::size_t steps = 0;
    for_each_changed_climber([&](Node node) { steps += graph_->peers()[node].size(); });
    return steps;
}

/// How many peers hear of a customer route in a new run.
std::size_t RibSolver::steps_of_new_crossing() const {
    std::size_t steps = 0;
    for (const Node node : climbers_) {
        steps += climbs_[node] != nothing ? graph_->peers()[node].size() : 0;
    }
    return steps;
}

/// All routes anew but those of customers.
void RibSolver::cross_and_descend_anew() {
    forget_climbers();
    bereft_.clear();
    unsettled_.clear();
    for (RibSolution::Route &route : solution_.routes) {
        route = route.rank > peer_rank ? no_route : route;
    }
    for (std::size_t k = 0; k < announced_.nodes.size(); ++k) {
        for (const Session &session : announced_.of(k)) {
            if (session.rank > peer_rank) {
                offer<false, false>(session.to, session.rank, announced_.nodes[k], 0);
            }
        }
    }
    cross<false, false>();
    descend<false, false, false>(0);
}

void RibSolver::cross_again() {
    for_each_changed_climber([this](Node node) {
        const std::uint32_t rank = climbs_[node] == nothing ? RibSolution::unreached : peer_rank + climbs_[node];
        for (const Node to : graph_->peers()[node]) {
            reoffer(to, rank, node);
        }
    });
    forget_climbers();
}

void RibSolver::forget_climbers() {
    for (const Node node : climbers_before_) {
        climbed_[node] = nothing;
    }
}

/// A peer offers a route of another length than before, or none.
void RibSolver::reoffer(Node to, std::uint32_t rank, Node from) {
    RibSolution::Route &route = routes_[to];
    if (rank != RibSolution::unreached && preferred(rank, from, route)) {
        route = {rank, from};
        unsettled_.mark(to);
    } else if (route.next == from && route.rank > peer_rank && route.rank < std::min(rank, provider_rank)) {
        route = no_route;
        bereft_.mark(to);
        unsettled_.mark(to);
    }
}

/// Sessions on which something else is announced than before. What goes to providers has climbed already.
void RibSolver::compare_announced() {
    const auto changed = [this](Node from, const Session &session, bool announced) {
        unsettled_.mark(session.to);
        if (session.rank > peer_rank && session.rank < provider_rank) {
            reoffer(session.to, announced ? session.rank : RibSolution::unreached, from);
        }
    };
    const auto place = [this](const Session &session) {
        return std::pair(session.rank >> 30, graph_->asn(session.to));
    };
    const auto compare = [&](Node from, std::span<const Session> before, std::span<const Session> now) {
        auto b = before.begin();
        auto n = now.begin();
        while (b != before.end() || n != now.end()) {
            if (n == now.end() || (b != before.end() && place(*b) < place(*n))) {
                changed(from, *b++, false);
            } else if (b == before.end() || place(*n) < place(*b)) {
                changed(from, *n++, true);
            } else {
                if (*b != *n) {
                    changed(from, *n, true);
                }
                ++b;
                ++n;
            }
        }
    };
    std::size_t b = 0;
    std::size_t n = 0;
    while (b < announced_before_.nodes.size() || n < announced_.nodes.size()) {
        const bool was = b < announced_before_.nodes.size();
        const bool is = n < announced_.nodes.size();
        const Asn before = was ? graph_->asn(announced_before_.nodes[b]) : Asn{};
        const Asn now = is ? graph_->asn(announced_.nodes[n]) : Asn{};
        if (!is || (was && before < now)) {
            compare(announced_before_.nodes[b], announced_before_.of(b), {});
            ++b;
        } else if (!was || now < before) {
            compare(announced_.nodes[n], {}, announced_.of(n));
            ++n;
        } else {
            compare(announced_.nodes[n], announced_before_.of(b), announced_.of(n));
            ++b;
            ++n;
        }
    }
}

/// Networks that have lost their customer or peer route ask all their peers; or, where that would take longer, all
/// peers' customer routes are offered once more. How many steps that took.
std::size_t RibSolver::hear_peers_again() {
    const AsGraph::Rows &peers = graph_->peers();
    const Node transit = graph_->transit_count();
    const auto ask = [&](Node node) {
        RibSolution::Route &route = routes_[node];
        if (route.rank < peer_rank) {
            return;
        }
        std::uint32_t shortest = nothing;
        Node next = 0;
        for (const Node from : peers[node]) {
            const std::uint32_t length = climbs_[std::min(from, transit)];
            next = length < shortest ? from : next;
            shortest = std::min(shortest, length);
        }
        if (shortest != nothing && preferred(peer_rank + shortest, next, route)) {
            route = {peer_rank + shortest, next};
        }
    };
    std::size_t asking = 0; // measured in offers: three in the time of four peers, 22 for each network that asks
    bereft_.for_each(
        [&](Node node) { asking += routes_[node].rank > peer_rank ? peers[node].size() * 3 / 4 + 22 : 0; });
    const std::size_t offering = steps_of_new_crossing();
    if (asking <= offering) {
        bereft_.for_each(ask);
    } else {
        cross<false, false>();
    }
    bereft_.clear();
    for (std::size_t k = 0; k < announced_.nodes.size(); ++k) {
        for (const Session &session : announced_.of(k)) {
            if (session.rank > peer_rank && session.rank < provider_rank) {
                offer<false, false>(session.to, session.rank, announced_.nodes[k], 0);
            }
        }
    }
    return std::min(asking, offering);
}

void RibSolver::hear_providers_again(Node node) {
    if (routes_[node].rank < provider_rank) {
        return;
    }
    routes_[node] = no_route;
    hear_providers_with_care<false, false>(node);
    for (const Node from : graph_->providers()[node]) {
        if (solution_.own(from)) {
            const std::uint32_t length = offered(from, node, Relationship::Provider);
            if (length != nothing) {
                offer<false, false>(node, provider_rank + length, from, 0);
            }
        }
    }
}

/// `most`: after so many steps among transit networks, all networks that are left are settled. Of the networks without
/// customers it is then known how many are to be settled, before the first of them is.
void RibSolver::descend_again(std::size_t most) {
    const Node transit = graph_->transit_count();
    NodeMarks::Walk walk = unsettled_.from_first();
    auto node = unsettled_.take_next(walk);
    for (std::size_t done = 0; node && *node < transit; node = unsettled_.take_next(walk)) {
        done += revise(*node);
        if (done > most) {
            descend<false, false, true>(*node + 1);
            unsettled_.clear();
            return;
        }
    }
    if (unsettled_.count() > (graph_->size() - transit) / 4) { // about where both take the same time
        descend<false, false, true>(transit);
        unsettled_.clear();
        return;
    }
    for (; node; node = unsettled_.take_next(walk)) {
        revise(*node);
    }
}

/// Settles a network once more, and marks its customers where it matters to them. How many steps that took.
std::size_t RibSolver::revise(Node node) {
    std::size_t steps = 1;
    if (routes_[node].rank > provider_rank) {
        care_[node] == 0 ? hear_providers<false, false, true>(node) : hear_providers_again(node);
        steps += graph_->providers()[node].size();
    }
    if (node >= graph_->transit_count()) {
        return steps;
    }
    const std::uint32_t before = sends_[node];
    sends_[node] = settle<false>(node);
    if (sends_[node] == before) {
        return steps;
    }
    // Who has a shorter one than it offers and has offered does not care.
    const std::uint32_t rank = provider_rank + std::min(before, sends_[node]);
    for (const Node customer : graph_->customers()[node]) {
        if (rank <= routes_[customer].rank) {
            unsettled_.mark(customer);
        }
    }
    return steps + graph_->customers()[node].size();
}

} // namespace catchment
