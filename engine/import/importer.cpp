// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "import/importer.h"

#include "import/access_shares.h"
#include "import/known_places.h"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace catchment {
namespace {

using Node = AsGraph::Node;

/// Customers that a network without providers has to have to count as one of the tier-1 networks.
constexpr std::size_t tier1_customers = 50;

/// What a network of PeeringDB's type is here; nothing where the type does not say.
std::optional<NetworkKind> kind_of_type(const std::string &type) {
    return type == "NSP"                                                          ? std::optional(NetworkKind::Transit)
           : type == "Content"                                                    ? std::optional(NetworkKind::Content)
           : type == "Cable/DSL/ISP" || type == "Educational/Research"            ? std::optional(NetworkKind::Access)
           : type == "Enterprise" || type == "Non-Profit" || type == "Government" ? std::optional(NetworkKind::Access)
                                                                                  : std::nullopt;
}

class Importer {
public:
    explicit Importer(const ImportInput &input)
        : input_(input), base_(*input.base), graph_(build_as_graph(input.relationships)),
          placement_(graph_, base_.cities), known_(graph_, input, placement_, out_.report) {}

    ImportedWorld make() {
        if (input_.peeringdb) {
            known_.take_peeringdb(*input_.peeringdb);
        }
        if (input_.presence) {
            known_.take_presence(*input_.presence);
        }
        known_.take_base();
        name_networks();
        guess_places();
        members();
        links();
        networks_and_routers();
        access();
        sessions();
        return std::move(out_);
    }

private:
    bool is_operator(Node n) const { return graph_.asn(n) == base_.own_operator.asn; }

    const AsName *registered(Node n) const {
        if (!input_.names) {
            return nullptr;
        }
        const auto found = input_.names->by_asn.find(graph_.asn(n));
        return found == input_.names->by_asn.end() ? nullptr : &found->second;
    }

    NetworkKind kind_by_links(Node n) const {
        const std::size_t customers = graph_.customers()[n].size();
        return graph_.providers()[n].empty() && customers >= tier1_customers ? NetworkKind::Tier1
               : customers > 0                                               ? NetworkKind::Transit
                                                                             : NetworkKind::Access;
    }

    /// Name, kind and country: of the base world, else of PeeringDB and the registries, else from the links.
    void name_networks() {
        std::unordered_map<Asn, const PeeringDb::Net *> nets;
        if (input_.peeringdb) {
            for (const PeeringDb::Net &net : input_.peeringdb->nets) {
                nets.emplace(net.asn, &net);
            }
        }
        networks_.resize(graph_.size());
        for (Node n = 0; n < graph_.size(); ++n) {
            Network &network = networks_[n];
            network.asn = graph_.asn(n);
            const AsName *registry = registered(n);
            out_.report.named += registry ? 1 : 0;
            if (const auto known = base_.network_by_asn.find(network.asn); known != base_.network_by_asn.end()) {
                network = base_.network(known->second);
                continue;
            }
            const auto net = nets.find(network.asn);
            network.kind = kind_by_links(n);
            if (net != nets.end() && network.kind != NetworkKind::Tier1) {
                network.kind = kind_of_type(net->second->type).value_or(network.kind);
            }
            network.name = net != nets.end() ? net->second->name : registry ? registry->name : std::string();
            if (network.name.empty()) {
                network.name = "AS" + std::to_string(network.asn.value);
            }
            network.country = registry ? registry->country : std::string();
        }
    }

    void guess_places() {
        if (const auto own = graph_.find(base_.own_operator.asn)) {
            for (const Region &region : base_.own_operator.regions) {
                placement_.add(*own, region.city);
            }
        }
        for (Node n = 0; n < graph_.size(); ++n) {
            out_.report.by_country += placement_.guess_by_country(n, networks_[n].country) ? 1 : 0;
        }
        out_.report.guesses = placement_.guess_the_rest();
        for (Network &network : networks_) {
            if (network.country.empty()) {
                const Node n = graph_.find(network.asn).value();
                network.country = base_.city(placement_.cities_of(n).front()).country;
            }
        }
    }

    void members() {
        out_.tables.exchanges = known_.exchanges().all();
        memberships_.resize(graph_.size());
        for (const auto &[place, at_exchange] : known_.members()) {
            const auto [exchange, n] = place;
            const auto policy = at_exchange ? at_exchange : known_.policy_of(n);
            const auto otherwise =
                networks_[n].kind == NetworkKind::Tier1 ? PeeringPolicy::Restrictive : PeeringPolicy::Selective;
            out_.tables.members.push_back({exchange, graph_.asn(n), policy.value_or(otherwise)});
            if (out_.tables.members.back().policy != PeeringPolicy::Restrictive) {
                memberships_[n].push_back(exchange);
            }
            out_.report.open_members += policy == PeeringPolicy::Open ? 1 : 0;
        }
        std::ranges::sort(out_.tables.members, {}, [](const auto &m) { return std::pair(m.exchange, m.asn); });
        out_.report.members = out_.tables.members.size();
        out_.report.exchanges = out_.tables.exchanges.size();
        out_.report.new_exchanges = out_.tables.exchanges.size() - known_.exchanges().base_count();
    }

