// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rib/node_marks.h"
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
/// Reusable; after its first run nothing is allocated, unless a prefix has more sessions than any before it. Not for
/// several threads at once: each takes its own, over one graph.
class RibSolver {
public:
    using Node = AsGraph::Node;

    /// `validators`: networks that drop what is invalid.
    explicit RibSolver(std::shared_ptr<const AsGraph> graph, std::span<const Node> validators = {});

    /// The routes to a prefix; they and `prefix` have to stay until the next call.
    const RibSolution &solve(const RibPrefix &prefix);

    /// The same with what ties need: see RibTies.
    const RibSolution &solve_with_ties(const RibPrefix &prefix);

    /// The same routes as solve(prefix) gives, at a fraction of the cost where little is announced otherwise than in
    /// the last call of any of the three: only networks that hear something new are settled again. Where somebody
    /// rejects something, it is solve(prefix). What ties need is not kept.
    const RibSolution &change(const RibPrefix &prefix);

    const RibSolution &solution() const { return solution_; }

private:
    friend class RibTies;

    /// What a network needs care for, beside what all networks do.
    enum Care : std::uint8_t {
        Announces = 1, ///< keeps its own route, and exports it session by session
        Hears = 2,     ///< an announcer announces to it
        Hushed = 4,    ///< an announcer sends it NO_EXPORT
        OnPath = 8,    ///< in a forged path
        Validates = 16 ///< drops an invalid announcement
    };
    static constexpr std::uint32_t nothing = RibSolution::length_bits; ///< as a length: exports no route

    /// What an announcer announces to a neighbour that does not announce itself.
    struct Session {
        Node to;
        std::uint32_t rank; ///< of the route there
        bool no_export;
        friend bool operator==(const Session &, const Session &) = default;
    };

    /// Who announces what: all sessions, announcer by announcer, each one's in the order of its rows.
    struct Announced {
        std::vector<Node> nodes;        ///< ascending AS numbers
        std::vector<std::size_t> begin; ///< per announcer, in sessions; and the end of the last one's
        std::vector<Session> sessions;

        std::span<const Session> of(std::size_t announcer) const {
            return std::span(sessions).subspan(begin[announcer], begin[announcer + 1] - begin[announcer]);
        }
    };

    template <bool guarded, bool ties>
    void run();
    void start();
    void list_announced();
    template <bool guarded, bool ties>
    void announce(std::size_t announcer);
    template <bool guarded, bool ties>
    bool offer(Node to, std::uint32_t rank, Node from, std::uint64_t origins);
    template <bool guarded, bool ties>
    void climb();
    template <bool guarded, bool ties>
    void cross();
    template <bool guarded, bool ties, bool again>
    void descend(Node first);
    template <bool guarded, bool ties, bool again>
    void hear_providers(Node node);
    template <bool guarded, bool ties>
    void hear_providers_with_care(Node node);
    template <bool ties>
    std::uint32_t settle(Node node);

    // A change, wave by wave; in rib_solver_change.cpp.
    bool guards(const RibPrefix &prefix) const;
    std::size_t steps_of_a_run() const;
    std::size_t steps_of_crossing() const;
    std::size_t steps_of_new_crossing() const;
    template <class Visit>
    void for_each_changed_climber(const Visit &visit) const;
    void announce_again();
    void climb_again();
    void cross_and_descend_anew();
    void cross_again();
    void forget_climbers();
    void reoffer(Node to, std::uint32_t rank, Node from);
    void compare_announced();
    std::size_t hear_peers_again();
    void hear_providers_again(Node node);
    void descend_again(std::size_t most);
    std::size_t revise(Node node);

    /// Decision steps 1, 2 and 7 between a route and the one that the network has.
    bool preferred(std::uint32_t rank, Node from, const RibSolution::Route &to) const {
        return rank < to.rank || (rank == to.rank && graph_->asns()[from] < graph_->asns()[to.next]);
    }
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
    bool guarded_ = false; ///< somebody rejects something
    Announced announced_;
    std::vector<std::uint8_t> care_;    ///< per network: Care
    std::vector<std::uint32_t> climbs_; ///< per transit network: path length that providers and peers would count
    std::vector<std::uint32_t> sends_;  ///< per transit network: path length that customers would count
    NodeMarks pending_;                 ///< transit networks that have a customer route to pass on
    std::vector<Node> climbers_;        ///< that have one, in the order in which it was final
    std::vector<Node> by_length_;       ///< the same, in the order in which they cross
    std::vector<std::uint32_t> leads_;  ///< per network, where guarded: the announcer of its route

    // With ties, 64 announcers at a time:
    std::size_t batch_ = 0;
    std::vector<std::uint64_t> origins_; ///< per batch and network: announcers that all its ties lead to
    std::vector<std::uint64_t> sent_;    ///< per batch and transit network: those of what it exports

    // For a change; what was before it:
    Announced announced_before_;
    std::vector<Node> climbers_before_;
    std::vector<std::uint32_t> climbed_; ///< as climbs_
    NodeMarks bereft_;                   ///< lost their customer or peer route, and have to ask all their peers
    NodeMarks unsettled_;                ///< may have another route than before, or export it otherwise
};

} // namespace catchment
