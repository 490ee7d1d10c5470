// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/random_world.h"
#include "routing/explanation.h"
#include "routing/solver.h"

#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <vector>

/// Small worlds as they are drawn above a test, and what is routed in them, in words.
namespace catchment::naive {

/// A world in a few words. Cities stand on the equator, so many km east of Greenwich; the operator is AS 64500.
class Drawn {
public:
    Drawn() { recipe.operator_asn = Asn{64500}; }

    Drawn &city(const std::string &id, double km_east, std::uint64_t users = 0);
    /// Fibre between neighbours in the list, as long as the great circle, under the name `a-b`.
    Drawn &fibre(const std::vector<std::string> &cities);
    Drawn &fibre(const std::string &from, const std::string &to, double km, const std::string &name);
    Drawn &network(std::uint32_t asn, const std::vector<std::string> &cities);
    Drawn &exchange(const std::string &id, const std::string &city,
                    const std::vector<std::uint32_t> &open_members = {});
    /// `provider` provides transit for `customer`, at these places (none: everywhere they can).
    Drawn &transit(std::uint32_t provider, std::uint32_t customer, const std::vector<std::string> &places = {});
    Drawn &peering(std::uint32_t a, std::uint32_t b, const std::vector<std::string> &places = {});
    Drawn &region(const std::string &code, const std::string &city);
    /// What the neighbour is to the operator.
    Drawn &session(const std::string &region, std::uint32_t asn, Relationship neighbour_is = Relationship::Provider,
                   const std::string &via = {});
    Drawn &resolver(const std::string &city, const std::string &operator_name, std::uint32_t asn);
    Drawn &access(const std::string &city, std::uint32_t asn, double share = 1);

    std::shared_ptr<const World> world() const { return build(recipe); }

    /// Everything deployed.
    Scenario scenario() const;

    /// Everything deployed, and the operator's prefix, or a longer one, announced by somebody else from all its
    /// routers.
    Scenario hijacked(std::uint32_t asn, const std::string &city, std::uint8_t prefix_length = 22,
                      std::vector<Asn> path = {}) const;

    Recipe recipe;
};

/// The routes of a scenario, asked for by AS number and city; the operator's routers by its own AS number.
class Routes {
public:
    Routes(std::shared_ptr<const World> world, const Scenario &scenario);
    explicit Routes(const Drawn &drawn) : Routes(drawn.world(), drawn.scenario()) {}
    Routes(const Drawn &drawn, const Scenario &scenario) : Routes(drawn.world(), scenario) {}

    RouterId router(std::uint32_t asn, const std::string &city) const;
    std::string region(std::uint32_t asn, const std::string &city) const; ///< its code, or `none`
    std::string path(std::uint32_t asn, const std::string &city) const;   ///< `10 20 64500`, empty without a route

    /// The next hop: `a > 20 in b over ix`.
    std::string next(std::uint32_t asn, const std::string &city) const;

    /// All candidates in the order in which they are explained, `20 in b to r1: hot-potato`, `; ` between; `won` is
    /// what the solver chose, too.
    std::string race(std::uint32_t asn, const std::string &city) const;

    std::shared_ptr<const Solution> solution;
};

Tuning tuning(const std::string &region, std::optional<std::uint32_t> neighbour = {});

} // namespace catchment::naive
