// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// What is behind the edge: instances of the app, and the proxy that carries requests to them.
namespace catchment {

/// How many instances of the app run in one region.
struct Instances {
    std::string region; ///< code
    int count = 1;
    int failed = 0; ///< of them
    friend bool operator==(const Instances &, const Instances &) = default;
};

struct Edge {
    static constexpr int most_instances = 10000;

    std::vector<Instances> instances;       ///< a deployed region that is not named runs one
    std::optional<std::int64_t> soft_limit; ///< concurrent requests of an instance from which on others are preferred
    std::optional<std::int64_t> hard_limit; ///< concurrent requests that an instance takes at most
    bool overflow = true;                   ///< past the soft limit: on to the next region, else stay to the hard one
    std::optional<double> hour;             ///< of the day, UTC, 0 to 24; none: the day's mean everywhere
    friend bool operator==(const Edge &, const Edge &) = default;
};

} // namespace catchment
