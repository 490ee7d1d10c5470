// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario/scenario.h"
#include "world/world.h"

#include <optional>
#include <string>

namespace catchment {

/// One thing that an operator can change.
struct Change {
    enum class Kind {
        Deploy,     ///< announce from `region` as well
        Prepend,    ///< `prepend` times at `region` as a whole
        NoExport,   ///< on the session of `region` with `neighbour`
        Withhold,   ///< at `region`: as a whole, or from `neighbour`
        AddSession, ///< `session`
        UndoTuning  ///< drop what `tuning` names from the scenario's tuning of that region or session
    };
    Kind kind = Kind::Deploy;
    std::string region;
    std::optional<Asn> neighbour;
    int prepend = 0;
    ExtraSession session;
    Tuning tuning;
};

/// The scenario after a change.
Scenario apply(const Change &change, Scenario scenario);

/// A few words that name it: `Prepend 2 at ewr`.
std::string in_words(const Change &change, const World &world);

} // namespace catchment
