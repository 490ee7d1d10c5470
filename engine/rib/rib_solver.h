// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rib/rib_solution.h"

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace catchment {

/// Routes on a bare relationship file, one prefix at a time: each network has one router, so steps 5 and 6 of the
/// decision process never decide, and step 4 (MED) neither, since each neighbour offers one route.
///
/// Three waves. Customer routes climb from the announcers to providers; the networks that got one offer it to their
/// peers; then one pass over the ids, providers before customers, lets every network take the best that its providers
/// have. Since no network is above itself, each wave sees a network only when all that it can hear is settled. Local
/// preference is by relationship alone; for `prefer` see RibSimulator.
///
/// Reusable; after its first run nothing is allocated. Not for several threads at once: each takes its own, over one
/// graph.
class RibSolver {
public:
    using Node = AsGraph::Node;

    /// `validators`: networks that drop what is invalid.
    explicit RibSolver(std::shared_ptr<const AsGraph> graph, std::span<const Node> validators = {});

    /// The routes to a prefix; they and `prefix` have to stay until the next call.
    const RibSolution &solve(const RibPrefix &prefix);

    /// The same with what ties need: see RibTies.
    const RibSolution &solve_with_ties(const RibPrefix &prefix);

    const RibSolution &solution() const { return solution_; }

private:
    friend class RibTies;

    /// What a network needs care for, beside what all networks do.
    enum Care : std::uint8_t {
        Announces = 1, ///< keeps its own route, and exports it session by session
        Hears = 2,     ///< an announcer is its provider
        Hushed = 4,    ///< an announcer sends it NO_EXPORT
        OnPath = 8,    ///< in a forged path
        Validates = 16 ///< drops an invalid announcement
    };
    static constexpr std::uint32_t nothing = RibSolution::length_bits; ///< in sends_: exports no route

    template <bool guarded, bool ties>
    void run();
    void start();
    template <bool guarded, bool ties>
    void announce(std::size_t announcer);
    template <bool guarded, bool ties>
    bool offer(Node to, std::uint32_t rank, Node from, std::uint64_t origins);
    template <bool guarded, bool ties>
    void climb();
    template <bool guarded, bool ties>
    void cross();
    template <bool guarded, bool ties>
    void descend();
    template <bool guarded, bool ties>
    void hear_providers(Node node);
    template <bool guarded, bool ties>
    void hear_providers_with_care(Node node);
    template <bool ties>
    void settle(Node node);

    bool hushed(Node node) const;
    bool rejects(Node node, std::size_t announcer) const;
    std::uint64_t rejected_origins(Node node) const;
    std::uint64_t sent_origins(Node node) const;

    /// The length with which `from` offers its route to `to`, `nothing` where it does not; all of them are settled.
    /// `from_is`: what it is to `to`.
    std::uint32_t offered(Node from, Node to, Relationship from_is) const;

    std::shared_ptr<const AsGraph> graph_;
    std::vector<Node> validators_;
    RibSolution solution_;
    RibSolution::Route *routes_ = nullptr;
    bool guarded_ = false;               ///< somebody rejects something
    std::vector<std::uint8_t> care_;     ///< per network: Care
    std::vector<std::uint32_t> sends_;   ///< per transit network: path length that its neighbours would count
    std::vector<std::uint64_t> pending_; ///< a bit per transit network: has a customer route to pass on
    std::vector<Node> climbers_;         ///< that export a customer route
    std::vector<std::uint32_t> leads_;   ///< per network, where guarded: the announcer of its route

    // With ties, 64 announcers at a time:
    std::size_t batch_ = 0;
    std::vector<std::uint64_t> origins_; ///< per batch and network: announcers that all its ties lead to
    std::vector<std::uint64_t> sent_;    ///< per batch and transit network: those of what it exports
};

} // namespace catchment
