// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rib/rib_solver.h"

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace catchment {

/// What tied with the routes that a solver chose: a network's candidates that survive decision step 6, which on a
/// bare graph are all of the best class and the shortest length. Continuations that a network on the way would reject
/// or may not export are left out.
///
/// Reusable, like the solver; its lists of candidates are made when they are asked for.
class RibTies {
public:
    using Node = AsGraph::Node;

    /// `solver` has to stay.
    explicit RibTies(const RibSolver &solver);

    /// To be called after each RibSolver::solve_with_ties.
    void restart();

    /// The paths, up to `most` of them, that follow tied choices at every network on the way: the chosen one first,
    /// then in numeric order. Each is the network itself first, the origin last. The network has a route.
    const std::vector<std::vector<Asn>> &paths(Node node, std::size_t most);

    /// The networks that all of its ties lead to, ascending. The network has a route.
    const std::vector<Asn> &origins(Node node);

private:
    struct Step {
        Node node;
        std::uint32_t at;  ///< the next of its candidates
        std::uint32_t end; ///< behind the last one
    };

    std::pair<std::uint32_t, std::uint32_t> candidates(Node node);
    bool leads_on(Node next, Node from);
    void enter(Node node);
    void leave();
    void arrive(Node announcer);

    const RibSolver *solver_;
    std::vector<std::uint32_t> begin_; ///< per network, in pool_; where its epoch is this one
    std::vector<std::uint32_t> end_;
    std::vector<std::uint32_t> epoch_of_;
    std::uint32_t epoch_ = 0;
    std::vector<Node> pool_;
    std::vector<Step> way_;
    std::vector<std::uint64_t> allowed_; ///< per step and batch: announcers that nobody on the way rejects
    std::vector<std::vector<Asn>> paths_;
    std::vector<Asn> origins_;
};

} // namespace catchment
