// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "world/world.h"

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

namespace catchment {

/// How much a made-up dump of PeeringDB holds; as many of each as the real one about 2024.
struct PeeringDbSize {
    std::size_t nets = 30'000;
    std::size_t facilities = 5'500;
    std::size_t exchanges = 1'200;
    std::size_t at_facilities = 60'000;
    std::size_t at_exchanges = 50'000;
    std::size_t notes = 200; ///< bytes of free text in a net, on average
};

/// Writes a made-up dump piece by piece: the real sections and fields, also those that no import keeps, with ids that
/// have holes, objects that are not `ok`, places without coordinates and names with a state or a suburb. Networks are
/// drawn from `asns` and places from `cities` (neither empty); few networks and exchanges have most of the rows. The
/// same for the same seed.
void make_up_peeringdb(std::uint64_t seed, const PeeringDbSize &size, const std::vector<Asn> &asns,
                       const std::vector<City> &cities, const std::function<void(std::string_view)> &write);

} // namespace catchment
