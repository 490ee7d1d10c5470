// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/drawn.h"
#include "routing/simulator.h"

#include <memory>
#include <string>
#include <vector>

/// Convergence in small worlds, in words.
namespace catchment::naive {

/// Round figures: a message takes 1 ms and 1 ms for 200 km, every interval is 30 s.
SimulatorParameters round_parameters();

/// What events do to a scenario, in the words of `--event`.
class Simulated {
public:
    Simulated(const Drawn &drawn, const Scenario &scenario, const std::vector<std::string> &events,
              const SimulatorParameters &parameters = round_parameters());

    /// `0.006 64500 > 1: 64500`, `1.006 64500 > 1: withdrawn`: when sent, from network to network.
    std::vector<std::string> messages() const;

    /// `0.012 1 in b: 1 64500`, `1.012 1 in b: nothing`.
    std::vector<std::string> changes() const;

    /// Those of one network, without its number: `0.012 b: 1 64500`.
    std::vector<std::string> changes(std::uint32_t asn) const;

    /// The path of a network's first router at the end, or `nothing`.
    std::string path(std::uint32_t asn) const;

    std::shared_ptr<const Convergence> convergence;
};

/// `0.006`, `29.5`: seconds without zeros at the end.
std::string second_words(Moment moment);

} // namespace catchment::naive
