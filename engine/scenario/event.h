// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario/scenario.h"

#include <chrono>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

/// What happens to the network while it runs, in the words of `--event`.
namespace catchment {

/// Time in a simulation, counted from its beginning.
using Moment = std::chrono::microseconds;

/// One thing that happens: a region begins or ends to announce, something breaks or is mended.
struct Event {
    enum class Kind { Announce, Withdraw, Fail, Repair };
    enum class What { Region, Network, Link, Exchange, Cable };
    Kind kind = Kind::Announce;
    What what = What::Region; ///< always Region where something is announced or withdrawn
    std::string name;         ///< region code, exchange id or cable name
    Asn asn;                  ///< the network, or one side of the link
    Asn other;                ///< the other side of the link
    friend bool operator==(const Event &, const Event &) = default;
};

/// An event and when it happens; without a time: once what came before it has come to rest.
struct TimedEvent {
    Event event;
    std::optional<Moment> at;
    friend bool operator==(const TimedEvent &, const TimedEvent &) = default;
};

/// Words that are no event: what is wrong; what was expected.
struct EventError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// Reads `announce CODE`, `withdraw CODE`, or `fail` or `repair` with `region CODE`, `network ASN`, `link ASN-ASN`,
/// `exchange ID` or `cable NAME`; `@SECONDS` at the end says when. Letter case does not matter, aliases of regions
/// are as good as codes. Throws EventError, which names the closest words where the world has no such thing.
/// Regions are those of `op`, the scenario's operator; of the world's where none is given.
TimedEvent parse_event(std::string_view words, const World &world, const Operator &op);
TimedEvent parse_event(std::string_view words, const World &world);

/// The event as `parse_event` reads it, without a time.
std::string to_string(const Event &event);

/// What is intended, and what is broken, after the event. One that changes nothing is none the worse for it. Throws
/// ScenarioError where a region is to announce or withdraw and every edge announces whatever is deployed.
Scenario apply(const Event &event, Scenario scenario);

} // namespace catchment
