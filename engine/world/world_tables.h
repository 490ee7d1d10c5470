// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "world/world.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace catchment {

/// The rows of a world's tables before anything is derived from them, for a world that shares the cities, fibre,
/// regions and resolvers of another one. Cities' ids are that other world's.
struct WorldTables {
    struct LinkRow {
        Asn a, b;
        bool transit = false;              ///< a provides for b; else they are peers
        std::vector<ExchangeId> exchanges; ///< where they meet, with `cities`; both empty: as WorldBuilder chooses
        std::vector<CityId> cities;
    };
    struct MemberRow {
        ExchangeId exchange;
        Asn asn;
        PeeringPolicy policy = PeeringPolicy::Selective;
    };
    struct AccessRow {
        CityId city;
        Asn asn;
        double share = 0; ///< of 1
    };
    struct SessionRow {
        RegionId region;
        Asn asn;
        Relationship neighbour_is = Relationship::Provider;
        std::optional<ExchangeId> via;
    };

    std::string name;
    std::string date; ///< ISO 8601 day
    std::string description;
    std::vector<Source> sources;
    std::vector<Network> networks;                ///< ascending AS numbers, without the operator
    std::vector<std::pair<Asn, CityId>> presence; ///< by AS number, then city id's text
    std::vector<LinkRow> links;
    std::vector<Exchange> exchanges;
    std::vector<MemberRow> members; ///< by exchange, then AS number
    std::vector<AccessRow> access;  ///< by city, then descending share
    std::vector<SessionRow> sessions;
};

} // namespace catchment
