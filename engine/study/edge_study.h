// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "study/catchments.h"
#include "study/proxy.h"

#include <optional>
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

/// One design under the failure of one deployed region.
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
    std::vector<RegionFailure> failures; ///< of each deployed region that has not failed, in the operator's order
};

/// There and back from a city's users to their instances: the mean over those who are served; none where nobody is.
std::optional<double> city_journey_ms(const Catchments &catchments, const Proxied &proxied, CityId city);

/// The same scenario with only its deployed regions announcing and with every edge doing so.
struct EdgeStudy {
    Design deployed;
    Design everywhere;
};

EdgeStudy edge_study(std::shared_ptr<const World> world, const Scenario &scenario);

} // namespace catchment
