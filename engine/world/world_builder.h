// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "world/world.h"

#include <memory>
#include <stdexcept>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace catchment {

/// A row that does not fit the world: what is wrong and what was expected.
struct WorldError : std::runtime_error {
    WorldError(const std::string &what_is_wrong, std::string what_was_expected)
        : std::runtime_error(what_is_wrong), expected(std::move(what_was_expected)) {}
    std::string expected;
};

/// Networks that provide for each other in a circle, in order; `rows` are the links between them, in the order in
/// which links were added.
struct ProviderCycle : WorldError {
    ProviderCycle(std::vector<Asn> networks, std::vector<std::size_t> rows);
    std::vector<Asn> cycle;
    std::vector<std::size_t> link_rows;
};

/// Makes a World row by row. Cities first, then networks, then exchanges; then the rest in any order. Every add
/// throws WorldError where the row is wrong in itself or names what was not added before.
class WorldBuilder {
public:
    WorldBuilder();

    void set_title(std::string name, std::string date, std::string description, std::vector<Source> sources);
    void set_operator(Asn asn, std::string name, Prefix prefix);

    CityId add_city(City city);
    void add_network(Network network);
    void add_router(Asn asn, const std::string &city);
    void add_exchange(const std::string &id, std::string name, const std::string &city);
    void add_member(const std::string &exchange, Asn asn, PeeringPolicy policy);

    /// `b_to_a`: what b is to a (Customer: a provides for b). `places`: city or exchange ids where they meet; empty:
    /// all common cities, or the nearest pair of their routers.
    void add_link(Asn a, Asn b, Relationship b_to_a, std::vector<std::string> places = {}, std::string note = {});
    void expect_links(std::size_t count); ///< about how many come: saves time only
    void add_access(const std::string &city, Asn asn, double share);
    void add_fibre(const std::string &from, const std::string &to, double km, FibreKind kind, std::string name);
    void add_resolver(const std::string &city, std::string operator_name, Asn asn);
    void add_region(Region region, const std::string &city);
    void add_session(const std::string &region, Asn asn, Relationship neighbour_is, const std::string &via);

    /// The world. Throws WorldError for what only shows in the whole: a network without a router, shares that do not
    /// sum to 1, a provider cycle (ProviderCycle).
    std::shared_ptr<const World> build();

private:
    struct PendingLink {
        Asn a, b;
        Relationship b_to_a;
        std::vector<std::string> places;
        std::string note;
    };
    struct PendingSession {
        RegionId region;
        Asn asn;
        Relationship neighbour_is;
        std::optional<ExchangeId> via;
    };
    struct PendingAccess {
        CityId city;
        Asn asn;
        double share;
    };
    struct PendingMember {
        ExchangeId exchange;
        Asn asn;
        PeeringPolicy policy;
    };

    CityId city(const std::string &id) const;
    void need_network(Asn asn) const;
    bool linked(Asn a, Asn b) const; ///< does a row of the links join the two?
    void sort_networks();
    void sort_cities();
    void place_routers();
    void refuse_provider_cycles() const;
    void join_listed();
    void join_members();
    void add_interconnections(LinkId link, const std::vector<std::string> &places);
    bool meet_in_common_cities(LinkId link);
    void meet_at_nearest_pair(LinkId link);
    void meet(LinkId link, CityId meeting, std::optional<ExchangeId> exchange);
    void share_access();

    std::unique_ptr<World> world_;
    std::unordered_map<Asn, Network> networks_;
    std::vector<std::pair<Asn, CityId>> routers_;
    std::unordered_set<std::uint64_t> router_keys_;
    std::vector<PendingLink> links_;
    std::unordered_map<std::uint64_t, std::size_t> link_rows_;
    std::vector<PendingAccess> access_;
    std::vector<PendingMember> members_;
    std::unordered_set<std::uint64_t> member_keys_;
    std::vector<PendingSession> sessions_;
    std::vector<Direction> directions_; ///< per city, while links are joined
};

} // namespace catchment
