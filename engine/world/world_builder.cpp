// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "world/world_builder.h"

#include "world/provider_cycle.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace catchment {
namespace {

std::string name_of(Asn asn) { return "AS" + std::to_string(asn.value); }

std::uint64_t pair_key(std::uint64_t high, std::uint64_t low) { return high << 32 | low; }

std::uint64_t unordered_key(Asn a, Asn b) { return pair_key(std::min(a, b).value, std::max(a, b).value); }

std::string cycle_text(const std::vector<Asn> &networks) {
    std::string text = "networks provide for each other in a circle: ";
    for (Asn asn : networks) {
        text += name_of(asn) + " → ";
    }
    return text + name_of(networks.front());
}

} // namespace

ProviderCycle::ProviderCycle(std::vector<Asn> networks, std::vector<std::size_t> rows)
    : WorldError(cycle_text(networks), "transit links without a cycle"), cycle(std::move(networks)),
      link_rows(std::move(rows)) {}

WorldBuilder::WorldBuilder() : world_(std::make_unique<World>()) {}

void WorldBuilder::set_title(std::string name, std::string date, std::string description, std::vector<Source> sources) {
    world_->name = std::move(name);
    world_->date = std::move(date);
    world_->description = std::move(description);
    world_->sources = std::move(sources);
}

void WorldBuilder::set_operator(Asn asn, std::string name, Prefix prefix) {
    world_->own_operator.asn = asn;
    world_->own_operator.name = std::move(name);
    world_->own_operator.prefix = prefix;
}

CityId WorldBuilder::add_city(City city) {
    if (city.id.empty() || city.id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") != std::string::npos) {
        throw WorldError("city id '" + city.id + "'", "lower-case ASCII letters, digits and '-'");
    }
    if (!(city.place.lat >= -90 && city.place.lat <= 90)) {
        throw WorldError("latitude of '" + city.id + "' is out of range", "-90 to 90 degrees");
    }
    if (!(city.place.lon >= -180 && city.place.lon <= 180)) {
        throw WorldError("longitude of '" + city.id + "' is out of range", "-180 to 180 degrees");
    }
    const CityId id(world_->cities.size());
    if (!world_->city_by_id.emplace(city.id, id).second) {
        throw WorldError("city '" + city.id + "' is listed twice", "one row per city");
    }
    world_->cities.push_back(std::move(city));
    return id;
}

CityId WorldBuilder::city(const std::string &id) const {
    const auto found = world_->city_by_id.find(id);
    if (found == world_->city_by_id.end()) {
        throw WorldError("unknown city '" + id + "'", "an id of cities.csv");
    }
    return found->second;
}

void WorldBuilder::need_network(Asn asn) const {
    if (!networks_.contains(asn)) {
        throw WorldError("unknown network " + name_of(asn), "an asn of networks.csv");
    }
}

void WorldBuilder::add_network(Network network) {
    if (network.asn.value == 0) {
        throw WorldError("AS number 0", "1 to 4294967295 (RFC 7607 reserves 0)");
    }
    const Asn asn = network.asn;
    if (!networks_.emplace(asn, std::move(network)).second) {
        throw WorldError(name_of(asn) + " is listed twice", "one row per network");
    }
}

void WorldBuilder::add_router(Asn asn, const std::string &city_id) {
    need_network(asn);
    const CityId at = city(city_id);
    if (!router_keys_.insert(pair_key(asn.value, at.value)).second) {
        throw WorldError(name_of(asn) + " is in '" + city_id + "' twice", "one row per network and city");
    }
    routers_.emplace_back(asn, at);
}

void WorldBuilder::add_exchange(const std::string &id, std::string name, const std::string &city_id) {
    const ExchangeId exchange(world_->exchanges.size());
    if (world_->city_by_id.contains(id)) {
        throw WorldError("exchange id '" + id + "' is also a city's", "ids that tell exchanges from cities");
    }
    const CityId at = city(city_id);
    if (!world_->exchange_by_id.emplace(id, exchange).second) {
        throw WorldError("exchange '" + id + "' is listed twice", "one row per exchange");
    }
    world_->exchanges.push_back({id, std::move(name), at});
}

void WorldBuilder::add_member(const std::string &exchange, Asn asn, PeeringPolicy policy) {
    need_network(asn);
    const auto found = world_->exchange_by_id.find(exchange);
    if (found == world_->exchange_by_id.end()) {
        throw WorldError("unknown exchange '" + exchange + "'", "an id of exchanges.csv");
    }
    if (!member_keys_.insert(pair_key(found->second.value, asn.value)).second) {
        throw WorldError(name_of(asn) + " is a member of '" + exchange + "' twice", "one row per member");
    }
    members_.push_back({found->second, asn, policy});
}

