// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "import/known_places.h"

#include <set>

namespace catchment {

KnownPlaces::KnownPlaces(const AsGraph &graph, const ImportInput &input, Placement &placement, ImportReport &report)
    : graph_(graph), base_(*input.base), matcher_(base_.cities, input.aliases), exchanges_(base_),
      placement_(placement), report_(report) {}

std::optional<CityId> KnownPlaces::find(std::string_view city, std::string_view country, std::optional<GeoPoint> place,
                                        PlacesFound &found) {
    const auto match = matcher_.match(city, country, place);
    if (!match) {
        ++found.not_found[std::string(city) + ", " + std::string(country)];
        return std::nullopt;
    }
    ++(match->by == CityMatcher::By::Name    ? found.by_name
       : match->by == CityMatcher::By::Alias ? found.by_alias
                                             : found.by_coordinates);
    return match->city;
}

/// The operator is none of the networks: it stands in its regions.
std::optional<KnownPlaces::Node> KnownPlaces::node_of(Asn asn) const {
    return asn == base_.own_operator.asn ? std::nullopt : graph_.find(asn);
}

void KnownPlaces::join(ExchangeId exchange, Node network, std::optional<PeeringPolicy> policy) {
    auto &known = members_[{exchange, network}];
    known = known ? known : policy;
}

std::optional<PeeringPolicy> KnownPlaces::policy_of(Node network) const {
    const auto found = policies_.find(network);
    return found == policies_.end() ? std::nullopt : std::optional(found->second);
}

void KnownPlaces::take_peeringdb(const PeeringDb &db) {
    constexpr AsGraph::Node unlinked = ~AsGraph::Node{0};
    std::unordered_map<std::uint64_t, Node> nets;
    for (const PeeringDb::Net &net : db.nets) {
        const auto node = node_of(net.asn);
        nets.emplace(net.id, node.value_or(unlinked));
        report_.peeringdb_unlinked += node ? 0 : 1;
        if (node && net.policy) {
            policies_.emplace(*node, *net.policy);
        }
    }
    std::unordered_map<std::uint64_t, std::optional<CityId>> facilities;
    for (const PeeringDb::Facility &f : db.facilities) {
        facilities.emplace(f.id, find(f.city, f.country, f.place, report_.facility_places));
    }
    for (const PeeringDb::NetAtFacility &at : db.at_facilities) {
        const auto net = nets.find(at.net);
        const auto facility = facilities.find(at.facility);
        if (net == nets.end() || facility == facilities.end()) {
            ++report_.peeringdb_dangling;
        } else if (net->second != unlinked && facility->second) {
            placement_.add(net->second, *facility->second);
        }
    }
    std::unordered_map<std::uint64_t, std::optional<ExchangeId>> exchanges;
    for (const PeeringDb::Exchange &x : db.exchanges) {
        const auto city = find(x.city, x.country, std::nullopt, report_.exchange_places);
        exchanges.emplace(x.id, city ? std::optional(exchanges_.find_or_add(x.name, *city)) : std::nullopt);
    }
    for (const PeeringDb::NetAtExchange &at : db.at_exchanges) {
        const auto net = nets.find(at.net);
        const auto exchange = exchanges.find(at.exchange);
        if (net == nets.end() || exchange == exchanges.end()) {
            ++report_.peeringdb_dangling;
        } else if (net->second != unlinked && exchange->second) {
            join(*exchange->second, net->second, policy_of(net->second));
            placement_.add(net->second, exchanges_.all()[exchange->second->index()].city);
        }
    }
}

void KnownPlaces::take_presence(const PresenceList &list) {
    std::set<Asn> unlinked;
    for (const PresenceRow &row : list.rows) {
        const auto city = find(row.city, row.country, row.place, report_.presence_places);
        const auto node = node_of(row.asn);
        if (!node) {
            unlinked.insert(row.asn);
            continue;
        }
        if (!city) {
            continue;
        }
        placement_.add(*node, *city);
        if (!row.exchange.empty()) {
            join(exchanges_.find_or_add(row.exchange, *city), *node, row.policy);
        }
        if (row.policy) {
            policies_.emplace(*node, *row.policy);
        }
    }
    report_.presence_unlinked = unlinked.size();
}

void KnownPlaces::take_base() {
    for (Node n = 0; n < graph_.size(); ++n) {
        report_.known_places += placement_.placed(n) ? 1 : 0;
    }
    std::set<Node> placed;
    for (const Router &router : base_.routers) {
        if (const auto node = node_of(base_.network(router.network).asn)) {
            if (!placement_.placed(*node)) {
                placed.insert(*node);
            }
            placement_.add(*node, router.city);
        }
    }
    report_.base_places = placed.size();
    for (const Member &member : base_.members) {
        if (const auto node = node_of(base_.network(member.network).asn)) {
            join(member.exchange, *node, policy_of(*node).value_or(member.policy));
            policies_.emplace(*node, member.policy);
        }
    }
}

} // namespace catchment
