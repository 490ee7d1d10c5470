// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "study/dns_answers.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>

namespace catchment {
namespace {

/// The public resolvers of a world, by who runs them.
class PublicResolvers {
public:
    explicit PublicResolvers(const World &world) : world_(world) {
        for (std::size_t r = 0; r < world.resolvers.size(); ++r) {
            const Resolver &resolver = world.resolvers[r];
            places_.push_back(direction(world.city(resolver.city).place));
            operators_[resolver.operator_name].emplace_back(r);
        }
    }

    /// Of each operator the one nearest to a city (ties: lowest city id).
    std::vector<ResolverId> nearest(CityId city) const {
        const Direction here = direction(world_.city(city).place);
        const auto distance = [&](ResolverId r) {
            return std::tuple(squared_chord(here, places_[r.index()]),
                              world_.city_rank[world_.resolvers[r.index()].city.index()]);
        };
        std::vector<ResolverId> out;
        for (const auto &[name, resolvers] : operators_) {
            out.push_back(*std::ranges::min_element(resolvers, {}, distance));
        }
        return out;
    }

private:
    const World &world_;
    std::vector<Direction> places_;                                 ///< per resolver
    std::map<std::string_view, std::vector<ResolverId>> operators_; ///< by name
};

std::vector<Asked> asked_in(CityId city, const PublicResolvers &resolvers, const Dns &dns) {
    const double open = dns.resolver == ResolverKind::Network  ? 0
                        : dns.resolver == ResolverKind::Public ? 1
                                                               : dns.public_share;
    std::vector<Asked> out;
    if (open < 1) {
        out.push_back({std::nullopt, 1 - open});
    }
    if (open > 0) {
        const std::vector<ResolverId> nearest = resolvers.nearest(city);
        for (const ResolverId r : nearest) {
            out.push_back({r, open / static_cast<double>(nearest.size())});
        }
    }
    return out;
}

} // namespace

std::vector<Asked> asked_in(CityId city, const World &world, const Dns &dns) {
    return asked_in(city, PublicResolvers(world), dns);
}

CityId place_of(const World &world, const AccessShare &access, std::optional<ResolverId> resolver) {
    return resolver ? world.resolvers[resolver->index()].city : world.router(access.entry).city;
}

std::vector<RegionId> announcing_regions(const Solution &solution) {
    std::vector<RegionId> out;
    for (std::size_t r = 0; r < solution.announcements.size(); ++r) {
        if (solution.announces(RegionId(r))) {
            out.emplace_back(r);
        }
    }
    return out;
}

std::optional<RegionId> nearest_region(const Topology &topology, std::span<const RegionId> among, CityId city) {
    const auto &regions = topology.op().regions;
    std::optional<RegionId> nearest;
    double least = 0;
    for (const RegionId r : among) {
        const double km = topology.km(city, r);
        if (!nearest || km < least || (km == least && regions[r.index()].code < regions[nearest->index()].code)) {
            nearest = r;
            least = km;
        }
    }
    return nearest;
}

std::vector<DnsAnswer> dns_answers(const Solution &solution) {
    std::vector<DnsAnswer> out;
    if (solution.by_region.empty()) {
        return out;
    }
    const World &world = solution.world();
    const Dns &dns = solution.scenario->dns;
    const PublicResolvers resolvers(world);
    const std::vector<RegionId> announcing = announcing_regions(solution);
    std::vector<std::optional<RegionId>> nearest; // to each city
    for (std::size_t c = 0; c < world.cities.size(); ++c) {
        nearest.push_back(nearest_region(*solution.topology, announcing, CityId(c)));
    }
    for (std::size_t c = 0; c < world.cities.size(); ++c) {
        const std::vector<Asked> asked = asked_in(CityId(c), resolvers, dns);
        for (std::uint32_t a = world.access_begin[c]; a < world.access_begin[c + 1]; ++a) {
            for (const Asked &one : asked) {
                const CityId at = dns.client_subnet ? CityId(c) : place_of(world, world.access[a], one.resolver);
                out.push_back({a, one, nearest[at.index()]});
            }
        }
    }
    return out;
}

} // namespace catchment
