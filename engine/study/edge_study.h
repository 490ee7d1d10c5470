// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "study/catchments.h"
#include "study/proxy.h"

#include <optional>
#include <stop_token>
#include <vector>

/// What a design with edges costs and what it saves, and who is served elsewhere after a change.
namespace catchment {

/// Users who go from one instance to another. Where only deployed regions announce, the region is the instance.
struct InstanceFlow {
    std::optional<RegionId> from; ///< none: was not served
    std::optional<RegionId> to;   ///< none: is not served
    double users = 0;
};

/// Between two scenarios over one world and operator. Where requests of one edge are shared between instances, as few
/// users as possible move.
struct EdgeChange {
    double edge_users = 0;           ///< whose edge changed: BGP leads them elsewhere, or nowhere
    double instance_users = 0;       ///< whose instance changed
    double broken_users = 0;         ///< either: their connections break
    std::vector<InstanceFlow> flows; ///< of the latter; most users first
};

EdgeChange edge_change(const Catchments &before, const Proxied &before_behind, const Catchments &after,
                       const Proxied &after_behind);

/// What is behind the edge of one scenario.
struct BehindEdge {
    Proxied proxied;
    JourneySummary journeys;
};

BehindEdge behind_edge(const Catchments &catchments);

/// Two scenarios over one world and operator, behind their edges.
struct EdgeComparison {
    BehindEdge before;
    BehindEdge after;
    EdgeChange change;
};

EdgeComparison compare_edges(const Catchments &before, const Catchments &after);

/// Does every edge announce in one of them at least?
bool has_edges(const Catchments &before, const Catchments &after);

/// One design under a failure at one deployed region.
struct RegionFailure {
    RegionId region;
    double edge_users = 0;
    double instance_users = 0;
    double broken_users = 0;
    double unserved_users = 0; ///< after it: unreached, or their requests fail
};

/// One of the two designs.
struct Design {
    Announce announce = Announce::Deployed;
    std::shared_ptr<const Catchments> catchments;
    Proxied behind;
    JourneySummary journeys;
    /// Of each deployed region that has not failed, in the operator's order, as a whole: what announces and what
    /// serves.
    std::vector<RegionFailure> failures;
    /// Of all instances of each of them, the edge staying: BGP has nothing to tell. Empty where only deployed regions
    /// announce, since there the region is the instance.
    std::vector<RegionFailure> instance_failures;
};

/// There and back from a city's users to their instances: the mean over those who are served; none where nobody is.
std::optional<double> city_journey_ms(const Catchments &catchments, const Proxied &proxied, CityId city);

/// The same scenario with only its deployed regions announcing and with every edge doing so.
struct EdgeStudy {
    Design deployed;
    Design everywhere;
};

/// None if it was stopped.
std::optional<EdgeStudy> edge_study(std::shared_ptr<const World> world, const Scenario &scenario,
                                    const std::stop_token &stop = {});

} // namespace catchment
