// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "study/catchments.h"

#include <string>

/// What changed between two scenarios over one world as files, in the C locale: same input, same bytes. A mover is an
/// access network of a city whose users reach another region after than before, or none, or the hijacker.
namespace catchment {

/// For people: figures, regions, and where most of the movers live.
std::string compare_text(const Catchments &before, const Catchments &after);

/// All of it:
///
///     {"world": {"name", "networks", "routers", "cities"},
///      "before": {"title", "regions": ["ewr"], "summary": {… as in solve}},
///      "after": {… likewise},
///      "change": {"movedUsers", "movedShare", "newlyUnreachedUsers", "newlyReachedUsers", "newlyCapturedUsers",
///                 "meanRttMs", "medianRttMs", "p95RttMs", "movedMeanRttMs"},
///      "regions": [{"code", "city", "usersBefore", "usersAfter", "gainedUsers", "lostUsers"}],
///      "flows": [{"from": "ewr", "to": null, "users", "rttMs"}],
///      "countries": [{"country", "users", "newlyUnreachedUsers", "newlyReachedUsers", "rttMs"}],
///      "networks": [{"asn", "name", … likewise}],
///      "cities": [{"id", "city", "country", … likewise}],
///      "movers": [{"id", "city", "country", "asn", "users", "from", "to", "rttMsBefore", "rttMsAfter"}]}
///
/// `users` are those that moved; RTTs in `change`, and `rttMs`, are after minus before: negative is faster. Those of
/// the summaries are the differences of what the summaries print; `movedMeanRttMs` and `rttMs` are means over the
/// movers that were reached before and after, null where there are none. `from` and `to` are null where nothing is
/// reached; where somebody hijacks, `fromHijacker` and `toHijacker` say more. Lists stand in the order of users, most
/// first; regions in that of the operator's table; movers by city and network, as in solve.
std::string compare_json(const Catchments &before, const Catchments &after);

/// One row per mover.
std::string compare_csv(const Catchments &before, const Catchments &after);

} // namespace catchment
