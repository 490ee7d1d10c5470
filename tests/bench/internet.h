// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rib/as_graph.h"

#include <cstdint>
#include <string>
#include <vector>

/// A graph of the size of the Internet to measure with.
namespace catchment::bench {

/// Links of a made-up Internet: as many networks, transit links and peerings as were seen in September 2025, with
/// degrees that fall off by about the same powers. The same for the same seed.
std::vector<AsLink> made_up_internet(std::uint64_t seed);

/// The relationship file of September 2025: in the folder that CATCHMENT_REFERENCE names, else in ../shared/reference
/// beside the project. Empty where it is not there.
std::string reference_file();

} // namespace catchment::bench
