// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "rib/rib_solver.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace catchment {
namespace {

constexpr std::uint32_t customer_rank = RibSolution::customer_rank;
constexpr std::uint32_t peer_rank = RibSolution::peer_rank;
constexpr std::uint32_t provider_rank = RibSolution::provider_rank;

} // namespace

RibSolver::RibSolver(std::shared_ptr<const AsGraph> graph, std::span<const Node> validators)
    : graph_(std::move(graph)), validators_(validators.begin(), validators.end()), pending_(graph_->transit_count()),
      bereft_(graph_->size()), unsettled_(graph_->size()) {
    solution_.graph = graph_.get();
    solution_.routes.resize(graph_->size());
    routes_ = solution_.routes.data();
    care_.resize(graph_->size());
    sends_.resize(graph_->transit_count());
    climbs_.resize(graph_->transit_count() + 1, nothing); // the last one stands for all that have no customers
    climbed_ = climbs_;
    climbers_.reserve(graph_->transit_count());
    by_length_.reserve(graph_->transit_count());
    climbers_before_.reserve(graph_->transit_count());
}

const RibSolution &RibSolver::solve(const RibPrefix &prefix) {
    solution_.prefix = &prefix;
    start();
    guarded_ ? run<true, false>() : run<false, false>();
    return solution_;
}

const RibSolution &RibSolver::solve_with_ties(const RibPrefix &prefix) {
    solution_.prefix = &prefix;
    const std::size_t batches = (prefix.announcers.size() + 63) / 64;
    origins_.resize(std::max(origins_.size(), batches * graph_->size()));
    sent_.resize(std::max(sent_.size(), batches * graph_->transit_count()));
    for (batch_ = 0; batch_ < batches; ++batch_) {
        start();
        guarded_ ? run<true, true>() : run<false, true>();
    }
    return solution_;
}

void RibSolver::start() {
    std::ranges::fill(solution_.routes, RibSolution::Route{RibSolution::unreached, 0});
    std::ranges::fill(care_, std::uint8_t{0});
    for (const Node node : climbers_) {
        climbs_[node] = nothing;
    }
    climbers_.clear();
    bool invalid = false;
    guarded_ = false;
    const auto &announcers = solution_.prefix->announcers;
    for (std::size_t k = 0; k < announcers.size(); ++k) {
        routes_[announcers[k].node] = {RibSolution::own_rank, static_cast<Node>(k)};
        care_[announcers[k].node] |= Announces;
        for (const Node node : announcers[k].forged) {
            care_[node] |= OnPath;
            guarded_ = true;
        }
        invalid = invalid || announcers[k].invalid;
    }
    if (invalid) {
        for (const Node node : validators_) {
            care_[node] |= Validates;
            guarded_ = true;
        }
    }
    if (guarded_) {
        leads_.resize(graph_->size());
    }
    list_announced();
}

/// Who announces what to whom; and who needs care for it. All announcers' `Announces` are set.
void RibSolver::list_announced() {
    const auto &announcers = solution_.prefix->announcers;
    announced_.nodes.clear();
    announced_.begin.clear();
    announced_.sessions.clear();
    for (const RibAnnouncer &announcer : announcers) {
        announced_.nodes.push_back(announcer.node);
        announced_.begin.push_back(announced_.sessions.size());
        const auto length = static_cast<std::uint32_t>(announcer.path.size());
        const auto list = [&](const AsGraph::Rows &rows, std::uint32_t class_rank) {
            for (const Node to : rows[announcer.node]) {
                const RibSession session = announcer.to(to);
                if (session.announced && !(care_[to] & Announces)) {
                    care_[to] |= static_cast<std::uint8_t>(Hears | (session.no_export ? Hushed : 0));
                    announced_.sessions.push_back({to, class_rank + length + session.prepend, session.no_export});
                }
            }
        };
        list(graph_->providers(), customer_rank);
        list(graph_->peers(), peer_rank);
        list(graph_->customers(), provider_rank);
    }
    announced_.begin.push_back(announced_.sessions.size());
}

template <bool guarded, bool ties>
void RibSolver::run() {
    for (std::size_t k = 0; k < solution_.prefix->announcers.size(); ++k) {
        announce<guarded, ties>(k);
    }
    climb<guarded, ties>();
    cross<guarded, ties>();
    descend<guarded, ties, false>(0);
}

/// An announcer's route goes to its neighbours as each session says.
template <bool guarded, bool ties>
void RibSolver::announce(std::size_t k) {
    const Node node = announced_.nodes[k];
    const std::uint64_t origin = k / 64 == batch_ ? std::uint64_t{1} << k % 64 : 0;
    if constexpr (guarded) {
        leads_[node] = static_cast<std::uint32_t>(k);
    }
    for (const Session &session : announced_.of(k)) {
        if (offer<guarded, ties>(session.to, session.rank, node, origin) && session.rank < peer_rank) {
            pending_.mark(session.to);
        }
    }
}

