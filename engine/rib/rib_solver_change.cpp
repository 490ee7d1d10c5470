// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "rib/rib_solver.h"

#include <algorithm>

/// The three waves again, over the routes that are there, where nobody rejects anything. A network's neighbours see of
/// its route only the length with which it exports it, so a wave ends where that stays the same.
///
/// The first wave is small, it only reaches networks above an announcer, and is done anew. In the second one, peers of
/// networks that now export another length hear of it; who followed one that has become worse asks all its peers. In
/// the third one, networks are settled again in the order of their ids, each when all of its providers are; where
/// that turns out to be many, all from there on are settled, as in a new run. So the most it can cost is a new run and
/// what was done before.
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
    cross_again();
    descend_again();
    return solution_;
}

/// Would somebody reject something?
bool RibSolver::guards(const RibPrefix &prefix) const {
    return std::ranges::any_of(prefix.announcers, [this](const RibAnnouncer &announcer) {
        return !announcer.forged.empty() || (announcer.invalid && !validators_.empty());
    });
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

void RibSolver::cross_again() {
    const auto offer_peers = [this](Node node) {
        const std::uint32_t rank = climbs_[node] == nothing ? RibSolution::unreached : peer_rank + climbs_[node];
        for (const Node to : graph_->peers()[node]) {
            reoffer(to, rank, node);
        }
    };
    for (const Node node : climbers_before_) {
        if (climbed_[node] != nothing && climbed_[node] != climbs_[node]) {
            offer_peers(node);
        }
    }
    for (const Node node : climbers_) {
        if (climbed_[node] == nothing && climbs_[node] != nothing) {
            offer_peers(node);
        }
    }
    for (const Node node : climbers_before_) {
        climbed_[node] = nothing;
    }
    compare_announced();
    hear_peers_again();
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

/// Networks that have lost their customer or peer route ask all their peers; or, where they are many, all peers'
/// customer routes are offered once more.
void RibSolver::hear_peers_again() {
    const AsGraph::Rows &peers = graph_->peers();
    std::size_t asking = 0;
    std::size_t offering = 0;
    bereft_.for_each([&](Node node) { asking += routes_[node].rank > peer_rank ? peers[node].size() : 0; });
    for (const Node node : climbers_) {
        offering += climbs_[node] != nothing ? peers[node].size() : 0;
    }
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
        if (care_[node] & Hears) {
            hear_announcers(node, peers, peer_rank);
        }
    };
    if (asking <= offering) {
        bereft_.for_each(ask);
    } else {
        cross<false, false>();
        bereft_.for_each([&](Node node) {
            if ((care_[node] & Hears) && routes_[node].rank > peer_rank) {
                hear_announcers(node, peers, peer_rank);
            }
        });
    }
    bereft_.clear();
}

/// What announcers among some of its neighbours announce to a network.
void RibSolver::hear_announcers(Node node, const AsGraph::Rows &rows, std::uint32_t class_rank) {
    const Relationship from_is = class_rank == peer_rank ? Relationship::Peer : Relationship::Provider;
    for (const Node from : rows[node]) {
        if (!solution_.own(from)) {
            continue;
        }
        const std::uint32_t length = offered(from, node, from_is);
        if (length != nothing && preferred(class_rank + length, from, routes_[node])) {
            routes_[node] = {class_rank + length, from};
        }
    }
}

void RibSolver::hear_providers_again(Node node) {
    if (routes_[node].rank > provider_rank) {
        routes_[node] = no_route;
        hear_providers_with_care<false, false>(node);
        hear_announcers(node, graph_->providers(), provider_rank);
    }
}

void RibSolver::descend_again() {
    const std::size_t most = graph_->providers().all().size() / 10;
    std::size_t done = 0;
    NodeMarks::Walk walk = unsettled_.from_first();
    while (const auto node = unsettled_.take_next(walk)) {
        done += revise(*node);
        if (done > most) {
            descend<false, false, true>(*node + 1);
            unsettled_.clear();
        }
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