void WorldBuilder::add_link(Asn a, Asn b, Relationship b_to_a, std::vector<std::string> places, std::string note) {
    need_network(a);
    need_network(b);
    if (a == b) {
        throw WorldError(name_of(a) + " is linked to itself", "two networks");
    }
    const auto [found, added] = link_rows_.emplace(unordered_key(a, b), links_.size());
    if (!added) {
        const PendingLink &other = links_[found->second];
        const Relationship there = other.a == a ? other.b_to_a : reversed(other.b_to_a);
        throw WorldError(name_of(a) + " and " + name_of(b) +
                             (there == b_to_a ? " are linked twice" : " have two different relationships"),
                         "one row per pair of networks");
    }
    for (const std::string &place : places) {
        if (!world_->city_by_id.contains(place) && !world_->exchange_by_id.contains(place)) {
            throw WorldError("unknown place '" + place + "'", "an id of cities.csv or exchanges.csv");
        }
    }
    links_.push_back({a, b, b_to_a, std::move(places), std::move(note)});
}

void WorldBuilder::expect_links(std::size_t count) {
    links_.reserve(count);
    link_rows_.reserve(count);
}

bool WorldBuilder::linked(Asn a, Asn b) const { return link_rows_.contains(unordered_key(a, b)); }

void WorldBuilder::add_access(const std::string &city_id, Asn asn, double share) {
    need_network(asn);
    if (!(share > 0 && share <= 1)) {
        throw WorldError("share of " + name_of(asn) + " in '" + city_id + "' is out of range",
                         "more than 0, at most 1");
    }
    access_.push_back({city(city_id), asn, share});
}