/// Decision steps 0 to 7 between the route that a network has and another one. False where that one is worse than
/// what the network has, or rejected.
template <bool guarded, bool ties>
inline bool RibSolver::offer(Node to, std::uint32_t rank, Node from, [[maybe_unused]] std::uint64_t origins) {
    RibSolution::Route &route = routes_[to];
    if (rank > route.rank) {
        return false;
    }
    if constexpr (guarded) {
        if ((care_[to] & (OnPath | Validates)) && rejects(to, leads_[from])) {
            return false;
        }
    }
    const bool better = rank < route.rank;
    if constexpr (ties) {
        if (guarded && (care_[to] & (OnPath | Validates))) {
            origins &= ~rejected_origins(to);
        }
        std::uint64_t &all = origins_[batch_ * graph_->size() + to];
        all = better ? origins : all | origins;
    }
    if (preferred(rank, from, route)) {
        route = {rank, from};
        if constexpr (guarded) {
            leads_[to] = leads_[from];
        }
    }
    return true;
}

/// Customer routes go up. Ids fall on the way to providers, so the highest pending network has heard of all its
/// customers.
template <bool guarded, bool ties>
void RibSolver::climb() {
    NodeMarks::Walk walk = pending_.from_last();
    while (const auto node = pending_.take_previous(walk)) {
        climbs_[*node] = settle<ties>(*node);
        climbers_.push_back(*node);
        if (climbs_[*node] == nothing) {
            continue;
        }
        const std::uint64_t origins = ties ? sent_[batch_ * sends_.size() + *node] : 0;
        for (const Node to : graph_->providers()[*node]) {
            if (offer<guarded, ties>(to, customer_rank + climbs_[*node], *node, origins)) {
                pending_.mark(to);
            }
        }
    }
}

/// Customer routes cross one peering, the short ones first: then most of those that follow are worse than what a peer
/// has, which is quickly seen. What comes out does not depend on the order.
template <bool guarded, bool ties>
void RibSolver::cross() {
    constexpr std::uint32_t longest = 31; // and all that are longer
    std::array<std::uint32_t, longest + 2> begin{};
    for (const Node node : climbers_) {
        ++begin[std::min(climbs_[node], longest) + 1];
    }
    std::partial_sum(begin.begin(), begin.end(), begin.begin());
    by_length_.resize(climbers_.size());
    for (const Node node : climbers_) {
        by_length_[begin[std::min(climbs_[node], longest)]++] = node;
    }
    for (const Node node : by_length_) {
        if (climbs_[node] == nothing) {
            continue;
        }
        const std::uint32_t rank = peer_rank + climbs_[node];
        const std::uint64_t origins = ties ? sent_[batch_ * sends_.size() + node] : 0;
        for (const Node to : graph_->peers()[node]) {
            offer<guarded, ties>(to, rank, node, origins);
        }
    }
}

/// All routes go down, from the network `first` on. Ids rise on the way to customers. `again`: the provider routes that
/// are there are of an earlier run.
template <bool guarded, bool ties, bool again>
void RibSolver::descend(Node first) {
    const auto hear = [this](Node node) {
        if (care_[node] == 0) {
            hear_providers<guarded, ties, again>(node);
        } else if constexpr (again) {
            hear_providers_again(node);
        } else {
            hear_providers_with_care<guarded, ties>(node);
        }
    };
    const Node transit = graph_->transit_count();
    for (Node node = first; node < transit; ++node) {
        hear(node);
        sends_[node] = settle<ties>(node);
    }
    for (Node node = std::max(first, transit); node < graph_->size(); ++node) {
        hear(node);
    }
}

/// The provider route of a network that hears no announcer and rejects nothing. Of equally long routes the first one
/// has the lowest AS number. Without branches but the loop, since what comes out cannot be foretold.
template <bool guarded, bool ties, bool again>
inline void RibSolver::hear_providers(Node node) {
    const AsGraph::Rows &providers = graph_->providers();
    const std::uint32_t *const sends = sends_.data();
    const Node *const row = providers.data();
    const std::uint32_t begin = providers.begin(node);
    const std::uint32_t end = providers.end(node);
    std::uint32_t shortest = nothing;
    Node next = 0;
    [[maybe_unused]] std::uint64_t origins = 0;
    for (std::uint32_t e = begin; e < end; ++e) {
        const std::uint32_t length = sends[row[e]];
        if constexpr (ties) {
            const std::uint64_t sent = sent_[batch_ * sends_.size() + row[e]];
            origins = length < shortest ? sent : length == shortest ? origins | sent : origins;
        }
        next = length < shortest ? row[e] : next;
        shortest = length < shortest ? length : shortest;
    }
    RibSolution::Route &route = routes_[node];
    const bool stale = again && route.rank >= provider_rank;
    const std::uint32_t rank = stale ? RibSolution::unreached : route.rank;
    const bool better = provider_rank + shortest < rank; // never, where it is nothing
    if constexpr (ties) {
        std::uint64_t &all = origins_[batch_ * graph_->size() + node];
        all = better ? origins : all;
    }
    if constexpr (guarded) {
        leads_[node] = better ? leads_[next] : leads_[node];
    }
    route.next = better ? next : stale ? 0 : route.next;
    route.rank = better ? provider_rank + shortest : rank;
}

