// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

/// Where the app's data lives, and what is promised about it.
namespace catchment {

/// Primary: reads at the nearest replica and possibly stale, writes at the primary, which sends them on. PrimaryOnly:
/// both at the primary. Quorum: of N replicas, W confirm a write and R answer a read. Local: both at the nearest
/// replica, which agree in the end.
enum class Consistency { Primary, PrimaryOnly, Quorum, Local };

struct DataPlacement {
    std::string primary;               ///< region code; empty only under Quorum and Local
    std::vector<std::string> replicas; ///< region codes, without the primary
    Consistency consistency = Consistency::Primary;
    double write_share = 0.1;        ///< of all requests
    std::optional<int> write_quorum; ///< W; none: the majority
    std::optional<int> read_quorum;  ///< R; none: the fewest that meet every write quorum, N - W + 1
    friend bool operator==(const DataPlacement &, const DataPlacement &) = default;
};

} // namespace catchment
