// Copyright (C) The Catchment developers. SPDX-License-Identifier: GPL-3.0-or-later
#include "routing/topology.h"

#include "scenario/operator_of.h"

#include <algorithm>
#include <numeric>
#include <set>

namespace catchment {
namespace {

/// The place of each row, counted from 1, when they are sorted bytewise by one of their texts; before them all,
/// [0] for none of them.
template <class Row>
std::vector<std::uint32_t> ranks(const std::vector<Row> &rows, std::string Row::*text) {
    std::vector<std::uint32_t> order(rows.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::sort(order, {}, [&](std::uint32_t i) -> const std::string & { return rows[i].*text; });
    std::vector<std::uint32_t> out(rows.size() + 1, 0);
    for (std::uint32_t rank = 0; rank < order.size(); ++rank) {
        out[order[rank] + 1] = rank + 1;
    }
    return out;
}

} // namespace

/// A session before its ends are in their places.
struct Topology::PendingSession {
    std::uint32_t a, b; ///< routers
    Relationship b_to_a;
    std::uint32_t way;
    std::uint32_t meeting;
    std::uint32_t exchange; ///< index + 1, or 0
};

Topology::Topology(std::shared_ptr<const World> world, std::shared_ptr<const FibreMap> fibre, const Scenario &scenario,
                   std::shared_ptr<const Operator> op, std::shared_ptr<const RegionDistances> distances)
    : world_(std::move(world)), fibre_(std::move(fibre)), op_(op ? std::move(op) : operator_of(scenario, world_)),
      distances_(std::move(distances)), first_region_router_(world_->routers.size()) {
    if (!distances_) {
        distances_ = std::make_shared<RegionDistances>(*world_, *op_);
    }
    split_networks(scenario.faults);
    raise_sessions(scenario);
    measure_interiors();
}

void Topology::split_networks(const Faults &faults) {
    const std::size_t networks = world_->networks.size();
    failed_.assign(networks + 1, 0);
    for (const Asn asn : faults.networks) {
        failed_[world_->network_by_asn.at(asn).index()] = 1;
    }
    const std::size_t routers = world_->routers.size() + op().regions.size();
    part_of_.assign(routers, 0);
    position_.assign(routers, 0);
    one_part_.assign(networks + 1, 1);
    part_begin_.assign(1, 0);
    const auto close_part = [this](std::size_t network) {
        part_begin_.push_back(static_cast<std::uint32_t>(part_routers_.size()));
        part_network_.push_back(static_cast<std::uint32_t>(network));
    };
    const auto place = [this](std::uint32_t router) {
        part_of_[router] = static_cast<std::uint32_t>(part_begin_.size() - 1);
        position_[router] = static_cast<std::uint32_t>(part_routers_.size()) - part_begin_.back();
        part_routers_.push_back(router);
    };
    std::vector<std::uint32_t> left;
    std::vector<std::uint32_t> rest;
    for (std::size_t n = 0; n < networks; ++n) {
        left.resize(world_->router_begin[n + 1] - world_->router_begin[n]);
        std::iota(left.begin(), left.end(), world_->router_begin[n]);
        while (!left.empty()) {
            rest.clear();
            const CityId centre = world_->routers[left.front()].city;
            for (const std::uint32_t r : left) {
                const bool joined =
                    fibre_->connected() || fibre_->metres(centre, world_->routers[r].city) != FibreMap::unreachable;
                joined ? place(r) : rest.push_back(r);
            }
            close_part(n);
            one_part_[n] = one_part_[n] && rest.empty();
            left.swap(rest);
        }
    }
    for (std::size_t region = 0; region < op().regions.size(); ++region) {
        place(static_cast<std::uint32_t>(world_->routers.size() + region));
        close_part(networks);
    }
}

void Topology::raise_sessions(const Scenario &scenario) {
    const Faults &faults = scenario.faults;
    std::set<std::pair<Asn, Asn>> links;
    for (const auto &[a, b] : faults.links) {
        links.insert(std::minmax(a, b));
    }
    const auto link_failed = [&links](Asn a, Asn b) { return links.contains(std::minmax(a, b)); };
    std::set<ExchangeId> exchanges;
    for (const std::string &id : faults.exchanges) {
        exchanges.insert(world_->exchange_by_id.at(id));
    }
    std::vector<PendingSession> sessions;
    const auto raise = [&](RouterId a, RouterId b, Relationship b_to_a, CityId meeting,
                           std::optional<ExchangeId> exchange) {
        if (failed_[network_of(a).index()] || failed_[network_of(b).index()] ||
            (exchange && exchanges.contains(*exchange))) {
            return;
        }
        const std::uint32_t from = fibre_->metres(city_of(a), meeting);
        const std::uint32_t to = fibre_->metres(meeting, city_of(b));
        if (from == FibreMap::unreachable || to == FibreMap::unreachable) {
            return;
        }
        sessions.push_back({a.value, b.value, b_to_a, from + to, meeting.value, exchange ? exchange->value + 1 : 0});
    };
    for (const Interconnection &i : world_->interconnections) {
        const Link &link = world_->link(i.link);
        if (links.empty() || !link_failed(world_->network(link.a).asn, world_->network(link.b).asn)) {
            raise(i.a, i.b, link.b_to_a, i.meeting, i.exchange);
        }
    }
    const auto raise_operator = [&](RegionId region, NetworkId neighbour, Relationship neighbour_is,
                                    std::optional<ExchangeId> via) {
        const Region &r = op().regions[region.index()];
        if (link_failed(op().asn, world_->network(neighbour).asn) ||
            std::ranges::find(faults.regions, r.code) != faults.regions.end()) {
            return;
        }
        const CityId meeting = via ? world_->exchange(*via).city : r.city;
        raise(region_router(region), *world_->nearest_router(neighbour, meeting), neighbour_is, meeting, via);
    };
    for (const Session &s : op().sessions) {
        raise_operator(s.region, s.neighbour, s.neighbour_is, s.via);
    }
    for (const ExtraSession &s : scenario.sessions) {
        const Session added{*find_region(op(), s.region), world_->network_by_asn.at(s.asn), s.neighbour_is,
                            s.via.empty() ? std::nullopt : std::optional(world_->exchange_by_id.at(s.via))};
        if (std::ranges::find(op().sessions, added) == op().sessions.end()) { // what is there is not added again
            raise_operator(added.region, added.neighbour, added.neighbour_is, added.via);
        }
    }
    sort_ends(sessions);
}

void Topology::sort_ends(std::vector<PendingSession> &sessions) {
    struct Pending {
        std::uint32_t neighbour_asn, neighbour_city, own_city, exchange, region;
        std::uint32_t session;
        bool is_a;
        auto key() const { return std::tuple(neighbour_asn, neighbour_city, own_city, exchange, region); }
    };
    const auto exchange_rank = ranks(world_->exchanges, &Exchange::id);
    const auto region_rank = ranks(op().regions, &Region::code);
    const auto bucket_of = [this](std::uint32_t own, Relationship neighbour_is) {
        return 3 * part_of_[own] + static_cast<std::uint32_t>(neighbour_is);
    };
    const auto pending_end = [&](std::uint32_t own, std::uint32_t neighbour, std::uint32_t session, bool is_a) {
        const RouterId r(own);
        const RouterId n(neighbour);
        const auto region = region_at(n);
        return Pending{asn_of(n).value,
                       world_->city_rank[city_of(n).index()],
                       world_->city_rank[city_of(r).index()],
                       exchange_rank[sessions[session].exchange],
                       region ? region_rank[region->index() + 1] : 0,
                       session,
                       is_a};
    };
    // Each to its bucket, then the buckets one by one: most of them are small.
    ends_begin_.assign(3 * part_count() + 1, 0);
    for (const PendingSession &s : sessions) {
        ++ends_begin_[bucket_of(s.a, s.b_to_a) + 1];
        ++ends_begin_[bucket_of(s.b, reversed(s.b_to_a)) + 1];
    }
    std::partial_sum(ends_begin_.begin(), ends_begin_.end(), ends_begin_.begin());
    std::vector<Pending> order(2 * sessions.size());
    std::vector<std::uint32_t> next(ends_begin_.begin(), ends_begin_.end() - 1);
    for (std::uint32_t i = 0; i < sessions.size(); ++i) {
        const PendingSession &s = sessions[i];
        order[next[bucket_of(s.a, s.b_to_a)]++] = pending_end(s.a, s.b, i, true);
        order[next[bucket_of(s.b, reversed(s.b_to_a))]++] = pending_end(s.b, s.a, i, false);
    }
    for (std::size_t bucket = 0; bucket + 1 < ends_begin_.size(); ++bucket) {
        std::ranges::sort(order.begin() + ends_begin_[bucket], order.begin() + ends_begin_[bucket + 1], {},
                          &Pending::key);
    }

    std::vector<std::uint32_t> a_end(sessions.size());
    std::vector<std::uint32_t> b_end(sessions.size());
    ends_.resize(order.size());
    exchange_.resize(order.size());
    meeting_.resize(order.size());
    for (std::uint32_t e = 0; e < order.size(); ++e) {
        const PendingSession &s = sessions[order[e].session];
        const bool is_a = order[e].is_a;
        ends_[e] = {is_a ? s.a : s.b, is_a ? s.b : s.a, 0, s.way, is_a ? s.b_to_a : reversed(s.b_to_a)};
        exchange_[e] = s.exchange;
        meeting_[e] = s.meeting;
        (is_a ? a_end : b_end)[order[e].session] = e;
    }
    for (std::uint32_t s = 0; s < sessions.size(); ++s) {
        ends_[a_end[s]].other = b_end[s];
        ends_[b_end[s]].other = a_end[s];
    }
}

void Topology::measure_interiors() {
    interior_begin_.assign(part_count() + 1, 0);
    for (std::size_t p = 0; p < part_count(); ++p) {
        const auto routers = routers_of(PartId(p));
        interior_begin_[p + 1] = interior_begin_[p] + static_cast<std::uint32_t>(routers.size() * routers.size());
    }
    interior_.resize(interior_begin_.back());
    for (std::size_t p = 0; p < part_count(); ++p) {
        const auto routers = routers_of(PartId(p));
        auto out = interior_.begin() + interior_begin_[p];
        for (const std::uint32_t from : routers) {
            for (const std::uint32_t to : routers) {
                *out++ = fibre_->metres(city_of(RouterId(from)), city_of(RouterId(to)));
            }
        }
    }
}

NetworkId Topology::network_of(RouterId router) const { return network_of(part_of(router)); }

CityId Topology::city_of(RouterId router) const {
    if (const auto region = region_at(router)) {
        return op().regions[region->index()].city;
    }
    return world_->router(router).city;
}

Asn Topology::asn_of(RouterId router) const { return asn(network_of(router)); }

Asn Topology::asn(NetworkId network) const { return is_operator(network) ? op().asn : world_->network(network).asn; }

const std::string &Topology::name_of(NetworkId network) const {
    return is_operator(network) ? op().name : world_->network(network).name;
}

std::span<const std::uint32_t> Topology::routers_of(PartId part) const {
    const std::uint32_t begin = part_begin_[part.index()];
    return std::span(part_routers_).subspan(begin, part_begin_[part.index() + 1] - begin);
}

std::pair<std::uint32_t, std::uint32_t> Topology::ends(PartId part, Relationship relationship) const {
    const std::size_t at = 3 * part.index() + static_cast<std::size_t>(relationship);
    return {ends_begin_[at], ends_begin_[at + 1]};
}

std::pair<std::uint32_t, std::uint32_t> Topology::ends(PartId part) const {
    return {ends_begin_[3 * part.index()], ends_begin_[3 * part.index() + 3]};
}

std::optional<ExchangeId> Topology::exchange_of(SessionEndId id) const {
    const std::uint32_t x = exchange_[id.index()];
    return x == 0 ? std::nullopt : std::optional(ExchangeId(x - 1));
}

std::vector<Announcement> Topology::announcements(const Scenario &scenario) const {
    std::vector<Announcement> out(op().regions.size());
    for (std::size_t r = 0; r < out.size(); ++r) {
        const std::string &code = op().regions[r].code;
        out[r].active = scenario.announces(op().regions[r]);
        const auto [first, last] = ends(part_of(region_router(RegionId(r))));
        out[r].sessions.resize(last - first);
        const auto tune = [](Announcement::OnSession &on, const Tuning &t) {
            on.withhold = t.withhold.value_or(on.withhold);
            on.no_export = t.no_export.value_or(on.no_export);
            on.prepend = t.prepend ? static_cast<std::uint16_t>(*t.prepend) : on.prepend;
            on.med = t.med.value_or(on.med);
        };
        for (const bool of_session : {false, true}) { // a session's own words override its region's
            for (const Tuning &t : scenario.tuning) {
                if (t.region != code || t.neighbour.has_value() != of_session) {
                    continue;
                }
                for (std::uint32_t e = first; e < last; ++e) {
                    if (!of_session || asn_of(RouterId(ends_[e].neighbour)) == *t.neighbour) {
                        tune(out[r].sessions[e - first], t);
                    }
                }
            }
        }
    }
    return out;
}

} // namespace catchment