    void links() {
        for (std::size_t l = 0; l < base_.links.size(); ++l) {
            base_links_.emplace(std::minmax(base_.links[l].a, base_.links[l].b), LinkId(l));
        }
        out_.tables.links.reserve(input_.relationships.links.size());
        for (const AsLink &link : input_.relationships.links) {
            if (link.a == base_.own_operator.asn || link.b == base_.own_operator.asn) {
                ++out_.report.operator_links;
                continue;
            }
            WorldTables::LinkRow &row = out_.tables.links.emplace_back();
            row.a = link.a;
            row.b = link.b;
            row.transit = link.transit;
            ++(link.transit ? out_.report.transit_links : out_.report.peerings);
            if (meet_as_in_base(row)) {
                ++out_.report.base_links;
            } else if (!link.transit) {
                meet(graph_.find(link.a).value(), graph_.find(link.b).value(), row);
            }
        }
    }

    /// The base world says where the largest networks do and do not meet. False where it does not know the link, or
    /// knows it by another relationship.
    bool meet_as_in_base(WorldTables::LinkRow &row) {
        const auto a = base_.network_by_asn.find(row.a);
        const auto b = base_.network_by_asn.find(row.b);
        if (a == base_.network_by_asn.end() || b == base_.network_by_asn.end()) {
            return false;
        }
        const auto found = base_links_.find(std::minmax(a->second, b->second));
        if (found == base_links_.end()) {
            return false;
        }
        const Link &link = base_.link(found->second);
        const Relationship b_to_a = link.a == a->second ? link.b_to_a : reversed(link.b_to_a);
        if (b_to_a != (row.transit ? Relationship::Customer : Relationship::Peer)) {
            return false;
        }
        const auto &all = base_.interconnections;
        for (auto i = std::ranges::lower_bound(all, found->second, {}, &Interconnection::link);
             i != all.end() && i->link == found->second; ++i) {
            if (i->exchange) {
                row.exchanges.push_back(*i->exchange);
            } else {
                row.cities.push_back(i->meeting);
            }
        }
        return true;
    }

    /// Where two peers meet; nothing is written where they have no exchange in common.
    void meet(Node a, Node b, WorldTables::LinkRow &row) const {
        std::ranges::set_intersection(memberships_[a], memberships_[b], std::back_inserter(row.exchanges));
        if (row.exchanges.empty()) {
            return;
        }
        const auto at_exchange = [&](CityId city) {
            return std::ranges::any_of(row.exchanges,
                                       [&](ExchangeId x) { return out_.tables.exchanges[x.index()].city == city; });
        };
        const std::vector<CityId> &others = placement_.cities_of(b);
        for (const CityId city : placement_.cities_of(a)) {
            if (std::ranges::find(others, city) != others.end() && !at_exchange(city)) {
                row.cities.push_back(city);
            }
        }
    }

    void networks_and_routers() {
        for (const Node n : graph_.by_asn()) {
            if (is_operator(n)) {
                continue;
            }
            out_.tables.networks.push_back(networks_[n]);
            for (const CityId city : placement_.cities_of(n)) {
                out_.tables.presence.emplace_back(graph_.asn(n), city);
            }
        }
        out_.report.networks = out_.tables.networks.size();
        out_.report.routers = out_.tables.presence.size();
    }

    void access() {
        std::vector<AccessCandidate> candidates;
        for (const Node n : graph_.by_asn()) {
            if (!is_operator(n)) {
                const std::size_t links =
                    graph_.providers()[n].size() + graph_.peers()[n].size() + graph_.customers()[n].size();
                candidates.push_back(
                    {graph_.asn(n), networks_[n].country, links, networks_[n].kind == NetworkKind::Access});
            }
        }
        AccessShares shares = access_shares(base_, candidates);
        out_.tables.access = std::move(shares.rows);
        out_.report.cities_kept = shares.kept;
        out_.report.cities_scaled = shares.scaled;
        out_.report.cities_by_country = shares.by_country;
        out_.report.cities_by_links = shares.by_links;
        out_.report.cities_by_nearest = shares.by_nearest;
    }

    void sessions() {
        for (const Session &s : base_.own_operator.sessions) {
            const Asn asn = base_.network(s.neighbour).asn;
            if (graph_.find(asn)) {
                out_.tables.sessions.push_back({s.region, asn, s.neighbour_is, s.via});
            } else {
                ++out_.report.dropped_sessions;
            }
        }
        out_.report.sessions = out_.tables.sessions.size();
    }

    const ImportInput &input_;
    const World &base_;
    ImportedWorld out_;
    AsGraph graph_;
    Placement placement_;
    KnownPlaces known_;
    std::map<std::pair<NetworkId, NetworkId>, LinkId> base_links_;
    std::vector<Network> networks_;                    ///< per node
    std::vector<std::vector<ExchangeId>> memberships_; ///< per node: where it peers with others, ascending
};

} // namespace

ImportedWorld make_world(const ImportInput &input) { return Importer(input).make(); }

} // namespace catchment