void WorldBuilder::add_fibre(const std::string &from, const std::string &to, double km, FibreKind kind,
                             std::string name) {
    const CityId a = city(from);
    const CityId b = city(to);
    if (a == b) {
        throw WorldError("a segment from '" + from + "' to itself", "two cities");
    }
    if (!(km > 0 && km < 100'000)) {
        throw WorldError("length of '" + name + "' from '" + from + "' is out of range", "km, more than 0");
    }
    const double straight = great_circle_km(world_->city(a).place, world_->city(b).place);
    if (km < 0.95 * straight) {
        throw WorldError("'" + name + "' from '" + from + "' to '" + to + "' is shorter than the great circle",
                         "at least " + std::to_string(std::lround(straight)) + " km");
    }
    world_->fibre.push_back({a, b, static_cast<std::uint32_t>(std::lround(km * 1000)), kind, std::move(name)});
}

void WorldBuilder::add_resolver(const std::string &city_id, std::string operator_name, Asn asn) {
    world_->resolvers.push_back({city(city_id), std::move(operator_name), asn});
}

void WorldBuilder::add_region(Region region, const std::string &city_id) {
    auto &regions = world_->own_operator.regions;
    region.city = city(city_id);
    region.place = world_->city(region.city).place;
    std::vector<std::string> words = region.aliases;
    words.push_back(region.code);
    for (const std::string &word : words) {
        if (find_region(world_->own_operator, word)) {
            throw WorldError("region code or alias '" + word + "' is taken", "one meaning per word");
        }
    }
    regions.push_back(std::move(region));
}

void WorldBuilder::add_session(const std::string &region, Asn asn, Relationship neighbour_is, const std::string &via) {
    need_network(asn);
    const auto found = find_region(world_->own_operator, region);
    if (!found) {
        throw WorldError("unknown region '" + region + "'", "a code of regions.csv");
    }
    std::optional<ExchangeId> exchange;
    if (!via.empty()) {
        const auto at = world_->exchange_by_id.find(via);
        if (at == world_->exchange_by_id.end()) {
            throw WorldError("unknown exchange '" + via + "'", "an id of exchanges.csv, or nothing");
        }
        exchange = at->second;
    }
    for (const PendingSession &other : sessions_) {
        if (other.asn == asn && other.neighbour_is != neighbour_is) {
            throw WorldError(name_of(asn) + " has two different relationships with the operator",
                             "one relationship per neighbour");
        }
        if (other.asn == asn && other.region == *found && other.via == exchange) {
            throw WorldError("the session of '" + region + "' with " + name_of(asn) + " is listed twice",
                             "one row per region, neighbour and place");
        }
    }
    sessions_.push_back({*found, asn, neighbour_is, exchange});
}

std::shared_ptr<const World> WorldBuilder::build() {
    sort_cities();
    sort_networks();
    place_routers();
    refuse_provider_cycles();
    join_listed();
    join_members();
    share_access();
    for (const PendingSession &s : sessions_) {
        const auto neighbour = world_->network_by_asn.find(s.asn);
        if (neighbour == world_->network_by_asn.end()) {
            throw WorldError("the operator has a session with itself", "another network");
        }
        world_->own_operator.sessions.push_back({s.region, neighbour->second, s.neighbour_is, s.via});
    }
    return std::shared_ptr<const World>(std::move(world_));
}

void WorldBuilder::sort_cities() {
    std::vector<std::uint32_t> order(world_->cities.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) {
        order[i] = i;
    }
    std::ranges::sort(order, {}, [this](std::uint32_t i) -> const std::string & { return world_->cities[i].id; });
    world_->city_rank.resize(order.size());
    for (std::uint32_t rank = 0; rank < order.size(); ++rank) {
        world_->city_rank[order[rank]] = rank;
    }
}

void WorldBuilder::sort_networks() {
    networks_.erase(world_->own_operator.asn);
    world_->networks.reserve(networks_.size());
    for (auto &[asn, network] : networks_) {
        world_->networks.push_back(std::move(network));
    }
    networks_.clear();
    std::ranges::sort(world_->networks, {}, &Network::asn);
    world_->network_by_asn.reserve(world_->networks.size());
    for (std::size_t n = 0; n < world_->networks.size(); ++n) {
        world_->network_by_asn.emplace(world_->networks[n].asn, NetworkId(n));
    }
}

void WorldBuilder::place_routers() {
    for (const auto &[asn, at] : routers_) {
        if (asn != world_->own_operator.asn) { // its routers are its regions
            world_->routers.push_back({world_->network_by_asn.at(asn), at});
        }
    }
    std::ranges::sort(world_->routers, {},
                      [this](const Router &r) { return std::pair(r.network, world_->city_rank[r.city.index()]); });
    world_->router_begin.assign(world_->networks.size() + 1, 0);
    for (const Router &r : world_->routers) {
        ++world_->router_begin[r.network.index() + 1];
    }
    for (std::size_t n = 0; n < world_->networks.size(); ++n) {
        if (world_->router_begin[n + 1] == 0) {
            throw WorldError(name_of(world_->networks[n].asn) + " has no router", "a row in presence.csv");
        }
        world_->router_begin[n + 1] += world_->router_begin[n];
    }
}

void WorldBuilder::refuse_provider_cycles() const {
    std::vector<std::pair<Asn, Asn>> transit;
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < links_.size(); ++row) {
        const PendingLink &link = links_[row];
        if (link.b_to_a != Relationship::Peer) {
            const bool a_provides = link.b_to_a == Relationship::Customer;
            transit.emplace_back(a_provides ? link.a : link.b, a_provides ? link.b : link.a);
            rows.push_back(row);
        }
    }
    if (const auto cycle = find_provider_cycle(transit)) {
        std::vector<Asn> networks;
        std::vector<std::size_t> guilty;
        for (const std::size_t i : *cycle) {
            networks.push_back(transit[i].first);
            guilty.push_back(rows[i]);
        }
        throw ProviderCycle(std::move(networks), std::move(guilty));
    }
}

void WorldBuilder::share_access() {
    std::vector<double> sum(world_->cities.size(), 0);
    for (const PendingAccess &p : access_) {
        if (p.asn == world_->own_operator.asn) {
            throw WorldError("the operator serves users", "access networks only");
        }
        const NetworkId network = world_->network_by_asn.at(p.asn);
        world_->access.push_back({p.city, network, p.share, *world_->nearest_router(network, p.city)});
        sum[p.city.index()] += p.share;
    }
    for (std::size_t c = 0; c < sum.size(); ++c) {
        if (sum[c] == 0 ? world_->cities[c].users > 0 : std::abs(sum[c] - 1) > 1e-6) {
            throw WorldError("access shares of '" + world_->cities[c].id + "' sum to " + std::to_string(sum[c]), "1");
        }
    }
    std::ranges::sort(world_->access, {}, [](const AccessShare &s) { return std::tuple(s.city, -s.share, s.network); });
    for (std::size_t i = 1; i < world_->access.size(); ++i) {
        if (world_->access[i].city == world_->access[i - 1].city &&
            world_->access[i].network == world_->access[i - 1].network) {
            throw WorldError("a network has two shares of '" + world_->city(world_->access[i].city).id + "'", "one");
        }
    }
    world_->access_begin.assign(world_->cities.size() + 1, 0);
    for (const AccessShare &s : world_->access) {
        ++world_->access_begin[s.city.index() + 1];
    }
    for (std::size_t c = 0; c < world_->cities.size(); ++c) {
        world_->access_begin[c + 1] += world_->access_begin[c];
    }
}

} // namespace catchment
