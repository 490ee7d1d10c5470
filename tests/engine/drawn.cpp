// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/drawn.h"

#include "engine/words.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <stdexcept>

namespace catchment::naive {
namespace {

constexpr double km_per_degree = earth_radius_km * std::numbers::pi / 180;

} // namespace

Drawn &Drawn::city(const std::string &id, double km_east, std::uint64_t users) {
    recipe.cities.push_back({id, id, "ZZ", {0, km_east / km_per_degree}, users});
    return *this;
}

Drawn &Drawn::fibre(const std::vector<std::string> &cities) {
    const auto place = [this](const std::string &id) { return std::ranges::find(recipe.cities, id, &City::id)->place; };
    for (std::size_t i = 1; i < cities.size(); ++i) {
        const double km = great_circle_km(place(cities[i - 1]), place(cities[i]));
        fibre(cities[i - 1], cities[i], std::round(km * 1000) / 1000, cities[i - 1] + "-" + cities[i]);
    }
    return *this;
}

Drawn &Drawn::fibre(const std::string &from, const std::string &to, double km, const std::string &name) {
    recipe.fibre.push_back({from, to, km, name});
    return *this;
}

Drawn &Drawn::network(std::uint32_t asn, const std::vector<std::string> &cities) {
    recipe.networks.push_back({Asn{asn}, "Network " + std::to_string(asn), NetworkKind::Transit, "ZZ"});
    for (const std::string &city : cities) {
        recipe.presence.push_back({Asn{asn}, city});
    }
    return *this;
}

Drawn &Drawn::exchange(const std::string &id, const std::string &city, const std::vector<std::uint32_t> &open_members) {
    recipe.exchanges.push_back({id, city});
    for (const std::uint32_t member : open_members) {
        recipe.members.push_back({id, Asn{member}, PeeringPolicy::Open});
    }
    return *this;
}

Drawn &Drawn::transit(std::uint32_t provider, std::uint32_t customer, const std::vector<std::string> &places) {
    recipe.links.push_back({Asn{provider}, Asn{customer}, Relationship::Customer, places});
    return *this;
}

Drawn &Drawn::peering(std::uint32_t a, std::uint32_t b, const std::vector<std::string> &places) {
    recipe.links.push_back({Asn{a}, Asn{b}, Relationship::Peer, places});
    return *this;
}

Drawn &Drawn::region(const std::string &code, const std::string &city) {
    recipe.regions.push_back({code, city, RegionStatus::Deployable});
    return *this;
}

Drawn &Drawn::session(const std::string &region, std::uint32_t asn, Relationship neighbour_is, const std::string &via) {
    recipe.sessions.push_back({region, Asn{asn}, neighbour_is, via});
    return *this;
}

Drawn &Drawn::resolver(const std::string &city, const std::string &operator_name, std::uint32_t asn) {
    recipe.resolvers.push_back({city, operator_name, Asn{asn}});
    return *this;
}

Drawn &Drawn::access(const std::string &city, std::uint32_t asn, double share) {
    recipe.access.push_back({city, Asn{asn}, share});
    return *this;
}

Scenario Drawn::scenario() const {
    Scenario scenario;
    for (const Recipe::RegionRow &region : recipe.regions) {
        scenario.regions.push_back(region.code);
    }
    return scenario;
}

Scenario Drawn::hijacked(std::uint32_t asn, const std::string &city, std::uint8_t prefix_length,
                         std::vector<Asn> path) const {
    Scenario out = scenario();
    if (path.empty()) {
        path = {Asn{asn}};
    }
    out.security.hijack = Hijack{Asn{asn}, city, prefix_length, std::move(path)};
    return out;
}

Routes::Routes(std::shared_ptr<const World> world, const Scenario &scenario)
    : solution(Solver(std::move(world)).solve(scenario)) {}

RouterId Routes::router(std::uint32_t asn, const std::string &city) const {
    const Topology &topology = *solution->topology;
    for (std::size_t r = 0; r < topology.router_count(); ++r) {
        if (topology.asn_of(RouterId(r)).value == asn &&
            solution->world().city(topology.city_of(RouterId(r))).id == city) {
            return RouterId(r);
        }
    }
    throw std::invalid_argument("AS" + std::to_string(asn) + " has no router in " + city);
}

std::string Routes::region(std::uint32_t asn, const std::string &city) const {
    const auto region = solution->region(router(asn, city));
    return region ? solution->topology->op().regions[region->index()].code : "none";
}

std::string Routes::path(std::uint32_t asn, const std::string &city) const {
    return path_words(solution->as_path(router(asn, city)));
}

std::string Routes::next(std::uint32_t asn, const std::string &city) const {
    const auto hops = solution->hops(router(asn, city));
    if (hops.empty()) {
        return "none";
    }
    const Topology &topology = *solution->topology;
    const auto place = [&](RouterId r) { return solution->world().city(topology.city_of(r)).id; };
    const auto exchange = topology.exchange_of(hops.front().session);
    return place(hops.front().exit) + " > " + std::to_string(topology.asn_of(hops.front().next).value) + " in " +
           place(hops.front().next) + (exchange ? " over " + solution->world().exchange(*exchange).id : "");
}

std::string Routes::race(std::uint32_t asn, const std::string &city) const {
    const Topology &topology = *solution->topology;
    std::string words;
    for (const CandidateRoute &route : explain_router(*solution, router(asn, city)).candidates) {
        const RouterId neighbour(topology.end(route.session).neighbour);
        words += (words.empty() ? "" : "; ") + std::to_string(topology.asn_of(neighbour).value) + " in " +
                 solution->world().city(topology.city_of(neighbour)).id + " to " +
                 (route.region ? topology.op().regions[route.region->index()].code : "the hijacker") + ": " +
                 (route.lost_at ? std::string(step_word(*route.lost_at))
                  : route.session.value == solution->chosen[router(asn, city).index()] ? "won"
                                                                                       : "won, but not chosen");
    }
    return words;
}

Tuning tuning(const std::string &region, std::optional<std::uint32_t> neighbour) {
    Tuning out;
    out.region = region;
    if (neighbour) {
        out.neighbour = Asn{*neighbour};
    }
    return out;
}

} // namespace catchment::naive
