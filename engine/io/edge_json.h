// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "io/result_json.h"
#include "study/journey.h"
#include "study/proxy.h"

#include <optional>
#include <string>

/// What is behind the edge, added to results where every edge announces; where only deployed regions do, nothing is.
namespace catchment {

/// None where only deployed regions announce.
std::optional<Proxied> behind_the_edge(const Catchments &catchments);

/// Adds to `solve`'s object. To `summary`: `failedUsers` (who reach an edge and whose requests fail),
/// `journeyMeanRttMs`, `journeyMedianRttMs`, `journeyP95RttMs` (user to instance, of those served), `meanProxyRttMs`
/// and `meanBackboneKm` (one way). To each region, which then is an edge, `instance` and `proxyRttMs`. As `edge`:
/// concurrent `requests`, `failedRequests` and, of each deployed region, the `instances`.
void add_edge(Json &solve, const Catchments &catchments, const Proxied &proxied);

/// Adds `instance` (null: none is left), `proxyRttMs` and, where requests fail, `failedShare` to a city.
void add_service(Json &city, const Catchments &catchments, const Proxied &proxied, CityId id);

/// The same of an access network's users.
void add_service(Json &network, const Catchments &catchments, const Proxied &proxied, const NetworkOutcome &outcome);

/// The fields `network_instance` and `network_proxy_rtt_ms` of a row, each after a comma.
std::string service_csv(const Catchments &catchments, const Proxied &proxied, const NetworkOutcome &outcome);

/// What follows the edge in the headline of a journey that reaches one: the instance, if it is elsewhere, and the time
/// of the whole journey.
std::string service_headline(const Catchments &catchments, const Proxied &proxied, const Journey &journey);

/// What follows the arrival of such a journey, for people: the proxy, stage 3, and the app, stage 4.
std::string service_text(const Catchments &catchments, const Proxied &proxied, const Journey &journey);

/// Adds `proxy` (`edge`, `instance`, `rttMs`, `km`, where requests are split `parts`, `failedShare`) and `app`
/// (`instance`, `journeyRttMs`; null where nothing serves) to a journey.
void add_stages(Json &journey_json, const Catchments &catchments, const Proxied &proxied, const Journey &journey);

} // namespace catchment
