// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "world/world_builder.h"

#include <algorithm>
#include <limits>
#include <set>

/// Where the networks of each link meet.
namespace catchment {

void WorldBuilder::join_listed() {
    world_->links.reserve(links_.size());
    world_->interconnections.reserve(links_.size());
    directions_.clear();
    for (const City &at : world_->cities) {
        directions_.push_back(direction(at.place));
    }
    for (PendingLink &pending : links_) {
        if (pending.a == world_->own_operator.asn || pending.b == world_->own_operator.asn) {
            throw WorldError("the operator has a link", "its sessions in sessions.csv");
        }
        const LinkId link(world_->links.size());
        world_->links.push_back({world_->network_by_asn.at(pending.a), world_->network_by_asn.at(pending.b),
                                 pending.b_to_a, std::move(pending.note)});
        add_interconnections(link, pending.places);
    }
}

void WorldBuilder::join_members() {
    std::vector<std::vector<NetworkId>> open(world_->exchanges.size()); // per exchange
    for (const PendingMember &m : members_) {
        if (m.asn == world_->own_operator.asn) {
            continue; // it peers by its sessions
        }
        const NetworkId network = world_->network_by_asn.at(m.asn);
        world_->members.push_back({m.exchange, network, m.policy});
        if (m.policy == PeeringPolicy::Open) {
            open[m.exchange.index()].push_back(network);
        }
    }
    struct Meeting {
        NetworkId a, b;
        ExchangeId exchange;
        auto operator<=>(const Meeting &) const = default;
    };
    std::vector<Meeting> meetings;
    for (std::size_t x = 0; x < open.size(); ++x) {
        std::vector<NetworkId> &networks = open[x];
        std::ranges::sort(networks);
        for (std::size_t i = 0; i < networks.size(); ++i) {
            for (std::size_t j = i + 1; j < networks.size(); ++j) {
                if (!linked(world_->network(networks[i]).asn, world_->network(networks[j]).asn)) {
                    meetings.push_back({networks[i], networks[j], ExchangeId(x)});
                }
            }
        }
    }
    std::ranges::sort(meetings);
    for (std::size_t i = 0; i < meetings.size(); ++i) {
        const auto [a, b, exchange] = meetings[i];
        if (i == 0 || meetings[i - 1].a != a || meetings[i - 1].b != b) {
            world_->links.push_back({a, b, Relationship::Peer, {}});
        }
        meet(LinkId(world_->links.size() - 1), world_->exchange(exchange).city, exchange);
    }
}

void WorldBuilder::add_interconnections(LinkId link, const std::vector<std::string> &places) {
    std::set<std::string> seen;
    for (const std::string &place : places) {
        if (!seen.insert(place).second) {
            continue;
        }
        if (const auto exchange = world_->exchange_by_id.find(place); exchange != world_->exchange_by_id.end()) {
            meet(link, world_->exchange(exchange->second).city, exchange->second);
        } else {
            meet(link, world_->city_by_id.at(place), {});
        }
    }
    if (places.empty() && !meet_in_common_cities(link)) {
        meet_at_nearest_pair(link);
    }
}

/// False where the two have none.
bool WorldBuilder::meet_in_common_cities(LinkId link) {
    const Link &l = world_->link(link);
    const auto count = [this](NetworkId n) {
        return world_->router_begin[n.index() + 1] - world_->router_begin[n.index()];
    };
    const bool fewer_of_a = count(l.a) <= count(l.b);
    const NetworkId few = fewer_of_a ? l.a : l.b;
    const NetworkId many = fewer_of_a ? l.b : l.a;
    const std::size_t before = world_->interconnections.size();
    for (auto r = world_->router_begin[few.index()]; r < world_->router_begin[few.index() + 1]; ++r) {
        const CityId at = world_->routers[r].city;
        if (const auto other = world_->router_in(many, at)) {
            world_->interconnections.push_back(
                {link, fewer_of_a ? RouterId(r) : *other, fewer_of_a ? *other : RouterId(r), at, {}});
        }
    }
    return world_->interconnections.size() > before;
}

void WorldBuilder::meet_at_nearest_pair(LinkId link) {
    const Link &l = world_->link(link);
    const auto each_pair = [&](const auto &visit) { // routers come in the order of city ids, and so do the pairs
        for (auto a = world_->router_begin[l.a.index()]; a < world_->router_begin[l.a.index() + 1]; ++a) {
            for (auto b = world_->router_begin[l.b.index()]; b < world_->router_begin[l.b.index() + 1]; ++b) {
                visit(RouterId(a), RouterId(b), world_->routers[a].city, world_->routers[b].city);
            }
        }
    };
    // Chords are short to compute and rank as great circles do; only pairs that are as near as rounding lets one tell
    // are measured.
    double shortest = std::numeric_limits<double>::infinity();
    each_pair([&](RouterId, RouterId, CityId at_a, CityId at_b) {
        shortest = std::min(shortest, squared_chord(directions_[at_a.index()], directions_[at_b.index()]));
    });
    double best = std::numeric_limits<double>::infinity();
    Interconnection nearest{link, {}, {}, {}, {}};
    each_pair([&](RouterId a, RouterId b, CityId at_a, CityId at_b) {
        if (squared_chord(directions_[at_a.index()], directions_[at_b.index()]) > shortest * (1 + 1e-9) + 1e-14) {
            return;
        }
        const double km = great_circle_km(world_->city(at_a).place, world_->city(at_b).place);
        if (km < best) { // the first of equals stays
            best = km;
            nearest.a = a;
            nearest.b = b;
            nearest.meeting = at_a;
        }
    });
    world_->interconnections.push_back(nearest);
}

void WorldBuilder::meet(LinkId link, CityId meeting, std::optional<ExchangeId> exchange) {
    const Link &l = world_->link(link);
    world_->interconnections.push_back(
        {link, *world_->nearest_router(l.a, meeting), *world_->nearest_router(l.b, meeting), meeting, exchange});
}

} // namespace catchment