template <bool guarded, bool ties>
void RibSolver::hear_providers_with_care(Node node) {
    for (const Node from : graph_->providers()[node]) {
        if (sends_[from] != nothing) { // an announcer's is nothing: its offers were made session by session
            offer<guarded, ties>(node, provider_rank + sends_[from], from,
                                 ties ? sent_[batch_ * sends_.size() + from] : 0);
        }
    }
}

/// The path length with which a transit network exports its route, now that it is final.
template <bool ties>
inline std::uint32_t RibSolver::settle(Node node) {
    const std::uint32_t length = std::min((routes_[node].rank & RibSolution::length_bits) + 1, nothing);
    const bool silent = (care_[node] & (Announces | Hushed)) && ((care_[node] & Announces) || hushed(node));
    if constexpr (ties) {
        sent_[batch_ * sends_.size() + node] = silent                   ? 0
                                               : (care_[node] & Hushed) ? sent_origins(node)
                                                                        : origins_[batch_ * graph_->size() + node];
    }
    return silent ? nothing : length;
}

/// Does the route that the network chose carry NO_EXPORT?
bool RibSolver::hushed(Node node) const {
    const RibSolution::Route &route = routes_[node];
    return route.rank != RibSolution::unreached && !solution_.own(node) && solution_.own(route.next) &&
           solution_.prefix->announcers[routes_[route.next].next].to(node).no_export;
}

/// Step 0: own AS number in the path (RFC 4271 §9.1.2), or invalid by origin validation (RFC 6811).
bool RibSolver::rejects(Node node, std::size_t k) const {
    const RibAnnouncer &announcer = solution_.prefix->announcers[k];
    return ((care_[node] & Validates) && announcer.invalid) ||
           ((care_[node] & OnPath) && std::ranges::binary_search(announcer.forged, node));
}

std::uint64_t RibSolver::rejected_origins(Node node) const {
    std::uint64_t out = 0;
    const std::size_t first = batch_ * 64;
    for (std::size_t k = first; k < std::min(first + 64, solution_.prefix->announcers.size()); ++k) {
        out |= rejects(node, k) ? std::uint64_t{1} << (k - first) : 0;
    }
    return out;
}

/// The announcers that the ties of a network lead to, less those of its ties that it may not export.
std::uint64_t RibSolver::sent_origins(Node node) const {
    const RibSolution::Route &route = routes_[node];
    if (route.rank == RibSolution::unreached) {
        return 0;
    }
    const LearnedFrom learned = solution_.learned_from(node);
    const auto &rows = learned == LearnedFrom::Customer ? graph_->customers()
                       : learned == LearnedFrom::Peer   ? graph_->peers()
                                                        : graph_->providers();
    const Relationship from_is = learned == LearnedFrom::Customer ? Relationship::Customer
                                 : learned == LearnedFrom::Peer   ? Relationship::Peer
                                                                  : Relationship::Provider;
    std::uint64_t out = 0;
    for (const Node from : rows[node]) {
        if (offered(from, node, from_is) != solution_.length(node) || (guarded_ && rejects(node, leads_[from]))) {
            continue;
        }
        if (!solution_.own(from)) {
            out |= sent_[batch_ * sends_.size() + from];
        } else if (const std::size_t k = routes_[from].next;
                   k / 64 == batch_ && !solution_.prefix->announcers[k].to(node).no_export) {
            out |= std::uint64_t{1} << k % 64;
        }
    }
    return out & ~rejected_origins(node);
}

std::uint32_t RibSolver::offered(Node from, Node to, Relationship from_is) const {
    if (solution_.own(from)) {
        const RibAnnouncer &announcer = solution_.prefix->announcers[routes_[from].next];
        const RibSession session = announcer.to(to);
        return session.announced ? static_cast<std::uint32_t>(announcer.path.size()) + session.prepend : nothing;
    }
    if (from >= graph_->transit_count()) {
        return nothing;
    }
    return from_is == Relationship::Provider ? sends_[from] : climbs_[from];
}

// What a change needs of all this, in rib_solver_change.cpp.
template void RibSolver::climb<false, false>();
template void RibSolver::cross<false, false>();
template void RibSolver::descend<false, false, false>(Node);
template void RibSolver::descend<false, false, true>(Node);
template void RibSolver::hear_providers<false, false, true>(Node);
template void RibSolver::hear_providers_with_care<false, false>(Node);
template bool RibSolver::offer<false, false>(Node, std::uint32_t, Node, std::uint64_t);
template std::uint32_t RibSolver::settle<false>(Node);

} // namespace catchment
