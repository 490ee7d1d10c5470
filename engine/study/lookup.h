// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "study/catchments.h"

#include <optional>
#include <string>

namespace catchment {

/// How users come by the app's address, before they send a packet to it: client, resolver, authority.
///
/// The operator's name servers stand in the regions that announce, behind the prefix that all of these announce; the
/// one that is asked is the one to which BGP takes the resolver's packets. They all give the same answer.
struct Lookup {
    CityId client;
    NetworkId network;                  ///< the client's
    std::optional<ResolverId> resolver; ///< a public one; none: the network's own
    CityId at;                          ///< where it stands
    std::optional<RegionId> authority;  ///< whose name server it asks; none: it reaches none
    std::optional<RegionId> answered; ///< whose address it is given; none: that of all regions, or no region announces
    bool by_client = false;           ///< chosen by where the client is (RFC 7871), not the resolver
};

Lookup lookup(const Catchments &catchments, CityId city, const NetworkOutcome &outcome);

/// `Quad9`; empty where the resolver is the network's own.
std::string resolver_name(const World &world, std::optional<ResolverId> resolver);

/// `own`, or `Quad9@frankfurt-de`: as results name whom users ask.
std::string resolver_word(const World &world, std::optional<ResolverId> resolver);

} // namespace catchment
