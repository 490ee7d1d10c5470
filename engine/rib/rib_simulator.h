// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rib/rib_solution.h"

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <random>
#include <span>
#include <utility>
#include <vector>

namespace catchment {

/// Routes on a bare relationship file, message by message: a path-vector simulation after the simple path-vector
/// protocol (Griffin, Shepherd, Wilfong 2002). A network whose neighbours have changed their routes takes its turn,
/// chooses among what all of them now offer, and if that changes its own route, its neighbours' turns come. It is what
/// `prefer` needs, since preferences against the hierarchy break the order in which RibSolver works, and is a second
/// opinion on RibSolver, with which it shares nothing but the types.
///
/// Turns are first come, first served, at first in ascending order of AS numbers; so the same input ends in the same
/// routes. Where several outcomes are stable (DISAGREE, wedgies), it is one of them. If one network changes its route
/// too often, turns are drawn at random, from a fixed seed, to break a symmetry that no real network would have; if
/// that does not help, it is an oscillation.
///
/// Not modelled: time, and what messages on their way to one network do to each other.
class RibSimulator {
public:
    using Node = AsGraph::Node;

    /// How many route changes are allowed before turns are drawn at random, and again before it is an oscillation.
    struct Cap {
        std::size_t of_one_network = 1000;
        std::size_t in_all = 0; ///< 0: 100,000 and 50 for each network
    };

    /// `validators`: networks that drop what is invalid. Everything that `prefer` names is in the graph.
    RibSimulator(std::shared_ptr<const AsGraph> graph, std::span<const Node> validators,
                 std::span<const RibPreference> prefer);

    /// Announces the prefix into an empty network and waits until nothing changes. The networks that keep each other
    /// changing, in ascending order, where that does not end; none otherwise. `seed`: turns are drawn at random from
    /// the beginning.
    std::vector<Asn> run(const RibPrefix &prefix, std::optional<std::uint64_t> seed = {});

    void set_cap(Cap cap) { cap_ = cap; }

    /// The routes after a run that ended; they and its prefix have to stay until the next one.
    const RibSolution &solution() const { return solution_; }

private:
    static constexpr std::uint32_t none = 0xffffffff;

    /// An AS path as a chain: paths that end alike share their ends.
    struct Link {
        Asn asn;
        std::uint32_t rest;
        std::uint32_t length; ///< from here to the end
    };

    struct State {
        std::uint32_t heard = none; ///< path, as it was received
        std::uint32_t path = none;  ///< the same behind the network itself
        Node next = 0;
        std::uint32_t preference = 0;
        std::uint32_t announcer = 0;
        LearnedFrom learned_from = LearnedFrom::None;
        bool no_export = false;
    };

    struct Announced {
        Node node;
        std::vector<std::uint32_t> paths; ///< by number of prepends
    };

    void begin(const RibPrefix &prefix);
    std::uint32_t chained(Asn asn, std::uint32_t rest);
    bool wait(std::size_t of_one_network, std::size_t in_all);
    std::vector<Asn> guilty();
    Node next_turn();
    void wake(Node node);
    void wake_neighbours(Node node, bool all);
    bool take_turn(Node node);
    void consider(Node node, Node from, Relationship from_is, State &best) const;
    bool contains(std::uint32_t path, Asn asn) const;
    std::uint32_t preference(Node node, Node from, Relationship from_is) const;
    void fill_solution();

    std::shared_ptr<const AsGraph> graph_;
    std::vector<std::uint8_t> validates_;                                 ///< per network
    std::vector<std::pair<std::pair<Node, Node>, std::uint32_t>> prefer_; ///< by network and neighbour
    std::vector<std::uint8_t> has_preferences_;                           ///< per network
    Cap cap_;
    RibSolution solution_;
    const RibPrefix *prefix_ = nullptr;
    std::vector<Announced> announced_; ///< per announcer
    std::vector<State> states_;
    std::vector<Link> chain_;
    std::deque<Node> turns_;
    std::vector<std::uint8_t> waits_; ///< per network: stands in turns_
    std::vector<std::uint32_t> changes_;
    bool at_random_ = false;
    std::mt19937_64 dice_;
    std::vector<std::pair<Node, Node>> *causes_ = nullptr; ///< where asked for: whose change changed whom
};

} // namespace catchment
