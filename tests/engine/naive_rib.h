// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/random_world.h"
#include "rib/rib_announcements.h"
#include "rib/rib_solution.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

/// Routes on a bare graph as routing.md says them, with whole paths of AS numbers, in rounds, until nothing changes.
/// It shares the input's types with the engine and nothing that routes.
namespace catchment::naive {

/// A route as its network would show it.
struct PlainRoute {
    std::vector<Asn> path; ///< the network itself first
    LearnedFrom learned_from = LearnedFrom::None;
    Asn next;
    Asn announcer;
    std::uint32_t preference = 0;
    bool no_export = false;
    friend bool operator==(const PlainRoute &, const PlainRoute &) = default;
};

class PlainRib {
public:
    using State = std::map<Asn, PlainRoute>; ///< networks with a route

    PlainRib(const std::vector<AsLink> &links, const RibAnnouncements &announcements, const Prefix &prefix);

    /// In rounds from nothing; none where they have no end.
    std::optional<State> settle() const;

    /// Does no network want to change its route?
    bool stable(const State &state) const;

    /// All paths that follow tied choices, the chosen one first, then in numeric order.
    std::vector<std::vector<Asn>> ties(const State &state, Asn network) const;

    /// The announcers that those paths lead to, ascending.
    std::vector<Asn> origins(const State &state, Asn network) const;

    const std::map<Asn, std::map<Asn, Relationship>> &neighbours() const { return neighbours_; }

private:
    bool invalid(const RibAnnouncement &announcement) const;
    bool rejects(Asn network, const PlainRoute &route) const;
    std::vector<PlainRoute> offers(const State &state, Asn network) const;
    std::optional<PlainRoute> choose(const State &state, Asn network) const;
    std::vector<PlainRoute> followed(const State &state, Asn network) const;
    PlainRoute announced(const RibAnnouncement &announcement, Asn to) const;

    std::map<Asn, std::map<Asn, Relationship>> neighbours_; ///< what the neighbour is
    std::map<Asn, RibAnnouncement> announced_;
    const RibAnnouncements &all_;
};

/// The routes of a solution in the same form.
PlainRib::State plain(const RibSolution &solution);

/// A hierarchy of providers without a circle under AS numbers that have nothing to do with it, and peerings.
std::vector<AsLink> random_links(Dice &dice);

/// One prefix, up to five announcers, and a mix of forged paths, chosen neighbours, prepends, NO_EXPORT, MED, ROAs
/// and origin validation.
RibAnnouncements random_announcements(const std::vector<AsLink> &links, Dice &dice);

/// `5 11 777`.
std::string words(const std::vector<Asn> &path);

/// The routes of all networks, a line for each.
std::string words(const PlainRib::State &state);

} // namespace catchment::naive
