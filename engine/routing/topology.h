// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario/scenario.h"
#include "world/fibre_map.h"
#include "world/region_distances.h"
#include "world/world.h"

#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace catchment {

using PartId = Id<struct PartTag>;             ///< routers of one network that fibre still joins
using SessionEndId = Id<struct SessionEndTag>; ///< one router's end of an external BGP session

/// One router's end of an external BGP session.
struct SessionEnd {
    std::uint32_t router = 0;    ///< own router
    std::uint32_t neighbour = 0; ///< the router at the other end
    std::uint32_t other = 0;     ///< the other end of the same session (a SessionEndId)
    std::uint32_t way = 0;       ///< metres between the two routers: interior cost of the one that hands over
    Relationship neighbour_is = Relationship::Peer;
};

/// How one region announces on each of its sessions, with its tuning resolved.
struct Announcement {
    struct OnSession {
        bool withhold = false;
        bool no_export = false;
        std::uint16_t prepend = 0;
        std::uint32_t med = 0;
    };
    bool active = false;
    std::vector<OnSession> sessions; ///< in the order of Topology::ends of the region's router
};

/// The sessions that are up: the world and the operator, less what is broken. What a solver runs over; it depends
/// on faults, operator and added sessions, not on deployments or tuning, so that an edit of those reuses it.
///
/// The ends of a part's sessions stand together, in three runs (customers, peers, providers: what the neighbour is),
/// each sorted by the tie-break of decision step 7: neighbour AS number, neighbour city id, own city id, exchange
/// id, and, of the operator's regions in one city, region code. So at equal cost the lower SessionEndId wins.
class Topology {
public:
    /// The scenario's names are known to the world (check_names).
    /// `op`: the scenario's operator (operator_of), and `distances` to its regions, where they are at hand already.
    Topology(std::shared_ptr<const World> world, std::shared_ptr<const FibreMap> fibre, const Scenario &scenario,
             std::shared_ptr<const Operator> op = nullptr, std::shared_ptr<const RegionDistances> distances = nullptr);

    const World &world() const { return *world_; }
    const std::shared_ptr<const World> &shared_world() const { return world_; }
    const FibreMap &fibre() const { return *fibre_; }
    const Operator &op() const { return *op_; }
    /// Great circle from a city to a region.
    double km(CityId city, RegionId region) const { return distances_->km(city, region); }

    std::size_t router_count() const { return part_of_.size(); }
    std::size_t part_count() const { return part_begin_.size() - 1; }
    std::size_t network_count() const { return world_->networks.size() + 1; }

    /// The operator's router in a region.
    RouterId region_router(RegionId region) const { return RouterId(first_region_router_ + region.index()); }
    std::optional<RegionId> region_at(RouterId router) const {
        return router.index() < first_region_router_ ? std::nullopt
                                                     : std::optional(RegionId(router.index() - first_region_router_));
    }
    bool is_operator(NetworkId network) const { return network.index() == world_->networks.size(); }

    NetworkId network_of(RouterId router) const;
    CityId city_of(RouterId router) const;
    Asn asn_of(RouterId router) const;
    const std::string &name_of(NetworkId network) const;
    Asn asn(NetworkId network) const;
    bool failed(NetworkId network) const { return failed_[network.index()]; }

    PartId part_of(RouterId router) const { return PartId(part_of_[router.index()]); }
    std::span<const std::uint32_t> routers_of(PartId part) const;
    NetworkId network_of(PartId part) const { return NetworkId(part_network_[part.index()]); }
    bool one_part(NetworkId network) const { return one_part_[network.index()]; }

    const SessionEnd &end(SessionEndId id) const { return ends_[id.index()]; }
    std::span<const SessionEnd> all_ends() const { return ends_; }
    /// Ids of a part's session ends where the neighbour is `relationship`: [first, last).
    std::pair<std::uint32_t, std::uint32_t> ends(PartId part, Relationship relationship) const;
    std::pair<std::uint32_t, std::uint32_t> ends(PartId part) const;

    /// Metres between two routers of one part (`position_of` in the part's list of routers).
    std::uint32_t interior(PartId part, std::uint32_t from, std::uint32_t to) const {
        return interior_from(part, from)[to];
    }
    /// From one router to each of its part.
    std::span<const std::uint32_t> interior_from(PartId part, std::uint32_t from) const {
        const std::uint32_t size = part_begin_[part.index() + 1] - part_begin_[part.index()];
        return {interior_.data() + interior_begin_[part.index()] + from * size, size};
    }
    std::uint32_t position_of(RouterId router) const { return position_[router.index()]; }

    /// The exchange of a session, where it runs over one.
    std::optional<ExchangeId> exchange_of(SessionEndId id) const;
    /// The city in which the two routers of a session meet.
    CityId meeting_of(SessionEndId id) const { return CityId(meeting_[id.index()]); }

    /// What each region announces in a scenario.
    std::vector<Announcement> announcements(const Scenario &scenario) const;

private:
    struct PendingSession;
    void split_networks(const Faults &faults);
    void raise_sessions(const Scenario &scenario);
    void sort_ends(std::vector<PendingSession> &sessions);
    void measure_interiors();

    std::shared_ptr<const World> world_;
    std::shared_ptr<const FibreMap> fibre_;
    std::shared_ptr<const Operator> op_;
    std::shared_ptr<const RegionDistances> distances_;
    std::size_t first_region_router_;
    std::vector<std::uint32_t> part_of_;    ///< per router
    std::vector<std::uint32_t> position_;   ///< per router, within its part
    std::vector<std::uint32_t> part_begin_; ///< into part_routers_
    std::vector<std::uint32_t> part_routers_;
    std::vector<std::uint32_t> part_network_; ///< per part
    std::vector<std::uint8_t> one_part_;      ///< per network
    std::vector<std::uint8_t> failed_;        ///< per network
    std::vector<SessionEnd> ends_;
    std::vector<std::uint32_t> ends_begin_; ///< 3 × part + relationship → first end
    std::vector<std::uint32_t> exchange_;   ///< per session end: exchange index + 1, or 0
    std::vector<std::uint32_t> meeting_;    ///< per session end: city
    std::vector<std::uint32_t> interior_begin_;
    std::vector<std::uint32_t> interior_;
};

} // namespace catchment
