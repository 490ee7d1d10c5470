// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "rib/rib_solver.h"

#include <algorithm>
#include <bit>

namespace catchment {
namespace {

constexpr std::uint32_t customer_rank = RibSolution::customer_rank;
constexpr std::uint32_t peer_rank = RibSolution::peer_rank;
constexpr std::uint32_t provider_rank = RibSolution::provider_rank;

} // namespace

RibSolver::RibSolver(std::shared_ptr<const AsGraph> graph, std::span<const Node> validators)
    : graph_(std::move(graph)), validators_(validators.begin(), validators.end()) {
    solution_.graph = graph_.get();
    solution_.routes.resize(graph_->size());
    routes_ = solution_.routes.data();
    care_.resize(graph_->size());
    sends_.resize(graph_->transit_count());
    pending_.resize((graph_->transit_count() + 63) / 64);
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
}

template <bool guarded, bool ties>
void RibSolver::run() {
    for (std::size_t k = 0; k < solution_.prefix->announcers.size(); ++k) {
        announce<guarded, ties>(k);
    }
    climb<guarded, ties>();
    cross<guarded, ties>();
    descend<guarded, ties>();
}

/// An announcer's route goes to its neighbours as each session says.
template <bool guarded, bool ties>
void RibSolver::announce(std::size_t k) {
    const RibAnnouncer &announcer = solution_.prefix->announcers[k];
    const auto length = static_cast<std::uint32_t>(announcer.path.size());
    const std::uint64_t origin = k / 64 == batch_ ? std::uint64_t{1} << k % 64 : 0;
    if constexpr (guarded) {
        leads_[announcer.node] = static_cast<std::uint32_t>(k);
    }
    const auto send = [&](const AsGraph::Rows &rows, std::uint32_t rank, Care care) {
        for (const Node to : rows[announcer.node]) {
            const RibSession session = announcer.to(to);
            if (!session.announced || (care_[to] & Announces)) {
                continue;
            }
            care_[to] = static_cast<std::uint8_t>(care_[to] | care | (session.no_export ? Hushed : 0));
            if (offer<guarded, ties>(to, rank + length + session.prepend, announcer.node, origin) &&
                rank == customer_rank) {
                pending_[to / 64] |= std::uint64_t{1} << to % 64;
            }
        }
    };
    send(graph_->providers(), customer_rank, Care{});
    send(graph_->peers(), peer_rank, Care{});
    send(graph_->customers(), provider_rank, Hears);
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
    if (better || graph_->asns()[from] < graph_->asns()[route.next]) {
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
    for (std::size_t word = pending_.size(); word-- > 0;) {
        while (pending_[word] != 0) {
            const int bit = 63 - std::countl_zero(pending_[word]);
            pending_[word] &= ~(std::uint64_t{1} << bit);
            const auto node = static_cast<Node>(word * 64 + static_cast<std::size_t>(bit));
            settle<ties>(node);
            if (sends_[node] == nothing) {
                continue;
            }
            climbers_.push_back(node);
            const std::uint64_t origins = ties ? sent_[batch_ * sends_.size() + node] : 0;
            for (const Node to : graph_->providers()[node]) {
                if (offer<guarded, ties>(to, customer_rank + sends_[node], node, origins)) {
                    pending_[to / 64] |= std::uint64_t{1} << to % 64;
                }
            }
        }
    }
}

/// Customer routes cross one peering.
template <bool guarded, bool ties>
void RibSolver::cross() {
    for (const Node node : climbers_) {
        const std::uint32_t rank = peer_rank + sends_[node];
        const std::uint64_t origins = ties ? sent_[batch_ * sends_.size() + node] : 0;
        for (const Node to : graph_->peers()[node]) {
            offer<guarded, ties>(to, rank, node, origins);
        }
    }
}

/// All routes go down. Ids rise on the way to customers.
template <bool guarded, bool ties>
void RibSolver::descend() {
    const Node transit = graph_->transit_count();
    for (Node node = 0; node < transit; ++node) {
        care_[node] == 0 ? hear_providers<guarded, ties>(node) : hear_providers_with_care<guarded, ties>(node);
        settle<ties>(node);
    }
    for (Node node = transit; node < graph_->size(); ++node) {
        care_[node] == 0 ? hear_providers<guarded, ties>(node) : hear_providers_with_care<guarded, ties>(node);
    }
}

/// The provider route of a network that hears no announcer and rejects nothing. Of equally long routes the first one
/// has the lowest AS number. Without branches but the loop, since what comes out cannot be foretold.
template <bool guarded, bool ties>
inline void RibSolver::hear_providers(Node node) {
    const AsGraph::Rows &providers = graph_->providers();
    const std::uint32_t *const sends = sends_.data();
    const Node *const row = providers.data();
    const std::uint32_t begin = providers.begin(node);
    const std::uint32_t end = providers.end(node);
    std::uint32_t shortest = nothing;
    Node next = 0;
    for (std::uint32_t e = begin; e < end; ++e) {
        const std::uint32_t length = sends[row[e]];
        next = length < shortest ? row[e] : next;
        shortest = length < shortest ? length : shortest;
    }
    RibSolution::Route &route = routes_[node];
    const bool better = provider_rank + shortest < route.rank; // never, where it is nothing
    if constexpr (ties) {
        if (better) {
            std::uint64_t origins = 0;
            const std::uint64_t *const sent = sent_.data() + batch_ * sends_.size();
            for (std::uint32_t e = begin; e < end; ++e) {
                origins |= sends[row[e]] == shortest ? sent[row[e]] : 0;
            }
            origins_[batch_ * graph_->size() + node] = origins;
        }
    }
    if constexpr (guarded) {
        leads_[node] = better ? leads_[next] : leads_[node];
    }
    route.next = better ? next : route.next;
    route.rank = better ? provider_rank + shortest : route.rank;
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

/// What a transit network exports, now that its route is final.
template <bool ties>
inline void RibSolver::settle(Node node) {
    const std::uint32_t length = std::min((routes_[node].rank & RibSolution::length_bits) + 1, nothing);
    if (care_[node] & (Announces | Hushed)) {
        const bool silent = (care_[node] & Announces) || hushed(node);
        sends_[node] = silent ? nothing : length;
        if constexpr (ties) {
            sent_[batch_ * sends_.size() + node] = silent ? 0 : sent_origins(node);
        }
        return;
    }
    sends_[node] = length;
    if constexpr (ties) {
        sent_[batch_ * sends_.size() + node] = origins_[batch_ * graph_->size() + node];
    }
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
    const bool everywhere = solution_.learned_from(from) == LearnedFrom::Customer;
    const bool exports =
        solution_.reached(from) && from < graph_->transit_count() && (everywhere || from_is == Relationship::Provider);
    return exports ? sends_[from] : nothing;
}

} // namespace catchment
