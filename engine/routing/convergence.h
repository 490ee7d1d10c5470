// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "routing/path_table.h"
#include "routing/solution.h"
#include "scenario/event.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

/// How routes change after an event: what the simulator is told, and what it writes down.
namespace catchment {

/// The local preference that one network gives the routes of one neighbour, where it is not that of the relationship
/// (customer 300, peer 200, provider 100).
struct LocalPreference {
    Asn network;
    Asn neighbour;
    std::uint32_t value = 0;
    friend bool operator==(const LocalPreference &, const LocalPreference &) = default;
};

struct SimulatorParameters {
    std::uint64_t seed = 1;                ///< of the factors of the advertisement intervals
    Moment message_delay{1'000};           ///< for every message, besides the fibre
    double km_per_ms = 299.792458 * 2 / 3; ///< of fibre, one way: light in glass
    Moment mrai{30'000'000};    ///< minimum route advertisement interval (RFC 4271 §9.2.1.1), external sessions
    double least_factor = 0.75; ///< on each of its sessions a router's is between this part of it and all of it (§10)
    Moment mrai_inside{0};      ///< the same inside a network
    bool withdrawals_wait = false;        ///< for the interval, as announcements do
    std::size_t most_events = 50'000'000; ///< handled after what was done to the network before it is given up
    std::size_t most_changes = 100'000;   ///< of one router's route, likewise
    std::vector<LocalPreference> prefer;
    friend bool operator==(const SimulatorParameters &, const SimulatorParameters &) = default;
};

/// The route that a router believes in.
struct Belief {
    static constexpr std::uint32_t no_session = 0xffffffff;  ///< no route
    static constexpr std::uint32_t own_session = 0xfffffffe; ///< it announces the prefix itself
    std::uint32_t session = no_session; ///< the own network's end (a SessionEndId) of the session it was learned over
    PathId path = PathTable::none;      ///< as it was learned or is announced, neighbour first
    friend bool operator==(const Belief &, const Belief &) = default;
};

/// An UPDATE on an external session.
struct LoggedMessage {
    Moment sent;
    Moment received;   ///< or lost
    SessionEndId end;  ///< the receiver's
    PathId path;       ///< none: a withdrawal
    bool lost = false; ///< the session went down while it was on its way
};

struct RouteChange {
    Moment at;
    RouterId router;
    Belief before;
    Belief after;
};

/// What was counted between one event and the next, or until all was quiet.
struct StageCount {
    std::size_t announcements = 0; ///< sent on external sessions
    std::size_t withdrawals = 0;   ///< likewise
    std::size_t internal = 0;      ///< sent between routers of one network
    std::size_t lost = 0;          ///< of all of them
    std::size_t changes = 0;       ///< of routers' routes
    Moment last_message{0};        ///< when the last one was received; the event's own time where there was none
    Moment last_change{0};         ///< likewise
    friend bool operator==(const StageCount &, const StageCount &) = default;
};

/// An event and what followed.
struct Stage {
    Event event;
    Moment at;
    std::shared_ptr<const Scenario> scenario; ///< after it
    std::shared_ptr<const Topology> topology; ///< after it: which sessions are up, with ids of its own
    std::size_t first_message = 0;            ///< in Convergence::messages
    std::size_t first_change = 0;             ///< in Convergence::changes
    StageCount count;
};

/// The routes did not settle before a cap was reached.
struct Unsettled {
    std::optional<std::size_t> stage; ///< after which event; none: before the first
    std::vector<Asn> networks;        ///< ascending
    bool circular = false; ///< each of them changes because another one does; else they were only still changing
};

/// All that happened: immutable, shared between threads. Times count from the beginning, which is a network at rest
/// with no advertisement interval running. Messages inside a network are counted, not listed: each follows from an
/// external one that was received, or a session that was lost, at its router. See Playback for the state at a time.
struct Convergence {
    SimulatorParameters parameters;
    std::shared_ptr<const Scenario> scenario; ///< before the first event
    std::shared_ptr<const Topology> topology; ///< before the first event: which sessions are up, with ids of its own
    std::shared_ptr<const Topology> whole;    ///< nothing broken: what all session ends here belong to
    PathTable paths;
    StageCount start;            ///< from an empty network to the beginning; its times count from the empty network
    std::vector<Belief> beliefs; ///< per router, at the beginning
    std::vector<LoggedMessage> messages; ///< in the order in which they were sent
    std::vector<RouteChange> changes;    ///< in the order in which they happened
    std::vector<Stage> stages;
    std::optional<Unsettled> unsettled;
    std::shared_ptr<const Solution> end; ///< the routes after the last event, where they settled

    /// When the last thing happened.
    Moment duration() const;
    /// Changes and messages of a stage: [first, last).
    std::pair<std::size_t, std::size_t> changes_of(std::size_t stage) const;
    std::pair<std::size_t, std::size_t> messages_of(std::size_t stage) const;
};

} // namespace catchment
