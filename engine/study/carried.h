// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "study/catchments.h"

#include <map>
#include <optional>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

namespace catchment {

/// How many users' packets pass each thing that can fail, on their way to a region or to the hijacker.
struct Carried {
    std::vector<double> networks;                      ///< per network; the operator last
    std::map<std::pair<Asn, Asn>, double> links;       ///< the lower AS number first
    std::vector<double> exchanges;                     ///< per exchange
    std::vector<double> regions;                       ///< per region of the operator
    std::map<std::string, double, std::less<>> cables; ///< by name

    /// Of a link, in either order.
    double link(Asn a, Asn b) const;
    double cable(std::string_view name) const;
};

/// Nothing where `stop` was requested.
std::optional<Carried> carried(const Catchments &catchments, const std::stop_token &stop = {});

} // namespace catchment
