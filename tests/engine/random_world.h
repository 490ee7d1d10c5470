// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario/scenario.h"
#include "world/world_builder.h"

#include <cstdint>
#include <memory>
#include <random>
#include <string>
#include <utility>
#include <vector>

/// Random worlds and scenarios for property tests: small, strange, and the same for the same seed.
namespace catchment::naive {

/// Random choices from a seed.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : engine_(seed) {}

    /// A number from 0 to n - 1; n is at least 1.
    std::size_t below(std::size_t n) { return static_cast<std::size_t>(engine_() % n); }
    bool chance(unsigned percent) { return below(100) < percent; }

    template <class T>
    const T &pick(const std::vector<T> &from) {
        return from[below(from.size())];
    }

    template <class T>
    void shuffle(std::vector<T> &rows) {
        for (std::size_t i = rows.size(); i > 1; --i) {
            std::swap(rows[i - 1], rows[below(i)]);
        }
    }

private:
    std::mt19937_64 engine_;
};

inline constexpr Prefix operator_prefix{0xC6336400, 22}; ///< of every random and every drawn world

/// The rows of a world as plain values, so that they can be shuffled and read a second time.
struct Recipe {
    struct PresenceRow {
        Asn asn;
        std::string city;
    };
    struct ExchangeRow {
        std::string id;
        std::string city;
    };
    struct MemberRow {
        std::string exchange;
        Asn asn;
        PeeringPolicy policy;
    };
    struct LinkRow {
        Asn a;
        Asn b;
        Relationship b_to_a;
        std::vector<std::string> places;
    };
    struct AccessRow {
        std::string city;
        Asn asn;
        double share;
    };
    struct FibreRow {
        std::string from;
        std::string to;
        double km;
        std::string name;
    };
    struct RegionRow {
        std::string code;
        std::string city;
        RegionStatus status;
    };
    struct SessionRow {
        std::string region;
        Asn asn;
        Relationship neighbour_is;
        std::string via;
    };

    struct ResolverRow {
        std::string city;
        std::string operator_name;
        Asn asn;
    };

    Asn operator_asn;
    std::vector<City> cities;
    std::vector<Network> networks;
    std::vector<PresenceRow> presence;
    std::vector<ExchangeRow> exchanges;
    std::vector<MemberRow> members;
    std::vector<LinkRow> links;
    std::vector<AccessRow> access;
    std::vector<FibreRow> fibre;
    std::vector<RegionRow> regions;
    std::vector<SessionRow> sessions;
    std::vector<ResolverRow> resolvers;
};

std::shared_ptr<const World> build(const Recipe &recipe);

/// The same rows in another order.
Recipe shuffled(Recipe recipe, Dice &dice);

/// Cities on a lattice of the sphere (so that distances tie), fibre with parallel cables and islands, networks with 1
/// to 6 routers, a hierarchy of providers without a cycle, peerings, exchanges, an operator with 1 to 6 regions.
Recipe random_recipe(Dice &dice);

/// Deployments, tunings of regions and sessions, faults of every kind, added sessions.
Scenario random_scenario(const Recipe &recipe, Dice &dice);

/// Public resolvers of 1 to 3 operators, each a network of the world, in 1 to 4 cities each; and a way of steering by
/// DNS in the scenario.
void add_random_dns(Recipe &recipe, Scenario &scenario, Dice &dice);

} // namespace catchment::naive
