// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/fixpoint.h"

#include <map>
#include <set>
#include <vector>

namespace catchment::naive {

/// Ties straight from their definition: follows every tied way by itself, with all the networks that it has met.
class NaiveTies {
public:
    /// `longer`: routes to a more specific prefix, which packets follow where a router has one.
    explicit NaiveTies(const Fixpoint &fixpoint, const Fixpoint *longer = nullptr);

    /// Probability of each region (or Fixpoint::to_hijacker) that packets from the router may reach, were every tie
    /// drawn by lot; they sum to 1, or there are none where the router has no route.
    std::map<std::size_t, double> distribution(RouterNumber router) const;

    /// What ties with the router's choice, which is among them: none for an announcer.
    const std::vector<Offer> &tied(RouterNumber router) const { return tied_[router]; }

private:
    std::map<std::size_t, double> follow(RouterNumber router, std::set<Asn> met, bool passed_on) const;

    const Fixpoint &fixpoint_;
    const Fixpoint *longer_;
    std::vector<std::vector<Offer>> tied_;
};

} // namespace catchment::naive
