// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "study/backbone.h"
#include "study/catchments.h"
#include "study/request_model.h"

#include <optional>
#include <vector>

/// The second stage of a journey where every edge announces: from the edge that BGP chose to an instance of the app.
///
/// The proxy of an edge sends requests to the nearest region (by RTT over the backbone; ties: lowest code) with a
/// healthy instance. Limits fill in that order, too: of all edges and regions the pair with the least RTT is served
/// first. In a first round, regions take up to their soft limit (without overflow, or without a soft limit: at once up
/// to the hard one), in a second up to the hard one; what is left fails. A region that has failed has neither an edge
/// nor instances; a failed instance leaves the edge as it is.
///
/// Where only deployed regions announce, the edge is the instance: the second stage is nothing.
namespace catchment {

/// A share of an edge's requests and the region that serves them.
struct Served {
    RegionId instance;
    double share = 0; ///< of the edge's requests
    double rtt_ms = 0;
    double km = 0; ///< of backbone, one way
};

/// What becomes of the requests at one edge.
struct EdgeService {
    double requests = 0;       ///< concurrent
    std::vector<Served> parts; ///< nearest first
    double failed_share = 0;   ///< of its requests

    /// Most of them (ties: the nearest); none where all fail.
    std::optional<RegionId> instance() const;
    double rtt_ms() const; ///< mean of what is served
};

/// The instances of a deployed region.
struct InstanceLoad {
    RegionId region;
    int count = 1;
    int healthy = 1;
    double requests = 0;              ///< concurrent
    std::optional<double> soft_limit; ///< of all its healthy instances
    std::optional<double> hard_limit;
};

struct Proxied {
    std::vector<EdgeService> edges;      ///< per region of the operator
    std::vector<InstanceLoad> instances; ///< deployed regions, in the order of the operator's table
    double requests = 0;                 ///< concurrent, at all edges
    double failed_requests = 0;

    const EdgeService &at(RegionId edge) const { return edges[edge.index()]; }
};

Proxied proxied(const Catchments &catchments, const RequestModel &model = {});

/// The same users at the same edges with something else behind them: another hour, say. No route depends on it.
Proxied proxied(const Catchments &catchments, const Edge &edge, const RequestModel &model = {});

/// Whole journeys of the users: user to edge to instance.
struct JourneySummary {
    double failed_users = 0; ///< who reach an edge, and whose requests then fail
    double mean_rtt_ms = 0;  ///< of those who are served
    double median_rtt_ms = 0;
    double p95_rtt_ms = 0;
    double mean_proxy_rtt_ms = 0;
    double user_km = 0; ///< users × km of backbone, one way
};

JourneySummary journey_summary(const Catchments &catchments, const Proxied &proxied);

/// The second stage of a city's users, over its networks.
struct CityService {
    std::optional<RegionId> instance; ///< that serves most of them (ties: lowest code)
    double rtt_ms = 0;                ///< mean of the second stage over those who are served
    double failed_share = 0;          ///< of those who reach an edge
};

CityService city_service(const Catchments &catchments, const Proxied &proxied, CityId city);

} // namespace catchment
