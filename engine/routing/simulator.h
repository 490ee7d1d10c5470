// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "routing/convergence.h"

#include <memory>
#include <span>
#include <stop_token>

namespace catchment {

/// BGP message by message, event by event: how the routes of a scenario come to be, and what changes them on their way
/// from one steady state to the next. A second opinion on Solver, with which it shares the types and the pairwise
/// steps of the decision process, and nothing else.
///
/// A router decides anew at every message. What it then has to say goes to its neighbours over each external session,
/// at once or when the session's advertisement interval is over; withdrawals do not wait. What it hears from outside
/// it tells to all routers of its part of the network, as with additional paths in a full mesh, and drops before that
/// what has its own AS number in the path. Nothing is sent back over the session that it came over. A message takes a
/// fixed time and that of the fibre. Simultaneous ones are taken in the order of (sender, receiver), and are taken
/// after an event of the same time. Both sides know at once when a session is lost, or comes up and exchanges all
/// routes.
///
/// Not modelled: the time to notice a fault (hold timers, BFD) or to compute, MRAI per prefix group, route flap
/// damping (RFC 2439), route reflection, graceful restart, messages lost or delayed by load, and the moments in which
/// the fibre's own routing (IGP) converges.
///
/// Not thread-safe; make one per thread. Keeps the steady state that it has last started from, so that one scenario
/// after which different events happen is brought to rest but once.
class Simulator {
public:
    explicit Simulator(std::shared_ptr<const World> world, SimulatorParameters parameters = {});
    ~Simulator();
    Simulator(Simulator &&) noexcept;
    Simulator &operator=(Simulator &&) noexcept;

    /// Brings the scenario to rest from an empty network, then lets the events happen. Their times do not decrease
    /// (std::invalid_argument); one without a time happens at the first full second at which all is quiet and every
    /// advertisement interval has ended. Throws ScenarioError where the scenario, or an event, names what the world
    /// does not have, and where somebody hijacks or refuses the operator's announcement, or DNS steers, where each
    /// region has a prefix of its own: that is not built here yet.
    /// Returns nothing where `stop` was requested.
    std::shared_ptr<const Convergence> run(const Scenario &scenario, std::span<const TimedEvent> events,
                                           const std::stop_token &stop = {});

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace catchment
