// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "routing/convergence.h"

#include <memory>
#include <string>

/// A convergence as files, in the C locale: same input, same bytes. Times in seconds from the beginning, to the
/// microsecond; those called `…After` from the event.
namespace catchment {

/// Parameters, what each event did, and where users are in the end.
std::string converge_text(const std::shared_ptr<const Convergence> &convergence);

/// The same, with every message between networks and every route change:
///
///     {"world": {"name", "networks", "routers", "cities"},
///      "parameters": {"seed", "messageDelayMs", "kmPerMs", "mraiSeconds", "leastFactor", "mraiInsideSeconds",
///                     "withdrawalsWait", "cap", "capPerRouter"},
///      "start": {"regions": ["ewr"], "announcements", "withdrawals", "internal", "routeChanges", "seconds"},
///      "events": [{"event": "withdraw ams", "at": 0.0, "announcements", "withdrawals", "internal", "lost",
///                  "routeChanges", "routers", "networks", "halfOfChangesAfter", "lastChangeAfter", "quietAfter",
///                  "citiesChanged", "citiesMoved", "citiesLost", "usersMoved", "usersLost", "usersInterrupted",
///                  "longestInterruptionSeconds", "longestInterruptionIn": "new-york-us",
///                  "explored": [{"asn", "name", "city", "steps", "paths"}],
///                  "messages": [{"sent": 0.0, "received": 0.0021, "from": 40509, "fromCity": "amsterdam-nl",
///                                "to": 1299, "toCity": "amsterdam-nl", "path": null}],
///                  "changes": [{"at": 0.0021, "asn": 1299, "city": "amsterdam-nl", "before": [1299, 40509],
///                               "after": []}]}],
///      "settled": true, "unsettled": null,
///      "end": {"users", "unreachedUsers", "meanRttMs", "medianRttMs", "p95RttMs",
///              "regions": [{"code", "city", "users", "share", "medianRttMs", "p95RttMs"}]}}
///
/// `start` is what it took to come to rest from an empty network. `internal` counts messages inside networks, which
/// are not listed. `explored` has the networks that went from path to path: at which router most often, in how many
/// steps, over how many different paths. A message without a path is a withdrawal; where one did not arrive, its
/// `received` is null, and its `lost` says when the session went down. A path in `changes` begins with the network
/// itself, and is empty where there is no route. Where the routes did not settle, `end` is null, and `unsettled` is
/// {"after": the event or null, "networks": [ASN], "circular": whether they keep each other changing}.
std::string converge_json(const std::shared_ptr<const Convergence> &convergence);

/// One line: that the routes did not settle, after what, and which networks are in it.
std::string unsettled_in_words(const Convergence &convergence);

} // namespace catchment
