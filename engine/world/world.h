// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "world/geo.h"
#include "world/ids.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

/// The network as it is, before anybody announces anything: immutable once built, shared by everyone.
/// Made by WorldBuilder (in memory) or read_world (from its tables).
///
/// Not modelled: iBGP other than a full mesh with additional paths, confederations, communities other than
/// NO_EXPORT, capacity and congestion, traffic engineering inside a network, and relationships that differ by
/// city or by prefix.
namespace catchment {

struct City {
    std::string id;      ///< ASCII slug, `new-york-us`
    std::string name;    ///< as a map prints it, UTF-8
    std::string country; ///< ISO 3166-1 alpha-2
    GeoPoint place;
    std::uint64_t users = 0; ///< people online
};

enum class NetworkKind { Tier1, Transit, Access, Content, Operator };

/// An autonomous system.
struct Network {
    Asn asn;
    std::string name;
    NetworkKind kind = NetworkKind::Access;
    std::string country;
};

/// One network in one city.
struct Router {
    NetworkId network;
    CityId city;
    friend bool operator==(const Router &, const Router &) = default;
};

/// What a neighbour is to a network (Gao–Rexford).
enum class Relationship : std::uint8_t { Customer, Peer, Provider };

/// The same relationship seen from the other side.
constexpr Relationship reversed(Relationship r) {
    return r == Relationship::Customer   ? Relationship::Provider
           : r == Relationship::Provider ? Relationship::Customer
                                         : Relationship::Peer;
}

/// Two networks and what they are to each other, wherever they meet.
struct Link {
    NetworkId a;
    NetworkId b;
    Relationship b_to_a = Relationship::Peer; ///< what b is to a: Customer where a provides transit for b
    std::string note;
};

/// One place where the two networks of a link meet: a session between two routers.
struct Interconnection {
    LinkId link;
    RouterId a;     ///< of the link's network a
    RouterId b;     ///< of the link's network b
    CityId meeting; ///< where the exchange stands, or where the two meet privately
    std::optional<ExchangeId> exchange;
};

struct Exchange {
    std::string id;
    std::string name;
    CityId city;
};

enum class PeeringPolicy { Open, Selective, Restrictive };

struct Member {
    ExchangeId exchange;
    NetworkId network;
    PeeringPolicy policy = PeeringPolicy::Selective;
};

/// A share of a city's users, by the access network that serves them.
struct AccessShare {
    CityId city;
    NetworkId network;
    double share = 0; ///< of 1; the shares of a city sum to 1
    RouterId entry;   ///< where their packets enter the network: its router in the city, else its nearest
};

enum class FibreKind { Terrestrial, Submarine };

/// A stretch of fibre between two cities, open to all networks.
struct FibreSegment {
    CityId from;
    CityId to;
    std::uint32_t metres = 0;
    FibreKind kind = FibreKind::Terrestrial;
    std::string name; ///< of the cable or route; several segments may share it
};

/// A public DNS resolver's place of answer.
struct Resolver {
    CityId city;
    std::string operator_name;
    Asn asn;
};

enum class RegionStatus { Deployable, Former, Edge };

/// A place where the operator can announce its prefix.
struct Region {
    std::string code; ///< `ams`
    std::string name; ///< `Amsterdam`
    CityId city;      ///< where its router stands
    GeoPoint place;   ///< of the region itself; distances to users are taken from here
    RegionStatus status = RegionStatus::Deployable;
    std::vector<std::string> aliases;
};

/// A BGP session of the operator's router in a region with a neighbour network.
struct Session {
    RegionId region;
    NetworkId neighbour;
    Relationship neighbour_is = Relationship::Provider; ///< to the operator
    std::optional<ExchangeId> via;                      ///< none: a private meeting
    friend bool operator==(const Session &, const Session &) = default;
};

/// An IPv4 prefix, `address` with the host bits zero.
struct Prefix {
    std::uint32_t address = 0;
    std::uint8_t length = 0;
    friend constexpr auto operator<=>(const Prefix &, const Prefix &) = default;
};

/// Who announces: an AS with one router per region, which never carries another region's announcement.
struct Operator {
    Asn asn;
    std::string name;
    Prefix prefix;
    std::vector<Region> regions;
    std::vector<Session> sessions;
};

struct Source {
    std::string title;
    std::string licence;
    std::string url;
    std::string use;
};

/// All tables of a world. Vectors are indexed by the id of their kind.
struct World {
    std::string name;
    std::string date; ///< ISO 8601 day
    std::string description;
    std::vector<Source> sources;

    std::vector<City> cities;
    std::vector<Network> networks;           ///< without the operator; ascending ASN
    std::vector<Router> routers;             ///< sorted by (network, city id's text)
    std::vector<std::uint32_t> router_begin; ///< routers of network n: [router_begin[n], router_begin[n + 1])
    std::vector<Link> links;
    std::vector<Interconnection> interconnections; ///< sorted by link
    std::vector<Exchange> exchanges;
    std::vector<Member> members;
    std::vector<AccessShare> access;         ///< sorted by city, then descending share
    std::vector<std::uint32_t> access_begin; ///< shares of city c: [access_begin[c], access_begin[c + 1])
    std::vector<FibreSegment> fibre;
    std::vector<Resolver> resolvers;
    Operator own_operator;

    std::unordered_map<std::string, CityId> city_by_id;
    std::unordered_map<Asn, NetworkId> network_by_asn;
    std::unordered_map<std::string, ExchangeId> exchange_by_id;
    std::vector<std::uint32_t> city_rank; ///< position of each city when sorted by id, bytewise

    const City &city(CityId id) const { return cities[id.index()]; }
    const Network &network(NetworkId id) const { return networks[id.index()]; }
    const Router &router(RouterId id) const { return routers[id.index()]; }
    const Exchange &exchange(ExchangeId id) const { return exchanges[id.index()]; }
    const Link &link(LinkId id) const { return links[id.index()]; }

    std::span<const AccessShare> access_of(CityId city) const {
        return std::span(access).subspan(access_begin[city.index()],
                                         access_begin[city.index() + 1] - access_begin[city.index()]);
    }

    /// The router of `network` in `city`, where there is one.
    std::optional<RouterId> router_in(NetworkId network, CityId city) const;

    /// The router of `network` nearest to `city` by great circle (ties: lowest city id); none if it has no router.
    std::optional<RouterId> nearest_router(NetworkId network, CityId city) const;
};

/// A city by its id, its name, or `Name, CC` (letter case does not matter); of several, the one with most users.
std::optional<CityId> find_city(const World &world, std::string_view words);

/// How many cities `find_city` chose among.
std::size_t count_cities(const World &world, std::string_view words);

/// The ids or names of up to `limit` cities whose names are closest to `words`, for a message.
std::vector<std::string> closest_cities(const World &world, std::string_view words, std::size_t limit);

/// A region of the operator by its code or an alias (letter case does not matter).
std::optional<RegionId> find_region(const Operator &op, std::string_view words);

/// The codes closest in spelling to `words`, best first.
std::vector<std::string> closest_regions(const Operator &op, std::string_view words, std::size_t limit);

} // namespace catchment
