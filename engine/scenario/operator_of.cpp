// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/operator_of.h"

#include "scenario/known_names.h"

#include <algorithm>
#include <limits>

namespace catchment {
namespace {

CityId nearest_city(const World &world, GeoPoint place) {
    CityId best;
    double best_km = std::numeric_limits<double>::infinity();
    for (std::size_t c = 0; c < world.cities.size(); ++c) {
        const double km = great_circle_km(world.cities[c].place, place);
        if (km < best_km || (km == best_km && world.city_rank[c] < world.city_rank[best.index()])) {
            best_km = km;
            best = CityId(c);
        }
    }
    return best;
}

Session make_session(const OwnOperator::SessionRow &row, RegionId region, const Operator &op, const World &world) {
    const Session out{region, known_network(world, row.asn), row.neighbour_is, known_meeting(world, row.via)};
    for (const Session &other : op.sessions) {
        const bool same = other.neighbour == out.neighbour;
        const std::string number = std::to_string(row.asn.value);
        if (same && other.neighbour_is != out.neighbour_is) {
            throw ScenarioError(number, "AS" + number + " has two different relationships with the operator",
                                "one relationship per neighbour");
        }
        if (same && other.region == region && other.via == out.via) {
            const std::string &code = op.regions[region.index()].code;
            throw ScenarioError(number, "the session of '" + code + "' with AS" + number + " is listed twice",
                                "one per region, neighbour and place");
        }
    }
    return out;
}

} // namespace

Operator make_operator(const OwnOperator &own, const World &world) {
    if (world.network_by_asn.contains(own.asn)) {
        const std::string number = std::to_string(own.asn.value);
        throw ScenarioError(
            number, "the operator's AS" + number + " is " + world.network(world.network_by_asn.at(own.asn)).name,
            "an AS number that no network of the world has, such as 64500");
    }
    Operator op{own.asn, own.name, own.prefix, {}, {}};
    for (const OwnOperator::RegionRow &row : own.regions) {
        if (find_region(op, row.code)) {
            throw ScenarioError(row.code, "two regions of the operator are called '" + row.code + "'",
                                "a code of its own for each");
        }
        const RegionId region(op.regions.size());
        op.regions.push_back(
            {row.code, row.name, nearest_city(world, row.place), row.place, RegionStatus::Deployable, {}});
        for (const OwnOperator::SessionRow &session : row.sessions) {
            op.sessions.push_back(make_session(session, region, op, world));
        }
    }
    return op;
}

std::shared_ptr<const Operator> operator_of(const Scenario &scenario, const std::shared_ptr<const World> &world) {
    if (scenario.own_operator) {
        return std::make_shared<Operator>(make_operator(*scenario.own_operator, *world));
    }
    return {world, &world->own_operator};
}

bool have_same_regions(const Scenario &a, const Scenario &b) {
    if (!a.own_operator || !b.own_operator) {
        return a.own_operator.has_value() == b.own_operator.has_value();
    }
    return std::ranges::equal(a.own_operator->regions, b.own_operator->regions, {}, &OwnOperator::RegionRow::code,
                              &OwnOperator::RegionRow::code);
}

} // namespace catchment
