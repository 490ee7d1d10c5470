// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "routing/convergence.h"

#include <memory>

namespace catchment {

/// The three directions in which a route spreads (Gao–Rexford): from customers up to their providers, across to peers,
/// down to customers.
enum class Phase : std::uint8_t { Up = 1, Across = 2, Down = 3 };

/// In which of them a router gets the route it ends with: over a session with a customer of its network, or as the one
/// that announces it, with a peer, with a provider. Without a route: the last.
Phase phase_of(const Topology &whole, const Belief &end);

/// The same beginning and the same end without what was tried in between: every router goes from its first belief to
/// its last in the phase of the last. Phase k is at k seconds after the first event's time, and its messages (one to
/// each router that gets its route from another network) are sent a second before. A phase may change nothing.
///
/// Packets never go from one phase to a later one, since who passes a route on to a provider or peer has it from a
/// customer: what each phase shows is consistent by itself.
std::shared_ptr<const Convergence> in_phases(const Convergence &convergence);

/// Between two phases of `in_phases`.
inline constexpr Moment phase_length{1'000'000};

} // namespace catchment
