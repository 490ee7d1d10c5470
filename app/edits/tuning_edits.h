// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/edits/edit.h"

#include <optional>
#include <string>

/// How regions announce: changes to the tuning and the sessions of a scenario.
///
/// A session follows its region in what it does not say itself. So setting it to what its region says takes its own
/// word away, and what says nothing leaves no entry.
namespace catchment::app {

/// Whose announcement: a region's as a whole, or on its sessions with one neighbour.
struct TuningOf {
    std::string region;
    std::optional<Asn> neighbour;
};

/// What is in force there: every key is set, by the entry itself, its region or the default.
Tuning inForce(const Scenario &scenario, const TuningOf &whom);

/// The entry's own words: empty where there is none.
Tuning ownWords(const Scenario &scenario, const TuningOf &whom);

constexpr int mostPrepends = 5; ///< that the window offers; files may have more

Edit withhold(Scenario scenario, const TuningOf &whom, bool withheld);
/// `times` further copies of the own AS number in front.
Edit prepend(Scenario scenario, const TuningOf &whom, int times);
Edit noExport(Scenario scenario, const TuningOf &whom, bool no_export);
Edit setMed(Scenario scenario, const TuningOf &whom, std::uint32_t med);

/// Withholds the announcement on every session while the region stays deployed, or announces it again on all of them.
Edit drainRegion(Scenario scenario, const std::string &code, bool drained);

/// Is nothing announced there, whatever a session's own words are?
bool isDrained(const Scenario &scenario, const std::string &code);

/// Back to the defaults: of a region as a whole, its sessions' own words go as well.
Edit resetTuning(Scenario scenario, const TuningOf &whom);

Edit addSession(Scenario scenario, const ExtraSession &session);
/// Removes a session that the scenario has added. The tuning for the neighbour goes with the region's last session
/// with it, those of `op` included, whose neighbours are networks of `world`.
Edit removeSession(Scenario scenario, const ExtraSession &session, const Operator &op, const World &world);

} // namespace catchment::app
