// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "routing/convergence.h"

#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace catchment {

/// A convergence at one moment, forwards and backwards: what every router believes, and where packets get to, which
/// may be nowhere while the routers on their way disagree. It starts at the beginning, before the first event. Going
/// from one moment to another costs what changes between them.
///
/// Packets go as each router in turn decides: within a network to the router that has the session, then over it.
/// Not modelled: packets that are still on their way when routes change.
class Playback {
public:
    explicit Playback(std::shared_ptr<const Convergence> convergence);

    const Convergence &convergence() const { return *convergence_; }

    /// To the state after all that happens up to and including this moment; before the first event where it is
    /// negative.
    void seek(Moment moment);

    /// One route change on, or back; false where there is none.
    bool step();
    bool step_back();

    std::size_t position() const { return position_; } ///< how many route changes have happened
    Moment now() const { return now_; }                ///< as sought, or the time of the last step

    /// Over what, and as what, the router holds its route; session ends are those of Convergence::whole.
    const Belief &belief(RouterId router) const { return beliefs_[router.index()]; }

    /// The AS path as Solution::as_path gives it: the own network first; empty without a route.
    std::vector<Asn> as_path(RouterId router) const;

    /// The region that packets at `router` get to now; nothing where they are dropped or go round in a circle.
    std::optional<RegionId> region(RouterId router) const;

    /// The last router that packets at `router` come to: it announces, or it drops them; one of the circle in which
    /// they go round.
    RouterId way_end(RouterId router) const;

    /// Routers from which packets may have got somewhere else since the last call, in no order, some more than once.
    std::vector<RouterId> take_moved();

    /// The messages that are on their way now, by their place in Convergence::messages.
    std::vector<std::size_t> under_way() const;

private:
    static constexpr std::uint32_t none = 0xffffffff;

    std::uint32_t next_hop(std::uint32_t router) const;
    std::uint16_t follow(std::uint32_t router) const;
    void set_belief(std::uint32_t router, const Belief &belief);
    void link(std::uint32_t router);
    void unlink(std::uint32_t router);

    std::shared_ptr<const Convergence> convergence_;
    std::vector<Belief> beliefs_;
    std::vector<std::uint32_t> next_;    ///< per router: to which it forwards, or none
    std::vector<std::uint32_t> first_;   ///< per router: the first that forwards to it, or none
    std::vector<std::uint32_t> sibling_; ///< the next that forwards to the same router, or none
    std::vector<std::uint32_t> before_;  ///< the one in front of it in that list, or none
    std::vector<std::uint16_t> region_;  ///< per router: where its packets get to, or Solution::no_region
    std::vector<std::uint32_t> todo_;
    std::vector<RouterId> moved_;
    std::size_t position_ = 0;
    Moment now_{-1};
    Moment longest_{0}; ///< that a message is under way
};

} // namespace catchment
