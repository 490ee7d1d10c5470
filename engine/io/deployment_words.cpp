// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "io/deployment_words.h"

namespace catchment {

std::string deployment_in_words(const Scenario &scenario, const std::string &none) {
    std::string codes;
    for (const std::string &region : scenario.regions) {
        codes += (codes.empty() ? "" : ", ") + region;
    }
    if (scenario.announce == Announce::Everywhere) {
        return (codes.empty() ? "nothing is deployed" : codes) + ", every edge announces";
    }
    return codes.empty() ? none : codes;
}

} // namespace catchment
